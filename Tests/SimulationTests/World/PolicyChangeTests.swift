import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// A policy that is changed while a world goes on.
struct PolicyChangeTests {
  private static func run(
    from strategy: Strategy, to policy: Policy, at span: TimeSpan = .minutes(1)
  ) -> Run {
    var run = Run(strategy)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.administration(.changePolicy(policy)), at: span)
    return run
  }

  @Test func `the APIs go by the new policy with the server`() {
    let run = Self.run(from: .rotationStrict, to: Strategy.trackedJTI.policy)
    #expect(run.world.policy == Strategy.trackedJTI.policy)
    #expect(run.world.resourceServers[0].policy == Strategy.trackedJTI.policy.accessToken)
    #expect(run.world.strategyID == "tracked-jti")
    #expect(run.world.setting.policy == Strategy.rotationStrict.policy)
  }

  @Test(arguments: Strategy.catalogue)
  func `an application goes on, or signs in once, whatever the policy becomes`(
    _ strategy: Strategy
  ) throws {
    var policy = strategy.policy
    if case .refreshToken(var refresh) = policy.renewal {
      refresh.client = .public
      policy.renewal = .refreshToken(refresh)
    }
    var run = Run(Strategy.graceSameSuccessor)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.administration(.changePolicy(policy)), at: .minutes(1))
    run.order(.client(.laptop, .callAPI), at: .minutes(2))
    run.advance(to: .minutes(3))
    if !run.world.clients[0].isSignedIn {
      run.order(.client(.laptop, .signIn), at: .minutes(4))
      run.advance(to: .minutes(5))
    }
    let count = run.trace.events.count
    run.order(.client(.laptop, .callAPI), at: .minutes(6))
    run.advance(to: .minutes(7))
    let served = run.trace.events.dropFirst(count).contains {
      if case .client(.callServed) = $0.kind { true } else { false }
    }
    #expect(served, "\(strategy.id)")
  }

  /// The limit of the grant is what a server goes by, and so it moves, to and fro; where the new end is
  /// over already, each change is an end.
  @Test(arguments: [
    (TimeSpan.hours(2), [TimeSpan.hours(2) + .milliseconds(300)]),
    (.minutes(30), [.hours(1), .minutes(62)]), (.hours(50), []),
  ])
  func `a new absolute limit ends a family at its new end, and that is told once`(
    _ limit: TimeSpan, _ expected: [TimeSpan]
  ) {
    var policy = Strategy.rotationStrict.policy
    guard var refresh = policy.refresh else { return }
    refresh.absoluteLifetime = limit
    policy.renewal = .refreshToken(refresh)
    var run = Self.run(from: .rotationStrict, to: policy, at: .hours(1))
    run.order(.administration(.changePolicy(Strategy.rotationStrict.policy)), at: .minutes(61))
    run.order(.administration(.changePolicy(policy)), at: .minutes(62))
    run.advance(to: .hours(40))
    let ends = run.trace.events.filter { $0.kind == .refreshTokenExpired(.init(index: 0)) }
    #expect(ends.map(\.at) == expected.map { .start + $0 })
  }

  @Test func `what a policy cannot change is an obstacle`() {
    let world = Self.run(from: .rotationStrict, to: Strategy.reusableRefresh.policy).world
    func obstacle(_ policy: Policy) -> String? {
      world.obstacle(to: .administration(.changePolicy(policy)))
    }
    #expect(obstacle(Strategy.reusableRefresh.policy) == "the server goes by that policy already")
    #expect(
      obstacle(Strategy.confidentialNoRotation.policy)
        == "the application is a public client, and a policy gives it no secret")
    var policy = Strategy.rotationStrict.policy
    policy.accessToken.form = .reference
    #expect(obstacle(policy)?.hasPrefix("the policy cannot be: access form reference") == true)
    #expect(obstacle(Strategy.rotationStrict.policy) == nil)
  }
}
