import JOSE
import Lessons
import Simulation
import TokenCore

/// A scenario run to its end, and what tests ask of the trace.
struct Run {
  let scenario: Scenario
  let trace: Trace
  let world: World

  init(_ scenario: Scenario) {
    var world = scenario.world(LabCryptography())
    var trace = Trace()
    world.advance(to: scenario.end, into: &trace)
    self.scenario = scenario
    self.trace = trace
    self.world = world
  }

  init(shipped name: String, under strategy: Strategy? = nil) throws {
    let scenario = try ScenarioLibrary.scenario(named: name)
    self.init(strategy.map(scenario.under) ?? scenario)
  }

  /// The run in one line for each request but those of the sign-in page, each revocation, each lost
  /// message and each time somebody is signed out.
  var story: [String] {
    trace.events.compactMap { event in
      line(for: event.kind).map { "\(event.at.clockText) \($0)" }
    }
  }

  private func line(for kind: TraceEvent.Kind) -> String? {
    switch kind {
    case .answered(let exchange) where exchange.status != 302: line(for: exchange)
    case .server(.familyRevoked(let family, let reason)): "\(family) revoked: \(reason.rawValue)"
    case .lost: "answer lost"
    case .client(.signedOut): "signed out"
    case .commandRefused(_, let reason): "not done: \(reason)"
    default: nil
    }
  }

  private func line(for exchange: Exchange) -> String {
    let outcome = exchange.decision.denial.map { text(of: $0.reason) } ?? "\(exchange.status)"
    return "\(name(of: exchange.from)) \(verb(of: exchange.request)): \(outcome)"
  }

  private func verb(_ request: TokenRequest) -> String {
    request.form["grant_type"].text == "refresh_token" ? "refreshes" : "signs in"
  }

  private func verb(of payload: Payload) -> String {
    switch payload {
    case .tokenRequest(let request): verb(request)
    case .resourceRequest: "calls"
    default: "asks"
    }
  }

  private func name(of party: Party) -> String {
    switch party {
    case .client(let device): world.clients[device.index].person
    case .attacker: "attacker"
    case .authorizationServer, .resourceServer: "server"
    }
  }

  private func text(of reason: DenialReason) -> String {
    switch reason {
    case .reuseDetected(let cause): "reuse, \(cause.rawValue)"
    case .tokenRefused(let flaw): flaw.rawValue
    case .familyRevoked: "family revoked"
    default: "\(reason)"
    }
  }
}
