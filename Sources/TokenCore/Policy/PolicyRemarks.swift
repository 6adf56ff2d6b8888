/// What is legal but odd, and who says so. What has no effect is remarked on in the file beside this.
extension Policy {
  /// What a reviewer would say of this policy; empty for one without oddities.
  public var remarks: [PolicyRemark] {
    accessRemarks + maxAgeRemarks + failureRemarks + (session.map(remarks) ?? [])
      + (reissue.map(remarks) ?? [])
      + (refresh.map(remarks) ?? []) + withoutEffect
  }

  private var accessRemarks: [PolicyRemark] {
    var remarks: [PolicyRemark] = []
    if accessToken.lifetime > .hours(1), session == nil {
      remarks.append(
        PolicyRemark(
          .accessLifetime,
          "the access token lives \(accessToken.lifetime.shortText), longer than an hour",
          source: "RFC 6750 §5.3"))
    }
    if accessToken.leeway > .minutes(5) {
      remarks.append(
        PolicyRemark(
          .leeway, "a leeway of \(accessToken.leeway.shortText) is more than a few minutes",
          source: "RFC 7519 §4.1.4"))
    }
    if accessToken.signature == .hs256, !accessToken.form.isHandle {
      remarks.append(
        PolicyRemark(
          .accessSignature,
          "HS256 has one secret for server and APIs: every API can make tokens for all",
          source: "RFC 9068 §2.1"))
    }
    if let short = accessToken.shortExpiry.span {
      remarks.append(
        PolicyRemark(
          .shortExpiry,
          "useExp, \(short.shortText), is a private claim: whoever does not know it serves "
            + "the token up to exp, \(accessToken.lifetime.shortText)", source: "RFC 7519 §4"))
    }
    return remarks
  }

  /// Who waits for the access token's end has waited too long for a refresh to be of use.
  private var maxAgeRemarks: [PolicyRemark] {
    guard let age = accessToken.maxAge, refresh != nil || reissue != nil,
      age < accessToken.lifetime
    else { return [] }
    return [
      PolicyRemark(
        .maxAge,
        "max age \(age.shortText) is over before the access token ends, after "
          + "\(accessToken.lifetime.shortText): at an API that asks for it, whoever waits for that has to "
          + "sign in, and no renewal helps", source: "RFC 9068 §2.2.1")
    ]
  }

  private func remarks(on session: SessionPolicy) -> [PolicyRemark] {
    guard session.sameSite == .none, !session.asksForHeader else { return [] }
    return [
      PolicyRemark(
        .cookieSameSite, "any site's page can have the browser act with the cookie",
        source: "RFC 6750 §5.3")
    ]
  }

  /// What goes wrong where a part of the server is late, down, or not atomic.
  private var failureRemarks: [PolicyRemark] {
    var remarks: [PolicyRemark] = []
    if case .denyList(let delay) = accessToken.check, delay > .zero, delay < accessToken.lifetime {
      remarks.append(
        PolicyRemark(
          .denyListDelay, "a revoked access token is served for up to \(delay.shortText) more",
          source: "RFC 7009 §2.1"))
    }
    if accessToken.check == .signals {
      remarks.append(
        PolicyRemark(
          .accessCheck,
          "an event that is lost is not sent again: tokens of its session are served up to exp",
          source: "RFC 8935 §4"))
    }
    if case .statusList(let ttl) = accessToken.check, ttl < accessToken.lifetime {
      remarks.append(
        PolicyRemark(
          .statusListTTL, "a revoked access token is served for up to \(ttl.shortText) more",
          source: "draft-ietf-oauth-status-list §5.1"))
    }
    if case .introspection = accessToken.check, accessToken.onOutage == .failOpen {
      remarks.append(
        PolicyRemark(
          .outageResponse, "while introspection is down, revoked tokens are served up to exp",
          source: "ASVS 5.0 16.5.3"))
    }
    if let gap = refresh?.spendingGap, gap > .zero {
      remarks.append(
        PolicyRemark(
          .spendingGap,
          "of requests with one refresh token within \(gap.shortText) all win, and none is reuse",
          source: "RFC 6819 §5.2.2.3"))
    }
    return remarks
  }

