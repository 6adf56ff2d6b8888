import JOSE
import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// The attacker alone, without a world: what goes in, where its plan then stands, what comes out.
struct AttackerMachineTests {
  private static let plan = AttackPlan(
    at: .start + .minutes(5), device: .laptop, takes: .storage, callsEvery: .minutes(1))
  private static let full = Client.Storage(
    accessToken: .numbered(1), believedExpiry: nil, refreshToken: .numbered(1))

  private static func attacker(
    _ plan: AttackPlan? = plan, renewsWith: RenewalCredential = .refreshToken,
    bindsToKey: Bool = false
  ) -> Attacker {
    Attacker(
      plan: plan,
      in: Attacker.Circumstances(renewsWith: renewsWith, bindsToKey: bindsToKey, host: nil))
  }

  /// What happens to an attacker.
  enum Input: Sendable {
    case timer(seeing: Client.Storage)
    case answer(Payload, to: Int)
  }

  private static func feed(
    _ inputs: [Input], to attacker: inout Attacker
  ) -> [AttackerDirective] {
    var random = RandomStream(seed: 1, label: "attacker")
    var directives: [AttackerDirective] = []
    for input in inputs {
      directives =
        switch input {
        case .timer(let storage):
          attacker.timerFired(
            seeing: Client.Loot(tokens: storage), at: .start + .minutes(5))
        case .answer(let payload, let request):
          attacker.receive(payload, for: request, using: &random)
        }
    }
    return directives
  }

  private static let theft = Input.timer(seeing: full)
  private static let again = Input.timer(seeing: full)
  private static let refused = Input.answer(
    .resourceResponse(ResourceResponse(status: 401, error: .invalidToken)), to: 1)
  private static let served = Input.answer(.resourceResponse(ResourceResponse(status: 200)), to: 1)
  private static let tokens = Input.answer(.tokenResponse(.tokens(2, refresh: 2)), to: 2)
  private static let error = Input.answer(
    .tokenResponse(.error(.invalidGrant, status: 400)), to: 2)
  private static let pause = AttackerDirective.setTimer(after: .minutes(1))

  /// Inputs in order; where the plan stands after the last, and what that asked for.
  private static let rows: [([Input], Attacker.PlanState, [AttackerDirective])] = [
    ([.timer(seeing: Client.Storage())], .notBegun, [pause]),
    (
      [theft], .ready,
      [.note(.stole(.init(index: 0), .init(index: 0), from: .laptop)), pause]
    ),
    ([refused], .notBegun, []),
    ([error], .notBegun, []),
    ([tokens], .notBegun, [.note(.obtained(.init(index: 1), .init(index: 1)))]),
    ([theft, again], .ready, [.send(.call(1), to: .resourceServer, request: 1), pause]),
    ([theft, again, served], .ready, []),
    ([theft, again, refused], .refused, []),
    (
      [theft, again, refused, again], .refused,
      [.send(.refresh(1), to: .authorizationServer, request: 2), pause]
    ),
    (
      [theft, again, refused, again, tokens], .ready,
      [.note(.obtained(.init(index: 1), .init(index: 1)))]
    ),
    (
      [theft, again, refused, again, tokens, again], .ready,
      [.send(.call(2), to: .resourceServer, request: 3), pause]
    ),
    ([theft, again, refused, again, error], .finished, []),
    ([theft, again, refused, again, error, again], .finished, []),
    ([theft, error], .finished, []),
    ([theft, error, refused], .refused, []),
    ([theft, error, tokens], .ready, [.note(.obtained(.init(index: 1), .init(index: 1)))]),
  ]

  @Test(arguments: rows)
  func `a plan goes from state to state`(
    _ inputs: [Input], _ state: Attacker.PlanState, _ directives: [AttackerDirective]
  ) {
    var attacker = Self.attacker()
    #expect(Self.feed(inputs, to: &attacker) == directives)
    #expect(attacker.planState == state)
  }

  @Test func `without a plan the timer and the answers begin nothing`() {
    var attacker = Self.attacker(nil)
    #expect(Self.feed([Self.theft], to: &attacker).isEmpty)
    #expect(Self.feed([Self.refused], to: &attacker).isEmpty)
    #expect(attacker.planState == .notBegun)
    #expect(attacker.accessTokens.isEmpty)
  }

  /// What is taken, whether the plan renews, with what, and where it stands after a refused call.
  private static let ends: [(Loot, Bool, RenewalCredential, Attacker.PlanState, Int)] = [
    (.storage, true, .refreshToken, .refused, 1),
    (.storage, false, .refreshToken, .finished, 0),
    (.storage, true, .nothing, .finished, 0),
    (.accessToken, true, .refreshToken, .finished, 0),
    (.accessToken, true, .accessToken, .refused, 1),
    (.refreshToken, true, .accessToken, .finished, 0),
  ]

