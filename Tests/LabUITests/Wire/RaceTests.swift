import Canvas
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// The classic races, under the strategies that answer them differently.
struct RaceTests {
  private static let laptop = DeviceID(index: 0)

  private func played(_ race: Race, under strategy: Strategy) -> LabModel {
    var model = LabModel.quiet(strategy).after("i")
    model.play(race)
    model.finish()
    return model
  }

  /// Statuses of the refreshes, in the order in which the server answered; then how the family is.
  private func outcome(_ model: LabModel) -> String {
    let answers = model.trace.events.compactMap { event -> String? in
      guard case .answered(let exchange) = event.kind,
        case .tokenRequest(let request) = exchange.request,
        request.form["grant_type"].text == "refresh_token"
      else { return nil }
      return "\(exchange.from.initials) \(exchange.status)"
    }
    let isRevoked = model.world.authorizationServer.families[0].isRevoked
    return answers.joined(separator: ", ") + (isRevoked ? ", revoked" : "")
  }

  static let outcomes: [(Race, Strategy, String)] = [
    (.twoTabs, .rotationStrict, "C 200, C 400, revoked"),
    (.twoTabs, .rotationRejectOnly, "C 200, C 400"),
    (.twoTabs, .reusableRefresh, "C 200, C 200"),
    (.twoTabs, .graceSameSuccessor, "C 200, C 200"),
    (.twoTabs, .graceNewBranch, "C 200, C 200"),
    (.twoTabs, .graceReRotate, "C 200, C 200"),
    (.twoTabs, .untilSuccessorUsed, "C 200, C 200"),
    (.twoTabs, .recommended, "C 200"),
    (.victimFirst, .rotationStrict, "C 200, A 400, revoked"),
    (.victimFirst, .rotationRejectOnly, "C 200, A 400"),
    (.victimFirst, .reusableRefresh, "C 200, A 200"),
    (.victimFirst, .graceSameSuccessor, "C 200, A 200"),
    (.victimFirst, .senderConstrained, "C 200, A 400"),
    (.attackerFirst, .rotationStrict, "A 200, C 400, revoked"),
    (.attackerFirst, .rotationRejectOnly, "A 200, C 400"),
    (.attackerFirst, .reusableRefresh, "A 200, C 200"),
    (.attackerFirst, .graceNewBranch, "A 200, C 200"),
    (.attackerFirst, .senderConstrained, "A 400, C 200"),
    (.lostResponse, .rotationStrict, "C 200, C 400, revoked"),
    (.lostResponse, .rotationRejectOnly, "C 200, C 400"),
    (.lostResponse, .graceSameSuccessor, "C 200, C 200"),
    (.lostResponse, .reusableRefresh, "C 200, C 200"),
  ]

  @Test(arguments: outcomes)
  func `a race ends as its strategy says`(_ race: Race, _ strategy: Strategy, _ expected: String) {
    let model = played(race, under: strategy)
    #expect(outcome(model) == expected)
    #expect(!model.world.hasMessagesInFlight && model.world.heldMessages == [])
    #expect(model.wire == nil && !model.isRunning)
    #expect(strategy == .recommended || model.status == "played: \(race.title)")
  }

  /// What the story `crossing-refreshes` tells, with two keys.
  @Test func `a store that is not atomic has two winners, and no reuse to detect`() {
    var policy = Strategy.rotationStrict.policy
    policy.renewal = .refreshToken(
      RefreshPolicy(
        idleLifetime: .days(7), absoluteLifetime: .days(30),
        rotation: .rotating(onReuse: .revokeFamily, grace: .none), spendingGap: .milliseconds(200)))
    let strategy = Strategy(
      id: "late", summary: "", origin: "", policy: policy, habit: Strategy.rotationStrict.habit)
    let model = played(.notAtomic, under: strategy)
    #expect(outcome(model) == "C 200, A 200")
    #expect(model.world.authorizationServer.refreshTokens.count == 3)
  }

  /// The false alarm: nobody stole anything, and the person is signed out.
  @Test func `two tabs under strict rotation revoke the family without a thief`() {
    let model = played(.twoTabs, under: .rotationStrict)
    #expect(model.frame(.medium).line(1).contains("RT1 used twice: f1 REVOKED, a false alarm"))
    #expect(model.client.isSignedOut)
  }

  @Test func `a guard across tabs makes one refresh of two, and says so`() {
    let model = played(.twoTabs, under: .recommended)
    #expect(model.status == "the tabs of alice@laptop wait for the refresh that is in flight")
  }

