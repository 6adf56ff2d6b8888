import TokenCore

enum RefreshTokenKey: String, FieldKey {
  case form, idle, absolute, rotation
  case onReuse = "on-reuse"
  case grace, memory
  case boundTo = "bound-to"
  case client
}

enum GraceKey: String, FieldKey {
  case window, answer
  case reach = "for"
  case anchor = "from"
}

extension RefreshPolicy {
  /// Both limits have to be written down, if only as `none`: a session without an end should be
  /// somebody's decision.
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<RefreshTokenKey>(cursor)
    self.init(
      form: try fields[.form]?.word(of: RefreshForm.words) ?? .opaque,
      idleLifetime: try fields.required(.idle).durationOrNone(),
      absoluteLifetime: try fields.required(.absolute).durationOrNone(),
      rotation: try Rotation(fields),
      binding: try fields[.boundTo]?.word(of: SenderConstraint.words) ?? .bearer,
      client: try fields[.client]?.word() ?? .public,
      memory: try fields[.memory]?.durationOrNone())
  }
}

extension RefreshForm {
  static let words: KeyValuePairs<String, RefreshForm> = [
    "opaque": .opaque, "signed": .signed(isTyped: true), "signed-untyped": .signed(isTyped: false),
  ]
}

extension SenderConstraint {
  static let words: KeyValuePairs<String, SenderConstraint> = ["nothing": .bearer, "key": .key]
}

extension Rotation {
  private enum Word { case reusable, rotating }

  fileprivate init(_ fields: Fields<RefreshTokenKey>) throws(ScenarioError) {
    let cursor = try fields.required(.rotation)
    let word: Word = try cursor.word(of: ["rotating": .rotating, "reusable": .reusable])
    switch word {
    case .reusable:
      try fields.refuse(
        [.onReuse, .grace, .memory], because: "with rotation: reusable (line \(cursor.line))")
      self = .reusable
    case .rotating:
      self = .rotating(
        onReuse: try fields.required(.onReuse).word(),
        grace: try fields[.grace].map(Grace.init) ?? Grace.none)
    }
  }
}

extension Grace {
  init(_ cursor: Cursor) throws(ScenarioError) {
    if cursor.isMapping {
      self = .window(try GraceWindow(cursor))
    } else {
      self = try cursor.word(
        of: ["none": .none, "until-successor-used": .untilSuccessorUsed],
        or: "{window: 10s, answer: same-successor}")
    }
  }
}

extension GraceWindow {
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<GraceKey>(cursor)
    self.init(
      length: try fields.required(.window).duration(atLeast: .milliseconds(1)),
      answer: try fields.required(.answer).word(),
      reach: try fields[.reach]?.word() ?? .immediatePredecessor,
      anchor: try fields[.anchor]?.word() ?? .firstUse)
  }
}
