extension Policy {
  /// What a reviewer would say of this policy; empty for one without oddities.
  public var remarks: [PolicyRemark] {
    accessRemarks + (refresh.map(remarks) ?? [])
  }

  private var accessRemarks: [PolicyRemark] {
    var remarks: [PolicyRemark] = []
    if accessToken.lifetime > .hours(1), session == nil {
      remarks.append(
        PolicyRemark(
          text: "the access token lives \(accessToken.lifetime.shortText), longer than an hour",
          source: "RFC 6750 §5.3"))
    }
    if accessToken.leeway > .minutes(5) {
      remarks.append(
        PolicyRemark(
          text: "a leeway of \(accessToken.leeway.shortText) is more than a few minutes",
          source: "RFC 7519 §4.1.4"))
    }
    if let short = accessToken.shortExpiry.span {
      remarks.append(
        PolicyRemark(
          text: "useExp, \(short.shortText), is a private claim: whoever does not know it serves "
            + "the token up to exp, \(accessToken.lifetime.shortText)", source: "RFC 7519 §4"))
    }
    if reissue?.anchor.isRestarted == true {
      remarks.append(
        PolicyRemark(
          text: "each re-issue restarts the window: nothing ends for whoever keeps asking",
          source: "ASVS 10.4.8"))
    }
    return remarks
  }

  private func remarks(on refresh: RefreshPolicy) -> [PolicyRemark] {
    lifetimeRemarks(on: refresh) + constraintRemarks(on: refresh)
  }

  private func lifetimeRemarks(on refresh: RefreshPolicy) -> [PolicyRemark] {
    var remarks: [PolicyRemark] = []
    if refresh.absoluteLifetime == nil {
      remarks.append(
        PolicyRemark(text: "no absolute limit: a quiet thief stays for ever", source: "ASVS 10.4.8")
      )
    }
    if refresh.idleLifetime == nil {
      remarks.append(PolicyRemark(text: "no idle limit", source: "RFC 9700 §4.14.2"))
    }
    if let idle = refresh.idleLifetime, let absolute = refresh.absoluteLifetime, absolute < idle {
      remarks.append(
        PolicyRemark(
          text: "the absolute limit \(absolute.shortText) is shorter than the idle limit "
            + "\(idle.shortText), which never acts", source: "RFC 9700 §4.14.2"))
    }
    if case .window(let window) = refresh.rotation.grace, window.length > accessToken.lifetime {
      remarks.append(
        PolicyRemark(
          text: "the grace of \(window.length.shortText) is longer than the access token's "
            + "\(accessToken.lifetime.shortText)", source: "RFC 9700 §4.14.2"))
    }
    return remarks
  }

  private func constraintRemarks(on refresh: RefreshPolicy) -> [PolicyRemark] {
    switch (refresh.client, refresh.binding, refresh.rotation) {
    case (.public, .bearer, .reusable):
      [
        PolicyRemark(
          text: "a public client's refresh token is neither rotated nor bound to a key",
          source: "RFC 9700 §2.2.2")
      ]
    case (.confidential, _, .rotating):
      [
        PolicyRemark(
          text: "rotation for a client that authenticates", source: "FAPI 2.0 §5.3.2.1")
      ]
    case (.public, _, _), (.confidential, _, .reusable): []
    }
  }
}