  @Test(arguments: ends)
  func `a refused plan goes on while it has something to renew with`(
    _ loot: Loot, _ renews: Bool, _ credential: RenewalCredential, _ state: Attacker.PlanState,
    _ requests: Int
  ) {
    var plan = Self.plan
    plan.takes = loot
    plan.renews = renews
    var attacker = Self.attacker(plan, renewsWith: credential)
    let directives = Self.feed([Self.theft, Self.refused, Self.again], to: &attacker)
    #expect(attacker.planState == state)
    #expect(directives.count { if case .send = $0 { true } else { false } } == requests)
    #expect(directives.contains(Self.pause) == (state != .finished))
  }

  @Test func `a thief of refresh tokens renews before the first call`() {
    var plan = Self.plan
    plan.takes = .refreshToken
    var attacker = Self.attacker(plan)
    #expect(
      Self.feed([Self.theft, Self.again], to: &attacker) == [
        .send(.refresh(1), to: .authorizationServer, request: 1), Self.pause,
      ])
  }

  /// Orders one after the other, and what is under way afterwards.
  @Test(arguments: [false, true])
  func `a sign-in of its own ends in a family of its own`(_ bindsToKey: Bool) throws {
    var attacker = Self.attacker(nil, bindsToKey: bindsToKey)
    var random = RandomStream(seed: 1, label: "attacker")
    let started = attacker.startFlow(
      .startedFlow(on: .laptop), with: nil, of: "alice", at: .start, using: &random,
      LabCryptography())
    #expect(started.first == .note(.startedFlow(on: .laptop)))
    guard case .authorizing = attacker.flows[1] else { throw Unexpected("another state") }

    #expect(attacker.receive(.authorizationResponse(.code("c")), for: 9, using: &random).isEmpty)
    let exchange = attacker.receive(.authorizationResponse(.code("c")), for: 1, using: &random)
    guard case .send(.tokenRequest(let request), .authorizationServer, 2, nil)? = exchange.first
    else { throw Unexpected("another state") }
    #expect(request.form["code"].text == "c")
    #expect(attacker.flows == [2: .exchanging])
    #expect((attacker.key != nil) == bindsToKey)
    #expect(attacker.receive(.authorizationResponse(.code("c")), for: 1, using: &random).isEmpty)

    _ = attacker.receive(.tokenResponse(.tokens(3, refresh: 3)), for: 2, using: &random)
    _ = attacker.receive(.tokenResponse(.tokens(3, refresh: 3)), for: 2, using: &random)
    #expect(attacker.ownSignIns == [AccessTokenID(index: 2)])
    #expect(attacker.flows.isEmpty)
  }

  @Test(arguments: [
    Payload.authorizationResponse(.error(.accessDenied)), .authorizationResponse(.rejected),
  ])
  func `a refused sign-in of its own is forgotten`(_ answer: Payload) {
    var attacker = Self.attacker(nil)
    var random = RandomStream(seed: 1, label: "attacker")
    _ = attacker.startFlow(
      .startedFlow(on: .laptop), with: nil, of: "alice", at: .start, using: &random,
      LabCryptography())
    #expect(attacker.receive(answer, for: 1, using: &random).isEmpty)
    #expect(attacker.flows.isEmpty)
  }

  @Test func `each theft is told, and the first is remembered`() {
    var attacker = Self.attacker(nil)
    let key = SigningKey(
      keyID: "lab-1", for: .hs256, secret: Array(repeating: 7, count: 32), LabCryptography())
    #expect(
      attacker.takeDatabase(digests: 4, clear: [.numbered(2)], at: .start + .seconds(1))
        == [.note(.stoleDatabase(digests: 4, clear: 1))])
    #expect(
      attacker.take(key, at: .start + .seconds(2)) == [.note(.stoleSigningKey(keyID: "lab-1"))])
    #expect(
      attacker.clearStorage(of: .laptop, at: .start + .seconds(3))
        == [.note(.clearedStorage(of: .laptop)), .clearStorage(of: .laptop)])
    #expect(attacker.firstTheftAt == .start + .seconds(1))
    #expect(attacker.refreshTokens == [.numbered(2)])
    #expect(attacker.signingKey == key)
  }

  @Test func `a forged token takes a key, and each has its own name`() {
    var attacker = Self.attacker(nil)
    let claims = AccessTokenClaims(
      issuer: "i", subject: "alice", audience: ["a"], clientID: "web",
      issuedAt: NumericDate(seconds: 0), expiresAt: NumericDate(seconds: 9),
      tokenID: attacker.nextForgery)
    let none = attacker.call(.profile, host: nil, forging: claims, LabCryptography())
    #expect(none.isEmpty)
    #expect(attacker.nextForgery == "forged-1")
    let key = SigningKey(
      keyID: "lab-1", for: .hs256, secret: Array(repeating: 7, count: 32), LabCryptography())
    _ = attacker.take(key, at: .start)
    #expect(attacker.call(.profile, host: nil, forging: claims, LabCryptography()).count == 1)
    #expect(attacker.nextForgery == "forged-2")
  }
}
