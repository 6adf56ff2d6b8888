import Narrative
import Simulation
import TokenCore

/// One line that says what to try next: a newcomer needs no manual to get to a revoked family.
///
/// It is the first piece of advice whose keys would all do something now, so that no key that it names
/// has an obstacle.
public enum Coach {
  public static func line(for model: LabModel) -> String {
    if model.isWireShown { return wireLine(for: model) }
    return advice(for: model).first { $0.isPossible(in: model) }?.text
      ?? "press space: let time pass"
  }

  /// What to try, the most telling first.
  private static func advice(for model: LabModel) -> [Advice] {
    let person = model.client.person
    guard model.keepingObstacle == nil else {
      return [Advice("no more of this lab is kept. \(model.keepingRemedy)")]
    }
    if model.world.attacker.firstTheftAt == nil { return beforeTheft(model, person) }
    switch model.verdictNow {
    case .reuse, .revoked: return afterRevocation(model, person) + waiting(person)
    case .spentRefused:
      return [Advice("no alarm: whoever refreshed first stays in. p: try rotation-strict")]
    case .ownSession: return againstOwnSession(person) + waiting(person)
    case .calm, .stolen, .stillOpen, .ridden, .actedFor:
      return afterTheft(model, person) + waiting(person)
    }
  }

  private static func beforeTheft(_ model: LabModel, _ person: String) -> [Advice] {
    let copy = model.world.policy.session == nil ? "access token" : "session handle"
    guard model.client.phase.isSettled else { return [Advice("\(person) is signing in")] }
    let signsIn = Advice("press i: \(person) signs in", .client(.signIn))
    if let dead = deadSession(model, person) { return [signsIn, dead] + waiting(person) }
    return [
      signsIn,
      Advice(
        "press s: the attacker copies \(person)'s refresh token", .attacker(.stealRefreshToken)),
      Advice("press a: the attacker copies \(person)'s \(copy)", .attacker(.stealAccessToken)),
      Advice("press S: the attacker copies \(person)'s cookie", .attacker(.stealStorage)),
    ]
  }

  /// The server has ended what the client still holds: nothing is worth stealing.
  private static func deadSession(_ model: LabModel, _ person: String) -> Advice? {
    let server = model.world.authorizationServer
    guard let held = model.client.storage.refreshToken?.label,
      server.family(server.record(of: held).family).isRevoked
    else { return nil }
    return Advice(
      "press r: \(person)'s client finds out that its session has ended", .client(.refresh))
  }

  /// The attacker's tokens descend from a sign-in of its own.
  private static func againstOwnSession(_ person: String) -> [Advice] {
    [
      Advice(
        "press o: does \(person)'s log-out end the attacker's session, too?", .client(.logOut)),
      Advice("press R: the attacker refreshes a family of its own", .attacker(.refresh)),
      Advice("press C: the attacker calls the API with a token of its own", .attacker(.callAPI)),
    ]
  }

  /// When nothing that a key does would tell more.
  private static func waiting(_ person: String) -> [Advice] {
    [
      Advice("press i: \(person) signs in again", .client(.signIn)),
      Advice("press c: \(person)'s client calls the API", .client(.callAPI)),
    ]
  }

  private static func afterTheft(_ model: LabModel, _ person: String) -> [Advice] {
    guard let stolen = model.world.attacker.refreshTokens.last?.label else {
      return afterAccessTheft(model, person)
    }
    let again = Advice("press i: \(person) signs in again", .client(.signIn))
    return [again] + race(model, person, over: stolen)
  }

  /// The attacker holds an access token or a handle only, or signs tokens itself.
  private static func afterAccessTheft(_ model: LabModel, _ person: String) -> [Advice] {
    if let key = model.world.attacker.signingKey {
      guard model.world.authorizationServer.signingKeys.contains(key) else {
        return [
          Advice(
            "press F: does the API still take what the withdrawn key signs?", .attacker(.forge))
        ]
      }
      return [
        Advice(
          "press F: the attacker signs a token itself, or withdraw the keys (:)", .attacker(.forge))
      ]
    }
    guard let copy = model.world.attacker.accessTokens.last?.label else {
      return [
        Advice(
          "press C: the application's server is asked with the stolen cookie", .attacker(.callAPI))
      ]
    }
    let standing = Standing(of: copy, in: model.world.authorizationServer, at: model.world.now)
    switch (model.world.policy.renewal, standing.isAlive) {
    case (.reissue, false):
      return [
        Advice("press E: is the dead copy exchanged for a new one?", .attacker(.reissue))
      ]
    case (.everyRequest, true):
      return [
        Advice(
          "who calls first? C: the attacker, or c: \(person)", .attacker(.callAPI),
          .client(.callAPI))
      ]
    case (.session, true):
      return [
        Advice("press C: the copy opens the API, and each use keeps it alive", .attacker(.callAPI))
      ]
    case (_, true) where model.world.authorizationServer.isBroken(.introspection):
      return [
        Advice("press C: is the copy served while introspection is down?", .attacker(.callAPI))
      ]
    case (_, true) where model.world.isTooOldEverywhere(copy):
      return [
        Advice(
          "the copy is of a sign-in too long ago. a: steal again, p: another strategy",
          .attacker(.stealAccessToken))
      ]
    case (_, true):
      let end =
        model.world.policy.accessToken.maxAge == nil ? "until exp" : "while it is recent"
      return [
        Advice("press C: the attacker calls the API with the copy, \(end)", .attacker(.callAPI))
      ]
    case (_, false) where model.client.storage.accessToken?.label == copy:
      return [
        Advice("press c: \(person)'s client calls with the same dead token", .client(.callAPI)),
        Advice("press i: \(person) signs in again", .client(.signIn)),
      ]
    case (_, false):
      return [
        Advice("press i: \(person) signs in again", .client(.signIn)),
        Advice(
          "the copy is dead. a: steal again, p: another strategy", .attacker(.stealAccessToken)),
      ]
    }
  }
}
