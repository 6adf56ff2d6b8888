import Testing

extension ComplaintTests {
  static let habit: [(Sample, String)] = [
    (
      .least.adding("habit: {renews: sometimes}"),
      """
      8: 'renews' wants when-refused, asks-the-person or {before-expiry: 60s} or {every: 10m} \
      or {checks-every: 5m} or {warned-from: 60m, warned-until: 10m}, found "sometimes"
      """
    ),
    (
      .least.adding("habit: {renews: {warned-from: 10m, warned-until: 10m}}"),
      "8: 'warned-until' wants a duration below 'warned-from', 10m, found 10m"
    ),
    (
      .least.adding("habit: {renews: {warned-until: 10m}}"),
      "8: 'warned-until' means nothing without 'warned-from'"
    ),
    (
      .least.adding("habit: {renews: {checks-every: 1m, every: 1m}}"),
      "8: 'every' means nothing with 'checks-every'"
    ),
    (
      .least.adding("habit: {storage: cookie}"),
      "8: 'storage' wants local-storage, memory or backend, found \"cookie\""
    ),
    (
      .least.adding("habit: {renews: {every: 0s}}"), "8: 'every' wants at least 1s, found \"0s\""
    ),
    (
      .least.adding("habit: {renews: {}}"),
      "8: 'renews' wants 'every' or 'before-expiry', found neither"
    ),
    (
      .least.adding("habit: {renews: {every: 1m, before-expiry: 1m}}"),
      "8: 'every' and 'before-expiry' (line 8) exclude each other"
    ),
    (
      .least.with(line: 4, "strategy: login-again").adding("habit: {renews: when-refused}"),
      "8: 'renews' wants asks-the-person or checks-every where there is nothing to renew with"
    ),
    (
      .least.with(line: 4, "strategy: server-session").adding("habit: {renews: {every: 1m}}"),
      "8: 'renews' wants asks-the-person or checks-every where there is nothing to renew with"
    ),
    (
      .least.adding("habit: {guard: per-device}"),
      "8: 'guard' wants none, per-tab or across-tabs, found \"per-device\""
    ),
    (
      .least.adding("habit: {clock-offset: slow}"),
      "8: 'clock-offset' wants a duration like 20m or -90s, found \"slow\""
    ),
    (
      .least.adding("habit: {clock-offset: --1s}"),
      "8: 'clock-offset' wants a duration like 20m or -90s, found \"--1s\""
    ),
    (
      .least.adding("habit: {clock-offset: \"-\"}"),
      "8: 'clock-offset' wants a duration like 20m or -90s, found \"-\""
    ),
    (
      .least.adding("habit: {clock-offset: -3651d}"),
      "8: 'clock-offset' wants at most 3650d either way, found \"-3651d\""
    ),
    (
      .least.adding("habit: {retries: 101}"),
      "8: 'retries' wants a whole number from 0 to 100, found \"101\""
    ),
    (
      .least.adding("habit: {response-timeout: 0s}"),
      "8: 'response-timeout' wants more than 0s, found \"0s\""
    ),
  ]

  @Test(arguments: habit)
  func `a habit's keys say what they want`(sample: Sample, expected: String) {
    #expect(sample.complaint == "probe.yaml:" + expected)
  }

