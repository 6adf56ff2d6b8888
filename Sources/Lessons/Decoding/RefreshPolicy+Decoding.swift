import TokenCore

enum RefreshTokenKey: AxisKey {
  case form, idle, absolute, rotation, onReuse, grace, memory, boundTo, client, spendsAfter

  var axis: PolicyAxis {
    switch self {
    case .form: .refreshForm
    case .idle: .refreshIdle
    case .absolute: .refreshAbsolute
    case .rotation: .rotation
    case .onReuse: .reuseResponse
    case .grace: .grace
    case .memory: .memory
    case .boundTo: .binding
    case .client: .client
    case .spendsAfter: .spendingGap
    }
  }
}

enum GraceKey: AxisKey {
  case window, answer, reach, anchor, times

  var axis: PolicyAxis {
    switch self {
    case .window: .graceLength
    case .answer: .graceAnswer
    case .reach: .graceReach
    case .anchor: .graceAnchor
    case .times: .graceTimes
    }
  }
}

extension RefreshPolicy {
  /// Both limits have to be written down, if only as `none`: a session without an end should be
  /// somebody's decision.
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<RefreshTokenKey>(cursor)
    self.init(
      form: RefreshForm(try fields[.form]?.choice() ?? .opaque),
      idleLifetime: try fields.required(.idle).durationOrNone(),
      absoluteLifetime: try fields.required(.absolute).durationOrNone(),
      rotation: try Rotation(fields),
      binding: try fields[.boundTo]?.choice() ?? .bearer,
      client: try fields[.client]?.choice() ?? .public,
      memory: try fields[.memory]?.durationOrNone(),
      spendingGap: try fields[.spendsAfter]?.span(of: .spendingGap) ?? .zero)
  }
}

extension Rotation {
  fileprivate init(_ fields: Fields<RefreshTokenKey>) throws(ScenarioError) {
    let cursor = try fields.required(.rotation)
    let kind = try cursor.choice(of: Kind.self)
    switch kind {
    case .reusable, .renewed:
      try fields.refuse(
        [.onReuse, .grace, .memory, .spendsAfter],
        because: "with rotation: \(kind.word) (line \(cursor.line))")
      self.init(kind)
    case .rotating:
      self = .rotating(
        onReuse: try fields.required(.onReuse).choice(),
        grace: try fields[.grace].map(Grace.init) ?? Grace.none)
    }
  }
}

extension Grace {
  init(_ cursor: Cursor) throws(ScenarioError) {
    if cursor.isMapping {
      self = .window(try GraceWindow(cursor))
    } else {
      self.init(try cursor.choice(of: Kind.self))
    }
  }
}

extension GraceWindow {
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<GraceKey>(cursor)
    self.init(
      length: try fields.required(.window).span(of: .graceLength),
      answer: try fields.required(.answer).choice(),
      reach: try fields[.reach]?.choice() ?? .immediatePredecessor,
      anchor: try fields[.anchor]?.choice() ?? .firstUse,
      times: try fields[.times]?.count(of: .graceTimes))
  }
}
