import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Which of its refresh tokens the attacker presents.
struct HeldTokenTests {
  /// RT1 and RT2 are spent by the attacker's own refreshes; RT3 is current.
  private static let hoard: [(TimeSpan, Command)] = [
    (.zero, .client(.laptop, .signIn)), (.minutes(1), .attacker(.stealRefreshToken(.laptop))),
    (.minutes(2), .attacker(.refresh)), (.minutes(3), .attacker(.refresh)),
  ]

  private static func token(_ number: Int) -> RefreshTokenID { RefreshTokenID(index: number - 1) }

  /// The token of the last refresh that the attacker sent, and how it was answered.
  private func last(_ run: Run) -> (RefreshTokenID?, Int)? {
    let refreshes: [(RefreshTokenID?, Int)] = run.all {
      guard case .answered(let exchange) = $0, exchange.from == .attacker,
        case .tokenRequest(let request) = exchange.request
      else { return nil }
      return (request.label, exchange.status)
    }
    return refreshes.last
  }

  @Test(
    arguments: [
      (.oldest, token(1), 400), (.spent, token(2), 400), (.named(token(2)), token(2), 400),
      (.named(token(3)), token(3), 200),
    ] as [(HeldRefreshToken, RefreshTokenID, Int)])
  func `the token that is meant is presented`(
    _ held: HeldRefreshToken, _ token: RefreshTokenID, _ status: Int
  ) throws {
    var run = Run(.rotationStrict)
    run.play(Self.hoard + [(.minutes(4), .attacker(.refreshWith(held)))])
    let found = try #require(last(run))
    #expect(found == (token, status))
    let isRevoked = run.world.authorizationServer.families[0].isRevoked
    #expect(isRevoked == (status == 400), "a spent token is a weapon")
  }

  @Test func `what the attacker does not hold is told`() {
    var run = Run(.rotationStrict)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .attacker(.refreshWith(.oldest))),
      (.minutes(2), .attacker(.stealRefreshToken(.laptop))),
      (.minutes(3), .attacker(.refreshWith(.spent))),
      (.minutes(4), .attacker(.refreshWith(.named(Self.token(9))))),
    ])
    #expect(
      run.refusals == [
        "the attacker holds no refresh token", "the attacker holds no spent refresh token",
        "the attacker does not hold RT9",
      ])
  }
}
