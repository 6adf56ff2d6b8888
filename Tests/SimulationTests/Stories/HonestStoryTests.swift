import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Stories without a thief: what a strategy does to people who did nothing wrong.
struct HonestStoryTests {
  @Test(arguments: [
    (Strategy.reusableRefresh, true, 0), (.rotationRejectOnly, false, 0),
    (.rotationStrict, false, 1), (.graceSameSuccessor, true, 0), (.graceNewBranch, true, 0),
    (.graceReRotate, true, 0), (.untilSuccessorUsed, true, 0),
  ])
  func `one lost response`(_ strategy: Strategy, _ staysIn: Bool, _ alarms: Int) {
    var run = Run(strategy)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .network(.laptop, .dropNextResponse)),
      (.minutes(1), .client(.laptop, .refresh)), (.minutes(20), .client(.laptop, .callAPI)),
      (.minutes(40), .client(.laptop, .callAPI)),
    ])
    #expect(Ending(of: run) == Ending(victimIsIn: staysIn, thiefIsIn: false, alarms: alarms))
  }

  /// The tries come two seconds apart, so the third still falls into a window of ten.
  @Test(arguments: [(0, true), (1, true), (2, true), (3, false)])
  func `a client gives up after its third lost response`(
    _ lost: Int, _ isAnswered: Bool
  ) throws {
    var run = Run(.graceSameSuccessor)
    run.play([(.zero, .client(.laptop, .signIn))])
    let before = try #require(run.world.clients[0].storage.refreshToken)
    for second in 0..<Int64(lost) {
      run.world.schedule(
        .network(.laptop, .dropNextResponse), at: .start + .minutes(1) + .seconds(2 * second))
    }
    run.world.schedule(.client(.laptop, .refresh), at: .start + .minutes(1))
    run.advance(to: .minutes(2))
    #expect((run.world.clients[0].storage.refreshToken != before) == isAnswered)
    #expect(run.clientEvents.contains(.gaveUp) == !isAnswered)
    #expect(run.world.clients[0].isSignedIn)
    #expect(run.tokenRequests.count == 1 + min(lost + 1, 3))
  }

  /// The phone loses a response; the tablet and another person did nothing at all.
  @Test(arguments: [
    (ReuseResponse.refuseOnly, [false, true, true]), (.revokeFamily, [false, true, true]),
    (.revokeUserOnClient, [false, false, true]), (.revokeUser, [false, false, true]),
  ])
  func `the wider the revocation, the more devices one lost response signs out`(
    _ response: ReuseResponse, _ staysIn: [Bool]
  ) {
    var policy = Strategy.rotationStrict.policy
    policy.renewal = .refreshToken(
      RefreshPolicy(
        idleLifetime: .days(7), absoluteLifetime: .days(30),
        rotation: .rotating(onReuse: response, grace: .none)))
    var run = Run(
      Setting(
        strategyID: "wide", policy: policy, habit: Strategy.rotationStrict.habit, seed: 1,
        devices: [.alice, .aliceOnTablet, .bob]))
    let devices = [DeviceID.laptop, .tablet, .other]
    run.play(
      devices.map { (.zero, .client($0, .signIn)) }
        + [
          (.minutes(1), .network(.laptop, .dropNextResponse)),
          (.minutes(1), .client(.laptop, .refresh)),
        ]
        + devices.map { (.minutes(20), .client($0, .callAPI)) })
    #expect(run.world.clients.map(\.isSignedIn) == staysIn)
  }
}
