import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Every reason for which a command does nothing, in words.
struct ObstacleTests {
  enum Situation: CaseIterable {
    case atTheStart, authorizing, exchanging, signedIn, refreshing, loggedOut

    func run(_ strategy: Strategy) -> Run {
      var run = Run(strategy)
      guard self != .atTheStart else { return run }
      run.world.schedule(.client(.laptop, .signIn), at: .start)
      switch self {
      case .atTheStart: break
      case .authorizing: run.advance(to: .milliseconds(50))
      case .exchanging: run.advance(to: .milliseconds(250))
      case .signedIn: run.advance(to: .seconds(1))
      case .refreshing:
        run.world.schedule(.client(.laptop, .refresh), at: .start + .seconds(1))
        run.advance(to: .milliseconds(1050))
      case .loggedOut:
        run.world.schedule(.client(.laptop, .logOut), at: .start + .seconds(1))
        run.advance(to: .seconds(2))
      }
      return run
    }
  }

  static let rows: [(Command, [String?])] = [
    (
      .client(.laptop, .signIn),
      [
        nil, "alice@laptop is waiting for an answer", "alice@laptop is waiting for an answer",
        "alice is signed in already", "alice is signed in already", nil,
      ]
    ),
    (
      .client(.laptop, .callAPI),
      [
        "alice is signed out: sign in to call the API", "alice@laptop is still signing in",
        "alice@laptop is still signing in", nil, nil,
        "alice is signed out: sign in to call the API",
      ]
    ),
    (
      .client(.laptop, .logOut),
      [
        "alice is signed out: sign in to log out", "alice@laptop is still signing in",
        "alice@laptop is still signing in", nil, nil, "alice is signed out: sign in to log out",
      ]
    ),
    (
      .client(.laptop, .refresh),
      [
        "alice is signed out: sign in to refresh", "alice@laptop is still signing in",
        "alice@laptop is still signing in", nil, "a refresh is in flight already",
        "alice is signed out: sign in to refresh",
      ]
    ),
    (.attacker(.stealAccessToken(.laptop)), holding("alice@laptop holds no access token")),
    (.attacker(.stealRefreshToken(.laptop)), holding("alice@laptop holds no refresh token")),
    (.attacker(.stealStorage(.laptop)), holding("alice@laptop holds no tokens")),
    (.attacker(.callAPI), Array(repeating: "the attacker holds no access token", count: 6)),
    (.attacker(.refresh), Array(repeating: "the attacker holds no refresh token", count: 6)),
    (.network(.laptop, .dropNextResponse), Array(repeating: nil, count: 6)),
  ]

  private static func holding(_ obstacle: String) -> [String?] {
    [obstacle, obstacle, obstacle, nil, nil, obstacle]
  }

  @Test(arguments: rows)
  func `a command is possible or says why not`(_ command: Command, _ obstacles: [String?]) {
    for (situation, obstacle) in zip(Situation.allCases, obstacles) {
      let run = situation.run(.rotationStrict)
      #expect(run.world.obstacle(to: command) == obstacle, "\(situation)")
    }
  }

  /// What the question foretells is what then happens.
  @Test(arguments: rows.map(\.0))
  func `a refused command changes nothing but the trace`(_ command: Command) throws {
    for situation in Situation.allCases {
      var run = situation.run(.rotationStrict)
      let obstacle = run.world.obstacle(to: command)
      let before = run.world.still
      run.world.schedule(command, at: run.world.now)
      let seen = run.trace.events.count
      run.advance(to: run.world.now - .start)
      let first = try #require(run.trace.events.dropFirst(seen).first)
      if let obstacle {
        #expect(first.kind == .commandRefused(command, because: obstacle))
        #expect(run.world.still == before)
      } else {
        #expect(first.kind == .commanded(command))
        #expect(run.world.still != before)
      }
      #expect(first.party == command.party)
    }
  }

  @Test func `a strategy without refresh tokens says so`() {
    let run = Situation.signedIn.run(.loginAgain)
    let reason = "login-again issues no refresh token"
    #expect(run.world.obstacle(to: .client(.laptop, .refresh)) == reason)
    #expect(run.world.obstacle(to: .attacker(.stealRefreshToken(.laptop))) == reason)
    #expect(run.world.obstacle(to: .attacker(.stealStorage(.laptop))) == nil)
  }

  @Test func `a thief with tokens may use them`() {
    var run = Situation.signedIn.run(.rotationStrict)
    run.world.schedule(.attacker(.stealAccessToken(.laptop)), at: run.world.now)
    run.advance(to: .seconds(2))
    #expect(run.world.obstacle(to: .attacker(.callAPI)) == nil)
    #expect(
      run.world.obstacle(to: .attacker(.refresh)) == "the attacker holds no refresh token")
  }

  @Test func `one response can be dropped at a time`() {
    var run = Situation.signedIn.run(.rotationStrict)
    run.world.schedule(.network(.laptop, .dropNextResponse), at: run.world.now)
    run.advance(to: .seconds(2))
    #expect(
      run.world.obstacle(to: .network(.laptop, .dropNextResponse))
        == "that awaits alice@laptop already")
  }
}
