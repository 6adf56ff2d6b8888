import Testing

extension ComplaintTests {
  static let renewal: [(Sample, String)] = [
    (
      renewal("sometimes"),
      """
      6: 'renewal' wants none, refresh-token, every-request or {reissue: …} or {session: …}, found \
      "sometimes"
      """
    ),
    (renewal("{}"), "6: 'renewal' wants 'session' or 'reissue', found neither"),
    (
      renewal("{reissue: {}, session: {}}"),
      "6: 'session' and 'reissue' (line 6) exclude each other"
    ),
    (renewal("{reissue: {from: sign-in}}"), "6: 'reissue' wants 'window', which is missing"),
    (
      renewal("{reissue: {window: 0s, from: sign-in, looks-at-user: yes}}"),
      "6: 'window' wants more than 0s, found \"0s\""
    ),
    (
      renewal("{reissue: {window: 1m, from: first-use, looks-at-user: yes}}"),
      "6: 'from' wants sign-in or last-issue, found \"first-use\""
    ),
    (
      renewal("{reissue: {window: 1m, from: sign-in}}"),
      "6: 'reissue' wants 'looks-at-user', which is missing"
    ),
    (
      renewal("{session: 30m}"),
      "6: 'session' wants a mapping of idle, absolute, cookie, same-site, asks-for-header, "
        + "found \"30m\""
    ),
    (
      renewal("{session: {idle: none, absolute: 8h}}"),
      "6: 'idle' wants a duration like 15m, found \"none\""
    ),
    (renewal("{session: {idle: 30m}}"), "6: 'session' wants 'absolute', which is missing"),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1s}", "  renewal: every-request"),
      "7: 'refresh-token' means nothing with renewal: every-request (line 6)"
    ),
    (
      .ownPolicy.with(
        line: 5, "  access-token: {lifetime: 1s}",
        "  renewal: {reissue: {window: 1m, from: sign-in, looks-at-user: yes}}"),
      "7: 'refresh-token' means nothing with renewal: reissue (line 6)"
    ),
    (
      renewal("{reissue: {window: 1m, from: sign-in, looks-at-user: yes}}", lifetime: "none"),
      """
      5: 'lifetime' none contradicts renewal re-issue: a token that never expires is never re-issued
      """
    ),
    (
      renewal("none", lifetime: "none"),
      """
      5: 'lifetime' wants a duration like 15m, for every access token has to end, found "none"
      """
    ),
  ]

  private static func renewal(_ keys: String, lifetime: String = "15m") -> Sample {
    .ownPolicy.with(line: 5, "  access-token: {lifetime: \(lifetime)}")
      .with(line: 6, "  renewal: \(keys)")
  }

  @Test(arguments: renewal)
  func `a renewal's keys say what they want`(sample: Sample, expected: String) {
    #expect(sample.complaint == "probe.yaml:" + expected)
  }

  private static let handle = "an opaque handle says nothing, so somebody has to be asked about it"

  static let contradictions: [(access: String, renewal: String, expected: String)] = [
    (
      "form: reference", "renewal: none",
      "access form reference contradicts API check signature-only: \(handle)"
    ),
    (
      "form: reference, check: deny-list", "renewal: none",
      "access form reference contradicts API check deny-list: \(handle)"
    ),
    (
      "form: reference, check: token-version", "renewal: none",
      "access form reference contradicts API check token-version: \(handle)"
    ),
    (
      "check: session-record", "renewal: {session: {idle: 1m, absolute: 1h}}",
      """
      renewal session contradicts access form self-contained: a session is named by a handle
      """
    ),
    (
      "form: reference, check: allow-list", "renewal: {session: {idle: 1m, absolute: 1h}}",
      """
      renewal session contradicts API check allow-list: use keeps a session alive only where its \
      record is looked at
      """
    ),
    (
      "form: reference, check: allow-list",
      "renewal: {reissue: {window: 1m, from: sign-in, looks-at-user: no}}",
      """
      renewal re-issue contradicts access form reference: the expired token itself has to say when \
      it was issued
      """
    ),
    (
      "check: allow-list",
      "refresh-token: {form: signed, idle: 1d, absolute: 1d, rotation: reusable, bound-to: key}",
      """
      refresh form signed contradicts RT bound to key: a server that keeps nothing has no key to \
      compare with
      """
    ),
    (
      "form: reference",
      """
      refresh-token: {form: signed-untyped, idle: 1d, absolute: 1d, rotation: rotating, \
      on-reuse: refuse-only, memory: 1d}
      """,
      """
      access form reference contradicts API check signature-only: \(handle); refresh form signed \
      contradicts rotation rotating: a server that keeps nothing cannot know what was spent; refresh \
      form signed contradicts memory 1d: there is nothing to remember
      """
    ),
  ]

  @Test(arguments: contradictions)
  func `a policy that contradicts itself is refused with both settings`(
    access: String, renewal: String, expected: String
  ) {
    let sample = Sample.ownPolicy
      .with(line: 5, "  access-token: {lifetime: 15m, \(access)}").with(line: 6, "  \(renewal)")
    #expect(sample.complaint == "probe.yaml:4: 'policy' cannot be: \(expected)")
  }
}
