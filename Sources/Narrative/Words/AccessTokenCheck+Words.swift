import TokenCore

/// Where an API looks, in words.
extension AccessTokenCheck {
  package var words: String {
    if case .introspection(let cache) = self, cache != .zero {
      return "\(kind.label), \(cache.shortText) cache"
    }
    if case .denyList(let delay) = self, delay != .zero {
      return "\(kind.label), \(delay.shortText) late"
    }
    if case .statusList(let ttl) = self { return "\(kind.label), \(ttl.shortText) ttl" }
    return kind.label
  }

  /// Why a call was served, as far as the check goes.
  var servedBecause: String {
    switch self {
    case .signatureOnly: "signature and exp are good; nobody was asked whether it was revoked"
    case .denyList(let delay):
      "signature and exp are good, and it is not on the deny-list"
        + (delay == .zero ? "" : ", which is up to \(delay.shortText) old")
    case .allowList: "signature and exp are good, and it is on the allow-list"
    case .introspection(let cache):
      cache == .zero
        ? "the authorization server was asked, and says that it is active"
        : "the authorization server said active, at most \(cache.shortText) ago"
    case .statusList(let ttl):
      "signature and exp are good, and its entry is VALID in a copy of the list that is less than "
        + "\(ttl.shortText) old"
    case .signals: "signature and exp are good, and no event has said that its session was revoked"
    case .sessionRecord: "the session that it names stands"
    case .tokenVersion: "signature and exp are good, and the user's version is the token's"
    }
  }

  /// What it cannot know.
  var leftInTheDark: String {
    switch self {
    case .signatureOnly:
      "whether family, account and role still stand: it asks nobody until exp (RFC 7009 §3)"
    case .denyList(let delay) where delay > .zero:
      "what was revoked since, and has not reached its list: up to \(delay.words) (RFC 7009 §2.1)"
    case .denyList: "whether it was stolen: only what somebody revoked is on the list"
    case .allowList: "whether it was stolen: what nobody revoked is on the list"
    case .introspection(let cache) where cache > .zero:
      "what happened since the answer that it believes, up to \(cache.words) ago (RFC 7662 §4)"
    case .introspection, .sessionRecord: "whether it was stolen: a record knows what it was told"
    case .statusList(let ttl):
      "what was revoked since its copy of the list was fetched, up to \(ttl.words) ago "
        + "(draft-ietf-oauth-status-list §5.1)"
    case .signals:
      "whether an event is late or was lost: it asks nobody until exp (RFC 8935 §4)"
    case .tokenVersion: "whether this one token was revoked: the version is the account's"
    }
  }
}
