import JOSE
import Soak
import Testing
import TokenCore

@testable import Analysis
@testable import Simulation

/// Random runs under random policies: what is said of a holding is tried again.
struct HoldingPropertyTests {
  @Test(arguments: 0..<16 as Range<UInt64>)
  func `a use is granted up to its end and refused at it`(seed: UInt64) {
    for (world, step) in Self.worlds(seed) {
      for party in world.parties {
        let appraisal = Appraisal(world: world, party: party)
        for text in world.texts(heldBy: party) {
          let uses = appraisal.uses(of: text)
          for (purpose, request) in appraisal.ways(to: text) {
            let use = uses.first { $0.purpose == purpose }
            let comment: Comment = "seed \(seed), step \(step), \(text.item), \(purpose)"
            let isGranted = world.asked(request, at: world.now).isGranted
            #expect(use != nil || !isGranted, comment)
            guard isGranted, purpose != .renewsOnDevice, case .at(let end) = use?.until else {
              continue
            }
            #expect(world.asked(request, at: end - .milliseconds(1)).isGranted, comment)
            #expect(!world.asked(request, at: end).isGranted, comment)
          }
        }
      }
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `a countermeasure leaves what it says, and changes nothing here`(seed: UInt64) {
    for (world, step) in Self.worlds(seed) {
      for party in world.parties {
        for (text, holding) in zip(world.texts(heldBy: party), world.holdings(of: party)) {
          for countermeasure in holding.countermeasures {
            // Whoever meets a write that fails tries again.
            let after = world.withSoundStore.after(countermeasure.act)
            let uses = after.map { Appraisal(world: $0, party: party).uses(of: text) }
            #expect(
              uses == countermeasure.leaves, "seed \(seed), step \(step), \(countermeasure.act)")
          }
          #expect(holding.isLive || holding.countermeasures.isEmpty)
        }
      }
    }
  }

  /// The attacker alone, trying everything that it holds every few seconds, is served up to its last
  /// access at most.
  @Test(arguments: 0..<24 as Range<UInt64>)
  func `nobody gets further than the last access`(seed: UInt64) {
    for (world, step) in Self.worlds(seed) {
      var end: Instant?
      switch world.lastAccess(of: .attacker) {
      case .open: continue
      case .until(let instant, _): end = instant
      case .none: break
      }
      for act in Self.games {
        let last = Self.lastServed(act, in: world)
        #expect(last ?? .start < end ?? .distantFuture, "seed \(seed), step \(step)")
        #expect(end != nil || last == nil, "seed \(seed), step \(step)")
      }
    }
  }

  private static let games: [[Command]] = [
    [.attacker(.callAPI)], [.attacker(.refresh), .attacker(.callAPI)],
    [.attacker(.reissue), .attacker(.callAPI)],
  ]

  /// When the attacker was last served, all alone and doing these things over and over.
  private static func lastServed(_ acts: [Command], in world: World) -> Instant? {
    var world = world
    var trace = Trace()
    let begin = world.now
    world.isolate(at: begin)
    for turn in 0..<200 {
      for (index, act) in acts.enumerated() {
        world.schedule(act, at: begin + .seconds(Int64(7 * turn + 3 * index)))
      }
    }
    world.advance(to: begin + .minutes(30), into: &trace)
    return trace.events.last { event in
      guard case .answered(let exchange) = event.kind, exchange.from == .attacker,
        case .resourceRequest = exchange.request
      else { return false }
      return exchange.isGranted
    }?.at
  }

  /// A run at a few moments.
  private static func worlds(_ seed: UInt64) -> [(World, step: Int)] {
    var run = RandomRun(seed: seed, LabCryptography())
    var worlds: [(World, step: Int)] = []
    for step in 1...150 {
      _ = run.step()
      if step.isMultiple(of: 30) { worlds.append((run.world, step)) }
    }
    return worlds
  }
}

extension World {
  fileprivate var parties: [Party] { [.attacker] + clients.map { .client($0.id) } }
}
