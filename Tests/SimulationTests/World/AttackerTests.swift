import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Whoever holds copies.
struct AttackerTests {
  private func run(_ script: [(TimeSpan, Command)]) -> Run {
    var run = Run(.graceNewBranch)
    run.play([(.zero, .client(.laptop, .signIn))] + script)
    return run
  }

  @Test(arguments: [
    (Command.attacker(.stealAccessToken(.laptop)), 1, 0),
    (.attacker(.stealRefreshToken(.laptop)), 0, 1),
    (.attacker(.stealStorage(.laptop)), 1, 1),
  ])
  func `a theft copies and takes nothing away`(_ theft: Command, _ access: Int, _ refresh: Int) {
    let before = run([]).world.clients[0]
    let run = run([(.minutes(1), theft)])
    #expect(run.world.clients[0] == before)
    #expect(run.world.attacker.accessTokens.count == access)
    #expect(run.world.attacker.refreshTokens.count == refresh)
    #expect(run.world.attacker.firstTheftAt == .start + .minutes(1))
  }

  @Test func `the same token is held once`() {
    let run = run([
      (.minutes(1), .attacker(.stealStorage(.laptop))),
      (.minutes(2), .attacker(.stealStorage(.laptop))),
    ])
    #expect(run.world.attacker.accessTokens.count == 1)
    #expect(run.world.attacker.refreshTokens.count == 1)
    #expect(run.world.attacker.firstTheftAt == .start + .minutes(1))
  }

  @Test func `the attacker keeps what a server gives and presents the newest`() {
    let run = run([
      (.minutes(1), .attacker(.stealRefreshToken(.laptop))), (.minutes(2), .attacker(.refresh)),
      (.minutes(3), .attacker(.refresh)), (.minutes(4), .attacker(.callAPI)),
    ])
    #expect(
      run.world.attacker.refreshTokens.map(\.label) == (0..<3).map { RefreshTokenID(index: $0) })
    #expect(
      run.world.attacker.accessTokens.map(\.label) == (1..<3).map { AccessTokenID(index: $0) })
    let obtained: [AttackerEvent] = run.all {
      if case .attacker(let event) = $0 { event } else { nil }
    }
    #expect(
      obtained == [
        .stole(nil, RefreshTokenID(index: 0), from: .laptop),
        .obtained(AccessTokenID(index: 1), RefreshTokenID(index: 1)),
        .obtained(AccessTokenID(index: 2), RefreshTokenID(index: 2)),
      ])
    #expect(run.world.attacker.lastAnswer?.status == 200)
  }

  @Test func `a stolen access token serves its new holder until exp and no longer`() {
    let run = run([
      (.minutes(1), .attacker(.stealAccessToken(.laptop))),
      (.minutes(15) - .milliseconds(101), .attacker(.callAPI)),
      (.minutes(15) - .milliseconds(100), .attacker(.callAPI)),
    ])
    let answers: [Int] = run.all {
      guard case .answered(let exchange) = $0, exchange.from == .attacker else { return nil }
      return exchange.status
    }
    #expect(answers == [200, 401])
  }

  /// The server's own events say which token came back, never who brought it.
  @Test func `the server answers the thief as it answers the victim`() throws {
    let script: (Command) -> [(TimeSpan, Command)] = {
      [(.minutes(1), .attacker(.stealRefreshToken(.laptop))), (.minutes(2), $0)]
    }
    let byThief = run(script(.attacker(.refresh)))
    let byVictim = run(script(.client(.laptop, .refresh)))
    #expect(byThief.serverEvents == byVictim.serverEvents)
    #expect(byThief.world.authorizationServer == byVictim.world.authorizationServer)
  }
}
