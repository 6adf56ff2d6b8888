import Testing

extension ComplaintTests {
  static let story: [(Sample, String)] = [
    (
      .least.with(line: 7, "  - sign-in"),
      """
      7: a story line wants a mapping of at, do, device, person, by, revoking, admin, scope, \
      strategy, policy, token, text, message, with, to, for, server, parameters, basic, cookie, proof, headers, keep, together, found "sign-in"
      """
    ),
    (.least.with(line: 7, "  - {do: sign-in}"), "7: a story line wants 'at', which is missing"),
    (
      .least.with(line: 7, "  - {at: 0s}"),
      "7: a story line wants 'do' or 'together', found neither"
    ),
    (
      .least.with(line: 7, "  - {at: 0s, do: login}"),
      """
      7: 'do' wants sign-in, call-api, call-admin-api, call-server, refresh, \
      refresh-in-another-tab, log-out, log-out-at-server, log-out-everywhere, \
      restart-before-storing, close-browser, open-browser, drop-next-response, drop-next-request, duplicate-next-request, \
      delay-next-request, delay-next-response, hold-next-request, hold-next-response, \
      hold-attackers-next-request, hold-attackers-next-response, hold-message, release-message, \
      release-next-message, drop-message, duplicate-message, repeat-message, deliver-message, swap-messages, \
      change-password, disable-account, enable-account, set-role, withdraw-scope, change-policy, \
      rotate-signing-key, withdraw-signing-keys, stop-introspection, start-introspection, \
      fail-next-write, steal-access-token, steal-refresh-token, steal-storage, \
      steal-spent-refresh-token, steal-database, steal-signing-key, copy-key-set, clear-storage, \
      attacker-calls-api, attacker-calls-server, attacker-refreshes, attacker-reissues, \
      attacker-presents-refresh-token, attacker-refreshes-with-access-token, \
      attacker-refreshes-on-device, attacker-calls-on-device, attacker-prepares-proofs, \
      attacker-refreshes-with, attacker-starts-flow, steal-cookie, attacker-starts-flow-elsewhere, \
      attacker-forges, attacker-forges-admin, attacker-calls-with, \
      attacker-posts-from-other-site, attacker-links-from-other-site or request, found "login"
      """
    ),
    (
      .least.with(line: 7, "  - {at: 40m1ms, do: sign-in}"),
      "7: 'at' wants a time within 'lasts' (40m), found \"40m1ms\""
    ),
    (
      .least.with(line: 7, "  - {at: 0s, do: sign-in, device: bob@phone}"),
      "7: 'device' wants alice@laptop, found \"bob@phone\""
    ),
    (
      .least.with(line: 7, "  - {at: 0s, do: attacker-refreshes, device: alice@laptop}"),
      "7: 'device' means nothing with do: attacker-refreshes"
    ),
    (
      .least.adding("devices: [{name: a@b}, {name: c@d}, {name: e@f}]"),
      "7: a story line wants 'device' where there are several: a@b, c@d or e@f"
    ),
    (line("attacker-refreshes-with"), "7: a story line wants 'token', which is missing"),
    (line("delay-next-request"), "7: a story line wants 'by', which is missing"),
    (line("delay-next-response, by: 0s"), "7: 'by' wants more than 0s, found \"0s\""),
    (line("refresh, by: 1s"), "7: 'by' means nothing with do: refresh"),
    (line("refresh, person: alice"), "7: 'person' means nothing with do: refresh"),
    (line("hold-message"), "7: a story line wants 'message', which is missing"),
    (line("swap-messages, message: 1"), "7: a story line wants 'with', which is missing"),
    (
      line("drop-message, message: -1"),
      "7: 'message' wants a whole number from 0 to 1000000000, found \"-1\""
    ),
    (
      line("drop-message, message: 99999999999999999999"),
      "7: 'message' wants a whole number from 0 to 1000000000, found \"99999999999999999999\""
    ),
    (
      line("release-next-message, message: 1"),
      "7: 'message' means nothing with do: release-next-message"
    ),
    (line("withdraw-scope"), "7: a story line wants 'scope', which is missing"),
    (line("withdraw-scope, scope: all"), "7: 'scope' wants read, write or admin, found \"all\""),
    (line("change-policy"), "7: a story line wants 'strategy' or 'policy', found neither"),
    (
      line("change-policy, strategy: rotation-strict, policy: {renewal: none}"),
      "7: 'policy' and 'strategy' (line 7) exclude each other"
    ),
    (
      line("change-policy, policy: {}"),
      "7: 'policy' wants access-token, renewal, refresh-token, sso-session or proof-nonce, found a mapping"
    ),
    (
      line("change-policy, policy: {name: x}"),
      "7: 'name' means nothing in a policy that another one becomes"
    ),
    (
      line("change-policy, policy: {access-token: {lifetime: 5m, form: reference}}"),
      "7: 'policy' cannot be: access form reference contradicts API check signature-only: an opaque handle says nothing, so somebody has to be asked about it"
    ),
    (line("disable-account, person: bob"), "7: 'person' wants alice, found \"bob\""),
    (line("change-password"), "7: a story line wants 'revoking', which is missing"),
    (line("set-role, admin: root"), "7: 'admin' wants yes, no, true or false, found \"root\""),
    (line("set-role, revoking: yes"), "7: 'revoking' means nothing with do: set-role"),
    (
      line("attacker-forges, person: a@b").adding("devices: [{name: a@b}, {name: c@d}]"),
      "7: 'person' wants a or c, found \"a@b\""
    ),
    (
      line("attacker-forges").adding("devices: [{name: a@b}, {name: c@d}, {name: a@e}]"),
      "7: a story line wants 'person' where there are several: a or c"
    ),
    (
      .least.with(line: 7, "  - {at: 0s, do: sign-in, together: []}"),
      "7: 'do' means nothing beside 'together'"
    ),
    (
      .least.with(line: 7, "  - at: 0s", "    together: sign-in"),
      "8: 'together' wants a list, found \"sign-in\""
    ),
    (
      .least.with(line: 7, "  - at: 0s", "    together:", "      - {at: 1s, do: sign-in}"),
      "9: 'at' means nothing inside 'together'"
    ),
    (
      .least.with(line: 7, "  - at: 0s", "    together:", "      - {device: alice@laptop}"),
      "9: a command wants 'do', which is missing"
    ),
  ]

