import Simulation
import TokenCore

/// One line that says what to try next: a newcomer needs no manual to get to a revoked family.
public enum Coach {
  public static func line(for model: LabModel) -> String {
    let person = model.client.person
    if model.world.attacker.firstTheftAt == nil { return beforeTheft(model, person) }
    switch model.chronicle.verdict {
    case .reuse, .revoked: return afterRevocation(model, person)
    case .spentRefused:
      return "no alarm: whoever refreshed first stays in. p: try rotation-strict"
    case .calm, .stolen, .stillOpen: return afterTheft(model, person)
    }
  }

  private static func beforeTheft(_ model: LabModel, _ person: String) -> String {
    switch model.client.phase {
    case .signedOut: return "press i: \(person) signs in"
    case .authorizing, .exchanging: return "\(person) is signing in"
    case .signedIn, .refreshing: break
    }
    return model.client.storage.refreshToken == nil
      ? "press a: the attacker copies \(person)'s access token"
      : "press s: the attacker copies \(person)'s refresh token"
  }

  private static func afterTheft(_ model: LabModel, _ person: String) -> String {
    let server = model.world.authorizationServer
    guard let stolen = model.world.attacker.refreshTokens.last?.label else {
      return "press C: the attacker calls the API with the copy, until exp"
    }
    guard !model.client.isSignedOut else { return "press i: \(person) signs in again" }
    let held = model.client.storage.refreshToken?.label
    if server.family(server.record(of: stolen).family).isRevoked {
      return "the stolen \(stolen) is dead. s: steal again, p: another strategy"
    }
    if held == stolen {
      return model.setting.policy.refresh?.rotation == .reusable
        ? "press R and r: both refresh with \(stolen), and nothing shows"
        : "who is first? r: \(person)'s client refreshes, or R: the attacker does"
    }
    if let held, !server.record(of: held).isCurrent {
      return "the attacker was first. r: \(person) presents \(held), spent now"
    }
    return server.record(of: stolen).isCurrent
      ? "both hold a token that works. Press r and R, and watch the family"
      : "\(person) was first. R: the attacker presents \(stolen), spent now"
  }

  private static func afterRevocation(_ model: LabModel, _ person: String) -> String {
    let now = model.world.now
    let server = model.world.authorizationServer
    let lives = { (token: AccessToken?) -> Bool in
      token?.label.map { now < server.record(of: $0).expiresAt } ?? false
    }
    if lives(model.world.attacker.accessTokens.last) {
      return "press C: the attacker's access token, does it still work?"
    }
    if model.client.isSignedOut {
      return "press i: \(person) signs in again.   p: another strategy   0: start again"
    }
    return lives(model.client.storage.accessToken)
      ? "press c: does \(person)'s access token still work? r: is it renewed?"
      : "press c or r: \(person) has to sign in again"
  }
}
