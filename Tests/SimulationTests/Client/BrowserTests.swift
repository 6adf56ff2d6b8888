import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Closing the browser, and what is left when it is opened again.
struct BrowserTests {
  /// Alice has signed in, closed the browser for a quarter of an hour, opened it and called the API.
  private static func story(
    _ policy: Policy, _ storage: TokenStorage = .localStorage
  ) -> Run {
    var habit = ClientHabit(renews: .whenRefused, storage: storage)
    if policy.refresh == nil { habit.renews = .asksThePerson }
    var run = Run(
      Setting(strategyID: "kept", policy: policy, habit: habit, seed: 1, devices: [.alice]))
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .client(.laptop, .closeBrowser)),
      (.minutes(16), .client(.laptop, .openBrowser)), (.minutes(17), .client(.laptop, .callAPI)),
    ])
    return run
  }

  private static func session(_ cookie: CookieKind) -> Policy {
    var policy = Strategy.serverSession.policy
    policy.renewal = .session(
      SessionPolicy(idle: .minutes(30), absolute: .hours(8), cookie: cookie))
    return policy
  }

  @Test(arguments: [
    (Strategy.rotationStrict.policy, TokenStorage.localStorage, true),
    (Strategy.rotationStrict.policy, .memory, false),
    (Strategy.twoExpiryJWT.policy, .memory, false),
    (session(.persistent), .localStorage, true), (session(.session), .localStorage, false),
    (session(.persistent), .memory, true), (session(.session), .memory, false),
  ])
  func `opening the browser again goes on with what was kept`(
    _ policy: Policy, _ storage: TokenStorage, _ isKept: Bool
  ) {
    let run = Self.story(policy, storage)
    #expect(run.world.clients[0].isSignedIn == isKept)
    #expect(run.clientEvents.contains(.signedOut(.notKept)) == !isKept)
    let calls = run.trace.events.compactMap(\.kind.exchange).filter(\.request.isCall)
    #expect(calls.contains { $0.status == 200 } == isKept)
  }

  /// The server is told nothing: a copy of the cookie that the browser forgot opens the session still.
  @Test func `a session whose cookie is gone lives on at the server`() {
    var run = Run(.serverSession)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.attacker(.stealAccessToken(.laptop)), at: .seconds(30))
    run.order(.client(.laptop, .closeBrowser), at: .minutes(1))
    run.order(.attacker(.callAPI), at: .minutes(2))
    run.advance(to: .minutes(3))
    #expect(run.world.clients[0].storage.isEmpty)
    #expect(run.trace.events.compactMap(\.kind.exchange).last?.status == 200)
  }

  @Test func `a closed browser sends nothing and waits for nothing`() {
    var run = Run(.rotationStrict)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.client(.laptop, .callAPI), at: .seconds(10))
    run.order(.client(.laptop, .closeBrowser), at: .seconds(10))
    run.advance(to: .seconds(20))
    #expect(run.clientEvents.suffix(2) == [.browserClosed, .callFailed(.browserClosed)])
    for order in [ClientOrder.signIn, .callAPI, .refresh, .logOut, .closeBrowser] {
      let obstacle = run.world.obstacle(to: .client(.laptop, order))
      #expect(obstacle == "the browser of alice@laptop is closed", "\(order)")
    }
    #expect(run.world.obstacle(to: .attacker(.startFlow(.laptop))) != nil)
  }

  /// The tokens that a sign-in gave arrive where nobody waits for them any more.
  @Test func `a sign-in that the closing cuts short leaves nothing`() {
    var run = Run(.rotationStrict)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.client(.laptop, .closeBrowser), at: .milliseconds(350))
    run.order(.client(.laptop, .openBrowser), at: .seconds(10))
    #expect(run.world.authorizationServer.families.count == 1)
    #expect(run.world.clients[0].phase == .signedOut(.signInUnanswered))
  }

  @Test func `a timer rests while the browser is closed`() {
    var run = Run(.backgroundCheck)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.client(.laptop, .closeBrowser), at: .minutes(1))
    run.advance(to: .hours(1))
    let count = run.trace.count
    run.order(.client(.laptop, .openBrowser), at: .hours(2))
    run.advance(to: .hours(3))
    #expect(run.trace.count > count + 2)
    let refreshed = run.trace.events.first { $0.at > .start + .hours(1) && $0.kind.exchange != nil }
    #expect(refreshed.map { $0.at > .start + .hours(2) } == true)
  }

  @Test func `a person who comes back opens the browser`() {
    let hours = [Instant.start + .hours(1)..<Instant.start + .hours(2)]
    let alice = DeviceSetting(
      person: "alice", device: "laptop",
      activity: Activity(
        interval: .minutes(10), presence: hours, signsInAgainAfter: .seconds(5)))
    var run = Run(.serverSession, devices: [alice])
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.client(.laptop, .closeBrowser), at: .minutes(1))
    run.advance(to: .hours(1) + .minutes(1))
    #expect(run.world.clients[0].isSignedIn)
    #expect(run.clientEvents.filter { $0 == .browserOpened }.count == 1)
    #expect(run.world.authorizationServer.families.count == 2)
  }

  @Test func `an application that keeps its tokens in memory loses them when it starts again`() {
    for storage in TokenStorage.allCases {
      var run = Run(
        Setting(
          strategyID: "kept", policy: Strategy.rotationStrict.policy,
          habit: ClientHabit(renews: .whenRefused, storage: storage), seed: 1, devices: [.alice]))
      run.order(.client(.laptop, .signIn), at: .zero)
      run.order(.client(.laptop, .restartBeforeStoring), at: .seconds(10))
      run.order(.client(.laptop, .refresh), at: .seconds(11))
      run.advance(to: .seconds(20))
      #expect(run.world.clients[0].isSignedIn == (storage != .memory), "\(storage)")
    }
  }

  @Test func `an emptied storage of a closed browser is empty when it is opened`() {
    var run = Run(.rotationStrict)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.client(.laptop, .closeBrowser), at: .seconds(10))
    run.order(.attacker(.clearStorage(.laptop)), at: .seconds(20))
    #expect(run.world.clients[0].isClosed)
    run.order(.client(.laptop, .openBrowser), at: .seconds(30))
    #expect(run.world.clients[0].phase == .signedOut(.storageCleared))
  }
}
