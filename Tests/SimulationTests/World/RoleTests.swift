import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Who may call the administrators' API, as the story goes on.
struct RoleTests {
  private static let alice = UserID(index: 0)

  /// Status of each call to the administrators' API.
  private func answers(_ run: Run) -> [Int] {
    run.trace.events.compactMap { event in
      guard case .answered(let exchange) = event.kind,
        case .resourceRequest(let request) = exchange.request, request.path == "/admin"
      else { return nil }
      return exchange.status
    }
  }

  @Test func `whoever becomes an administrator has to sign in again`() {
    var run = Run(.rotationStrict)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .client(.laptop, .callAdminAPI)),
      (.minutes(2), .administration(.setRole(Self.alice, isAdmin: true))),
      (.minutes(3), .client(.laptop, .refresh)),
      (.minutes(4), .client(.laptop, .callAdminAPI)), (.minutes(5), .client(.laptop, .logOut)),
      (.minutes(6), .client(.laptop, .signIn)), (.minutes(7), .client(.laptop, .callAdminAPI)),
      (.minutes(8), .administration(.setRole(Self.alice, isAdmin: false))),
      (.minutes(9), .client(.laptop, .callAdminAPI)),
      (.minutes(10), .client(.laptop, .refresh)), (.minutes(11), .client(.laptop, .callAdminAPI)),
    ])
    #expect(answers(run) == [403, 403, 200, 200, 403])
  }

  @Test func `an application that loses a scope loses it with the next token`() {
    var run = Run(.rotationStrict)
    run.play([
      (.zero, .client(.laptop, .signIn)),
      (.minutes(1), .administration(.setRole(Self.alice, isAdmin: true))),
      (.minutes(2), .client(.laptop, .logOut)), (.minutes(3), .client(.laptop, .signIn)),
      (.minutes(4), .administration(.withdrawScope("admin"))),
      (.minutes(5), .client(.laptop, .callAdminAPI)), (.minutes(6), .client(.laptop, .refresh)),
      (.minutes(7), .client(.laptop, .callAdminAPI)),
    ])
    #expect(answers(run) == [200, 403])
    let order = Command.administration(.withdrawScope("admin"))
    #expect(run.world.obstacle(to: order) == "the application has lost admin already")
  }

  @Test func `a forged token may do what its user may not`() {
    var run = Run(.rotationStrict)
    run.play([
      (.zero, .client(.laptop, .signIn)), (.minutes(1), .client(.laptop, .callAdminAPI)),
      (.minutes(2), .attacker(.stealSigningKey)), (.minutes(3), .attacker(.forgeAdmin(Self.alice))),
      (.minutes(4), .administration(.withdrawSigningKeys)),
      (.minutes(14), .attacker(.forgeAdmin(Self.alice))),
    ])
    #expect(answers(run) == [403, 200, 401])
  }

  @Test func `an insider at an API signs with a shared secret, and not with a public key`() {
    for signature in TokenSignature.allCases {
      var setting = Setting(strategy: .rotationStrict, devices: [.alice])
      setting.policy.accessToken.signature = signature
      var run = Run(setting)
      run.order(.attacker(.copyKeySet(.first)), at: .zero)
      #expect(run.world.attacker.keySet.isEmpty)
      run.play([
        (.minutes(1), .client(.laptop, .signIn)), (.minutes(2), .client(.laptop, .callAPI)),
        (.minutes(3), .attacker(.copyKeySet(.first))),
      ])
      #expect(run.world.attacker.keySet.count == 1)
      let forgery = Command.attacker(.forgeAdmin(Self.alice))
      let obstacle =
        signature == .hs256 ? nil : "the attacker holds public keys, which sign nothing"
      #expect(run.world.obstacle(to: forgery) == obstacle)
      run.play([(.minutes(4), forgery)])
      #expect(answers(run) == (signature == .hs256 ? [200] : []))
    }
  }
}
