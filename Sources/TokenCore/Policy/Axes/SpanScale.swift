/// An axis that is a length of time: its bounds, the steps at which a person would try it, and what the
/// rules have.
package struct SpanScale: Sendable {
  /// The longest time that a policy may ask for: ten years.
  package static let most = TimeSpan.days(3650)

  /// The shortest that it may be; below zero for an offset, which has a sign.
  package let least: TimeSpan
  /// Rising steps.
  package let rungs: [TimeSpan]
  /// What is said of no limit, which stands above the highest rung; nil where there has to be a length.
  package let unlimited: String?
  /// What random rules draw from; nil for no limit.
  let samples: [TimeSpan?]
  private let read: @Sendable (Rules) -> SpanReading
  private let write: @Sendable (inout Rules, TimeSpan) -> Void
  private let lift: @Sendable (inout Rules) -> Void

  /// A length of which there has to be one wherever there is such a place.
  init(
    _ place: AxisPlace<TimeSpan>, least: TimeSpan, rungs: [TimeSpan], samples: [TimeSpan]
  ) {
    self.init(least, rungs, nil, samples) {
      place.read($0).map(SpanReading.set) ?? .absent
    } write: {
      place.write(&$0, $1)
    } lift: { _ in
    }
  }

  /// A limit, which there may be none of; `unlimited` says so.
  init(
    _ place: WritableKeyPath<Rules, SpanReading> & Sendable, least: TimeSpan, rungs: [TimeSpan],
    unlimited: String, samples: [TimeSpan?]
  ) {
    self.init(least, rungs, unlimited, samples) {
      $0[keyPath: place]
    } write: {
      $0[keyPath: place] = .set($1)
    } lift: {
      $0[keyPath: place] = .unlimited
    }
  }

  private init(
    _ least: TimeSpan, _ rungs: [TimeSpan], _ unlimited: String?, _ samples: [TimeSpan?],
    read: @escaping @Sendable (Rules) -> SpanReading,
    write: @escaping @Sendable (inout Rules, TimeSpan) -> Void,
    lift: @escaping @Sendable (inout Rules) -> Void
  ) {
    self.least = least
    self.rungs = rungs
    self.unlimited = unlimited
    self.samples = samples
    self.read = read
    self.write = write
    self.lift = lift
  }

  /// What the rules have.
  package func reading(of rules: Rules) -> SpanReading { read(rules) }

  /// Sets the length, nil for no limit; changes nothing where the rules have no such axis, or where
  /// there has to be a length and none is given.
  package func set(_ span: TimeSpan?, in rules: inout Rules) {
    guard read(rules) != .absent else { return }
    if let span { write(&rules, span) } else { lift(&rules) }
  }
}

/// What rules say of a length of time.
package enum SpanReading: Hashable, Sendable {
  /// There is no such thing under these rules.
  case absent
  /// There could be a limit, and there is none.
  case unlimited
  /// So long.
  case set(TimeSpan)

  init(_ limit: TimeSpan?) {
    self = limit.map(SpanReading.set) ?? .unlimited
  }

  /// The length, where one is set.
  package var limit: TimeSpan? {
    switch self {
    case .absent, .unlimited: nil
    case .set(let span): span
    }
  }
}

extension [TimeSpan] {
  /// `5s 30s 1m`, in the notation of `TimeSpan`.
  init(rungs text: String) {
    self = text.split(separator: " ").compactMap { TimeSpan(String($0)) }
  }
}
