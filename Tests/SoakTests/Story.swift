import JOSE
import TestRuns
import TokenCore

@testable import Simulation

/// Alice signs in on her laptop at the start; then come the orders. Under a policy that a test bends
/// to what it is about.
struct Story {
  var access = AccessTokenPolicy(lifetime: .minutes(15), keySetCache: .zero)
  var renewal = Renewal.refreshToken(.rotating)
  var sso = SSOSessionPolicy()
  var habit = ClientHabit(renews: .whenRefused)
  var resourceServers = [ResourceServerSetting.api]
  var orders: [(TimeSpan, Command)] = []

  private var setting: Setting {
    Setting(
      strategyID: "story", policy: Policy(accessToken: access, renewal: renewal, sso: sso),
      habit: habit,
      seed: 1, devices: [DeviceSetting(person: "alice", device: "laptop", isAdmin: true)],
      otherClients: [
        OtherClient(clientID: "spa"),
        OtherClient(clientID: "api", secret: "api-secret", server: .first),
      ],
      resourceServers: resourceServers)
  }

  /// The last step of the story whose events are as described.
  func lastStep(where isMeant: (ArraySlice<TraceEvent>) -> Bool) -> DoctoredStep? {
    var run = Run(setting)
    run.world.schedule(.client(.laptop, .signIn), at: .start)
    for (span, command) in orders { run.world.schedule(command, at: .start + span) }
    var found: DoctoredStep?
    while true {
      let (before, count) = (run.world, run.trace.events.count)
      guard run.world.step(into: &run.trace) else { return found }
      if isMeant(ArraySlice(run.trace.events[count...])) {
        found = DoctoredStep(
          before: before, after: run.world, events: Array(run.trace.events), since: count)
      }
    }
  }
}

extension RefreshPolicy {
  static let rotating = RefreshPolicy(
    idleLifetime: nil, absoluteLifetime: nil,
    rotation: .rotating(onReuse: .revokeFamily, grace: .none))

  static let reusable = RefreshPolicy(
    idleLifetime: nil, absoluteLifetime: nil, rotation: .reusable)

  /// Rotating, with half a minute in which a retry is given that.
  static func retried(_ answer: GraceAnswer) -> RefreshPolicy {
    var policy = rotating
    policy.rotation = .rotating(
      onReuse: .revokeFamily, grace: .window(GraceWindow(length: .seconds(30), answer: answer)))
    return policy
  }
}
