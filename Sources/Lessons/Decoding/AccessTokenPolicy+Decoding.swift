import TokenCore

enum AccessTokenKey: String, FieldKey {
  case lifetime
  case shortExpiry = "short-expiry"
  case form, check, leeway
  case endsWithFamily = "ends-with-family"
  case endsAtRefresh = "ends-at-refresh"
  case keySetCache = "key-set-cache"
}

enum ShortExpiryKey: String, FieldKey {
  case after, checked
}

enum CheckKey: String, FieldKey {
  case introspection
}

extension AccessTokenPolicy {
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<AccessTokenKey>(cursor)
    self.init(
      lifetime: try Self.lifetime(try fields.required(.lifetime)),
      form: try fields[.form]?.word() ?? .selfContained,
      check: try fields[.check].map(AccessTokenCheck.init) ?? .signatureOnly,
      leeway: try fields[.leeway]?.duration() ?? .zero,
      endsWithFamily: try fields[.endsWithFamily]?.flag() ?? false,
      endsAtRefresh: try fields[.endsAtRefresh]?.flag() ?? false,
      keySetCache: try fields[.keySetCache]?.duration() ?? .minutes(5),
      shortExpiry: try fields[.shortExpiry].map(ShortExpiry.init) ?? ShortExpiry.none)
  }

  /// `exp` and `iat` are whole seconds in the lab, and so is what lies between them.
  private static func lifetime(_ cursor: Cursor) throws(ScenarioError) -> TimeSpan {
    let lifetime = try cursor.duration(atLeast: .seconds(1))
    guard lifetime == .seconds(lifetime.wholeSeconds) else { throw cursor.wants("whole seconds") }
    return lifetime
  }
}

extension ShortExpiry {
  /// `none`, a duration that the API goes by, or a duration with a word on who does.
  init(_ cursor: Cursor) throws(ScenarioError) {
    guard cursor.isMapping else {
      self = try cursor.durationOrNone().map(Self.checked) ?? .none
      return
    }
    let fields = try Fields<ShortExpiryKey>(cursor)
    let span = try fields.required(.after).duration(atLeast: .seconds(1))
    self = try fields[.checked]?.flag() ?? true ? .checked(span) : .ignored(span)
  }
}

extension AccessTokenCheck {
  static let words: KeyValuePairs<String, AccessTokenCheck> = [
    "signature-only": .signatureOnly, "deny-list": .denyList, "allow-list": .allowList,
    "introspection": .introspection(cache: .zero), "session-record": .sessionRecord,
    "token-version": .tokenVersion,
  ]

  /// A word, or introspection together with how long an answer is believed.
  init(_ cursor: Cursor) throws(ScenarioError) {
    guard cursor.isMapping else {
      self = try cursor.word(of: Self.words, or: "{introspection: 30s}")
      return
    }
    let cache = try Fields<CheckKey>(cursor).required(.introspection)
    self = .introspection(cache: try cache.duration())
  }
}
