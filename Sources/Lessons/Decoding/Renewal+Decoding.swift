import TokenCore

/// What `renewal` takes beside words.
enum RenewalKey: String, FieldKey {
  case reissue, session
}

enum ReissueKey: String, FieldKey {
  case window
  case anchor = "from"
  case looksAtUser = "looks-at-user"
}

enum SessionKey: String, FieldKey {
  case idle, absolute
}

extension Renewal {
  private enum Word { case nothing, everyRequest, refreshToken }

  static let words = ["none", "refresh-token", "every-request"]

  /// `renewal` may be left out where there is a `refresh-token`, and a `refresh-token` means nothing
  /// with any other.
  init(_ fields: Fields<PolicyKey>) throws(ScenarioError) {
    guard let cursor = fields[.renewal] else {
      self = try Self.withRefreshToken(fields)
      return
    }
    let renewal = try cursor.isMapping ? Self.mapping(cursor) : Self.word(cursor, fields)
    if case .refreshToken = renewal {
    } else {
      try fields.refuse(
        [.refreshToken], because: "with renewal: \(renewal.name) (line \(cursor.line))")
    }
    self = renewal
  }

  private static func word(
    _ cursor: Cursor, _ fields: Fields<PolicyKey>
  ) throws(ScenarioError) -> Renewal {
    let word: Word = try cursor.word(
      of: ["none": .nothing, "refresh-token": .refreshToken, "every-request": .everyRequest],
      or: "{reissue: …} or {session: …}")
    switch word {
    case .nothing: return .none
    case .everyRequest: return .everyRequest
    case .refreshToken: return try withRefreshToken(fields)
    }
  }

  private static func withRefreshToken(
    _ fields: Fields<PolicyKey>
  ) throws(ScenarioError) -> Renewal {
    let cursor = try fields.required(.refreshToken, or: "renewal: none")
    return .refreshToken(try RefreshPolicy(cursor))
  }

  private static func mapping(_ cursor: Cursor) throws(ScenarioError) -> Renewal {
    let fields = try Fields<RenewalKey>(cursor)
    try fields.refuse(.session, with: .reissue)
    if let reissue = fields[.reissue] { return .reissue(try ReissuePolicy(reissue)) }
    return .session(try SessionPolicy(try fields.required(.session, or: "reissue")))
  }

  /// What files call it.
  private var name: String {
    switch self {
    case .none: "none"
    case .reissue: "reissue"
    case .everyRequest: "every-request"
    case .session: "session"
    case .refreshToken: "refresh-token"
    }
  }
}

extension ReissuePolicy {
  /// Every key has to be written down: each is the whole difference between two proposals.
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<ReissueKey>(cursor)
    self.init(
      window: try fields.required(.window).duration(atLeast: .milliseconds(1)),
      anchor: try fields.required(.anchor).word(),
      looksAtUser: try fields.required(.looksAtUser).flag())
  }
}

extension SessionPolicy {
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<SessionKey>(cursor)
    self.init(
      idle: try fields.required(.idle).duration(atLeast: .milliseconds(1)),
      absolute: try fields.required(.absolute).duration(atLeast: .milliseconds(1)))
  }
}
