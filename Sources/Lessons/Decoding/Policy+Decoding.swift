import TokenCore

enum PolicyKey: String, FieldKey {
  case accessToken = "access-token"
  case renewal
  case refreshToken = "refresh-token"
}

enum AccessTokenKey: String, FieldKey {
  case lifetime, check, leeway
  case endsWithFamily = "ends-with-family"
  case endsAtRefresh = "ends-at-refresh"
}

extension Policy {
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<PolicyKey>(cursor)
    self.init(
      accessToken: try AccessTokenPolicy(try fields.required(.accessToken)),
      renewal: try Renewal(fields))
  }
}

extension Renewal {
  private enum Word { case nothing, refreshToken }

  /// `renewal` may be left out where there is a `refresh-token`.
  fileprivate init(_ fields: Fields<PolicyKey>) throws(ScenarioError) {
    let words: KeyValuePairs<String, Word> = ["none": .nothing, "refresh-token": .refreshToken]
    switch try fields[.renewal]?.word(of: words) ?? .refreshToken {
    case .nothing:
      let line = fields[.renewal].map { " (line \($0.line))" } ?? ""
      try fields.refuse([.refreshToken], because: "with renewal: none\(line)")
      self = .none
    case .refreshToken:
      let cursor = try fields.required(.refreshToken, or: "renewal: none")
      self = .refreshToken(try RefreshPolicy(cursor))
    }
  }
}

extension AccessTokenPolicy {
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<AccessTokenKey>(cursor)
    self.init(
      lifetime: try Self.lifetime(try fields.required(.lifetime)),
      check: try fields[.check]?.word(of: AccessTokenCheck.words) ?? .signatureOnly,
      leeway: try fields[.leeway]?.duration() ?? .zero,
      endsWithFamily: try fields[.endsWithFamily]?.flag() ?? false,
      endsAtRefresh: try fields[.endsAtRefresh]?.flag() ?? false)
  }

  /// `exp` and `iat` are whole seconds in the lab, and so is what lies between them.
  private static func lifetime(_ cursor: Cursor) throws(ScenarioError) -> TimeSpan {
    let lifetime = try cursor.duration(atLeast: .seconds(1))
    guard lifetime == .seconds(lifetime.wholeSeconds) else { throw cursor.wants("whole seconds") }
    return lifetime
  }
}

extension AccessTokenCheck {
  static let words: KeyValuePairs<String, AccessTokenCheck> = [
    "signature-only": .signatureOnly, "deny-list": .denyList, "allow-list": .allowList,
  ]
}