  @Test func `a revocation and a refresh wait on the wire, and either order ends the family`() {
    let model = played(.crossing, under: .rotationStrict)
    #expect(
      model.wireRows.all.map(\.message.cargo) == ["POST /token refresh RT1", "POST /revoke RT1"])
    #expect(model.isWireShown && model.status?.contains("t swaps") == true)
    let refreshFirst = model.after("enter enter")
    #expect(outcome(refreshFirst) == "C 200, revoked")
    #expect(refreshFirst.world.authorizationServer.accessTokens.count == 2)
    let revocationFirst = model.after("t enter enter")
    #expect(outcome(revocationFirst) == "C 400, revoked")
    #expect(revocationFirst.world.authorizationServer.accessTokens.count == 1)
  }

  @Test(arguments: Strategy.catalogue, Race.allCases)
  func `a race says what it lacks, or happens`(strategy: Strategy, race: Race) {
    let signedOut = LabModel.quiet(strategy)
    #expect(race.obstacle(in: signedOut.world, on: Self.laptop) != nil)
    let model = signedOut.after("i")
    let obstacle = race.obstacle(in: model.world, on: Self.laptop)
    let isOutOfReach = strategy.policy.refresh == nil || !strategy.habit.storage.isOnDevice
    let isAtomic = strategy.policy.refresh?.spendingGap == .zero
    #expect(
      isOutOfReach || obstacle == nil || race == .notAtomic && isAtomic, "\(obstacle ?? "")")
    guard obstacle == nil else { return }
    let after = played(race, under: strategy)
    let requests = after.trace.events.count {
      guard case .sent(let message) = $0.kind, case .tokenRequest = message.payload else {
        return false
      }
      return true
    }
    #expect(requests >= 2)
    #expect(
      after.trace.events.count { if case .lost = $0.kind { true } else { false } }
        == (race == .lostResponse ? 1 : 0))
  }

  @Test func `without latency two tabs still present the same token`() {
    var model = LabModel(
      title: "at once", setting: Setting(strategy: .rotationStrict, latency: .zero), opening: [],
      isRunning: false, LabModel.quiet().cryptography
    ).after("i")
    model.play(.twoTabs)
    model.finish()
    #expect(outcome(model) == "C 200, C 400, revoked")
  }

  @Test func `what a race cannot do now is told`() {
    let world = LabModel.quiet().after("i").world
    func obstacle(_ race: Race, _ keys: String, _ strategy: Strategy = .rotationStrict) -> String? {
      race.obstacle(in: LabModel.quiet(strategy).after(keys).world, on: Self.laptop)
    }
    #expect(
      Race.allCases.filter { $0.obstacle(in: world, on: Self.laptop) != nil } == [.notAtomic])
    #expect(
      obstacle(.notAtomic, "i") == "the server spends a token in one step: nothing fits in between")
    #expect(
      obstacle(.notAtomic, "i", .reusableRefresh) == "no refresh token is ever spent here")
    #expect(obstacle(.twoTabs, "") == "alice is signed out: sign in to refresh")
    #expect(obstacle(.twoTabs, "i w r") == "a refresh is in flight already")
    #expect(obstacle(.crossing, "i", .loginAgain) == "login-again issues no refresh token")
    #expect(
      obstacle(.lostResponse, "i x")
        == "something else is to befall the next request: let that come first")
    #expect(obstacle(.victimFirst, "i s s") == nil)
    var setting = Setting(strategy: .rotationStrict)
    setting.habit.retries = 0
    let patient = LabModel(
      title: "no retries", setting: setting, opening: [], isRunning: false,
      LabModel.quiet().cryptography
    ).after("i")
    #expect(
      Race.lostResponse.obstacle(in: patient.world, on: Self.laptop)
        == "this client does not try again")
  }

  @Test func `an attacker with a newer token of another device cannot race for this one`() {
    let devices = [DeviceSetting.alice, DeviceSetting(person: "bob", device: "phone")]
    let model = LabModel.quiet(devices: devices).after("i s n i s")
    #expect(
      Race.victimFirst.obstacle(in: model.world, on: Self.laptop)
        == "the attacker's newest refresh token is another one")
    #expect(Race.victimFirst.obstacle(in: model.world, on: DeviceID(index: 1)) == nil)
  }

  @Test func `the menu chooses, tells what is lacking, and starts`() {
    let menu = LabModel.quiet().after("i M")
    #expect(menu.overlay == .races(RaceMenu(selected: 0)))
    #expect(menu.after("down down").overlay == .races(RaceMenu(selected: 2)))
    #expect(menu.after("end down").overlay == .races(RaceMenu(selected: Race.allCases.count - 1)))
    #expect(menu.after("esc").overlay == nil && menu.after("M").overlay == nil)
    #expect(outcome(menu.after("enter")) == "C 200, C 400, revoked")
    for race in Race.allCases { #expect(menu.frame(.medium).text.contains(race.title)) }
    let signedOut = LabModel.quiet().after("M enter")
    #expect(signedOut.overlay == .races(RaceMenu(selected: 0)))
    #expect(signedOut.status == "alice is signed out: sign in to refresh")
    #expect(signedOut.frame(.medium).text.contains("not now: alice is signed out"))
    #expect(menu.after("z").status?.isEmpty == false)
  }
}
