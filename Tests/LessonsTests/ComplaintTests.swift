import Testing

@Suite struct ComplaintTests {
  static let top: [(Sample, String)] = [
    (.least.with(line: 1), "1: a scenario wants 'scenario', which is missing"),
    (
      .least.with(line: 1, "scenario: My Probe"),
      "1: 'scenario' wants 1 to 64 lower-case letters, digits and dashes, found \"My Probe\""
    ),
    (
      .least.with(line: 1, "scenario: ../etc/passwd"),
      "1: 'scenario' wants 1 to 64 lower-case letters, digits and dashes, found \"../etc/passwd\""
    ),
    (.least.with(line: 2, "title:"), "2: 'title' wants text, found nothing"),
    (.least.with(line: 2, "title: [a]"), "2: 'title' wants text, found a list"),
    (.least.with(line: 2, "title: !!int 5"), "2: 'title' wants text, found \"5\""),
    (.least.with(line: 3, "about: {a: b}"), "3: 'about' wants text, found a mapping"),
    (.least.with(line: 4), "1: a scenario wants 'strategy' or 'policy', found neither"),
    (
      .least.with(line: 4, "strategy: rotation-stric"),
      """
      4: 'strategy' wants one of long-lived-jwt, week-long-jwt, login-again, background-check, \
      reusable-refresh, one-time-no-expiry, rotation, sliding-week, two-signed-jwts, \
      two-expiry-jwt, tracked-jti, opaque-refresh-list, server-session, refresh-window, \
      token-per-request, rotation-reject-only, rotation-strict, grace-same-successor, \
      grace-new-branch, grace-re-rotate, until-successor-used, status-list, shared-signals, \
      sender-constrained, bound-everything, device-bound-session, bff, step-up, \
      confidential-no-rotation or recommended, found "rotation-stric"
      """
    ),
    (
      .ownPolicy.adding("strategy: rotation-strict"),
      "4: 'policy' and 'strategy' (line 9) exclude each other"
    ),
    (.least.with(line: 5, "lasts: soon"), "5: 'lasts' wants a duration like 15m, found \"soon\""),
    (.least.with(line: 5, "lasts: 40"), "5: 'lasts' wants a duration like 15m, found \"40\""),
    (.least.with(line: 5, "lasts: -1m"), "5: 'lasts' wants a duration like 15m, found \"-1m\""),
    (.least.with(line: 5, "lasts: 1.5h"), "5: 'lasts' wants a duration like 15m, found \"1.5h\""),
    (.least.with(line: 5, "lasts: 999ms"), "5: 'lasts' wants at least 1s, found \"999ms\""),
    (.least.with(line: 5, "lasts: 3651d"), "5: 'lasts' wants at most 3650d, found \"3651d\""),
    (
      .least.adding("seed: -1"),
      "8: 'seed' wants a whole number from 0 to 18446744073709551615, found \"-1\""
    ),
    (
      .least.adding("seed: 0x10"),
      "8: 'seed' wants a whole number from 0 to 18446744073709551615, found \"0x10\""
    ),
    (
      .least.adding("sed: 1"),
      """
      8: a scenario takes the keys scenario, title, about, strategy, policy, habit, seed, lasts, \
      latency, devices, clients, resource-servers, attack, story, found "sed"
      """
    ),
    (
      .least.adding("seed: 1", "seed: 2"),
      "8: expected each key once, found \"seed\" more than once"
    ),
    (
      .least.adding("seed: 1", "!x seed: 2"),
      "9: expected each key once, found \"seed\" more than once"
    ),
  ]

  @Test(arguments: top)
  func `a scenario's own keys say what they want`(sample: Sample, expected: String) {
    #expect(sample.complaint == "probe.yaml:" + expected)
  }
}
