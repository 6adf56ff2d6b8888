import TokenCore

enum AccessTokenKey: AxisKey {
  case lifetime, shortExpiry, form, signature, check, leeway, endsWithFamily, endsAtRefresh,
    keySetCache, rights, maxAge, onOutage, boundTo

  var axis: PolicyAxis {
    switch self {
    case .lifetime: .accessLifetime
    case .shortExpiry: .shortExpiry
    case .form: .accessForm
    case .signature: .accessSignature
    case .check: .accessCheck
    case .leeway: .leeway
    case .endsWithFamily: .endsWithFamily
    case .endsAtRefresh: .endsAtRefresh
    case .keySetCache: .keySetCache
    case .rights: .rights
    case .maxAge: .maxAge
    case .onOutage: .outageResponse
    case .boundTo: .accessBinding
    }
  }
}

enum ShortExpiryKey: DescribedKey {
  case after, checked

  var word: String {
    switch self {
    case .after: "after"
    case .checked: PolicyAxis.shortExpiryCheck.word
    }
  }
}

enum CheckKey: AxisKey {
  case introspection, denyList, statusList

  var axis: PolicyAxis {
    switch self {
    case .introspection: .introspectionCache
    case .denyList: .denyListDelay
    case .statusList: .statusListTTL
    }
  }
}

extension AccessTokenPolicy {
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<AccessTokenKey>(cursor)
    self.init(
      lifetime: try Self.lifetime(try fields.required(.lifetime)),
      form: try fields[.form]?.choice() ?? .selfContained,
      signature: try fields[.signature]?.choice() ?? .ed25519,
      check: try fields[.check].map(AccessTokenCheck.init) ?? .signatureOnly,
      leeway: try fields[.leeway]?.span(of: .leeway) ?? .zero,
      endsWithFamily: try fields[.endsWithFamily]?.flag() ?? false,
      endsAtRefresh: try fields[.endsAtRefresh]?.flag() ?? false,
      keySetCache: try fields[.keySetCache]?.span(of: .keySetCache) ?? .minutes(5),
      shortExpiry: try fields[.shortExpiry].map(ShortExpiry.init) ?? ShortExpiry.none,
      rights: try fields[.rights]?.choice() ?? .atIssue,
      onOutage: try fields[.onOutage]?.choice() ?? .failClosed,
      binding: try fields[.boundTo]?.choice() ?? .bearer,
      maxAge: try fields[.maxAge]?.secondsOrNone(of: .maxAge))
  }

  /// `exp` and `iat` are whole seconds in the lab, and so is what lies between them.
  private static func lifetime(_ cursor: Cursor) throws(ScenarioError) -> TimeSpan {
    try cursor.seconds(of: .accessLifetime)
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
  /// A word, or one together with its length of time: how long an answer is believed, how late a list
  /// arrives.
  init(_ cursor: Cursor) throws(ScenarioError) {
    guard cursor.isMapping else {
      self.init(try cursor.choice(of: Kind.self))
      return
    }
    let fields = try Fields<CheckKey>(cursor)
    if let delay = fields[.denyList] {
      try fields.refuse(
        [.introspection, .statusList], because: "with \(CheckKey.denyList.word)")
      self = .denyList(delay: try delay.span(of: .denyListDelay))
    } else if let ttl = fields[.statusList] {
      try fields.refuse([.introspection], because: "with \(CheckKey.statusList.word)")
      self = .statusList(ttl: try ttl.span(of: .statusListTTL))
    } else {
      let cache = try fields.required(.introspection)
      self = .introspection(cache: try cache.span(of: .introspectionCache))
    }
  }
}

extension Cursor {
  /// A duration of whole seconds: what goes over the wire has no fractions.
  fileprivate func seconds(of axis: PolicyAxis) throws(ScenarioError) -> TimeSpan {
    let span = try span(of: axis)
    guard span == .seconds(span.wholeSeconds) else { throw wants("whole seconds") }
    return span
  }

  fileprivate func secondsOrNone(of axis: PolicyAxis) throws(ScenarioError) -> TimeSpan? {
    try durationOrNone() == nil ? nil : seconds(of: axis)
  }
}
