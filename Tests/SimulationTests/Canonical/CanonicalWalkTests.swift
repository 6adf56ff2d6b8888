import JOSE
import Testing
import TokenCore
import Soak

@testable import Simulation

/// Worlds that were reached in different ways and have one form: whatever is ordered from there on,
/// they answer alike, and go on having one form.
struct CanonicalWalkTests {
  /// A world on its way, and what it answered.
  private struct Walk {
    var world: World
    var trace = Trace()

    /// Gives the order at that place of the list of what is possible, and lets some time pass.
    mutating func take(_ index: Int, then pause: TimeSpan) {
      world.schedule(world.possibleCommands[index], at: world.now)
      world.advance(to: world.now + pause, into: &trace)
    }

    /// What was answered, when since then, and what came of it, without the names of things.
    func answers(since start: Instant) -> [String] {
      trace.events.compactMap { event in
        answer(event.kind).map { "\((event.at - start).shortText) \(event.party) \($0)" }
      }
    }

    private func answer(_ kind: TraceEvent.Kind) -> String? {
      switch kind {
      case .answered(let exchange): answer(exchange)
      case .commandRefused: "cannot"
      case .client(.signedOut(let cause)): "\(cause)"
      case .client(.callFailed(let failure)): "\(failure)"
      case .client(.triesAgain(let attempt)): "attempt \(attempt)"
      default: nil
      }
    }

    private func answer(_ exchange: Exchange) -> String {
      switch exchange.response {
      case .tokenResponse(.success(let grant)):
        "\(exchange.from) \(grant.expiresIn) \(grant.scope) \(grant.refreshToken != nil)"
      case .tokenResponse(.error(let error, let status)):
        "\(exchange.from) \(status) \(error.rawValue)"
      case .resourceResponse(let response):
        "\(exchange.from) \(response.status) \(response.freshToken != nil)"
      default: "\(exchange.from) \(exchange.status)"
      }
    }
  }

  private static let pauses: [TimeSpan] = [
    .zero, .seconds(1), .seconds(1), .seconds(4), .minutes(2), .hours(1),
  ]

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `worlds of one form answer alike for ever after`(_ seed: UInt64) {
    var random = RandomStream(seed: seed, label: "canonical walk")
    let setting = setting(seed, using: &random)
    var seen: [CanonicalWorld: World] = [:]
    var meetings = 0
    for _ in 0..<12 {
      var walk = Walk(world: World(setting, LabCryptography()))
      for _ in 0..<10 {
        step(&walk, using: &random)
        let form = walk.world.canonicalForm
        if let other = seen[form], other != walk.world {
          meetings += 1
          compare(walk.world, other, seed, using: &random)
        } else {
          seen[form] = walk.world
        }
      }
    }
    #expect(meetings > 3, "seed \(seed)")
  }

  /// Strategies first, then policies drawn at random.
  private func setting(_ seed: UInt64, using random: inout RandomStream) -> Setting {
    let strategies = Strategy.catalogue
    guard seed < strategies.count else { return Setting.random(seed: seed, using: &random) }
    return Setting(strategy: strategies[Int(seed)], devices: [.alice])
  }

  private func step(_ walk: inout Walk, using random: inout RandomStream) {
    let index = Int.random(in: walk.world.possibleCommands.indices, using: &random)
    walk.take(index, then: Self.pauses.randomElement(using: &random) ?? .zero)
  }

  private func compare(
    _ first: World, _ second: World, _ seed: UInt64, using random: inout RandomStream
  ) {
    var walks = [Walk(world: first), Walk(world: second)]
    for step in 0..<6 {
      let counts = walks.map(\.world.possibleCommands.count)
      guard counts[0] == counts[1] else {
        Issue.record("seed \(seed): \(counts) commands are possible after \(step)")
        return
      }
      let index = Int.random(in: 0..<counts[0], using: &random)
      let pause = Self.pauses.randomElement(using: &random) ?? .zero
      for side in walks.indices { walks[side].take(index, then: pause) }
      guard walks[0].world.canonicalForm == walks[1].world.canonicalForm else {
        Issue.record("seed \(seed): forms part after \(step)")
        return
      }
    }
    #expect(
      walks[0].answers(since: first.now) == walks[1].answers(since: second.now), "seed \(seed)")
  }
}
