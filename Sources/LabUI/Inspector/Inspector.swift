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

/// What the inspector works on: the tokens that can be looked at, and what takes them apart.
struct InspectorBench {
  let specimens: [Specimen]
  let anatomist: any TokenAnatomist

  init(_ client: Client, in world: World, _ anatomist: any TokenAnatomist) {
    specimens = Self.specimens(client, world.attacker)
    self.anatomist = anatomist
  }

  /// What the focused client holds, then what the attacker does, newest first; each text once.
  private static func specimens(_ client: Client, _ attacker: Attacker) -> [Specimen] {
    let storage = client.storage
    let person = client.person
    var all: [Specimen] = []
    if let token = storage.accessToken { all.append(Specimen(token, of: person)) }
    if let token = storage.refreshToken { all.append(Specimen(token, of: person)) }
    all += attacker.accessTokens.suffix(mostShown).reversed().map {
      Specimen($0, of: "the attacker")
    }
    all += attacker.refreshTokens.suffix(mostShown).reversed().map {
      Specimen($0, of: "the attacker")
    }
    var seen: Set<String> = []
    return all.filter { seen.insert($0.text).inserted }
  }

  private static let mostShown = 8

  /// The text that the inspector shows: the chosen token, or what was made of it.
  func text(_ inspector: Inspector) -> String? {
    inspector.changed ?? specimen(inspector)?.text
  }

  func specimen(_ inspector: Inspector) -> Specimen? {
    specimens.indices.contains(inspector.choice) ? specimens[inspector.choice] : specimens.last
  }

  /// The members of the header, then the claims; none of an opaque token.
  func members(of inspector: Inspector) -> [TokenAnatomy.Member] {
    guard let anatomy = text(inspector).flatMap({ anatomist.anatomy(of: $0) }) else { return [] }
    return anatomy.header + anatomy.claims
  }

  func selectedMember(_ inspector: Inspector) -> TokenAnatomy.Member? {
    let all = members(of: inspector)
    return all.indices.contains(inspector.member) ? all[inspector.member] : nil
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
