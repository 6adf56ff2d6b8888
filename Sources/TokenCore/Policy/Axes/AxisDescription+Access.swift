/// The axes of an access token and of the resource server's look at it.
extension AxisDescription {
  static let accessLifetime = AxisDescription(
    "access lifetime", word: "lifetime",
    meaning: "How long an access token lives, from its issue to exp, in whole seconds.",
    source: "RFC 6750 §5.3",
    scale: .span(
      SpanScale(
        .at(\.policy.accessToken.lifetime), least: .seconds(1),
        rungs: [TimeSpan](rungs: "15s 1m 2m 5m 10m 15m 30m 1h 8h 1d 5d 7d 30d 90d 180d"),
        samples: [.seconds(1), .seconds(20), .minutes(5), .days(180)])))

  static let accessForm = AxisDescription(
    "access form", word: "form",
    meaning: "Whether an access token says what it is worth, or names a row that does.",
    source: "RFC 6749 §1.4", scale: .choice(ChoiceScale(.at(\.policy.accessToken.form))))

  static let accessSignature = AxisDescription(
    "access signature", label: "signed with", depth: 1, word: "signed-with",
    meaning: "What an access token is signed with, and so whether an API could make one too.",
    source: "RFC 9068 §2.1",
    scale: .choice(ChoiceScale(.at(\.policy.accessToken.signature))),
    when: { !$0.policy.accessToken.form.isHandle })

  static let accessCheck = AxisDescription(
    "API checks", word: "check",
    meaning: "Where the API looks, beyond the token itself, before it serves a call.",
    scale: .choice(ChoiceScale(.at(\.checkKind))))

  static let introspectionCache = AxisDescription(
    "introspection cache", label: "answer believed for", depth: 1, word: "introspection",
    meaning: "How long the API believes the server's answer, never beyond exp.",
    source: "RFC 7662 §4",
    scale: .span(
      SpanScale(
        .at(\.introspectionCache), least: .zero, rungs: caches, samples: [.zero, .seconds(30)])))

  static let outageResponse = AxisDescription(
    "introspection down", label: "while it is down", depth: 1, word: "on-outage",
    meaning: "What the API does with a token while nobody answers its introspection.",
    scale: .choice(ChoiceScale(.at(\.outageResponse))))

  static let denyListDelay = AxisDescription(
    "deny-list delay", label: "arrives after", depth: 1, word: "deny-list",
    meaning: "How long after a revocation the API's copy of the deny-list has it.",
    source: "RFC 7009 §2.1",
    scale: .span(
      SpanScale(
        .at(\.denyListDelay), least: .zero, rungs: caches, samples: [.zero, .seconds(30)])))

  static let statusListTTL = AxisDescription(
    "status list ttl", label: "copy kept for", depth: 1, word: "status-list",
    meaning: "How long the API goes by its copy of the status list before it fetches another.",
    source: "draft-ietf-oauth-status-list §5.1",
    scale: .span(
      SpanScale(
        .at(\.statusListTTL), least: .milliseconds(1),
        rungs: [TimeSpan](rungs: "10s 1m 5m 15m 1h 12h"), samples: [.seconds(10), .minutes(5)])))

  static let leeway = AxisDescription(
    "leeway", word: "leeway",
    meaning: "How long past exp the API still serves a token, for clocks that disagree.",
    source: "RFC 7519 §4.1.4",
    scale: .span(
      SpanScale(
        .at(\.policy.accessToken.leeway), least: .zero,
        rungs: [TimeSpan](rungs: "0s 5s 30s 1m 5m 10m"), samples: [.zero, .seconds(5)])))

  static let keySetCache = AxisDescription(
    "key set cache", label: "key set believed for", word: "key-set-cache",
    meaning: "How long the API believes the keys that it fetched from the server.",
    scale: .span(
      SpanScale(
        .at(\.policy.accessToken.keySetCache), least: .zero, rungs: caches,
        samples: [.zero, .seconds(10), .minutes(5)])))

  static let endsWithFamily = AxisDescription(
    "AT ends with family", word: "ends-with-family",
    meaning: "Whether the records of its access tokens end when a family is revoked.",
    source: "RFC 7009 §2.1",
    scale: .choice(
      ChoiceScale(
        .at(\.policy.accessToken.endsWithFamily),
        no: "An access token outlives its family, up to exp.",
        yes: "An access token ends with its family wherever the API asks the server's record.")))

  static let endsAtRefresh = AxisDescription(
    "AT ends at refresh", word: "ends-at-refresh",
    meaning: "Whether the record of the access token before ends at a refresh or a re-issue of it.",
    scale: .choice(
      ChoiceScale(
        .at(\.policy.accessToken.endsAtRefresh),
        no: "The access token before goes on up to exp beside the new one.",
        yes: "The access token before ends wherever the API asks the server's record.")),
    when: { $0.refresh != nil || $0.reissue != nil })

  static let rights = AxisDescription(
    "rights", word: "rights", meaning: "When it is decided what an access token allows.",
    source: "RFC 7662 §2.2", scale: .choice(ChoiceScale(.at(\.policy.accessToken.rights))))

  static let maxAge = AxisDescription(
    "max age", word: "max-age",
    meaning:
      "How long ago the person may have signed in for the API to serve a call; no refresh makes "
      + "that any less.", source: "RFC 9470 §3",
    scale: .span(
      SpanScale(
        \.maxAge, least: .seconds(1), rungs: [TimeSpan](rungs: "1m 5m 15m 30m 1h 8h 1d"),
        unlimited: "none", samples: [nil, nil, .seconds(10), .minutes(5)])))

  static let accessBinding = AxisDescription(
    "AT bound to", word: "bound-to",
    meaning: "Whether holding an access token is enough to use it.", source: "RFC 9449 §7",
    scale: .choice(ChoiceScale(.at(\.policy.accessToken.binding))))

  static let proofNonce = AxisDescription(
    "proof nonce", depth: 1, word: "proof-nonce",
    meaning:
      "How often each server has another nonce, which proofs have to contain; the one before "
      + "is still taken.", source: "RFC 9449 §8",
    scale: .span(
      SpanScale(
        \.proofNonce, least: .milliseconds(1), rungs: [TimeSpan](rungs: "30s 1m 5m 15m 1h"),
        unlimited: "none", samples: [nil, .seconds(20), .minutes(5)])),
    when: { $0.policy.bindsToKey || $0.policy.proofNonce != nil })

  static let shortExpiry = AxisDescription(
    "short expiry", depth: 1, word: "short-expiry",
    meaning: "A second end before exp, in a private claim: past it a token is good for an exchange "
      + "only, where anybody knows the claim.", source: "RFC 7519 §4.3",
    scale: .span(
      SpanScale(
        \.shortExpiry, least: .milliseconds(1), rungs: [TimeSpan](rungs: "1m 5m 10m 15m 1h 1d"),
        unlimited: "none", samples: [nil, nil, nil, .seconds(10), .seconds(10)])),
    when: { $0.reissue != nil || $0.shortExpiry.limit != nil })

  static let shortExpiryCheck = AxisDescription(
    "short expiry known to the API", label: "known to the API", depth: 1, word: "checked",
    meaning: "Whether the API knows the private claim with the short expiry.",
    source: "RFC 7519 §4",
    scale: .choice(
      ChoiceScale(
        .at(\.isShortExpiryChecked),
        no: "The API ignores the claim and serves the token up to exp.",
        yes: "The API refuses the token past its short expiry.")))

  private static let caches = [TimeSpan](rungs: "0s 10s 1m 5m 15m 1h")
}