  private static func line(_ command: String) -> Sample {
    .least.with(line: 7, "  - {at: 0s, do: \(command)}")
  }

  static let requests: [(Sample, String)] = [
    (line("request"), "7: a story line wants 'to', which is missing"),
    (
      line("request, to: jwks"),
      "7: 'to' wants authorization, token, revocation, introspection or api, found \"jwks\""
    ),
    (
      line("request, to: api, basic: {id: a, secret: b}"),
      "7: 'basic' means nothing with to: api"
    ),
    (
      line("request, to: token, person: alice"), "7: 'person' means nothing with to: token"
    ),
    (
      line("request, to: authorization, parameters: [{name: state, value: a}]"),
      """
      7: 'parameters' wants client_id, scope, code_challenge, code_challenge_method or prompt \
      with to: authorization, found "state"
      """
    ),
    (
      line(
        """
        request, to: authorization, parameters: [{name: scope, value: a}, {name: scope, value: b}]
        """),
      """
      7: 'parameters' wants each name once with to: authorization, found "scope" more than once
      """
    ),
    (line("request, to: token, basic: {id: a}"), "7: 'basic' wants 'secret', which is missing"),
    (
      line("request, to: token, basic: a:b"),
      "7: 'basic' wants a mapping of id, secret, found \"a:b\""
    ),
    (line("request, to: token, cookie: {value: a}"), "7: 'cookie' means nothing with to: token"),
    (
      line("request, to: api, cookie: {value: a}, parameters: []"),
      "7: 'cookie' and 'parameters' (line 7) exclude each other"
    ),
    (
      line("request, to: api, cookie: {}"),
      "7: 'cookie' wants 'value', 'kept' or 'of', found none of them"
    ),
    (
      line("request, to: api, cookie: {value: a, of: alice@laptop}"),
      "7: 'of' and 'value' (line 7) exclude each other"
    ),
    (
      line("request, to: introspection, proof: {key: a}"),
      "7: 'proof' means nothing with to: introspection"
    ),
    (
      line("request, to: api, proof: {htm: GET}"),
      "7: 'proof' wants 'key' or 'key-of', found neither"
    ),
    (
      line("request, to: api, proof: {key: A}"),
      "7: 'key' wants 1 to 64 lower-case letters, digits and dashes, found \"A\""
    ),
    (
      line("request, to: api, proof: {key: a, key-of: alice@laptop}"),
      "7: 'key-of' and 'key' (line 7) exclude each other"
    ),
    (
      line("request, to: api, proof: {key: a, iat: soon}"),
      "7: 'iat' wants a duration like 20m or -90s, found \"soon\""
    ),
    (
      line("request, to: api, headers: [{name: \"a b\", value: c}]"),
      "7: 'name' wants 1 to 64 letters, digits and the signs of a header's name, found \"a b\""
    ),
    (
      line("request, to: api, headers: [{name: a, value: \"b\\r\\nc\"}]"),
      "7: 'value' wants at most 16 KiB of printable ASCII, found \"b\\u{D}\\u{A}c\""
    ),
    (
      line("request, to: api, headers: [{name: authorization, value: Bearer a}]"),
      """
      7: 'name' wants what no other key says, found "authorization": see 'basic', or the parameter \
      'token'
      """
    ),
    (
      line(
        "request, to: api, headers: ["
          + Array(repeating: "{name: a, value: b}", count: 51).joined(separator: ", ") + "]"),
      "7: 'headers' wants at most 50 items, found 51"
    ),
    (
      line("request, to: token, keep: {code: a}"), "7: 'code' means nothing with to: token"
    ),
    (
      line("request, to: revocation, keep: {code: a}"),
      "7: 'keep' means nothing with to: revocation"
    ),
    (
      line("request, to: token, keep: {access_token: a, refresh_token: a}"),
      "7: 'keep' wants another name for each, found one twice"
    ),
    (
      parameter("{name: a, kept: b}"),
      "7: 'kept' wants a name that a request before it keeps, found \"b\""
    ),
    (
      // The file's order does not count, the time does.
      .least.with(
        line: 7, "  - {at: 2s, do: request, to: token, keep: {access_token: b}}",
        "  - {at: 1s, do: request, to: api, cookie: {kept: b}}"),
      "8: 'kept' wants a name that a request before it keeps, found \"b\""
    ),
    (line("request, to: token, parameters: {}"), "7: 'parameters' wants a list, found a mapping"),
    (parameter("{value: a}"), "7: a parameter wants 'name', which is missing"),
    (
      parameter("{name: \"a\\tb\", value: a}"),
      "7: 'name' wants 1 to 64 characters without control characters, found \"a\\u{9}b\""
    ),
    (
      parameter("{name: \"\", value: a}"),
      "7: 'name' wants 1 to 64 characters without control characters, found nothing"
    ),
    (
      parameter("{name: a}"),
      """
      7: a parameter wants 'value', 'refresh-token-of', 'access-token-of', 'stolen' or 'kept', found \
      none of them
      """
    ),
    (
      parameter("{name: a, value: a, stolen: refresh-token}"),
      "7: 'stolen' and 'value' (line 7) exclude each other"
    ),
    (parameter("{name: a, value: [b]}"), "7: 'value' wants text, found a list"),
    (
      parameter("{name: a, refresh-token-of: bob@phone}"),
      "7: 'refresh-token-of' wants alice@laptop, found \"bob@phone\""
    ),
    (
      parameter("{name: a, access-token-of: alice}"),
      "7: 'access-token-of' wants alice@laptop, found \"alice\""
    ),
    (
      parameter("{name: a, stolen: storage}"),
      "7: 'stolen' wants refresh-token or access-token, found \"storage\""
    ),
  ]

  private static func parameter(_ parameter: String) -> Sample {
    line("request, to: token, parameters: [\(parameter)]")
  }

  private static func held(_ token: String) -> Sample {
    line("attacker-refreshes-with, token: \(token)")
  }

  private static func badToken(_ token: String) -> String {
    "7: 'token' wants oldest, spent or a number like RT3, found \"\(token)\""
  }

  @Test(arguments: requests)
  func `a request's keys say what they want`(sample: Sample, expected: String) {
    #expect(sample.complaint == "probe.yaml:" + expected)
  }

  @Test(arguments: [
    "RT0", "RT01", "RT+1", "RT-1", "rt1", "newest", "RT1000001", "RT99999999999999999999",
  ])
  func `a refresh token is named as the trace names it`(token: String) {
    #expect(Self.held(token).complaint == "probe.yaml:" + Self.badToken(token))
  }

  @Test(arguments: story)
  func `a story's keys say what they want`(sample: Sample, expected: String) {
    #expect(sample.complaint == "probe.yaml:" + expected)
  }
}
