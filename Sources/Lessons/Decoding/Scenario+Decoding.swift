import Simulation
import TokenCore

enum ScenarioKey: String, FieldKey {
  case scenario, title, about, strategy, policy, habit, seed, lasts, latency, devices, clients
  case resourceServers = "resource-servers"
  case attack, story
}

extension Scenario {
  /// Reads a scenario file's text; `file` is the name that complaints begin with. Refuses at the
  /// first thing that is wrong.
  public init(yaml: String, file: String) throws(ScenarioError) {
    let fields = try Fields<ScenarioKey>(try YAMLText(yaml, file: file).rootCursor())
    let name = try fields.required(.scenario).slug()
    let lasts = try fields.required(.lasts).duration(atLeast: .seconds(1))
    let habit = try HabitOverride(fields[.habit])
    let setting = try Setting(fields, habit, name: name, lasts: lasts)
    self.init(
      name: name,
      title: try fields.required(.title).prose(atMost: 100),
      about: try fields.required(.about).prose(atMost: 2000),
      setting: setting, habitOverride: habit, lasts: lasts,
      story: try ScriptReader(Cast(setting), lasts: lasts).lines(try fields.required(.story)))
  }
}

extension Setting {
  init(
    _ fields: Fields<ScenarioKey>, _ habit: HabitOverride, name: String, lasts: TimeSpan
  ) throws(ScenarioError) {
    let strategy = try Strategy(fields, name: name)
    let devices = try [DeviceSetting](fields[.devices], lasts: lasts)
    let servers = try [ResourceServerSetting](fields[.resourceServers])
    try habit.refuse(at: fields[.habit], with: strategy.policy)
    self.init(
      strategyID: strategy.id, policy: strategy.policy,
      habit: habit.applied(to: strategy),
      seed: try fields[.seed]?.number(in: 0...UInt64.max) ?? 1,
      devices: devices, latency: try fields[.latency]?.duration() ?? .milliseconds(100),
      otherClients: try [OtherClient](fields[.clients], of: servers),
      resourceServers: servers)
    if let cursor = fields[.attack] {
      attack = try AttackPlan(cursor, Cast(self), lasts: lasts)
    }
    try refuseOverwork(fields, lasts: lasts)
  }
}

extension Strategy {
  /// A shipped strategy by its name, or the file's own policy, which goes by the scenario's name
  /// unless it has one.
  init(_ fields: Fields<ScenarioKey>, name: String) throws(ScenarioError) {
    try fields.refuse(.policy, with: .strategy)
    if let cursor = fields[.policy] {
      let policy = try Policy(cursor)
      let policyName = try Fields<PolicyKey>(cursor)[.name]
      self.init(ownPolicy: policy, name: try policyName?.policyName() ?? name)
    } else {
      self = try fields.required(.strategy, or: "policy").shippedStrategy()
    }
  }

  /// A policy that a file writes out, with the habit that clients have where nothing is said of it.
  init(ownPolicy policy: Policy, name: String) {
    self.init(
      id: name, summary: "A policy of its own.", origin: "the scenario", policy: policy,
      habit: ClientHabit(renews: policy.canRenew ? .whenRefused : .asksThePerson))
  }
}

extension Cursor {
  /// A shipped strategy by its name.
  func shippedStrategy() throws(ScenarioError) -> Strategy {
    guard let text, let strategy = Strategy.named(text) else {
      throw wants("one of \(alternatives(Strategy.catalogue.map(\.id)))")
    }
    return strategy
  }
}
