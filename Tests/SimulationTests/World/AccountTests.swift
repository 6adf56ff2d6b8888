import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// An account that is closed and opened again.
struct AccountTests {
  private static let alice = UserID(index: 0)

  /// Alice signs in, her account is closed, and opened again; then the orders are given.
  private static func run(
    _ strategy: Strategy, then orders: [(TimeSpan, Command)]
  ) -> Run {
    var run = Run(Setting(strategy: strategy))
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.attacker(.stealStorage(.laptop)), at: .seconds(1))
    run.order(.administration(.disableAccount(alice)), at: .seconds(2))
    run.order(.administration(.enableAccount(alice)), at: .seconds(3))
    for (at, order) in orders { run.order(order, at: at) }
    run.advance(to: .minutes(1))
    return run
  }

  private static func statuses(_ run: Run) -> [Int] {
    run.trace.events.compactMap {
      if case .answered(let exchange) = $0.kind, exchange.from == .attacker {
        exchange.status
      } else {
        nil
      }
    }
  }

  @Test(arguments: [Strategy.rotationStrict, .opaqueRefreshList, .serverSession, .trackedJTI])
  func `what ended with a closed account stays ended when it is opened again`(
    _ strategy: Strategy
  ) {
    let looks = strategy.policy.accessToken.check != .signatureOnly
    let theft: [(TimeSpan, Command)] =
      (looks ? [(.seconds(4), .attacker(.callAPI))] : [])
      + (strategy.policy.refresh == nil ? [] : [(.seconds(5), .attacker(.refresh))])
    let told = Self.statuses(Self.run(strategy, then: theft))
    #expect(told.count == theft.count)
    #expect(told.allSatisfy { $0 >= 400 })
  }

  @Test func `whoever's account is open again signs in again`() {
    let run = Self.run(
      .rotationStrict,
      then: [
        (.seconds(4), .client(.laptop, .refresh)), (.seconds(10), .client(.laptop, .signIn)),
        (.seconds(12), .client(.laptop, .callAPI)),
      ])
    #expect(run.world.clients[0].isSignedIn)
    #expect(run.world.authorizationServer.families.map(\.isRevoked) == [true, false])
  }

  @Test func `an open account cannot be opened, nor a closed one closed`() {
    var run = Run(Setting(strategy: .rotationStrict))
    let close = Command.administration(.disableAccount(Self.alice))
    let open = Command.administration(.enableAccount(Self.alice))
    #expect(run.world.obstacle(to: open) == "the account is not disabled")
    run.order(close, at: .zero)
    #expect(run.world.obstacle(to: close) == "the account is disabled already")
    #expect(run.world.obstacle(to: open) == nil)
  }

  @Test(arguments: [0, 1, 2] as [Int64])
  func `a new password is forgotten alone, however often the account was closed`(_ times: Int64) {
    var setting = Setting(strategy: .rotationStrict)
    setting.policy.accessToken.check = .tokenVersion
    var run = Run(setting)
    for time in 0..<times {
      run.order(.client(.laptop, .signIn), at: .minutes(time))
      run.order(.administration(.disableAccount(Self.alice)), at: .minutes(time) + .seconds(1))
      run.order(.administration(.enableAccount(Self.alice)), at: .minutes(time) + .seconds(2))
      run.order(.client(.laptop, .refresh), at: .minutes(time) + .seconds(3))
    }
    run.order(.client(.laptop, .signIn), at: .minutes(times))
    let change = Command.administration(.changePassword(Self.alice, revoking: true))
    run.order(change, at: .minutes(times) + .seconds(1))
    let server = run.world.authorizationServer
    #expect(server.user(Self.alice).tokenVersion == 2 + Int(times))
    let supposed = server.supposing(without: .passwordChanged, of: Self.alice)
    #expect(supposed.user(Self.alice).tokenVersion == 1 + Int(times))
  }
}
