import Narrative
import Simulation
import TokenCore

/// The inspector's place: which token it shows, what of it was changed, and what is being typed.
public struct Inspector: Hashable, Sendable {
  /// The place of the token in the list of those that can be looked at.
  var choice = 0
  /// The place of the selected member: those of the header first, then the claims.
  var member = 0
  /// The token as it was changed here; nil while it is as it came.
  var changed: String?
  /// The JSON text that is being typed for the selected member.
  var typed: String?

  /// More than any value that a person types.
  static let longestValue = 200
}

/// A token that can be looked at, and whose it is.
struct Specimen: Equatable {
  let name: String
  let text: String
  let refresh: RefreshTokenID?
  let access: AccessTokenID?
}

extension LabModel {
  /// What the focused client holds, then what the attacker does, newest first; each text once.
  var specimens: [Specimen] {
    let storage = client.storage
    let person = client.person
    var all: [Specimen] = []
    if let token = storage.accessToken { all.append(Specimen(token, of: person)) }
    if let token = storage.refreshToken { all.append(Specimen(token, of: person)) }
    let attacker = world.attacker
    all += attacker.accessTokens.suffix(Self.mostShown).reversed().map {
      Specimen($0, of: "the attacker")
    }
    all += attacker.refreshTokens.suffix(Self.mostShown).reversed().map {
      Specimen($0, of: "the attacker")
    }
    var seen: Set<String> = []
    return all.filter { seen.insert($0.text).inserted }
  }

  private static let mostShown = 8

  /// The text that the inspector shows: the chosen token, or what was made of it.
  func inspected(_ inspector: Inspector) -> String? {
    inspector.changed ?? specimen(inspector)?.text
  }

  func specimen(_ inspector: Inspector) -> Specimen? {
    let all = specimens
    return all.indices.contains(inspector.choice) ? all[inspector.choice] : all.last
  }

  /// What the first API would say of each part at this moment.
  func verdicts(on text: String) -> TokenVerdicts {
    let keys = world.authorizationServer.publishedKeys
    return cryptography.verdicts(
      on: text, against: world.resourceServers[0].expectation(with: keys),
      at: NumericDate(world.now))
  }
}

extension Specimen {
  fileprivate init(_ token: AccessToken, of holder: String) {
    self.init(
      name: "\(token.label?.description ?? "an access token") of \(holder)", text: token.text,
      refresh: nil, access: token.label)
  }

  fileprivate init(_ token: RefreshToken, of holder: String) {
    self.init(
      name: "\(token.label?.description ?? "a refresh token") of \(holder)", text: token.text,
      refresh: token.label, access: nil)
  }
}
