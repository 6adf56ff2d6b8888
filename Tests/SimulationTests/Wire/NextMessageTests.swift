import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Orders about messages that are yet to be sent.
struct NextMessageTests {
  private var signedIn: Run {
    var run = Run(.rotationStrict, devices: [.alice, .bob])
    run.play([(.zero, .client(.laptop, .signIn)), (.zero, .client(.tablet, .signIn))])
    return run
  }

  @Test func `a device's next token request is held as it is sent, and no other message`() {
    var run = signedIn
    run.order(.wire(.holdNextRequest(.laptop)), at: .minutes(1))
    run.order(.client(.laptop, .callAPI), at: .minutes(1))
    run.order(.client(.tablet, .refresh), at: .minutes(1))
    run.order(.client(.laptop, .refresh), at: .minutes(1))
    #expect(run.world.heldMessages.map(\.message.from) == [.client(.laptop)])
    #expect(run.world.heldMessages.map(\.remaining) == [.milliseconds(100)])
    #expect(run.world.messagesInFlight.count == 2)
    #expect(run.world.faults == [])
  }

  @Test func `a device's next token response is held at the server`() throws {
    var run = signedIn
    run.order(.wire(.holdNextResponse(.laptop)), at: .minutes(1))
    run.order(.client(.laptop, .refresh), at: .minutes(1))
    run.advance(to: .minutes(1) + .seconds(1))
    let held = try #require(run.world.heldMessages.first)
    #expect(held.message.to == .client(.laptop) && held.message.payload.status == 200)
    #expect(run.world.clients[0].storage.refreshToken?.label == RefreshTokenID(index: 0))
    run.order(.wire(.releaseNext), at: .minutes(1) + .seconds(1))
    run.advance(to: .minutes(1) + .seconds(2))
    #expect(run.world.clients[0].storage.refreshToken?.label == RefreshTokenID(index: 2))
  }

  @Test func `the attacker's next request and response are held`() {
    var run = signedIn
    run.order(.attacker(.stealRefreshToken(.laptop)), at: .minutes(1))
    run.order(.wire(.holdAttackersNextRequest), at: .minutes(1))
    run.order(.wire(.holdAttackersNextResponse), at: .minutes(1))
    run.order(.client(.laptop, .refresh), at: .minutes(1))
    run.order(.attacker(.refresh), at: .minutes(1))
    #expect(run.world.heldMessages.map(\.message.from) == [.attacker])
    run.order(.wire(.releaseNext), at: .minutes(1))
    run.advance(to: .minutes(2))
    #expect(run.world.heldMessages.map(\.message.to) == [.attacker])
    #expect(run.world.heldMessages.first?.message.payload.status == 400)
    #expect(run.world.attacker.lastAnswer == nil)
  }

  @Test func `without latency a held message arrives as soon as it is let go`() {
    var run = Run(Setting(strategy: .rotationStrict, latency: .zero))
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .wire(.holdNextRequest(.laptop))),
      (.minutes(1), .client(.laptop, .refresh)), (.minutes(1), .wire(.hold(4))),
      (.minutes(1) + .seconds(1), .wire(.release(4))),
    ])
    #expect(run.refusals == ["message 4 is held already"])
    #expect(run.exchanges.last?.at == .start + .minutes(1) + .seconds(1))
  }

  @Test func `another tab refreshes with the same token, and the guard says whether`() {
    for guarding in [RefreshGuard.none, .perTab, .acrossTabs] {
      var setting = Setting(strategy: .rotationStrict)
      setting.habit.guarding = guarding
      var run = Run(setting)
      run.play([(.zero, .client(.laptop, .signIn))])
      run.order(.client(.laptop, .refresh), at: .minutes(1))
      run.order(.client(.laptop, .refreshInAnotherTab), at: .minutes(1))
      if guarding == .acrossTabs {
        #expect(
          run.refusals == ["the tabs of alice@laptop wait for the refresh that is in flight"])
      } else {
        #expect(run.world.messagesInFlight.map(\.payload.refreshLabel) == [0, 0])
        #expect(run.world.clients[0].refreshes.map(\.tab) == [0, 1])
      }
    }
  }

  @Test func `sixteen tabs are all that there are`() {
    var run = Run(.rotationStrict)
    run.play([(.zero, .client(.laptop, .signIn))])
    for _ in 1...16 { run.order(.client(.laptop, .refreshInAnotherTab), at: .minutes(1)) }
    #expect(run.world.clients[0].refreshes.map(\.tab) == Array(1...15))
    #expect(run.refusals == ["16 tabs of alice@laptop are refreshing already"])
  }

  @Test func `a sign-in page that never comes is waited for half a minute`() {
    var run = Run(.rotationStrict)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.wire(.drop(0)), at: .milliseconds(50))
    run.advance(to: .milliseconds(29_999))
    #expect(!run.world.clients[0].isSignedOut)
    run.advance(to: .seconds(30))
    #expect(run.world.clients[0].phase == .signedOut(.signInUnanswered))
  }
}

extension Payload {
  fileprivate var refreshLabel: Int? {
    if case .tokenRequest(let request) = self { request.label?.index } else { nil }
  }
}
