/// Where a resource server looks, beyond the token itself, before it serves a request.
public enum AccessTokenCheck: Hashable, Codable, Sendable {
  /// Nowhere: signature and claims only.
  case signatureOnly
  /// A number in the token against the number in the user's row.
  case tokenVersion
  /// A list of revoked `jti`: refused when on it. A revocation reaches the resource server's copy so
  /// much later (RFC 7009 §2.1).
  case denyList(delay: TimeSpan = .zero)
  /// A list of live `jti`: refused when not on it.
  case allowList
  /// The authorization server says whether it is active (RFC 7662); an answer is believed for the
  /// cache time, zero or more and never beyond `exp` (§4).
  case introspection(cache: TimeSpan)
  /// The session that the sign-in opened, and its user.
  case sessionRecord
  /// The token's entry in a list that the authorization server publishes and the resource server
  /// fetches; a copy is gone by for the ttl, above zero (draft-ietf-oauth-status-list §5.1, §8.3).
  case statusList(ttl: TimeSpan)
  /// What the authorization server has pushed: an event says which session was revoked, and may be late
  /// or lost (CAEP 1.0 §3.1, RFC 8935 §4). Nobody is asked.
  case signals

  /// The check of that kind; introspection without a cache, a deny-list without a delay, a
  /// status list that is kept for five minutes.
  package init(_ kind: Kind) {
    switch kind {
    case .signatureOnly: self = .signatureOnly
    case .tokenVersion: self = .tokenVersion
    case .denyList: self = .denyList()
    case .allowList: self = .allowList
    case .introspection: self = .introspection(cache: .zero)
    case .sessionRecord: self = .sessionRecord
    case .statusList: self = .statusList(ttl: .minutes(5))
    case .signals: self = .signals
    }
  }

  /// The check without the time that goes with it.
  package var kind: Kind {
    switch self {
    case .signatureOnly: .signatureOnly
    case .tokenVersion: .tokenVersion
    case .denyList: .denyList
    case .allowList: .allowList
    case .introspection: .introspection
    case .sessionRecord: .sessionRecord
    case .statusList: .statusList
    case .signals: .signals
    }
  }

  /// Where a resource server looks.
  package enum Kind: AxisChoice {
    case signatureOnly, tokenVersion, denyList, allowList, introspection, sessionRecord,
      statusList, signals

    package static var listed: [Kind] { allCases.filter { $0 != .tokenVersion } + [.tokenVersion] }
  }
}

extension AccessTokenCheck {
  /// Whether it looks for the token itself, so that the server has to keep a row of it.
  package var looksAtToken: Bool {
    switch self {
    case .signatureOnly, .tokenVersion, .signals: false
    case .denyList, .allowList, .introspection, .sessionRecord, .statusList: true
    }
  }

  /// Whether it sees that the session behind the token has ended.
  package var looksAtSession: Bool {
    switch self {
    case .signatureOnly, .tokenVersion, .denyList, .allowList, .statusList, .signals: false
    case .introspection, .sessionRecord: true
    }
  }

  /// Whether it sees that the account is closed.
  package var looksAtUser: Bool {
    switch self {
    case .signatureOnly, .denyList, .allowList, .statusList, .signals: false
    case .tokenVersion, .introspection, .sessionRecord: true
    }
  }

  /// Whether it compares the token's version with the account's.
  package var looksAtVersion: Bool {
    switch self {
    case .tokenVersion: true
    case .signatureOnly, .denyList, .allowList, .introspection, .sessionRecord, .statusList,
      .signals:
      false
    }
  }

  /// Whether what it reads leads to the user's row, which says what they may do by now.
  package var readsRights: Bool {
    switch self {
    case .signatureOnly, .denyList, .statusList, .signals: false
    case .allowList, .tokenVersion, .introspection, .sessionRecord: true
    }
  }

  /// Whether it finds out what a handle is worth, which says nothing by itself.
  package var judgesHandles: Bool {
    switch self {
    case .signatureOnly, .tokenVersion, .denyList, .statusList, .signals: false
    case .allowList, .introspection, .sessionRecord: true
    }
  }

  /// How long what was so a moment ago is still taken for so.
  package var belief: TimeSpan {
    switch self {
    case .signatureOnly, .tokenVersion, .allowList, .sessionRecord, .signals: .zero
    case .denyList(let delay): delay
    case .introspection(let cache): cache
    case .statusList(let ttl): ttl
    }
  }
}

extension AccessTokenCheck.Kind {
  package var described: ValueDescription {
    switch self {
    case .signatureOnly:
      ValueDescription(
        "signature-only", label: "signature only",
        meaning: "The API checks signature and claims, and asks nobody.", source: "RFC 9068 §4")
    case .tokenVersion:
      ValueDescription(
        "token-version", label: "token version",
        meaning: "The API compares a number in the token with the one in the user's row.")
    case .denyList:
      ValueDescription(
        "deny-list", .wordOrMapping("{deny-list: 30s}"), label: "deny-list of jti",
        meaning: "The API refuses a token that is on a list of revoked ones.")
    case .allowList:
      ValueDescription(
        "allow-list", label: "allow-list of jti",
        meaning: "The API refuses a token that is not on a list of live ones.")
    case .introspection:
      ValueDescription(
        "introspection", .wordOrMapping("{introspection: 30s}"), label: "introspection",
        meaning: "The API asks the authorization server whether the token is active.",
        source: "RFC 7662 §2")
    case .sessionRecord:
      ValueDescription(
        "session-record", label: "session record",
        meaning: "The API looks up the session that the sign-in opened, and its user.")
    case .statusList:
      ValueDescription(
        "status-list", .wordOrMapping("{status-list: 5m}"), label: "status list",
        meaning: "The API fetches a list of all tokens' status, and keeps a copy for a while.",
        source: "draft-ietf-oauth-status-list §8.3")
    case .signals:
      ValueDescription(
        "signals", label: "shared signals",
        meaning: "The API refuses tokens of a session that it was told of, and asks nobody.",
        source: "CAEP 1.0 §3.1")
    }
  }
}
