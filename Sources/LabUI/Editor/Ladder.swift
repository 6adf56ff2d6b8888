import TokenCore

/// Which way a key moves a value.
public enum Step: Int, Hashable, CaseIterable, Sendable {
  case back = -1
  case forth = 1
}

/// Values in an order that a person would try them in.
enum Ladder {
  static let accessLifetime = spans("15s 1m 2m 5m 10m 15m 30m 1h 8h 1d 5d 7d 30d 90d 180d")
  static let refreshLifetime = spans("1m 5m 15m 30m 1h 8h 1d 7d 30d 90d")
  static let window = spans("1m 10m 30m 1h 8h 1d 5d 30d")
  static let shortExpiry = spans("1m 5m 10m 15m 1h 1d")
  static let leeway = spans("0s 5s 30s 1m 5m 10m")
  static let cache = spans("0s 10s 1m 5m 15m 1h")
  static let grace = spans("1s 2s 5s 10s 30s 1m 5m 30m")
  static let memory = spans("1m 10m 1h 1d 7d")
  static let margin = spans("5s 30s 1m 5m 14m")
  static let offset =
    spans("1h 10m 5m 1m 10s").map { $0.times(-1) } + spans("0s 10s 1m 5m 10m 1h")

  private static func spans(_ text: String) -> [TimeSpan] {
    text.split(separator: " ").compactMap { TimeSpan(String($0)) }
  }

  /// The next rung; from between two rungs the nearest one that way. Nil at the end.
  static func step(_ value: TimeSpan, _ step: Step, on rungs: [TimeSpan]) -> TimeSpan? {
    switch step {
    case .forth: rungs.first { $0 > value }
    case .back: rungs.last { $0 < value }
    }
  }

  /// The same where nil, no limit, stands above the highest rung; the outer nil is the end.
  static func limit(_ value: TimeSpan?, _ step: Step, on rungs: [TimeSpan]) -> TimeSpan?? {
    switch (value, step) {
    case (nil, .forth): return .none
    case (nil, .back): return .some(rungs.last)
    case (let value?, .forth): return .some(Ladder.step(value, .forth, on: rungs))
    case (let value?, .back): return Ladder.step(value, .back, on: rungs).map { .some($0) }
    }
  }

  /// The neighbour in a short list; nil at its ends.
  static func step<Value: Equatable>(
    _ value: Value, _ step: Step, among values: [Value]
  ) -> Value? {
    guard let index = values.firstIndex(of: value) else { return values.first }
    let next = index + step.rawValue
    return values.indices.contains(next) ? values[next] : nil
  }
}
