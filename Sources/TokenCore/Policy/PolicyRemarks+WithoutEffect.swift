/// Settings that change nothing under the rest of the policy: legal, and said, because whoever chose
/// one expects something of it.
extension Policy {
  var withoutEffect: [PolicyRemark] {
    sessionWithoutEffect + ageWithoutEffect + familyWithoutEffect + recordsWithoutEffect
      + handleWithoutEffect
      + proofsWithoutEffect
      + (session.map(withoutEffect) ?? []) + (refresh.map(withoutEffect) ?? [])
  }

  private var sessionWithoutEffect: [PolicyRemark] {
    guard sso.absolute <= sso.idle else { return [] }
    return [
      PolicyRemark(
        .ssoIdle,
        "SSO session max \(sso.absolute.shortText) is no longer than SSO session idle "
          + "\(sso.idle.shortText), which never acts")
    ]
  }

  /// No token is of a sign-in longer ago than that: the session answers up to its end, the code lives a
  /// minute, what comes of it ends in turn, and `auth_time` is rounded down to a second.
  private var ageWithoutEffect: [PolicyRemark] {
    guard let age = accessToken.maxAge, let familyEnd else { return [] }
    let handleLeeway = accessToken.form.isHandle ? .zero : accessToken.leeway
    let most =
      sso.absolute + AuthorizationServer.codeLifetime + familyEnd + accessToken.lifetime
      + handleLeeway + .seconds(1)
    guard age >= most else { return [] }
    return [
      PolicyRemark(
        .maxAge,
        "max age \(age.shortText) has no effect: no access token is of a sign-in longer ago than "
          + most.shortText)
    ]
  }

  /// How long after its code was used a family still gives access tokens; nil for no limit.
  private var familyEnd: TimeSpan? {
    switch renewal {
    case .none: .zero
    case .refreshToken(let refresh): refresh.absoluteLifetime
    case .session(let session): session.absolute
    case .reissue, .everyRequest: nil
    }
  }

  /// Whether access tokens end with their family is the policy's to say only where a record of the
  /// token is looked at, and nothing more.
  private var familyWithoutEffect: [PolicyRemark] {
    let no = "AT ends with family no has no effect: "
    switch accessToken.check.kind {
    case .signatureOnly where accessToken.endsWithFamily:
      return [
        PolicyRemark(
          .endsWithFamily, "AT ends with family yes has no effect: the API looks at no record",
          source: "RFC 7009 §3")
      ]
    case .introspection where !accessToken.endsWithFamily:
      return [
        PolicyRemark(
          .endsWithFamily, no + "a token of an ended family is inactive", source: "RFC 7662 §2.2")
      ]
    case .sessionRecord where !accessToken.endsWithFamily:
      return [PolicyRemark(.endsWithFamily, no + "the session that the API looks at is the family")]
    case .signals where !accessToken.endsWithFamily:
      return [
        PolicyRemark(.endsWithFamily, no + "an event is about the session, which is the family")
      ]
    case .tokenVersion where !accessToken.endsWithFamily:
      return [PolicyRemark(.endsWithFamily, no + "a new version ends all of the user's tokens")]
    case .signatureOnly, .introspection, .sessionRecord, .tokenVersion, .denyList, .allowList,
      .statusList, .signals:
      return []
    }
  }

  private var recordsWithoutEffect: [PolicyRemark] {
    var remarks: [PolicyRemark] = []
    let isNothingRefreshed = refresh == nil && reissue == nil
    if accessToken.endsAtRefresh, isNothingRefreshed || !accessToken.check.looksAtToken {
      let reason = isNothingRefreshed ? "nothing is refreshed" : "the API looks at no record"
      remarks.append(
        PolicyRemark(
          .endsAtRefresh, "AT ends at refresh yes has no effect: " + reason, source: "RFC 7009 §3"))
    }
    if accessToken.rights.isReadAgain, !accessToken.check.readsRights {
      remarks.append(
        PolicyRemark(
          .rights, "rights at-request has no effect: the API reads nobody's row",
          source: "RFC 7009 §3"))
    }
    if reissue?.looksAtRecord == true, !accessToken.check.looksAtToken {
      remarks.append(
        PolicyRemark(
          .reissueRecord, "re-issue looks at the record yes has no effect: there is no record",
          source: "RFC 7009 §3"))
    }
    if renewal == .everyRequest, !accessToken.check.looksAtToken {
      remarks.append(
        PolicyRemark(
          .renewal, "a token per request ends none before it: the API looks at no record",
          source: "RFC 7009 §3"))
    }
    if case .denyList(let delay) = accessToken.check, delay >= accessToken.lifetime {
      remarks.append(
        PolicyRemark(
          .denyListDelay,
          "deny-list has no effect: it arrives after \(delay.shortText), when the access token has "
            + "ended", source: "RFC 7009 §2.1"))
    }
    if case .statusList(let ttl) = accessToken.check, ttl >= accessToken.lifetime {
      remarks.append(
        PolicyRemark(
          .statusListTTL,
          "a copy of the status list is kept for \(ttl.shortText), no less than an access token lives: "
            + "whether a revocation is seen at all is luck",
          source: "draft-ietf-oauth-status-list §5.1"))
    }
    if accessToken.onOutage == .failOpen, accessToken.check.kind != .introspection {
      remarks.append(
        PolicyRemark(.outageResponse, "introspection down fail-open has no effect: nobody asks"))
    }
    if isListOfNothing {
      remarks.append(
        PolicyRemark(
          .accessCheck,
          "\(accessToken.check.kind.label): nothing ends with its family or at a refresh, so only a "
            + "token that is revoked by itself is refused", source: "RFC 7009 §2.1"))
    }
    return remarks
  }

