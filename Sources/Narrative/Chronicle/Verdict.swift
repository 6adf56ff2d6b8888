import Simulation
import TokenCore

/// How things stand, in one line at the top of the screen. Told by whoever sees everything: the
/// server itself only ever sees a token twice.
package enum Verdict: Hashable, Sendable {
  /// Nobody but the owners holds a token.
  case calm
  /// Stolen tokens exist, and no reuse has been detected.
  case stolen(at: Instant)
  /// The attacker has signed itself in; no new sign-in of the owner's ends that.
  case ownSession(at: Instant)
  /// A page of another site made the device's browser call, and was served. Nothing was stolen.
  case ridden(DeviceID, at: Instant)
  /// The attacker had the application's own server call, with the cookie that the device's browser has.
  case actedFor(DeviceID, at: Instant)
  /// A new family has reset the verdict, but an old copy still opens something.
  case stillOpen(AccessTokenID, until: Instant)
  /// A spent token came back and was only refused.
  case spentRefused(RefreshTokenID, by: Party, at: Instant)
  /// A spent token came back and the family ended.
  case reuse(RefreshTokenID, FamilyID, at: Instant)
  /// The family ended for another reason.
  case revoked(FamilyID, RevocationReason, at: Instant)

  /// Takes one more event into account. A new family resets the verdict.
  package mutating func observe(_ event: TraceEvent) {
    switch event.kind {
    case .attacker(.stole), .attacker(.stoleCookie), .attacker(.stoleBackendCookie),
      .attacker(.stoleDatabase), .attacker(.stoleSigningKey),
      .attacker(.copiedKeySet(_, _, signs: true)):
      self = .stolen(at: event.at)
    case .server(.refreshTokenReused(let id, let family, _)):
      self = .reuse(id, family, at: event.at)
    case .server(.familyRevoked(let family, let reason)):
      if case .reuse = self { return }
      self = .revoked(family, reason, at: event.at)
    case .server(.familyStarted): self = .calm
    case .client(.answeredPage(to: .attacker, status: 200)):
      guard case .client(let device) = event.party, self == .calm else { return }
      self = .actedFor(device, at: event.at)
    case .answered(let exchange) where exchange.isServedRide:
      guard case .client(let device) = exchange.from, self == .calm else { return }
      self = .ridden(device, at: event.at)
    case .answered(let exchange) where exchange.isServedToAttacker && self == .calm:
      self = .stolen(at: event.at)
    case .answered(let exchange):
      guard exchange.decision.denial?.reason == .spent,
        case .tokenRequest(let request) = exchange.request, let id = request.label
      else { return }
      self = .spentRefused(id, by: exchange.from, at: event.at)
    case .commanded, .commandRefused, .sent, .lost, .wire, .received, .server, .client, .attacker,
      .accessTokenExpired, .refreshTokenExpired:
      break
    }
  }

  /// What is left of it without what only an onlooker knows.
  package var knownToServers: Verdict {
    switch self {
    case .calm, .stolen, .ownSession, .stillOpen, .ridden, .actedFor: .calm
    case .spentRefused, .reuse, .revoked: self
    }
  }

  package var isAlarm: Bool {
    switch self {
    case .reuse: true
    case .revoked(_, let reason, _): reason != .logout && reason != .newerSignIn
    case .calm, .stolen, .ownSession, .stillOpen, .ridden, .actedFor, .spentRefused: false
    }
  }
}

extension Exchange {
  /// Whether somebody was served who is not the person.
  fileprivate var isServedToAttacker: Bool {
    from == .attacker && request.isCall && decision.isAccepted
  }

  /// Whether another site's page was served.
  fileprivate var isServedRide: Bool {
    guard case .resourceRequest(let request) = request else { return false }
    return decision.isAccepted && request.browser?.isFromOtherSite == true
  }
}
