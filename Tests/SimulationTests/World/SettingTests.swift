import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// What a run starts from.
struct SettingTests {
  @Test func `another strategy keeps the people and the network`() {
    let setting = Setting(
      strategy: .loginAgain, seed: 7, devices: [.alice, .bob], latency: .milliseconds(5))
    var expected = setting
    expected.strategyID = "rotation-strict"
    expected.policy = Strategy.rotationStrict.policy
    expected.habit = Strategy.rotationStrict.habit
    #expect(setting.under(.rotationStrict) == expected)
    #expect(setting.under(.rotationStrict).under(.loginAgain) == setting)
  }

  @Test func `two devices of one person are one account`() {
    let run = Run(.rotationStrict, devices: [.alice, .aliceOnTablet, .bob])
    #expect(run.world.authorizationServer.users.map(\.name) == ["alice", "bob"])
    #expect(run.world.clients.map(\.name) == ["alice@laptop", "alice@tablet", "bob@phone"])
    #expect(run.world.authorizationServer.registrations.map(\.clientID) == ["web"])
  }

  @Test func `a command for a device that is not there stops the program`() async {
    await #expect(processExitsWith: .failure) {
      var run = Run(.rotationStrict)
      run.world.schedule(.client(.tablet, .callAPI), at: .start)
    }
  }

  @Test func `a negative latency stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = Setting(strategy: .rotationStrict, latency: .milliseconds(-1))
    }
  }

  @Test func `a person who never rests stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = Activity(interval: .zero, presence: [])
    }
  }
}
