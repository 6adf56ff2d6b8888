import Simulation
import TokenCore

/// Servers at which something never happened, or has just happened.
extension Trial {
  /// What never happened is nothing that the API could remember.
  func without(
    _ happening: Supposition.Happening, _ past: (Instant) -> World?
  ) -> Trial? {
    let server: AuthorizationServer
    switch happening {
    case .spending(let id): server = self.server.supposing(unspent: id)
    case .revocation(let id): server = self.server.supposing(standing: id)
    case .strikingOff(let id): server = self.server.supposing(standing: id)
    case .sessionEnd(let id): server = self.server.supposing(open: id)
    case .disabling(let id): server = self.server.supposing(without: .disabled, of: id)
    case .passwordChange(let id): server = self.server.supposing(without: .passwordChanged, of: id)
    case .demotion(let id):
      server = self.server.supposing(without: .role(isAdmin: false), of: id)
    case .keyWithdrawal(let keyID):
      guard let key = oldKeys.first(where: { $0.keyID == keyID }) else { return nil }
      server = self.server.supposing(published: key)
    case .failure(let part): server = self.server.supposing(sound: part)
    case .firstPresentation:
      guard let code = world.code(in: presentation) else { return nil }
      server = self.server.supposing(unused: code)
    }
    return with { $0.world = world.supposing(server).withoutAPIMemory }
  }

  /// What has just happened may be news to the API.
  func having(_ happening: Supposition.Happening) -> Trial? {
    var server = self.server
    switch happening {
    case .revocation(let id): server = server.supposing(revoked: id, at: instant)
    case .sessionEnd(let id): server = server.supposing(ended: id, at: instant)
    case .disabling(let id): _ = server.disable(id, at: instant)
    case .passwordChange(let id): _ = server.changePassword(of: id, revoking: true, at: instant)
    case .demotion(let id): _ = server.setRole(of: id, isAdmin: false)
    case .keyWithdrawal:
      var random = RandomStream(seed: 0, label: "supposed key")
      _ = server.withdrawSigningKeys(using: &random, world.cryptography)
    case .firstPresentation:
      let other = world.madeByAnother(presentation)
      return with { $0.world = world.after(answered: other, at: instant) }
    case .spending, .strikingOff, .failure: return nil
    }
    return with { $0.world = world.supposing(server) }
  }
}
