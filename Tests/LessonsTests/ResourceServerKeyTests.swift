import CustomDump
import Simulation
import Testing
import TokenCore

@testable import Lessons

/// Several resource servers in a file.
struct ResourceServerKeyTests {
  private static func servers(_ keys: String) -> Sample {
    .least.adding("resource-servers: [\(keys)]")
  }

  static let lists: [(String, [ResourceServerSetting])] = [
    ("{name: api}", [.api]),
    (
      "{name: api}, {name: reports}",
      [.api, ResourceServerSetting(name: "reports", isInAudience: false)]
    ),
    (
      "{name: a, in-audience: no}, {name: b, in-audience: yes, knows-private-claims: no}",
      [
        ResourceServerSetting(name: "a", audience: "https://a.example", isInAudience: false),
        ResourceServerSetting(
          name: "b", audience: "https://b.example", isInAudience: true,
          knowsPrivateClaims: false),
      ]
    ),
    ("{name: a, asks-for-max-age: no}", [ResourceServerSetting(name: "a", asksForMaxAge: false)]),
    ("{name: a, asks-for-max-age: yes}", [ResourceServerSetting(name: "a")]),
    (
      "{name: a, audience: 'urn:x y'}", [ResourceServerSetting(name: "a", audience: "urn:x y")]
    ),
  ]

  @Test(arguments: lists)
  func `a resource server's keys`(keys: String, expected: [ResourceServerSetting]) throws {
    expectNoDifference(try Self.servers(keys).read().setting.resourceServers, expected)
  }

  @Test func `the servers hold under every strategy`() throws {
    let scenario = try Self.servers("{name: a}, {name: b}").read()
    #expect(
      scenario.under(.loginAgain).setting.resourceServers == scenario.setting.resourceServers)
  }

  @Test(arguments: [
    ("", "'resource-servers' wants at least one resource server"),
    ("{audience: a}", "a resource server wants 'name', which is missing"),
    ("{name: A}", "'name' wants 1 to 64 lower-case letters, digits and dashes, found \"A\""),
    (
      "{name: a, in-audience: no}", "'resource-servers' wants at least one that is in the audience"
    ),
    (
      "{name: a}, {name: a, audience: b}",
      "expected each resource server once, found \"a\" more than once"
    ),
    (
      "{name: a}, {name: b, audience: 'https://a.example'}",
      "expected each audience once, found \"https://a.example\" more than once"
    ),
    (
      "{name: a, audience: \"\\e[2J\"}",
      "'audience' wants 1 to 64 characters without control characters, found \"\\u{1B}[2J\""
    ),
    (
      (1...9).map { "{name: a\($0)}" }.joined(separator: ", "),
      "'resource-servers' wants at most 8 items, found 9"
    ),
    (
      "{name: a, tokens: yes}",
      "a resource server takes the keys name, audience, in-audience, knows-private-claims, "
        + "asks-for-max-age, found \"tokens\""
    ),
  ])
  func `a mistake in the list is told`(keys: String, expected: String) {
    #expect(Self.servers(keys).complaint == "probe.yaml:8: " + expected)
  }

  @Test(arguments: [
    ("call-server", "7: a story line wants 'server' where there are several: a or b"),
    ("call-server, server: c", "7: 'server' wants a or b, found \"c\""),
    ("attacker-calls-server", "7: a story line wants 'server' where there are several: a or b"),
    ("call-api, server: a", "7: 'server' means nothing with do: call-api"),
    ("request, to: api, server: c", "7: 'server' wants a or b, found \"c\""),
    ("request, to: token, server: a", "7: 'server' means nothing with to: token"),
  ])
  func `a story names a server that is there`(line: String, expected: String) {
    let sample = Self.servers("{name: a}, {name: b}").with(line: 7, "  - {at: 0s, do: \(line)}")
    #expect(sample.complaint == "probe.yaml:" + expected)
  }

  @Test func `an attack can be on another server than the first`() throws {
    let attack = "attack: {at: 0s, takes: storage, calls-every: 1m, server: b}"
    let plan = try Self.servers("{name: a}, {name: b}").adding(attack).read().setting.attack
    #expect(plan?.server == ResourceServerID(index: 1))
    #expect(
      Self.servers("{name: a}").adding(attack).complaint
        == "probe.yaml:9: 'server' wants a, found \"b\"")
  }
}
