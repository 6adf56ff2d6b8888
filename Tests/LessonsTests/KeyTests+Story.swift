import CustomDump
import Simulation
import Testing
import TokenCore

@testable import Lessons

extension KeyTests {
  private static let phone = DeviceID(index: 1)
  private static let bob = UserID(index: 1)
  private static let reports = ResourceServerID(index: 1)

  private static let fiveMinutes = Policy(
    accessToken: AccessTokenPolicy(lifetime: .minutes(5)), renewal: .none)

  /// Every command with what it takes, at bob@phone and about bob, the second of each.
  static let commands: [(String, Command)] = [
    ("sign-in, device: bob@phone", .client(phone, .signIn)),
    ("call-api, device: bob@phone", .client(phone, .callAPI)),
    ("call-admin-api, device: bob@phone", .client(phone, .callAdminAPI)),
    ("call-server, device: bob@phone, server: reports", .client(phone, .callServer(reports))),
    ("call-server, device: bob@phone, server: api", .client(phone, .callServer(.first))),
    ("refresh, device: bob@phone", .client(phone, .refresh)),
    ("refresh-in-another-tab, device: bob@phone", .client(phone, .refreshInAnotherTab)),
    ("log-out, device: bob@phone", .client(phone, .logOut)),
    ("restart-before-storing, device: bob@phone", .client(phone, .restartBeforeStoring)),
    ("close-browser, device: bob@phone", .client(phone, .closeBrowser)),
    ("open-browser, device: bob@phone", .client(phone, .openBrowser)),
    ("drop-next-response, device: bob@phone", .network(phone, .dropNextResponse)),
    ("drop-next-request, device: bob@phone", .network(phone, .dropNextRequest)),
    ("duplicate-next-request, device: bob@phone", .network(phone, .duplicateNextRequest)),
    (
      "delay-next-request, device: bob@phone, by: 1ms",
      .network(phone, .delayNextRequest(by: .milliseconds(1)))
    ),
    (
      "delay-next-response, by: 3s, device: bob@phone",
      .network(phone, .delayNextResponse(by: .seconds(3)))
    ),
    ("hold-next-request, device: bob@phone", .wire(.holdNextRequest(phone))),
    ("hold-next-response, device: bob@phone", .wire(.holdNextResponse(phone))),
    ("hold-attackers-next-request", .wire(.holdAttackersNextRequest)),
    ("hold-attackers-next-response", .wire(.holdAttackersNextResponse)),
    ("hold-message, message: 0", .wire(.hold(0))),
    ("release-message, message: 12", .wire(.release(12))),
    ("release-next-message", .wire(.releaseNext)),
    ("drop-message, message: 1000000000", .wire(.drop(1_000_000_000))),
    ("duplicate-message, message: 7", .wire(.duplicate(7))),
    ("repeat-message, message: 7", .wire(.sendAgain(7))),
    ("deliver-message, message: 8", .wire(.deliverNow(8))),
    ("swap-messages, with: 3, message: 4", .wire(.swap(4, 3))),
    (
      "change-password, person: bob, revoking: yes",
      .administration(.changePassword(bob, revoking: true))
    ),
    (
      "change-password, person: bob, revoking: no",
      .administration(.changePassword(bob, revoking: false))
    ),
    ("disable-account, person: bob", .administration(.disableAccount(bob))),
    ("withdraw-scope, scope: write", .administration(.withdrawScope("write"))),
    (
      "change-policy, strategy: rotation-strict",
      .administration(.changePolicy(Strategy.rotationStrict.policy))
    ),
    (
      "change-policy, policy: {access-token: {lifetime: 5m}, renewal: none}",
      .administration(.changePolicy(fiveMinutes))
    ),
    ("enable-account, person: bob", .administration(.enableAccount(bob))),
    ("set-role, person: bob, admin: yes", .administration(.setRole(bob, isAdmin: true))),
    ("rotate-signing-key", .administration(.rotateSigningKey)),
    ("withdraw-signing-keys", .administration(.withdrawSigningKeys)),
    ("stop-introspection", .administration(.stopIntrospection)),
    ("start-introspection", .administration(.startIntrospection)),
    ("fail-next-write", .administration(.failNextWrite)),
    ("steal-access-token, device: bob@phone", .attacker(.stealAccessToken(phone))),
    ("steal-refresh-token, device: bob@phone", .attacker(.stealRefreshToken(phone))),
    ("steal-storage, device: bob@phone", .attacker(.stealStorage(phone))),
    ("steal-cookie, device: bob@phone", .attacker(.stealCookie(phone))),
    ("attacker-starts-flow-elsewhere", .attacker(.startFlowElsewhere)),
    ("log-out-at-server, device: bob@phone", .client(phone, .logOutAtServer)),
    ("log-out-everywhere, device: bob@phone", .client(phone, .logOutEverywhere)),
    ("steal-spent-refresh-token, device: bob@phone", .attacker(.stealSpentRefreshToken(phone))),
    ("steal-database", .attacker(.stealDatabase)),
    ("steal-signing-key", .attacker(.stealSigningKey)),
    ("copy-key-set, server: reports", .attacker(.copyKeySet(reports))),
    ("clear-storage, device: bob@phone", .attacker(.clearStorage(phone))),
    ("attacker-calls-api", .attacker(.callAPI)),
    ("attacker-calls-server, server: reports", .attacker(.callServer(reports))),
    ("attacker-refreshes", .attacker(.refresh)),
    ("attacker-reissues", .attacker(.reissue)),
    ("attacker-presents-refresh-token", .attacker(.presentRefreshToken)),
    ("attacker-refreshes-on-device, device: bob@phone", .attacker(.refreshOnDevice(phone))),
    ("attacker-calls-on-device, device: bob@phone", .attacker(.callOnDevice(phone))),
    (
      "attacker-prepares-proofs, device: bob@phone, for: 90m",
      .attacker(.prepareProofs(phone, for: .minutes(90)))
    ),
    ("attacker-refreshes-with, token: oldest", .attacker(.refreshWith(.oldest))),
    ("attacker-refreshes-with, token: spent", .attacker(.refreshWith(.spent))),
    (
      "attacker-refreshes-with, token: RT12",
      .attacker(.refreshWith(.named(RefreshTokenID(index: 11))))
    ),
    ("attacker-starts-flow, device: bob@phone", .attacker(.startFlow(phone))),
    ("attacker-forges, person: bob", .attacker(.forge(bob))),
    ("attacker-forges-admin, person: bob", .attacker(.forgeAdmin(bob))),
    ("attacker-refreshes-with-access-token", .attacker(.refreshWithAccessToken)),
    (
      "attacker-posts-from-other-site, device: bob@phone", .attacker(.postFromOtherSite(phone))
    ),
    (
      "attacker-links-from-other-site, device: bob@phone", .attacker(.linkFromOtherSite(phone))
    ),
    ("attacker-calls-with, text: e30.e30.", .attacker(.callWith("e30.e30."))),
    ("request, to: api", .visitor(ExplicitRequest(endpoint: .api, parameters: []))),
    (
      "request, to: api, server: reports",
      .visitor(ExplicitRequest(endpoint: .api, parameters: [], server: reports))
    ),
  ]

