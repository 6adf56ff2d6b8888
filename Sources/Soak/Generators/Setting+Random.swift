import Simulation
import TokenCore

extension Setting {
  /// One to three devices under any policy and habit; two of the devices are the same person's.
  package static func random(seed: UInt64, using random: inout RandomStream) -> Setting {
    let rules = Rules.random(using: &random)
    let owners = [("alice", "laptop"), ("alice", "tablet"), ("bob", "phone")]
    let devices = owners.prefix(.random(in: 1...3, using: &random)).map { person, device in
      DeviceSetting(
        person: person, device: device, activity: .random(using: &random),
        tabs: .random(in: 1...3, using: &random), isAdmin: .random(using: &random))
    }
    return Setting(
      strategyID: "random-\(seed)", policy: rules.policy, habit: rules.habit, seed: seed,
      devices: devices, latency: .milliseconds(random.pick([0, 1, 100, 900])),
      attack: .random(among: devices.count, using: &random), otherClients: strangers,
      resourceServers: [.api] + ResourceServerSetting.others(using: &random))
  }

  /// A public client and a confidential one, which may introspect.
  private static let strangers = [
    OtherClient(clientID: "spa"),
    OtherClient(clientID: "api", secret: "api-secret", server: .first),
  ]
}

extension ResourceServerSetting {
  /// In one world of three a second API, which tokens may or may not be for.
  fileprivate static func others(using random: inout RandomStream) -> [ResourceServerSetting] {
    guard Int.random(in: 0..<3, using: &random) == 0 else { return [] }
    return [
      ResourceServerSetting(
        name: "reports", isInAudience: .random(using: &random),
        knowsPrivateClaims: .random(using: &random), asksForMaxAge: .random(using: &random))
    ]
  }
}

extension Activity {
  /// Nobody, or somebody who comes twice.
  package static func random(using random: inout RandomStream) -> Activity {
    guard Bool.random(using: &random) else { return .none }
    let spans: [(TimeSpan, TimeSpan)] = [(.seconds(1), .minutes(5)), (.minutes(30), .hours(2))]
    return Activity(
      interval: random.pick([.seconds(2), .seconds(20), .minutes(3)]),
      presence: spans.map { Instant.start + $0..<Instant.start + $1 },
      signsInAgainAfter: random.pick([nil, .seconds(1), .seconds(3)]))
  }
}

extension AttackPlan {
  /// One world in four has a thief who works alone.
  package static func random(among devices: Int, using random: inout RandomStream) -> AttackPlan? {
    guard Int.random(in: 0..<4, using: &random) == 0 else { return nil }
    return AttackPlan(
      at: .start + .seconds(.random(in: 1..<120, using: &random)),
      device: DeviceID(index: .random(in: 0..<devices, using: &random)),
      takes: random.pick(Loot.allCases), callsEvery: random.pick([.seconds(5), .minutes(2)]),
      renews: .random(using: &random), waitsUntilVictimIsGone: .random(using: &random))
  }
}
