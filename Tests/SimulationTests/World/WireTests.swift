import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Messages: one latency from sender to receiver, unless they are lost.
struct WireTests {
  @Test(arguments: [TimeSpan.zero, .milliseconds(1), .milliseconds(100), .milliseconds(900)])
  func `a message arrives one latency after it was sent`(_ latency: TimeSpan) {
    var run = Run(Setting(strategy: .rotationStrict, latency: latency))
    run.play([(.zero, .client(.laptop, .signIn)), (.minutes(1), .client(.laptop, .callAPI))])
    let sent = run.trace.events.filter { if case .sent = $0.kind { true } else { false } }
    #expect(sent.count == 6)
    for event in sent {
      guard case .sent(let message) = event.kind else { continue }
      #expect(message.sentAt == event.at)
      #expect(message.arrivesAt == event.at + latency)
    }
    #expect(run.clientEvents.last == .callServed(AccessTokenID(index: 0)))
    let served = run.trace.events.last { $0.kind == .client(.callServed(AccessTokenID(index: 0))) }
    #expect(served?.at == .start + .minutes(1) + latency + latency)
  }

  @Test func `messages in flight come soonest first`() {
    var run = Run(Setting(strategy: .rotationStrict, devices: [.alice, .bob]))
    run.play([(.zero, .client(.laptop, .signIn)), (.zero, .client(.tablet, .signIn))])
    run.world.schedule(.client(.tablet, .callAPI), at: .start + .minutes(1))
    run.world.schedule(.client(.laptop, .callAPI), at: .start + .minutes(1) + .milliseconds(10))
    run.advance(to: .minutes(1) + .milliseconds(50))
    #expect(run.world.messagesInFlight.map(\.from) == [.client(.tablet), .client(.laptop)])
    #expect(run.world.nextEventTime == .start + .minutes(1) + .milliseconds(100))
    run.advance(to: .minutes(1) + .milliseconds(105))
    #expect(run.world.messagesInFlight.map(\.from) == [.client(.laptop), .resourceServer])
  }

  @Test func `one dropped response is one lost message, and only the token response`() {
    var run = Run(.rotationRejectOnly)
    run.play([(.zero, .client(.laptop, .signIn))])
    run.play([
      (.minutes(1), .network(.laptop, .dropNextResponse)),
      (.minutes(2), .client(.laptop, .callAPI)),
      (.minutes(3), .client(.laptop, .refresh)),
    ])
    let lost: [Message] = run.all { if case .lost(let message) = $0 { message } else { nil } }
    #expect(lost.count == 1)
    #expect(lost.first?.payload.status == 200)
    #expect(lost.first?.sentAt == .start + .minutes(3) + .milliseconds(100))
    #expect(run.clientEvents.contains(.callServed(AccessTokenID(index: 0))))
    #expect(run.world.faults == [])
    let received: [Int] = run.all {
      if case .received(let message) = $0 { message.id } else { nil }
    }
    #expect(lost.allSatisfy { !received.contains($0.id) })
  }

  @Test func `a response to somebody else is not dropped`() {
    var run = Run(Setting(strategy: .rotationStrict, devices: [.alice, .bob]))
    run.play([
      (.zero, .client(.laptop, .signIn)), (.zero, .client(.tablet, .signIn)),
      (.minutes(1), .attacker(.stealRefreshToken(.laptop))),
      (.minutes(2), .network(.laptop, .dropNextResponse)),
      (.minutes(3), .client(.tablet, .refresh)), (.minutes(3), .attacker(.refresh)),
    ])
    #expect(run.world.faults.map(\.device) == [.laptop])
    #expect(run.world.attacker.refreshTokens.count == 2)
  }

  @Test func `a lost answer at sign-in sends the code again, which ends the sign-in`() {
    var run = Run(.rotationStrict)
    run.play([(.zero, .network(.laptop, .dropNextResponse)), (.zero, .client(.laptop, .signIn))])
    #expect(run.serverEvents.contains(.familyRevoked(FamilyID(index: 0), .codeReplayed)))
    #expect(run.world.clients[0].phase == .signedOut(.signInRefused(.invalidGrant)))
  }
}
