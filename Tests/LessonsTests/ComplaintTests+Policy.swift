import Testing

extension ComplaintTests {
  static let policy: [(Sample, String)] = [
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 500ms}"),
      "5: 'lifetime' wants at least 1s, found \"500ms\""
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1500ms}"),
      "5: 'lifetime' wants whole seconds, found \"1500ms\""
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1m, max-age: 1500ms}"),
      "5: 'max-age' wants whole seconds, found \"1500ms\""
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1m, max-age: soon}"),
      "5: 'max-age' wants a duration like 15m or none, found \"soon\""
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1m, max-age: 500ms}"),
      "5: 'max-age' wants at least 1s, found \"500ms\""
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {check: deny-list}"),
      "5: 'access-token' wants 'lifetime', which is missing"
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1s, check: none}"),
      """
      5: 'check' wants signature-only, deny-list, allow-list, introspection, session-record, \
      status-list, signals, token-version or {deny-list: 30s} or {introspection: 30s} or {status-list: 5m}, found "none"
      """
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1s, check: {allow-list: 1s}}"),
      "5: 'check' takes the keys introspection, deny-list, status-list, found \"allow-list\""
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1s, check: {introspection: yes}}"),
      "5: 'introspection' wants a duration like 15m, found \"yes\""
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1s, check: {}}"),
      "5: 'check' wants 'introspection', which is missing"
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1s, form: jwt}"),
      "5: 'form' wants self-contained or reference, found \"jwt\""
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1s, key-set-cache: none}"),
      "5: 'key-set-cache' wants a duration like 15m, found \"none\""
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: none}"),
      """
      5: 'lifetime' wants a duration like 15m, for every access token has to end, found "none"
      """
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1s, ends-at-refresh: maybe}"),
      "5: 'ends-at-refresh' wants yes, no, true or false, found \"maybe\""
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1h, short-expiry: 1h}"),
      """
      4: 'policy' cannot be: short expiry 1h contradicts access lifetime 1h: after exp there is \
      nothing left to end
      """
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1h, short-expiry: 1500ms}"),
      "4: 'policy' cannot be: short expiry must be whole seconds, found 1s500ms"
    ),
    (
      .ownPolicy.with(
        line: 5,
        """
          access-token: {lifetime: 1h, short-expiry: 1m, form: reference, check: allow-list}
        """),
      """
      4: 'policy' cannot be: short expiry 1m contradicts access form reference: an opaque handle has \
      no claims
      """
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1h, short-expiry: {checked: no}}"),
      "5: 'short-expiry' wants 'after', which is missing"
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1h, short-expiry: soon}"),
      "5: 'short-expiry' wants a duration like 15m or none, found \"soon\""
    ),
    (.ownPolicy.with(line: 5), "4: 'policy' wants 'access-token', which is missing"),
    (
      .ownPolicy.with(line: 4, "policy:", "  name: \"a**\""),
      """
      5: 'name' wants 1 to 64 lower-case letters, digits and dashes, perhaps with a star behind \
      them, found "a**"
      """
    ),
    (
      .ownPolicy.with(line: 4, "policy:", "  name: rotation"),
      "5: 'name' wants another name than that of a shipped strategy, found \"rotation\""
    ),
    (
      .ownPolicy.with(line: 6),
      "4: 'policy' wants 'refresh-token' or 'renewal: none', found neither"
    ),
    (
      .ownPolicy.with(line: 5, "  access-token: {lifetime: 1s}", "  renewal: none"),
      "7: 'refresh-token' means nothing with renewal: none (line 6)"
    ),
    (
      refresh("form: jwt, idle: none, absolute: none, rotation: reusable"),
      "6: 'form' wants opaque, signed or signed-untyped, found \"jwt\""
    ),
    (
      refresh("idle: none, absolute: none, rotation: reusable, bound-to: device"),
      "6: 'bound-to' wants nothing or key, found \"device\""
    ),
    (
      refresh("idle: none, absolute: none, rotation: reusable, client: secret"),
      "6: 'client' wants public or confidential, found \"secret\""
    ),
    (
      refresh("idle: 0s, absolute: none, rotation: reusable"),
      "6: 'idle' wants more than 0s, found \"0s\""
    ),
    (
      refresh("absolute: none, rotation: reusable"),
      "6: 'refresh-token' wants 'idle', which is missing"
    ),
    (
      refresh("idle: never, absolute: none, rotation: reusable"),
      "6: 'idle' wants a duration like 15m or none, found \"never\""
    ),
    (
      refresh("idle: none, absolute: none, rotation: rotating"),
      "6: 'refresh-token' wants 'on-reuse', which is missing"
    ),
    (
      refresh("idle: none, absolute: none, rotation: reusable, on-reuse: refuse-only"),
      "6: 'on-reuse' means nothing with rotation: reusable (line 6)"
    ),
    (
      refresh("idle: none, absolute: none, rotation: reusable, grace: until-successor-used"),
      "6: 'grace' means nothing with rotation: reusable (line 6)"
    ),
    (
      refresh("idle: none, absolute: none, rotation: reusable, memory: 1d"),
      "6: 'memory' means nothing with rotation: reusable (line 6)"
    ),
    (
      refresh("idle: none, absolute: none, rotation: rotating, on-reuse: revoke"),
      """
      6: 'on-reuse' wants refuse-only, revoke-family, revoke-user-on-client or revoke-user, found \
      "revoke"
      """
    ),
    (
      grace("10s"),
      """
      6: 'grace' wants none, until-successor-used, until-token-used or {window: 10s, answer: same-successor}, found \
      "10s"
      """
    ),
    (grace("{window: 10s}"), "6: 'grace' wants 'answer', which is missing"),
    (
      grace("{window: 0s, answer: new-branch}"),
      "6: 'window' wants more than 0s, found \"0s\""
    ),
    (
      grace("{window: 1s, answer: new}"),
      "6: 'answer' wants same-successor, new-branch, re-rotate or refuse, found \"new\""
    ),
    (
      grace("{window: 1s, answer: new-branch, for: all}"),
      "6: 'for' wants immediate-predecessor or any-in-its-window, found \"all\""
    ),
    (
      grace("{window: 1s, answer: new-branch, from: now}"),
      "6: 'from' wants first-use or last-use, found \"now\""
    ),
  ]

  private static func refresh(_ keys: String) -> Sample {
    .ownPolicy.with(line: 6, "  refresh-token: {\(keys)}")
  }

  private static func grace(_ grace: String) -> Sample {
    refresh("idle: 1d, absolute: 1d, rotation: rotating, on-reuse: revoke-family, grace: \(grace)")
  }

  @Test(arguments: policy)
  func `a policy's keys say what they want`(sample: Sample, expected: String) {
    #expect(sample.complaint == "probe.yaml:" + expected)
  }
}
