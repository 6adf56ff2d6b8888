import JOSE
import Soak
import Testing

@testable import Simulation
@testable import TokenCore

/// An invariant that never fails proves nothing: each of these steps was doctored afterwards.
struct TamperTests {
  struct Tampering: CustomTestStringConvertible {
    let invariant: Invariant
    let tamper: @Sendable (inout World) -> Void

    var testDescription: String { invariant.rawValue }
  }

  static let tamperings = [
    Tampering(invariant: .spentTokensStaySpent) {
      $0.authorizationServer.refreshTokens[0].state = .current
    },
    Tampering(invariant: .oneCurrentTokenPerFamily) {
      $0.authorizationServer.refreshTokens[0].state = .current
    },
    Tampering(invariant: .activeFamiliesHaveACurrentToken) {
      $0.authorizationServer.refreshTokens[2].state = .displaced(at: $0.now)
    },
    Tampering(invariant: .rowsKeepTheirOrigin) {
      $0.authorizationServer.refreshTokens.removeLast()
    },
    Tampering(invariant: .rowsAreAnnounced) { $0.authorizationServer.accessTokens.removeLast() },
    Tampering(invariant: .revokedFamiliesStayRevoked) {
      $0.authorizationServer.families[1].state = .active
    },
    Tampering(invariant: .signedOutClientsHoldNothing) { $0.clients[0].storage = .init() },
    Tampering(invariant: .guardsLimitRefreshes) {
      $0.clients[0].refreshes += $0.clients[0].refreshes
    },
    Tampering(invariant: .requestsAreAwaited) { $0.clients[0].refreshes = [] },
  ]

  @Test(arguments: tamperings)
  func `a doctored step breaks the invariant`(_ tampering: Tampering) throws {
    let (before, after, trace, count) = try story()
    let honest = WorldStep(before: before, after: after, trace: trace, since: count)
    #expect(tampering.invariant.violation(in: honest) == nil)
    var doctored = after
    tampering.tamper(&doctored)
    let step = WorldStep(before: before, after: doctored, trace: trace, since: count)
    #expect(tampering.invariant.violation(in: step) != nil)
  }

  /// Alice has refreshed once, bob was signed out by the server, and alice sends another refresh.
  private func story() throws -> (World, World, Trace, Int) {
    var run = Run(.rotationStrict, devices: [.alice, .bob])
    run.play([(.zero, .client(.laptop, .signIn)), (.zero, .client(DeviceID(index: 1), .signIn))])
    run.play([
      (.minutes(2), .client(.laptop, .refresh)),
      (.minutes(3), .administration(.changePassword(UserID(index: 1), revoking: true))),
    ])
    run.world.schedule(.client(.laptop, .refresh), at: run.world.now)
    let before = run.world
    let count = run.trace.events.count
    _ = run.world.step(into: &run.trace)
    try #require(run.world.authorizationServer.families[1].isRevoked)
    return (before, run.world, run.trace, count)
  }
}
