import Simulation
import TokenCore

/// What a party holds, while it is being found: a value that can be kept between two things, and
/// dropped.
public struct HoldingInquiry: Sendable {
  /// What has been found so far; all there is once nothing is left to look at.
  public private(set) var holdings: [Holding] = []
  private let world: World
  private let party: Party
  private var trials: ActTrials
  /// What is still to be looked at, the next first.
  private var agenda: ArraySlice<Attempt> = []
  private var examined = 0

  private enum Attempt {
    case use(Appraisal.Text)
    /// What an act would leave of the token looked at last.
    case act(Command, Appraisal.Text)
    case key(SigningKey)
    case actAgainstKey(Command)
    case digests(Int)
    case proofs([PreparedProof])
  }

  /// In this world, as it is.
  public init(of party: Party, in world: World) {
    let world = world.withSoundStore
    self.world = world
    self.party = party
    trials = ActTrials(world: world, party: party)
    let texts = world.texts(heldBy: party).map(Attempt.use)
    agenda = texts[...] + (party == .attacker ? loot : [])
  }

  /// Of a hoard only the newest live tokens are tried against every act.
  private static let mostExamined = 8

  /// What was copied from the server.
  private var loot: [Attempt] {
    let digests = world.attacker.stolenDigests
    let proofs = world.attacker.prepared
    return [
      proofs.isEmpty ? nil : .proofs(proofs), world.attacker.signingKey.map(Attempt.key),
      digests > 0 ? .digests(digests) : nil,
    ]
    .compactMap(\.self)
  }

  /// Looks at one thing more; false when nothing is left.
  public mutating func next() -> Bool {
    guard let attempt = agenda.popFirst() else { return false }
    switch attempt {
    case .use(let text): lookAt(text)
    case .act(let act, let text): note(act) { $0.uses(of: text) }
    case .key(let key): lookAt(key)
    case .actAgainstKey(let act): note(act) { $0.usesOfKey() }
    case .digests(let count): holdings.append(Holding(item: .digests(count)))
    case .proofs(let proofs):
      let last = proofs.map(\.issuedAt).max() ?? .start
      holdings.append(Holding(item: .proofs(proofs.count, until: last)))
    }
    return true
  }

  private mutating func lookAt(_ text: Appraisal.Text) {
    let uses = Appraisal(world: world, party: party).uses(of: text)
    let others = world.holders(of: text).filter { $0 != party }
    holdings.append(Holding(item: text.item, uses: uses, sharedWith: others))
    guard !uses.isEmpty, examined < Self.mostExamined else { return }
    examined += 1
    agenda = trials.acts(about: text).map { .act($0, text) } + agenda
  }

  private mutating func lookAt(_ key: SigningKey) {
    let uses = Appraisal(world: world, party: party).usesOfKey()
    holdings.append(Holding(item: .signingKey(keyID: key.keyID), uses: uses))
    guard !uses.isEmpty else { return }
    agenda = trials.actsAgainstKey.map(Attempt.actAgainstKey) + agenda
  }

  /// Carries the act out, if it is possible, and notes what it leaves of the thing looked at last.
  private mutating func note(_ act: Command, leaving uses: (Appraisal) -> [Holding.Use]) {
    guard let after = trials.outcome(of: act) else { return }
    let leaves = uses(Appraisal(world: after, party: party))
    holdings[holdings.count - 1].countermeasures.append(
      Holding.Countermeasure(act: act, leaves: leaves))
  }
}