  private var proofsWithoutEffect: [PolicyRemark] {
    var remarks: [PolicyRemark] = []
    if let refresh, refresh.binding.needsProof, !refresh.isBoundToKey {
      remarks.append(
        PolicyRemark(
          .binding,
          "RT bound to key has no effect: a confidential client's refresh token is bound by its "
            + "authentication", source: "RFC 9449 §5"))
    }
    if let proofNonce, !bindsToKey {
      remarks.append(
        PolicyRemark(
          .proofNonce,
          "proof nonce \(proofNonce.shortText) has no effect: nobody proves anything",
          source: "RFC 9449 §8"))
    }
    if proofNonce == nil, accessToken.binding.needsProof {
      remarks.append(
        PolicyRemark(
          .proofNonce,
          "proofs need no nonce: whoever has used the key for a moment has proofs for later",
          source: "RFC 9449 §11.2"))
    }
    return remarks
  }

  private var isListOfNothing: Bool {
    accessToken.check.looksAtToken && !accessToken.check.looksAtSession
      && !accessToken.endsWithFamily && renewal != .everyRequest
      && (refresh == nil && reissue == nil || !accessToken.endsAtRefresh)
  }

  private var handleWithoutEffect: [PolicyRemark] {
    guard accessToken.form.isHandle else { return [] }
    var remarks: [PolicyRemark] = []
    if accessToken.leeway > .zero {
      remarks.append(
        PolicyRemark(
          .leeway,
          "leeway \(accessToken.leeway.shortText) has no effect: the server that gave a handle "
            + "judges it by its own clock"))
    }
    if accessToken.keySetCache != AccessTokenPolicy(lifetime: accessToken.lifetime).keySetCache {
      remarks.append(
        PolicyRemark(
          .keySetCache,
          "key set cache \(accessToken.keySetCache.shortText) has no effect: nobody signs a handle")
      )
    }
    return remarks
  }

  private func withoutEffect(_ session: SessionPolicy) -> [PolicyRemark] {
    var remarks: [PolicyRemark] = []
    if accessToken.lifetime != session.absolute {
      remarks.append(
        PolicyRemark(
          .accessLifetime,
          "access lifetime \(accessToken.lifetime.shortText) has no effect: a session's handle ends "
            + "with the session, after \(session.absolute.shortText)"))
    }
    if session.absolute <= session.idle {
      remarks.append(
        PolicyRemark(
          .sessionIdle,
          "the absolute limit \(session.absolute.shortText) is no longer than the idle limit "
            + "\(session.idle.shortText), which never acts"))
    }
    return remarks
  }

  private func graceWithoutEffect(_ refresh: RefreshPolicy) -> [PolicyRemark] {
    guard case .rotating(let response, let grace) = refresh.rotation else { return [] }
    if grace == .untilTokenUsed, !accessToken.writesRows {
      return [
        PolicyRemark(
          .grace,
          "no call confirms a new token: the API does not look it up in the server's records",
          source: "doorkeeper; SuperTokens CDI 5.4")
      ]
    }
    guard let window = grace.window, !window.answer.givesTokens else { return [] }
    var remarks: [PolicyRemark] = []
    if !response.isDetection {
      remarks.append(
        PolicyRemark(.graceAnswer, "the grace has no effect: every reuse is only refused"))
    }
    if let times = window.times {
      remarks.append(
        PolicyRemark(.graceTimes, "grace times \(times) has no effect: no retry is answered"))
    }
    if window.anchor.isRestarted {
      remarks.append(
        PolicyRemark(
          .graceAnchor, "counting from the last use has no effect: what is refused is no use"))
    }
    return remarks
  }

  private func withoutEffect(_ refresh: RefreshPolicy) -> [PolicyRemark] {
    var remarks = graceWithoutEffect(refresh)
    if let idle = refresh.idleLifetime, refresh.form != .opaque, refresh.rotation == .reusable {
      remarks.append(
        PolicyRemark(
          .refreshIdle,
          "refresh idle \(idle.shortText) counts from the sign-in: nobody notes a use of a signed "
            + "token"))
    }
    guard let absolute = refresh.absoluteLifetime else { return remarks }
    if let idle = refresh.idleLifetime, absolute <= idle {
      remarks.append(
        PolicyRemark(
          .refreshIdle,
          "the absolute limit \(absolute.shortText) is no longer than the idle limit "
            + "\(idle.shortText), which never acts"))
    }
    if let idle = refresh.idleLifetime, idle < absolute, refresh.form != .opaque,
      refresh.rotation == .reusable
    {
      remarks.append(
        PolicyRemark(
          .refreshAbsolute,
          "refresh absolute \(absolute.shortText) has no effect: the token ends after "
            + idle.shortText))
    }
    if let memory = refresh.memory, absolute <= memory {
      remarks.append(
        PolicyRemark(
          .memory,
          "memory \(memory.shortText) has no effect: no family lives longer than "
            + absolute.shortText))
    }
    return remarks
  }
}
