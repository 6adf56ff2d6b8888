import JOSE
import Testing
import TokenCore

@testable import Analysis
@testable import Simulation

private let laptop = DeviceID(index: 0)

/// How long the thief of a storage could go on, as a pencil finds it. Signed in at 0.3 s.
struct LastAccessTests {
  private static let quarter = TimeSpan.minutes(15)

  @Test(arguments: [
    (Strategy.loginAgain, quarter), (.weekLongJWT, .days(7)),
    (.reusableRefresh, .days(1) + quarter), (.rotationStrict, .days(30) + quarter),
    (.senderConstrained, quarter), (.confidentialNoRotation, quarter),
    (.twoSignedJWTs, .days(7) + quarter), (.refreshWindow, .minutes(30)),
    (.serverSession, .hours(8)),
  ])
  func `a thief's last access is the last token's end`(strategy: Strategy, end: TimeSpan) throws {
    guard case .until(let last, _) = Self.stolen(strategy).lastAccess(of: .attacker) else {
      Issue.record("\(strategy.id) has an end")
      return
    }
    #expect(last == .start + end, "\(strategy.id)")
  }

  @Test(arguments: [
    Strategy.oneTimeNoExpiry, .rotation, .slidingWeek, .twoExpiryJWT, .tokenPerRequest,
    .trackedJTI,
  ])
  func `without an absolute limit no end is found`(strategy: Strategy) {
    guard case .open(.renews, _) = Self.stolen(strategy).lastAccess(of: .attacker) else {
      Issue.record("\(strategy.id) has no end")
      return
    }
  }

  @Test func `a logout leaves the thief the access token, or nothing where it is looked up`() {
    let story: [(at: Instant, command: Command)] = [
      (.start + .minutes(4), .client(laptop, .logOut))
    ]
    let logout = Instant.start + .minutes(4) + .tenths(1)
    let signed = ResidualAccess(after: Self.stolen(.rotationStrict, then: story), since: logout)
    #expect(
      signed.bars == [
        ResidualAccess.Bar(party: .client(laptop), lastAccess: .none),
        ResidualAccess.Bar(
          party: .attacker, lastAccess: .until(.start + .minutes(15), renewals: 0)),
      ])
    let listed = ResidualAccess(after: Self.stolen(.trackedJTI, then: story), since: logout)
    #expect(listed.bars.map(\.lastAccess) == [.none, .none])
  }

  @Test func `whoever has the key needs no token`() {
    let world = Self.stolen(
      .rotationStrict, then: [(.start + .minutes(4), .attacker(.stealSigningKey))])
    #expect(world.lastAccess(of: .attacker) == .open(.forges, past: world.now))
  }

  @Test func `a ruler is for what ends something`() {
    let recording = Recording(
      Setting(strategy: .rotationStrict),
      [
        (.start, .client(laptop, .signIn)), (.start + .minutes(1), .client(laptop, .callAPI)),
        (.start + .minutes(2), .administration(.setRole(UserID(index: 0), isAdmin: true))),
        (.start + .minutes(3), .administration(.rotateSigningKey)),
        (.start + .minutes(4), .client(laptop, .logOut)),
      ], until: .start + .minutes(5))
    let ends = recording.trace.events.filter(\.endsAccess).map(\.at)
    let minutes = Set(ends.map { ($0 - .start).wholeSeconds / 60 })
    #expect(minutes == [2, 4])
  }

  /// The storage is copied at minute 3.
  private static func stolen(
    _ strategy: Strategy, then story: [(at: Instant, command: Command)] = []
  ) -> World {
    Recording(
      Setting(strategy: strategy),
      [
        (.start, .client(laptop, .signIn)),
        (.start + .minutes(3), .attacker(.stealStorage(laptop))),
      ] + story,
      until: .start + .minutes(6)
    ).world
  }
}
