import JOSE
import Testing
import TokenCore

@testable import Analysis
@testable import Simulation

private let laptop = DeviceID(index: 0)
private let alice = UserID(index: 0)
private let session = SSOSessionID(index: 0)

/// A stolen cookie: what it is good for, what ends it, and what would have turned its refusal.
struct CookieTests {
  private func stolen(then story: [(at: Instant, command: Command)] = []) -> Recording {
    Recording(
      Setting(strategy: .rotationStrict),
      [
        (.start, .client(laptop, .signIn)), (.start + .minutes(5), .attacker(.stealCookie(laptop))),
      ] + story, until: .start + .minutes(20))
  }

  @Test func `it signs in until it is idle, and ends with the session and not with a logout`()
    throws
  {
    let holding = try #require(stolen().world.holdings(of: .attacker).first)
    #expect(holding.item == .sessionCookie(session))
    #expect(
      holding.uses == [Holding.Use(.signsIn, until: .at(.start + .minutes(30) + .tenths(1)))])
    #expect(holding.sharedWith == [.client(laptop)])
    #expect(
      holding.countermeasures.filter(\.leaves.isEmpty).map(\.act) == [
        .client(laptop, .logOutAtServer), .client(laptop, .logOutEverywhere),
        .administration(.changePassword(alice, revoking: true)),
        .administration(.disableAccount(alice)),
      ])
    #expect(
      holding.countermeasures.filter { $0.leaves == holding.uses }.map(\.act) == [
        .client(laptop, .logOut), .administration(.changePassword(alice, revoking: false)),
      ])
  }

  /// Kept alive to its last moment, and turned into a family then, which is used to its end.
  @Test func `the last access with it is that of a family begun at the session's end`() {
    guard case .until(let last, _) = stolen().world.lastAccess(of: .attacker) else {
      Issue.record("there is an end")
      return
    }
    #expect(last == .start + .hours(10) + .days(30) + .minutes(15))
  }

  @Test func `its refusal would have turned before the logout at the server, or without it`() throws
  {
    let recording = stolen(then: [
      (.start + .minutes(10), .client(laptop, .logOutAtServer)),
      (.start + .minutes(12), .attacker(.startFlowElsewhere)),
    ])
    let whatIf = try #require(recording.whatIf(at: .start + .minutes(12) + .tenths(1)))
    #expect(!whatIf.wasGranted)
    #expect(
      whatIf.suppositions == [[.earlier(by: .minutes(2))], [.without(.sessionEnd(session))]])
    #expect(whatIf.counterfactuals[0].inFrontOf.contains(.sessionEnded(session, .logout)))
  }

  @Test func `it outlives the family that was revoked because of a reuse`() {
    let world = stolen(then: [
      (.start + .minutes(6), .attacker(.stealRefreshToken(laptop))),
      (.start + .minutes(7), .client(laptop, .refresh)),
      (.start + .minutes(8), .attacker(.refresh)),
      (.start + .minutes(9), .attacker(.startFlowElsewhere)),
    ]).world
    #expect(world.authorizationServer.families.map(\.isRevoked) == [true, false])
    #expect(world.attackersFamilies == [FamilyID(index: 1)])
  }
}
