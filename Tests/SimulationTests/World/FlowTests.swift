import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// An attacker that signs itself in from inside the device.
struct FlowTests {
  private func play(_ strategy: Strategy, _ script: [(TimeSpan, Command)]) -> Run {
    var run = Run(strategy)
    run.play(
      [(.zero, .client(.laptop, .signIn)), (.minutes(1), .attacker(.startFlow(.laptop)))] + script)
    return run
  }

  /// Requests of the attacker, as endpoint and status.
  private func answers(_ run: Run) -> [String] {
    run.all {
      guard case .answered(let exchange) = $0, exchange.from == .attacker else { return nil }
      return switch exchange.request {
      case .authorizationRequest(let request):
        "authorize \(request.isSilent ? "silently " : "")\(exchange.status)"
      case .tokenRequest(let request):
        "\(request.form["grant_type"].text ?? "") \(exchange.status)"
      default: "call \(exchange.status)"
      }
    }
  }

  @Test func `it gets a family of its own, and the person's device notices nothing`() {
    let run = play(.rotationStrict, [])
    #expect(answers(run) == ["authorize silently 302", "authorization_code 200"])
    let families = run.world.authorizationServer.families
    #expect(families.map(\.user) == [UserID(index: 0), UserID(index: 0)])
    #expect(run.world.attacker.refreshTokens.map(\.label) == [families[1].refreshTokens[0]])
    #expect(run.world.clients[0].storage.refreshToken?.label == families[0].refreshTokens[0])
    #expect(run.world.attacker.firstTheftAt == .start + .minutes(1))
  }

  @Test func `logging out ends the person's family and not the attacker's`() {
    let run = play(
      .rotationStrict,
      [
        (.minutes(2), .client(.laptop, .logOut)), (.minutes(3), .attacker(.refresh)),
        (.minutes(4), .attacker(.callAPI)),
      ])
    let families = run.world.authorizationServer.families
    #expect(families.map(\.isRevoked) == [true, false])
    #expect(answers(run).suffix(2) == ["refresh_token 200", "call 200"])
  }

  @Test(arguments: [
    Command.administration(.disableAccount(UserID(index: 0))),
    .administration(.changePassword(UserID(index: 0), revoking: true)),
  ])
  func `what ends all of the person's sessions ends this one, too`(_ act: Command) {
    let run = play(.rotationStrict, [(.minutes(2), act), (.minutes(3), .attacker(.refresh))])
    #expect(run.world.authorizationServer.families.map(\.isRevoked) == [true, true])
    #expect(answers(run).last == "refresh_token 400")
  }

  /// A stolen token is worthless without the device's key; a token of its own has the attacker's.
  @Test func `a bound key does not help, for the attacker brings one of its own`() {
    let run = play(.senderConstrained, [(.minutes(2), .attacker(.refresh))])
    #expect(answers(run).last == "refresh_token 200")
    let thumbprints = run.world.authorizationServer.families.map(\.keyThumbprint)
    #expect(thumbprints.count == 2 && !thumbprints.contains(nil))
    #expect(thumbprints[0] != thumbprints[1])
  }

  @Test func `without the client's secret the code is worth nothing`() {
    let run = play(.confidentialNoRotation, [])
    #expect(answers(run) == ["authorize silently 302", "authorization_code 401"])
    #expect(run.world.attacker.accessTokens.isEmpty)
  }

  @Test(
    arguments: [
      [],
      [(.zero, .client(.laptop, .signIn)), (.seconds(30), .client(.laptop, .logOutAtServer))],
      [(.zero, .client(.laptop, .signIn)), (.seconds(30), .client(.laptop, .logOutEverywhere))],
    ] as [[(TimeSpan, Command)]])
  func `without a cookie in the browser there is nothing to start with`(
    _ script: [(TimeSpan, Command)]
  ) {
    var run = Run(.rotationStrict)
    run.play(script + [(.minutes(1), .attacker(.startFlow(.laptop)))])
    #expect(run.refusals == ["the browser of alice@laptop has no session at the server"])
    #expect(run.world.attacker.firstTheftAt == nil)
  }

  /// A logout of the application alone leaves the browser's session, and so the way in.
  @Test func `logging out at the client leaves a session that still signs in`() {
    var run = Run(.rotationStrict)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .client(.laptop, .logOut)),
      (.minutes(2), .attacker(.startFlow(.laptop))),
    ])
    #expect(answers(run) == ["authorize silently 302", "authorization_code 200"])
  }

  /// The browser still sends its cookie, and the server knows better.
  @Test(arguments: [
    Command.administration(.disableAccount(UserID(index: 0))),
    .administration(.changePassword(UserID(index: 0), revoking: true)),
  ])
  func `after what ends all of the person's sessions nobody is signed in silently`(_ act: Command) {
    var run = Run(.rotationStrict)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.seconds(30), act),
      (.minutes(1), .attacker(.startFlow(.laptop))),
    ])
    #expect(run.all { $0.exchange?.decision.denial?.error }.last == .loginRequired)
    #expect(run.world.authorizationServer.families.count == 1)
  }

  @Test func `nobody else draws another number because of it`() {
    var plain = Run(.rotationStrict)
    let rest: [(TimeSpan, Command)] = [
      (.minutes(5), .client(.laptop, .logOut)), (.minutes(6), .client(.laptop, .signIn)),
    ]
    plain.play([(.zero, .client(.laptop, .signIn))] + rest)
    let attacked = play(.rotationStrict, rest)
    #expect(plain.world.random.clients == attacked.world.random.clients)
    #expect(plain.world.random.server != attacked.world.random.server)
  }
}