  private func remarks(on reissue: ReissuePolicy) -> [PolicyRemark] {
    var remarks: [PolicyRemark] = []
    if reissue.anchor.isRestarted {
      remarks.append(
        PolicyRemark(
          .reissueAnchor,
          "each re-issue restarts the window: nothing ends for whoever keeps asking",
          source: "ASVS 5.0 10.4.8"))
    }
    if !reissue.looksAtUser {
      remarks.append(
        PolicyRemark(
          .reissueLook, "no closed account and no new password refuses a re-issue",
          source: "ASVS 5.0 7.4.2"))
    }
    let end = accessToken.shortExpiry.checkedSpan ?? accessToken.lifetime
    if reissue.window <= end {
      remarks.append(
        PolicyRemark(
          .reissueWindow,
          "the re-issue window of \(reissue.window.shortText) closes "
            + "\(reissue.window == end ? "as" : "before") the access token ends: "
            + "whoever waits for a refusal is never given another"))
    }
    return remarks
  }

  private func remarks(on refresh: RefreshPolicy) -> [PolicyRemark] {
    lifetimeRemarks(on: refresh) + graceRemarks(on: refresh) + constraintRemarks(on: refresh)
      + bindingRemarks(on: refresh)
  }

  private func lifetimeRemarks(on refresh: RefreshPolicy) -> [PolicyRemark] {
    var remarks: [PolicyRemark] = []
    if refresh.absoluteLifetime == nil {
      remarks.append(
        PolicyRemark(
          .refreshAbsolute, "no absolute limit: a quiet thief stays for ever",
          source: "ASVS 5.0 10.4.8"))
    }
    if refresh.idleLifetime == nil {
      remarks.append(PolicyRemark(.refreshIdle, "no idle limit", source: "RFC 9700 §4.14.2"))
    }
    if refresh.form != .opaque {
      remarks.append(
        PolicyRemark(
          .refreshForm, "the refresh token cannot be revoked: nothing ends it before its time",
          source: "RFC 7009 §2"))
    }
    return remarks
  }

  private func graceRemarks(on refresh: RefreshPolicy) -> [PolicyRemark] {
    guard let length = refresh.rotation.grace.window?.length else { return [] }
    var remarks: [PolicyRemark] = []
    if length > accessToken.lifetime {
      remarks.append(
        PolicyRemark(
          .graceLength,
          "the grace of \(length.shortText) is longer than the access token's "
            + "\(accessToken.lifetime.shortText)"))
    }
    if let memory = refresh.memory, memory < length {
      remarks.append(
        PolicyRemark(
          .memory,
          "a spent token is forgotten after \(memory.shortText), before its grace of "
            + "\(length.shortText) is over"))
    }
    return remarks
  }

  /// Half of a binding: the other token opens the door for whoever has it.
  private func bindingRemarks(on refresh: RefreshPolicy) -> [PolicyRemark] {
    switch (accessToken.binding, refresh.isBoundToKey) {
    case (.key, false) where !refresh.client.hasSecret:
      [
        PolicyRemark(
          .binding,
          "access tokens are bound, and whoever has a refresh token gets one for a key of their own",
          source: "RFC 9449 §5")
      ]
    case (.bearer, true):
      [
        PolicyRemark(
          .accessBinding,
          "only the refresh token is bound: an access token opens the API for whoever has it",
          source: "RFC 9449 §5")
      ]
    case (.key, _), (.bearer, false): []
    }
  }

  private func constraintRemarks(on refresh: RefreshPolicy) -> [PolicyRemark] {
    switch (refresh.client, refresh.binding, refresh.rotation) {
    case (.public, .bearer, .reusable), (.public, .bearer, .renewed):
      [
        PolicyRemark(
          .rotation, "a public client's refresh token is neither rotated nor bound to a key",
          source: "RFC 9700 §2.2.2")
      ]
    case (.confidential, _, .rotating):
      [
        PolicyRemark(
          .client, "rotation for a client that authenticates", source: "FAPI 2.0 §5.3.2.1")
      ]
    case (.public, _, _), (.confidential, _, .reusable), (.confidential, _, .renewed): []
    }
  }
}
