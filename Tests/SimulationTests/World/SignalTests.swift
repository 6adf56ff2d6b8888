import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Shared signals on the wire: an event is a message like any other.
struct SignalTests {
  /// Alice is signed in, a thief has her access token, and she logs out at two minutes.
  private static var loggedOut: Run {
    var run = Run(.sharedSignals)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.attacker(.stealAccessToken(.laptop)), at: .minutes(1))
    run.order(.client(.laptop, .logOut), at: .minutes(2))
    run.advance(to: .minutes(3))
    return run
  }

  private static func isEvent(_ message: Message) -> Bool {
    if case .securityEvent = message.payload { true } else { false }
  }

  /// How the thief's call is answered at that moment.
  private static func status(_ run: Run, at span: TimeSpan) -> Int? {
    let token = run.world.attacker.accessTokens.last
    return token.map { token in
      let call = run.world.call(with: token, to: .profile, from: .attacker)
      return run.world.asked(call, at: .start + span).status
    }
  }

  @Test func `an event takes its time on the wire and is acknowledged`() {
    let events = Self.loggedOut.trace.events
    let sent = events.compactMap(\.kind.sent).filter(Self.isEvent)
    #expect(sent.count == 1)
    #expect(sent.first?.from == .authorizationServer && sent.first?.to == .resourceServer)
    #expect((sent.first?.arrivesAt ?? .start) > (sent.first?.sentAt ?? .start))
    let answered = events.compactMap(\.kind.exchange).filter {
      if case .securityEvent = $0.request { true } else { false }
    }
    #expect(answered.map(\.status) == [202])
  }

  @Test func `a copy is refused once the event has come, and served to exp where it is lost`() {
    let told = Self.loggedOut
    #expect(Self.status(told, at: .minutes(3)) == 401)
    var untold = Run(.sharedSignals)
    untold.order(.client(.laptop, .signIn), at: .zero)
    untold.order(.attacker(.stealAccessToken(.laptop)), at: .minutes(1))
    let number = told.trace.events.compactMap(\.kind.sent).first(where: Self.isEvent)?.id ?? 0
    let sentAt =
      told.trace.events.compactMap(\.kind.sent).first(where: Self.isEvent)?.sentAt ?? .start
    untold.world.schedule(.client(.laptop, .logOut), at: .start + .minutes(2))
    untold.world.schedule(.wire(.drop(number)), at: sentAt + .milliseconds(1))
    untold.advance(to: .minutes(3))
    #expect(Self.status(untold, at: .minutes(3)) == 200)
    #expect(Self.status(untold, at: .minutes(59)) == 200)
    #expect(Self.status(untold, at: .minutes(61)) == 401)
  }

  @Test func `what was revoked before anybody was told is told when the policy says so`() {
    var run = Run(.sharedSignals)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.attacker(.stealAccessToken(.laptop)), at: .minutes(1))
    run.order(.administration(.changePolicy(Strategy.rotationStrict.policy)), at: .minutes(2))
    run.order(.client(.laptop, .logOut), at: .minutes(3))
    #expect(Self.status(run, at: .minutes(4)) == 200)
    run.order(.administration(.changePolicy(Strategy.sharedSignals.policy)), at: .minutes(5))
    run.advance(to: .minutes(6))
    #expect(Self.status(run, at: .minutes(6)) == 401)
  }
}
