import CustomDump
import JOSE
import Soak
import Testing
import TokenCore

@testable import Lessons
@testable import Simulation

/// What is written of a scenario reads back as the same scenario.
@Suite struct WritingTests {
  /// As many as it takes to draw every command and every axis value.
  static let seeds: Range<UInt64> = 0..<200

  private func expectSameAgain(_ scenario: Scenario, _ comment: Comment) throws {
    let text = try scenario.yaml
    let again = try Scenario(yaml: text, file: "again.yaml")
    expectNoDifference(again, scenario)
    #expect(try again.yaml.utf8.elementsEqual(text.utf8), comment)
  }

  @Test(arguments: ScenarioLibrary.names)
  func `a shipped scenario is written so that it reads the same`(name: String) throws {
    let scenario = try ScenarioLibrary.scenario(named: name)
    try expectSameAgain(scenario, "\(name)")
    for strategy in Strategy.catalogue {
      try expectSameAgain(scenario.under(strategy).seeded(.max), "\(name) under \(strategy.id)")
    }
  }

  @Test(arguments: seeds)
  func `any run is written so that it reads the same`(seed: UInt64) throws {
    let run = RandomScenario(seed: seed)
    try expectSameAgain(run.scenario, "seed \(seed)")
    _ = try Scenario(string: try run.scenario.string)
  }

  /// The law above would hold of a `meaningful` that threw half of the run away.
  @Test(arguments: seeds.prefix(30))
  func `what is left out of a run means nothing in it`(seed: UInt64) {
    let run = RandomScenario(seed: seed)
    let events = run.events(of: run.setting, run.commands)
    let told = run.scenario.story.map { (at: $0.at, command: $0.command) }
    let again = run.events(of: run.scenario.setting, told)
    #expect(events.count == again.count, "seed \(seed)")
    for (event, same) in zip(events, again) where event != same {
      switch (event.kind, same.kind) {
      case (.commanded, .commanded), (.commandRefused, .commandRefused): continue
      default:
        Issue.record("seed \(seed): \(event) became \(same)")
        return
      }
    }
  }

  @Test func `the draws above have every command and every axis value`() {
    let runs = Self.seeds.map { RandomScenario(seed: $0) }
    let words = Set(runs.flatMap { $0.commands.map(\.command.word) })
    #expect(words == Set(CommandWord.allCases))
    let values = runs.reduce(into: Set<AxisValue>()) { $0.formUnion($1.setting.rules.axisValues) }
    #expect(values == Set(AxisValue.allCases))
  }

  @Test(arguments: KeyTests.commands)
  func `every command is written on a line that is read as the same`(
    line: String, command: Command
  ) throws {
    let people = [("alice", "laptop"), ("bob", "phone"), ("alice", "tv")]
    var setting = Setting(
      strategy: .rotationStrict,
      devices: people.map { DeviceSetting(person: $0.0, device: $0.1) })
    setting.resourceServers.append(ResourceServerSetting(name: "reports", isInAudience: false))
    let run = Scenario(
      title: "probe", setting: setting, commands: [(.start + .minutes(40), command)],
      until: .start)
    try expectSameAgain(run, "\(line)")
    #expect(run.lasts == .minutes(40))
  }

  static let texts = [
    "", " ", "plain", "two words", "null", "~", "-", "- a", "a: b", "a #b", "'", "\"", "\\", "{}",
    "[", String(repeating: "[", count: 200), "&a", "*a", "&a *a", "!x", "%", "@", "`", "é",
    "e\u{301}",
    "\u{301}", "\u{1B}[2J\u{0}\u{7F}\u{9B}", "\u{85}\u{2028}\u{2029}\n\r\t", "a\u{FEFF}",
    "\u{FFFE}",
    "\u{FFFF}", "\u{E000}", "\u{10FFFF}", "\u{1F512}", "\u{202E}", "--- ", "...", "<<",
    " a ", "1e3", "0x10", String(repeating: "x", count: 16 * 1024),
  ]

  @Test(arguments: texts)
  func `any text in a request comes back byte for byte`(text: String) throws {
    let request = ExplicitRequest(
      endpoint: .token, parameters: [.init("a", .text(text)), .init("b", .text("["))],
      basic: ClientCredentials(clientID: text, secret: text))
    let run = Scenario(
      title: "probe", setting: Setting(strategy: .rotation),
      commands: [(.start, .visitor(request)), (.start, .visitor(request))], until: .start)
    let yaml = try run.yaml
    let controls = yaml.unicodeScalars.contains { $0 != "\n" && isTreacherous($0) }
    #expect(!controls)
    let again = try Scenario(yaml: yaml, file: "again.yaml")
    guard case .visitor(let found) = again.story.last?.command else {
      Issue.record("no request")
      return
    }
    #expect(found.basic?.secret.utf8.elementsEqual(text.utf8) == true)
    #expect(found == request)
  }

