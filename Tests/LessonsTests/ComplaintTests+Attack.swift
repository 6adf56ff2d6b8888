import Testing

extension ComplaintTests {
  static let attack: [(Sample, String)] = [
    (.least.adding("attack: {}"), "8: 'attack' wants 'at', which is missing"),
    (.least.adding("attack: {at: 0s}"), "8: 'attack' wants 'takes', which is missing"),
    (
      .least.adding("attack: {at: 0s, takes: storage}"),
      "8: 'attack' wants 'calls-every', which is missing"
    ),
    (
      .least.adding("attack: soon"),
      """
      8: 'attack' wants a mapping of at, device, takes, calls-every, renews, \
      server, waits-until-victim-is-gone, found "soon"
      """
    ),
    (
      attack("at: 41m"), "8: 'at' wants a time within 'lasts' (40m), found \"41m\""
    ),
    (
      attack("at: 0s, device: bob@phone"), "8: 'device' wants alice@laptop, found \"bob@phone\""
    ),
    (
      attack("at: 0s").with(line: 7, "  - {at: 0s, do: steal-database}")
        .adding("devices: [{name: a@b}, {name: c@d}]"),
      "8: 'attack' wants 'device' where there are several: a@b or c@d"
    ),
    (
      .least.adding("attack: {at: 0s, takes: keys, calls-every: 1m}"),
      "8: 'takes' wants access-token, refresh-token or storage, found \"keys\""
    ),
    (
      .least.adding("attack: {at: 0s, takes: storage, calls-every: 999ms}"),
      "8: 'calls-every' wants at least 1s, found \"999ms\""
    ),
    (
      attack("at: 0s, renews: often"),
      "8: 'renews' wants yes, no, true or false, found \"often\""
    ),
    (
      attack("at: 0s, waits-until-victim-is-gone: yes"),
      """
      8: 'waits-until-victim-is-gone' means nothing with a victim who is never there ('calls')
      """
    ),
    (
      attack("at: 0s, waits-until-victim-is-gone: yes")
        .adding("devices: [{name: a@b, calls: {every: 1m, until: never}}]"),
      """
      8: 'waits-until-victim-is-gone' means nothing with a victim who never leaves ('until')
      """
    ),
  ]

  private static func attack(_ keys: String) -> Sample {
    .least.adding("attack: {takes: storage, calls-every: 1m, \(keys)}")
  }

  @Test(arguments: attack)
  func `an attack's keys say what they want`(sample: Sample, expected: String) {
    #expect(sample.complaint == "probe.yaml:" + expected)
  }

  static let clients: [(Sample, String)] = [
    (.least.adding("clients: mobile"), "8: 'clients' wants a list, found \"mobile\""),
    (
      .least.adding("clients:", "  - mobile"),
      "9: a client wants a mapping of id, secret, server, found \"mobile\""
    ),
    (.least.adding("clients: [{secret: a}]"), "8: a client wants 'id', which is missing"),
    (
      .least.adding("clients:", "  - {id: web}"),
      "9: 'id' wants another name than that of the devices' own client, found \"web\""
    ),
    (
      .least.adding("clients:", "  - {id: a}", "  - {id: a, secret: b}"),
      "10: expected each client once, found \"a\" more than once"
    ),
    (
      .least.adding("clients:", "  - {id: a, secret: }"),
      "9: 'secret' wants 1 to 64 characters without control characters, found nothing"
    ),
    (
      .least.adding("clients:", "  - {id: a, server: api}"),
      "9: 'server' means nothing without a secret to authenticate with"
    ),
    (
      .least.adding("clients:", "  - {id: a, secret: b, server: c}"),
      "9: 'server' wants api, found \"c\""
    ),
    (
      .least.adding("clients:", "  - {id: \"\\e\"}"),
      "9: 'id' wants 1 to 64 characters without control characters, found \"\\u{1B}\""
    ),
  ]

  @Test(arguments: clients)
  func `a client's keys say what they want`(sample: Sample, expected: String) {
    #expect(sample.complaint == "probe.yaml:" + expected)
  }
}
