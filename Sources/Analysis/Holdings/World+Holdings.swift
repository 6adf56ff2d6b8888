import Simulation
import TokenCore

extension World {
  /// Everything that the party holds: refresh tokens first, then access tokens, each the newest first,
  /// then what came from the server. A party that holds nothing has no holdings.
  public func holdings(of party: Party) -> [Holding] {
    let appraisal = Appraisal(world: self, party: party)
    let texts = texts(heldBy: party)
    var trials = ActTrials(world: self, party: party)
    var examined = 0
    var holdings = texts.map { text -> Holding in
      let uses = appraisal.uses(of: text)
      let isExamined = !uses.isEmpty && examined < Self.mostExamined
      if isExamined { examined += 1 }
      return Holding(
        item: text.item, uses: uses, sharedWith: holders(of: text).filter { $0 != party },
        countermeasures: isExamined ? trials.countermeasures(against: text) : [])
    }
    if party == .attacker { holdings += loot(appraisal, &trials) }
    return holdings
  }

  /// Of a hoard only the newest live tokens are tried against every act.
  private static let mostExamined = 8

  /// What was copied from the server.
  private func loot(_ appraisal: Appraisal, _ trials: inout ActTrials) -> [Holding] {
    var loot: [Holding] = []
    if let key = attacker.signingKey {
      let uses = appraisal.usesOfKey()
      loot.append(
        Holding(
          item: .signingKey(keyID: key.keyID), uses: uses, sharedWith: [],
          countermeasures: uses.isEmpty ? [] : trials.countermeasuresAgainstKey()))
    }
    if attacker.stolenDigests > 0 {
      loot.append(
        Holding(
          item: .digests(attacker.stolenDigests), uses: [], sharedWith: [], countermeasures: []))
    }
    return loot
  }

  /// Tokens that the party holds, newest first.
  func texts(heldBy party: Party) -> [Appraisal.Text] {
    switch party {
    case .attacker:
      attacker.refreshTokens.reversed().map(Appraisal.Text.refresh)
        + attacker.accessTokens.reversed().map(Appraisal.Text.access)
    case .client(let device):
      [clients[device.index].storage.refreshToken.map(Appraisal.Text.refresh)].compactMap(\.self)
        + [clients[device.index].storage.accessToken.map(Appraisal.Text.access)].compactMap(\.self)
    case .authorizationServer, .resourceServer, .visitor, .network: []
    }
  }

  private func holders(of text: Appraisal.Text) -> [Party] {
    ([.attacker] + clients.map { .client($0.id) }).filter { texts(heldBy: $0).contains(text) }
  }
}
