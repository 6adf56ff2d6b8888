import Narrative
import Simulation
import TokenCore

extension Coach {
  /// Both hold a refresh token: who is first, and what shows.
  static func race(
    _ model: LabModel, _ person: String, over stolen: RefreshTokenID
  ) -> [Advice] {
    let server = model.world.authorizationServer
    if server.family(server.record(of: stolen).family).isRevoked {
      return [
        Advice(
          "the stolen \(stolen) is dead. s: steal again, p: another strategy",
          .attacker(.stealRefreshToken))
      ]
    }
    let held = model.client.storage.refreshToken?.label
    if let held, server.record(of: held).family != server.record(of: stolen).family {
      return [
        Advice("press R: the attacker renews what is of another sign-in", .attacker(.refresh))
      ]
    }
    if model.world.policy.refresh?.isBoundToKey == true { return boundRace(model, stolen) }
    guard let held else { return [] }
    if held == stolen { return sameToken(model, person, stolen) }
    if !server.record(of: held).isCurrent {
      return [
        Advice(
          "the attacker was first. r: \(person) presents \(held), spent now", .client(.refresh))
      ]
    }
    return server.isUsable(stolen, at: model.world.now)
      && server.isUsable(held, at: model.world.now)
      ? [
        Advice(
          "both hold a token that works. Press r and R, and watch the family", .client(.refresh),
          .attacker(.refresh))
      ]
      : [
        Advice(
          "\(person) was first. R: the attacker presents \(stolen), spent now", .attacker(.refresh))
      ]
  }

  private static func sameToken(
    _ model: LabModel, _ person: String, _ stolen: RefreshTokenID
  ) -> [Advice] {
    guard model.world.policy.refresh?.rotation.spends == false else {
      return [
        Advice(
          "who is first? r: \(person)'s client refreshes, or R: the attacker does",
          .client(.refresh),
          .attacker(.refresh))
      ]
    }
    return [
      Advice(
        "press R and r: both refresh with \(stolen), and nothing shows", .attacker(.refresh),
        .client(.refresh))
    ]
  }

  /// The copy alone opens nothing; inside the device it does.
  private static func boundRace(_ model: LabModel, _ stolen: RefreshTokenID) -> [Advice] {
    guard model.world.attacker.prepared.isEmpty else {
      return [
        Advice(
          "press R: the attacker has \(stolen), and proofs that it made before",
          .attacker(.refresh))
      ]
    }
    let isTried = model.chronicle.refreshMarks[stolen]?.contains { $0.kind == .refused } ?? false
    return isTried
      ? [
        Advice(
          "the key is not the attacker's. r: the client goes on, p: another", .client(.refresh))
      ]
      : [Advice("press R: the attacker has \(stolen), but not the key", .attacker(.refresh))]
  }

  static func afterRevocation(_ model: LabModel, _ person: String) -> [Advice] {
    let now = model.world.now
    let server = model.world.authorizationServer
    let lives = { (token: AccessToken?) -> Bool in
      token?.label.map { now < server.servedUntil(server.record(of: $0)) } ?? false
    }
    var advice: [Advice] = []
    if lives(model.world.attacker.accessTokens.last) {
      advice.append(
        Advice("press C: the attacker's access token, does it still work?", .attacker(.callAPI)))
    }
    advice.append(
      Advice(
        "press i: \(person) signs in again.   p: another strategy   ,: go back", .client(.signIn)))
    if lives(model.client.storage.accessToken) {
      advice.append(
        Advice(
          "press c: does \(person)'s access token still work? r: is it renewed?", .client(.callAPI),
          .client(.refresh)
        ))
    }
    return advice + [
      Advice("press c or r: \(person) has to sign in again", .client(.callAPI), .client(.refresh))
    ]
  }
}

/// A line of guidance and the acts that it names.
struct Advice: Equatable {
  let text: String
  let acts: [Act]

  init(_ text: String, _ acts: Act...) {
    self.text = text
    self.acts = acts
  }

  func isPossible(in model: LabModel) -> Bool {
    acts.allSatisfy { $0.obstacle(in: model) == nil }
  }
}
