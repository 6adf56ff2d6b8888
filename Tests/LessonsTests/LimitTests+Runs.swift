import Lessons
import Testing
import TokenCore

/// What would keep a run busy for longer than anybody waits.
extension LimitTests {
  @Test func `a run has an end that somebody could wait for`() {
    func calls(_ lasts: String, _ keys: String) -> Sample {
      .least.with(line: 5, "lasts: \(lasts)").adding("devices: [{name: a@b, \(keys)}]")
    }
    let limit = "at most 300000 API calls within 'lasts', found"
    #expect(calls("299999s", "calls: {every: 1s}").complaint == nil)
    #expect(
      calls("300000s", "calls: {every: 1s}").complaint
        == "probe.yaml:8: 'devices' wants \(limit) 300001")
    #expect(calls("149999s", "tabs: 2, calls: {every: 1s}").complaint == nil)
    #expect(
      calls("150000s", "tabs: 2, calls: {every: 1s}").complaint
        == "probe.yaml:8: 'devices' wants \(limit) 300002")
    #expect(calls("3650d", "calls: {every: 1h}").complaint == nil)
    #expect(
      calls("3650d", "calls: {every: 1s}").adding("habit: {renews: {every: 1h}}").complaint
        == "probe.yaml:8: 'devices' wants \(limit) 315360001")
  }

  @Test func `timers and attacks are bounded, too`() {
    let long = Sample.least.with(line: 5, "lasts: 3650d")
    let refreshes = "wants at most 300000 refreshes by timer within 'lasts', found"
    #expect(
      long.adding("habit: {renews: {every: 1s}}").complaint
        == "probe.yaml:8: 'habit' \(refreshes) 315360000")
    #expect(
      long.with(line: 4, "strategy: background-check").complaint
        == "probe.yaml:4: 'strategy' wants at most 300000 checks by timer within 'lasts', "
        + "found 1051200")
    func attack(_ every: String, at start: String, calls: String = "1h") -> Sample {
      .least.with(line: 5, "lasts: 300000s").adding(
        "attack: {at: \(start), takes: storage, calls-every: \(every)}",
        "devices: [{name: a@b, calls: {every: \(calls)}}]")
    }
    #expect(attack("1s", at: "100s").complaint == nil)
    #expect(
      attack("1s", at: "10s").complaint
        == """
        probe.yaml:8: 'attack' wants at most 300000 API calls together with those of 'devices' \
        within 'lasts', found 300075
        """)
  }

  @Test func `another strategy's timers are held to the same limit`() throws {
    func lasting(_ span: String) throws -> Scenario {
      try Sample.least.with(line: 5, "lasts: \(span)").read()
    }
    let long = try lasting("3650d")
    #expect(long.overwork == nil)
    #expect(
      long.under(.backgroundCheck).overwork
        == "wants at most 300000 checks by timer within 'lasts', found 1051200")
    #expect(try lasting("1041d").under(.backgroundCheck).overwork == nil)
    #expect(try lasting("1042d").under(.backgroundCheck).overwork != nil)
  }

  @Test func `a year of a call every two minutes, day and night, is within the limits`() {
    let year = Sample.least.with(line: 5, "lasts: 365d").adding(
      "devices: [{name: a@b, calls: {every: 2m}}]")
    #expect(year.complaint == nil)
  }

  @Test func `a week of work and an attack on it are well within the limits`() {
    let week = Sample.least.with(line: 5, "lasts: 7d").adding(
      "devices:",
      "  - {name: a@b, tabs: 4, calls: {every: 5s, daily: {from: 9h, for: 8h, days: 7}}}",
      "attack: {at: 0s, takes: storage, calls-every: 60s}")
    #expect(week.complaint == nil)
  }
}