  static let devices: [(Sample, String)] = [
    (.least.adding("devices: alice@laptop"), "8: 'devices' wants a list, found \"alice@laptop\""),
    (.least.adding("devices: []"), "8: 'devices' wants at least one device"),
    (.least.adding("devices: [{}]"), "8: a device wants 'name', which is missing"),
    (
      .least.adding("devices:", "  - alice@laptop"),
      """
      9: a device wants a mapping of name, admin, calls, tabs, signs-in-again, found "alice@laptop"
      """
    ),
    (
      .least.adding("devices:", "  - {name: alice}"),
      """
      9: 'name' wants person@device like alice@laptop, each at most 64 characters, found "alice"
      """
    ),
    (
      .least.adding("devices:", "  - {name: alice@a@b}"),
      """
      9: 'name' wants person@device like alice@laptop, each at most 64 characters, found "alice@a@b"
      """
    ),
    (
      .least.adding("devices:", "  - {name: a@b}", "  - {name: a@b}"),
      "10: expected each device once, found \"a@b\" more than once"
    ),
    (
      .least.adding("devices:", "  - {name: a@b, signs-in-again: 30s}"),
      """
      9: 'signs-in-again' means nothing without 'calls': a person who is not there signs in nowhere
      """
    ),
    (
      .least.adding("devices:", "  - {name: a@b, tabs: 2}"),
      "9: 'tabs' means nothing without 'calls': a command is given to one tab"
    ),
    (
      device("{every: 1m}, tabs: 0"), "9: 'tabs' wants a whole number from 1 to 16, found \"0\""
    ),
    (
      device("{every: 1m}, tabs: 17"), "9: 'tabs' wants a whole number from 1 to 16, found \"17\""
    ),
    (
      device("{every: 1m}, admin: root"),
      "9: 'admin' wants yes, no, true or false, found \"root\""
    ),
    (
      device("{every: 1m}, signs-in-again: soon"),
      "9: 'signs-in-again' wants a duration like 30s or never, found \"soon\""
    ),
    (
      device("{every: 1m}, signs-in-again: 0s"),
      "9: 'signs-in-again' wants at least 1s, found \"0s\""
    ),
    (device("{every: 999ms}"), "9: 'every' wants at least 1s, found \"999ms\""),
    (device("{from: 1m}"), "9: 'calls' wants 'every', which is missing"),
    (device("{every: 1m, from: 5m, until: 5m}"), "9: 'from' (5m) must come before 'until' (5m)"),
    (device("{every: 1m, from: 1h}"), "9: 'from' (1h) must come before 'until' (40m)"),
    (
      device("{every: 1m, from: 0s, daily: {from: 9h, for: 8h, days: 2}}"),
      "9: 'from' and 'daily' (line 9) exclude each other"
    ),
    (
      device("{every: 1m, daily: {from: 9h, for: 25h, days: 2}}"),
      "9: 'for' wants at most 1d, found 1d1h: the days would overlap"
    ),
    (
      device("{every: 1m, daily: {from: 9h, for: 8h, days: 0}}"),
      "9: 'days' wants a whole number from 1 to 3650, found \"0\""
    ),
    (
      device("{every: 1m, until: ever}"),
      "9: 'until' wants a duration like 20m or never, found \"ever\""
    ),
    (
      device("{every: 1m, from: never}"), "9: 'from' wants a duration like 15m, found \"never\""
    ),
    (device("{every: 1m, spans: []}"), "9: 'spans' wants at least one span"),
    (device("{every: 1m, spans: [{from: 1m}]}"), "9: a span wants 'until', which is missing"),
    (
      device("{every: 1m, spans: [{from: 2m, until: 2m}]}"),
      "9: 'from' (2m) must come before 'until' (2m)"
    ),
    (
      device("{every: 1m, spans: [{from: 1m, until: 3m}, {from: 2m, until: 4m}]}"),
      "9: a span wants to begin after the one before it has ended"
    ),
    (
      device("{every: 1m, spans: [{from: 1m, until: never}, {from: 2m, until: never}]}"),
      "9: a span wants to begin after the one before it has ended"
    ),
    (
      device("{every: 1m, until: 9m, spans: [{from: 1m, until: 3m}]}"),
      "9: 'until' and 'spans' (line 9) exclude each other"
    ),
    (
      device("{every: 1m, daily: {}, spans: []}"),
      "9: 'daily' and 'spans' (line 9) exclude each other"
    ),
  ]

  private static func device(_ calls: String) -> Sample {
    .least.adding("devices:", "  - {name: a@b, calls: \(calls)}")
  }

  @Test(arguments: devices)
  func `a device's keys say what they want`(sample: Sample, expected: String) {
    #expect(sample.complaint == "probe.yaml:" + expected)
  }
}