  private static func sample(_ line: String) -> Sample {
    .least.with(line: 7, "  - {at: 40m, do: \(line)}")
      .adding(
        "devices: [{name: alice@laptop}, {name: bob@phone}, {name: alice@tv}]",
        "resource-servers: [{name: api}, {name: reports}]")
  }

  @Test(arguments: commands)
  func `every command can be ordered by its name`(line: String, expected: Command) throws {
    let story = try Self.sample(line).read().story
    expectNoDifference(story, [ScriptLine(at: .start + .minutes(40), command: expected)])
    #expect(line.hasPrefix(expected.word.rawValue))
  }

  @Test func `the table above has every command`() {
    let words = CommandWord.allCases.filter { word in
      !Self.commands.contains { $0.1.word == word }
    }
    #expect(words.isEmpty)
  }

  static let requests: [(String, ExplicitRequest)] = [
    (
      "to: authorization, person: bob, parameters: [{name: scope, value: read}]",
      ExplicitRequest(
        endpoint: .authorization, parameters: [.init("scope", .text("read"))], person: bob)
    ),
    ("to: token", ExplicitRequest(endpoint: .token, parameters: [])),
    ("to: revocation, parameters: []", ExplicitRequest(endpoint: .revocation, parameters: [])),
    (
      "to: introspection, basic: {id: \"\", secret: \"a\\u202Eb\"}",
      ExplicitRequest(
        endpoint: .introspection, parameters: [],
        basic: ClientCredentials(clientID: "", secret: "a\u{202E}b"))
    ),
    (
      "to: token, parameters: [{name: a, value: b}, {name: a, value: c}, {name: d, value: }]",
      ExplicitRequest(
        endpoint: .token,
        parameters: [.init("a", .text("b")), .init("a", .text("c")), .init("d", .text(""))])
    ),
    (
      """
      to: api, parameters: [{name: a b, refresh-token-of: bob@phone}, \
      {name: token, access-token-of: alice@tv}, {name: c, stolen: refresh-token}, \
      {name: d, stolen: access-token}]
      """,
      ExplicitRequest(
        endpoint: .api,
        parameters: [
          .init("a b", .refreshToken(of: phone)),
          .init("token", .accessToken(of: DeviceID(index: 2))),
          .init("c", .stolenRefreshToken), .init("d", .stolenAccessToken),
        ])
    ),
    (
      """
      to: authorization, person: alice, parameters: [{name: prompt, value: none}], \
      cookie: {of: bob@phone}, keep: {code: c1, cookie: browser}
      """,
      ExplicitRequest(
        endpoint: .authorization, parameters: [.init("prompt", .text("none"))],
        cookie: .browser(phone), keeps: [.code: "c1", .cookie: "browser"])
    ),
    (
      """
      to: token, keep: {refresh_token: r1, access_token: mine, cookie: c}, \
      proof: {key-of: bob@phone, iat: -1m30s, nonce: "", ath: "", jti: "", htm: "\\e", htu: a b}
      """,
      ExplicitRequest(
        endpoint: .token, parameters: [],
        proof: .init(
          key: .device(phone), proofID: "", method: "\u{1B}", target: "a b",
          clockOffset: .seconds(-90), nonce: "", accessToken: ""),
        keeps: [.accessToken: "mine", .refreshToken: "r1", .cookie: "c"])
    ),
    (
      """
      to: api, proof: {key: one}, headers: [{name: DPoP, value: x}, {name: dpop, value: }], \
      cookie: {value: "\\0"}
      """,
      ExplicitRequest(
        endpoint: .api, parameters: [], cookie: .text("\0"), proof: .init(key: .named("one")),
        headers: [.init("DPoP", "x"), .init("dpop", "")])
    ),
    (
      "to: api, parameters: [{name: token, value: \"\\e[2J\\0\\x9B\\u2028é\\n\\t \"}]",
      ExplicitRequest(
        endpoint: .api,
        parameters: [.init("token", .text("\u{1B}[2J\u{0}\u{9B}\u{2028}é\n\t "))])
    ),
  ]

  @Test(arguments: requests)
  func `a request by hand is taken as it stands`(keys: String, expected: ExplicitRequest) throws {
    let story = try Self.sample("request, " + keys).read().story
    expectNoDifference(story.map(\.command), [.visitor(expected)])
  }

  @Test func `lines are told by time, and lines of the same time as written`() throws {
    let scenario = try Sample.least.adding(
      "  - {at: 9m, do: log-out}",
      "  - at: 5m",
      "    together:",
      "      - {do: attacker-refreshes}",
      "      - {do: refresh, device: alice@laptop}",
      "  - {at: 5m, do: call-api}"
    ).read()
    let device = DeviceID(index: 0)
    expectNoDifference(
      scenario.story,
      [
        ScriptLine(at: .start, command: .client(device, .signIn)),
        ScriptLine(at: .start + .minutes(5), command: .attacker(.refresh)),
        ScriptLine(at: .start + .minutes(5), command: .client(device, .refresh)),
        ScriptLine(at: .start + .minutes(5), command: .client(device, .callAPI)),
        ScriptLine(at: .start + .minutes(9), command: .client(device, .logOut)),
      ])
  }
}