  @Test(arguments: [
    "One.", "- a list", ": not", "Prices [in €] & more {today}", "e\u{301} \u{301}x",
    "----------------------------------------------------------------- long",
    String(repeating: "word ", count: 390) + "end",
  ])
  func `any paragraph comes back`(about: String) throws {
    var scenario = try Sample.least.read()
    scenario.about = about
    scenario.title = String(about.prefix(89))
    let text = try scenario.yaml
    let again = try Scenario(yaml: text, file: "again.yaml")
    #expect(again.about.utf8.elementsEqual(about.utf8))
    #expect(try again.yaml == text)
    #expect(
      text.split(separator: "\n").allSatisfy { $0.count <= 100 || about.contains("[") })
  }

  @Test func `a scenario is written in as few words as say it`() throws {
    var setting = Setting(
      strategy: .rotationStrict,
      devices: [
        DeviceSetting(
          person: "alice", device: "laptop",
          activity: Activity(interval: .minutes(2), presence: [.start..<Instant.distantFuture]))
      ])
    setting.strategyID = "rotation-strict*"
    setting.policy.accessToken.lifetime = .minutes(5)
    setting.habit.clockOffset = .seconds(-90)
    let run = Scenario(
      title: "Free Lab (2)!", setting: setting,
      commands: [
        (.start + .minutes(3), .attacker(.stealStorage(DeviceID(index: 0)))),
        (.start, .client(DeviceID(index: 0), .signIn)),
      ], until: .start + .minutes(12))
    expectNoDifference(
      try run.yaml,
      """
      scenario: free-lab-2
      title: "Free Lab (2)!"
      about: >
        A run out of the lab, with every command that was given in it.
      policy:
        access-token: {lifetime: 5m}
        refresh-token: {idle: 7d, absolute: 30d, rotation: rotating, on-reuse: revoke-family}
        name: "rotation-strict*"
      habit: {clock-offset: -1m30s}
      lasts: 12m
      devices:
        - {name: alice@laptop, calls: {every: 2m, until: never}}
      story:
        - {at: 0s, do: sign-in}
        - {at: 3m, do: steal-storage}

      """)
    try expectSameAgain(run, "free lab")
  }

  @Test func `a hostile title makes a harmless one and a name`() throws {
    let titles = ["", "\u{1B}[2J\u{202E}", "ÄÖ", String(repeating: "x ", count: 500), "\n\u{301}"]
    for title in titles {
      let run = Scenario(
        title: title, setting: Setting(strategy: .rotation), commands: [], until: .start)
      try expectSameAgain(run, "\(title)")
      #expect(run.lasts == .seconds(1))
    }
  }
}

/// Any setting with any commands in it.
struct RandomScenario {
  let setting: Setting
  let commands: [(at: Instant, command: Command)]
  let scenario: Scenario

  init(seed: UInt64) {
    var random = RandomStream(seed: seed, label: "random scenario")
    var setting = Setting.random(seed: seed, using: &random)
    for index in setting.devices.indices where setting.devices[index].activity.signsInAgain {
      // No file says less: a person who signs in again at once would do so for ever.
      setting.devices[index].activity.signsInAgainAfter = .seconds(1)
    }
    if seed % 4 == 0 { setting = setting.under(random.pick(Strategy.catalogue)) }
    var commands: [(at: Instant, command: Command)] = []
    let quiet = World(setting, LabCryptography())
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let at = Instant.start + .milliseconds(.random(in: 0...3_600_000, using: &random))
      let isOfWire = Int.random(in: 0..<5, using: &random) == 0
      let command: Command =
        isOfWire
        ? .wire(.random(in: quiet, using: &random)) : .random(in: setting, using: &random)
      if command.isSayable(in: setting) { commands.append((at, command)) }
    }
    commands = commands.sayable
    if seed % 3 == 0 {
      let strategy = random.pick(Strategy.catalogue)
      let policy = seed % 2 == 0 ? strategy.policy : Rules.random(using: &random).policy
      commands.append((.start + .minutes(5), .administration(.changePolicy(policy))))
    }
    self.setting = setting
    self.commands = commands
    scenario = Scenario(
      title: setting.strategyID, setting: setting, commands: commands,
      until: .start + .minutes(10))
  }

  /// What happens until the scenario's end.
  func events(
    of setting: Setting, _ commands: [(at: Instant, command: Command)]
  ) -> [TraceEvent] {
    var world = World(setting, LabCryptography())
    for line in commands { world.schedule(line.command, at: line.at) }
    var trace = Trace()
    world.advance(to: scenario.end, into: &trace)
    return Array(trace.events)
  }
}

extension Command {
  /// No file can name a resource server that is not there.
  fileprivate func isSayable(in setting: Setting) -> Bool {
    let servers = setting.resourceServers.indices
    return switch self {
    case .client(_, .callServer(let server)), .attacker(.callServer(let server)):
      servers.contains(server.index)
    case .visitor(let request): request.endpoint != .api || servers.contains(request.server.index)
    default: true
    }
  }
}

extension [(at: Instant, command: Command)] {
  /// No file can use a name before a request keeps something under it.
  fileprivate var sayable: Self {
    var known: Set<String> = []
    return enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element).filter { line in
        guard case .visitor(let request) = line.command else { return true }
        guard known.isSuperset(of: request.keptNames) else { return false }
        known.formUnion(request.keeps.values)
        return true
      }
  }
}

extension Activity {
  fileprivate var signsInAgain: Bool { signsInAgainAfter == .zero }
}
