import Analysis
import Simulation
import TokenCore

/// What a party holds, what it is good for, and what would end it, in words.
package struct HoldingText {
  package let holding: Holding
  package let world: World

  package init(_ holding: Holding, in world: World) {
    self.holding = holding
    self.world = world
  }

  /// `RT1 refresh token`, `AT3 session handle`.
  package var name: String {
    switch holding.item {
    case .accessToken(let id):
      [id?.description, accessName].compactMap(\.self).joined(separator: " ")
    case .refreshToken(let id):
      [id?.description, "refresh token"].compactMap(\.self).joined(separator: " ")
    case .sessionCookie(let id):
      [id?.description, "session cookie"].compactMap(\.self).joined(separator: " ")
    case .backendCookie(let device):
      "cookie of \(world.setting.name(of: device))'s application"
    case .signingKey(let keyID): "\(keyID) signing key"
    case .proofs(let count, _): "\(count) prepared \(count == 1 ? "proof" : "proofs")"
    case .digests(let count): "\(count) \(count == 1 ? "digest" : "digests") of refresh tokens"
    }
  }

  private var accessName: String {
    guard world.policy.session == nil else { return "session handle" }
    return world.policy.accessToken.form.isHandle
      ? "access token, a handle" : "access token"
  }

  /// Who else has it: `alice@laptop has it, too`; nil for nobody.
  package var sharing: String? {
    guard !holding.sharedWith.isEmpty else { return nil }
    let names = holding.sharedWith.map { $0.name(in: world.setting) }.joined(separator: " and ")
    return "\(names) \(holding.sharedWith.count == 1 ? "has" : "have") it, too"
  }

  /// `opens the API for 9:00, until 15:00.0`; a line for each use, one for none.
  package var uses: [String] {
    guard holding.isLive else { return [worthless] }
    return holding.uses.map { "\($0.purpose.words(in: world.setting)) \(end(of: $0))" }
  }

  private var worthless: String {
    switch holding.item {
    case .digests: "opens nothing: nobody finds a token for its digest (RFC 6819 §5.1.4.1.3)"
    case .proofs(_, let until):
      "opens nothing without its token; the last is of \(until.clockText) (RFC 9449 §11.2)"
    case .accessToken, .refreshToken, .sessionCookie, .backendCookie, .signingKey:
      "opens nothing now"
    }
  }

  private func end(of use: Holding.Use) -> String {
    let time =
      switch use.until {
      case .at(let end): "for \((end - world.now).countdownText), until \(end.clockText)"
      case .open: use.purpose == .forges ? "until the keys are withdrawn" : "without an end"
      }
    guard use.purpose == .renews, let other = holding.endsWhenRenewedBy else { return time }
    return time + ", or until \(other.name(in: world.setting)) refreshes"
  }

  /// `ends at once by a logout, by closing the account`: up to three lines, none for what is dead.
  package var endings: [String] {
    guard holding.isLive, !holding.countermeasures.isEmpty else { return [] }
    let atOnce = holding.countermeasures.filter(\.leaves.isEmpty).map { words(of: $0.act) }
    let later = holding.countermeasures.filter { !$0.leaves.isEmpty && holding.isChanged(by: $0) }
    let outlived = holding.countermeasures.filter { !holding.isChanged(by: $0) }.map {
      words(of: $0.act)
    }
    return [
      atOnce.isEmpty
        ? "nothing that anybody can do ends it at once"
        : "ends at once: \(atOnce.joined(separator: ", "))"
    ] + later.map(partly)
      + (outlived.isEmpty ? [] : ["outlives: \(outlived.joined(separator: ", "))"])
  }

  /// What is left for a while, or of several uses.
  private func partly(_ countermeasure: Holding.Countermeasure) -> String {
    let left = countermeasure.leaves.map { use in
      switch use.until {
      case .at(let end): "\(use.purpose.words(in: world.setting)) for \((end - world.now).words)"
      case .open: "\(use.purpose.words(in: world.setting)) without an end"
      }
    }
    return "after \(words(of: countermeasure.act)) it still \(left.joined(separator: " and "))"
  }

  /// `a logout`, `alice@laptop refreshing`.
  private func words(of act: Command) -> String {
    let setting = world.setting
    return switch act {
    case .client(_, .logOut): "a logout"
    case .client(_, .logOutAtServer): "a logout at the server"
    case .client(_, .logOutEverywhere): "a logout in both places"
    case .client(_, .signIn): "a new sign-in"
    case .client(let device, .refresh): "\(setting.name(of: device)) refreshing"
    case .client(let device, .callAPI): "\(setting.name(of: device)) calling"
    case .attacker(.refresh): "the attacker refreshing"
    case .attacker(.callAPI): "the attacker calling"
    case .administration(let order): order.noun
    case .client, .attacker, .network, .wire, .visitor: act.words(in: setting)
    }
  }
}

extension Holding.Purpose {
  /// Of several APIs the first is asked, and named.
  package func words(in setting: Setting) -> String {
    switch self {
    case .callsAPI: "opens \(setting.name(of: .first))"
    case .callsAdminAPI: "opens the administrators' API"
    case .renews: "gets new tokens"
    case .callsOnDevice:
      "opens \(setting.name(of: .first)), but only on the device with the key,"
    case .renewsOnDevice: "gets new tokens, but only on the device with the key,"
    case .signsIn: "signs in without asking anybody"
    case .forges: "signs tokens in anybody's name"
    }
  }
}
