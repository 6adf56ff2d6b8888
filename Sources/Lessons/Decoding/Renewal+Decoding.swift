import TokenCore

/// What `renewal` takes beside words.
enum RenewalKey: DescribedKey {
  case reissue, session

  var word: String {
    switch self {
    case .reissue: Renewal.Kind.reissue.word
    case .session: Renewal.Kind.session.word
    }
  }
}

enum ReissueKey: AxisKey {
  case window, anchor, looksAtUser, looksAtRecord

  var axis: PolicyAxis {
    switch self {
    case .window: .reissueWindow
    case .anchor: .reissueAnchor
    case .looksAtUser: .reissueLook
    case .looksAtRecord: .reissueRecord
    }
  }
}

enum SessionKey: AxisKey {
  case idle, absolute, cookie, sameSite, asksForHeader

  var axis: PolicyAxis {
    switch self {
    case .idle: .sessionIdle
    case .absolute: .sessionAbsolute
    case .cookie: .cookieKind
    case .sameSite: .cookieSameSite
    case .asksForHeader: .cookieHeader
    }
  }
}

extension Renewal {
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
        [.refreshToken], because: "with renewal: \(renewal.kind.word) (line \(cursor.line))")
    }
    self = renewal
  }

  private static func word(
    _ cursor: Cursor, _ fields: Fields<PolicyKey>
  ) throws(ScenarioError) -> Renewal {
    let kind = try cursor.choice(of: Kind.self)
    return kind == .refreshToken ? try withRefreshToken(fields) : Renewal(kind)
  }

  private static func withRefreshToken(
    _ fields: Fields<PolicyKey>
  ) throws(ScenarioError) -> Renewal {
    let cursor = try fields.required(.refreshToken, or: "renewal: \(Kind.none.word)")
    return .refreshToken(try RefreshPolicy(cursor))
  }

  private static func mapping(_ cursor: Cursor) throws(ScenarioError) -> Renewal {
    let fields = try Fields<RenewalKey>(cursor)
    try fields.refuse(.session, with: .reissue)
    if let reissue = fields[.reissue] { return .reissue(try ReissuePolicy(reissue)) }
    return .session(try SessionPolicy(try fields.required(.session, or: RenewalKey.reissue.word)))
  }
}

extension ReissuePolicy {
  /// Every key has to be written down: each is the whole difference between two proposals.
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<ReissueKey>(cursor)
    self.init(
      window: try fields.required(.window).span(of: .reissueWindow),
      anchor: try fields.required(.anchor).choice(),
      looksAtUser: try fields.required(.looksAtUser).flag(),
      looksAtRecord: try fields[.looksAtRecord]?.flag() ?? false)
  }
}

extension SessionPolicy {
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<SessionKey>(cursor)
    self.init(
      idle: try fields.required(.idle).span(of: .sessionIdle),
      absolute: try fields.required(.absolute).span(of: .sessionAbsolute),
      cookie: try fields[.cookie]?.choice() ?? .session,
      sameSite: try fields[.sameSite]?.choice() ?? .lax,
      asksForHeader: try fields[.asksForHeader]?.flag() ?? false)
  }
}
