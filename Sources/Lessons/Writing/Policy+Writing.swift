import TokenCore

extension Policy {
  /// The policy written out; `name` is what it goes by where that is not the scenario's name.
  ///
  /// Where it is what another policy becomes, a part that is left out would stay as it is there, and so
  /// none is.
  func written(name: String?, instead isChange: Bool = false) -> Written {
    .fields([
      (PolicyKey.accessToken, accessToken.written), (.renewal, renewal.written),
      (.refreshToken, refresh?.written),
      (.proofNonce, .span(proofNonce, or: "none").unless(proofNonce == nil && !isChange)),
      (.sso, sso.written(whole: isChange).unless(sso == SSOSessionPolicy() && !isChange)),
      (.name, name.map(Written.text)),
    ])
  }
}

extension AccessTokenPolicy {
  fileprivate var written: Written {
    let usual = AccessTokenPolicy(lifetime: lifetime)
    return .fields([
      (AccessTokenKey.lifetime, .span(lifetime)),
      (.form, .choice(form).unless(form == usual.form)),
      (.signature, .choice(signature).unless(signature == usual.signature)),
      (.check, check.written?.unless(check == usual.check)),
      (.shortExpiry, shortExpiry.written),
      (.leeway, .span(leeway).unless(leeway == usual.leeway)),
      (.endsWithFamily, .flag(endsWithFamily).unless(endsWithFamily == usual.endsWithFamily)),
      (.endsAtRefresh, .flag(endsAtRefresh).unless(endsAtRefresh == usual.endsAtRefresh)),
      (.rights, .choice(rights).unless(rights == usual.rights)),
      (.maxAge, maxAge.map(Written.span)),
      (.keySetCache, .span(keySetCache).unless(keySetCache == usual.keySetCache)),
      (.onOutage, .choice(onOutage).unless(onOutage == usual.onOutage)),
      (.boundTo, .choice(binding).unless(binding == usual.binding)),
    ])
  }
}

extension AccessTokenCheck {
  fileprivate var written: Written? {
    switch self {
    case .introspection(let cache) where cache > .zero:
      .fields([(CheckKey.introspection, .span(cache))])
    case .denyList(let delay) where delay > .zero: .fields([(CheckKey.denyList, .span(delay))])
    case .statusList(let ttl): .fields([(CheckKey.statusList, .span(ttl))])
    case .introspection, .denyList, .signatureOnly, .tokenVersion, .allowList, .sessionRecord,
      .signals:
      .choice(kind)
    }
  }
}

extension Renewal {
  /// Nil where the refresh token's rules say it.
  fileprivate var written: Written? {
    switch self {
    case .refreshToken: nil
    case .none, .everyRequest: .choice(kind)
    case .reissue(let reissue): .fields([(RenewalKey.reissue, reissue.written)])
    case .session(let session): .fields([(RenewalKey.session, session.written)])
    }
  }
}

extension ReissuePolicy {
  fileprivate var written: Written {
    .fields([
      (ReissueKey.window, .span(window)), (.anchor, .choice(anchor)),
      (.looksAtUser, .flag(looksAtUser)),
      (.looksAtRecord, .flag(looksAtRecord).unless(!looksAtRecord)),
    ])
  }
}

extension SessionPolicy {
  fileprivate var written: Written {
    .fields([
      (SessionKey.idle, .span(idle)), (.absolute, .span(absolute)),
      (.cookie, .choice(cookie).unless(cookie == .session)),
      (.sameSite, .choice(sameSite).unless(sameSite == .lax)),
      (.asksForHeader, .flag(asksForHeader).unless(!asksForHeader)),
    ])
  }
}

extension SSOSessionPolicy {
  fileprivate func written(whole: Bool) -> Written {
    let usual = SSOSessionPolicy()
    return .fields([
      (SSOSessionKey.idle, .span(idle).unless(idle == usual.idle && !whole)),
      (.absolute, .span(absolute).unless(absolute == usual.absolute)),
      (.endsFamilies, .flag(endsFamilies).unless(endsFamilies == usual.endsFamilies)),
      (.onePerPerson, .flag(onePerPerson).unless(onePerPerson == usual.onePerPerson)),
    ])
  }
}

extension ShortExpiry {
  /// Nil for none.
  fileprivate var written: Written? {
    switch self {
    case .none: nil
    case .checked(let span): .span(span)
    case .ignored(let span):
      .fields([(ShortExpiryKey.after, .span(span)), (.checked, .flag(false))])
    }
  }
}
