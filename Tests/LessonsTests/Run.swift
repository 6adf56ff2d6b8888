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

  /// The scenario with fewer calls in it, of its people and of its thief, for tests that run many
  /// weeks. Who is first in a race may change with it.
  static func thinned(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    for index in scenario.setting.devices.indices {
      let interval = scenario.setting.devices[index].activity.interval
      scenario.setting.devices[index].activity.interval = max(interval, .minutes(5))
    }
    if let attack = scenario.setting.attack {
      scenario.setting.attack?.callsEvery = max(attack.callsEvery, .minutes(5))
    }
    return scenario
  }

  /// Every exchange, with the moment at which the server answered.
  var exchanges: [(at: Instant, exchange: Exchange)] {
    trace.events.compactMap { event in
      if case .answered(let exchange) = event.kind { (event.at, exchange) } else { nil }
    }
  }

  /// The API calls of a party that were served, in order.
  func served(_ party: Party) -> [Instant] {
    exchanges.filter {
      if case .resourceRequest = $0.exchange.request {
        $0.exchange.from == party && $0.exchange.status == 200
      } else {
        false
      }
    }.map(\.at)
  }

  /// What a stranger's requests were answered with: the time, the wire's status and error code, and
  /// the server's true reason.
  var answersToStrangers: [String] {
    exchanges.filter { $0.exchange.from == .visitor }.map { at, exchange in
      let denial = exchange.decision.denial
      let words = [
        "\(exchange.status)", denial?.error?.rawValue, denial.map { "(\($0.reason.name))" },
      ]
      return "\(at.clockText) " + words.compactMap { $0 }.joined(separator: " ")
    }
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
    case .lost(let message): message.payload.isRequest ? "request lost" : "answer lost"
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
    case .resourceRequest(let request): request.path == "/admin" ? "administers" : "calls"
    case .revocationRequest: "revokes"
    default: "asks"
    }
  }

  private func name(of party: Party) -> String {
    switch party {
    case .client(let device): world.clients[device.index].person
    case .attacker: "attacker"
    case .visitor: "stranger"
    case .browser(let device): "the browser of \(world.clients[device.index].person)"
    case .authorizationServer, .resourceServer, .network: "server"
    }
  }

  private func text(of reason: DenialReason) -> String {
    switch reason {
    case .reuseDetected(let cause): "reuse, \(cause.rawValue)"
    case .tokenRefused(let flaw): flaw.rawValue
    case .familyRevoked: "family revoked"
    default: reason.words
    }
  }
}
