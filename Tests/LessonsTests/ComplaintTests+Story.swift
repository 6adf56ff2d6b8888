import Testing

extension ComplaintTests {
  static let story: [(Sample, String)] = [
    (
      .least.with(line: 7, "  - sign-in"),
      "7: a story line wants a mapping of at, do, device, together, found \"sign-in\""
    ),
    (.least.with(line: 7, "  - {do: sign-in}"), "7: a story line wants 'at', which is missing"),
    (
      .least.with(line: 7, "  - {at: 0s}"),
      "7: a story line wants 'do' or 'together', found neither"
    ),
    (
      .least.with(line: 7, "  - {at: 0s, do: login}"),
      """
      7: 'do' wants sign-in, call-api, refresh, log-out, steal-access-token, steal-refresh-token, \
      steal-storage, attacker-calls-api, attacker-refreshes or drop-next-response, found "login"
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

  @Test(arguments: story)
  func `a story's keys say what they want`(sample: Sample, expected: String) {
    #expect(sample.complaint == "probe.yaml:" + expected)
  }
}
