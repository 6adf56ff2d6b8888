import TestRuns
import TokenCore

@testable import Simulation

extension Run {
  /// The story as lines of text, one for each event of it: time, who, what.
  var told: String {
    trace.events.filter(\.isStory).map { "\($0.at.clockText) \($0.party.told): \($0.kind.told)" }
      .joined(separator: "\n")
  }
}

extension Party {
  fileprivate var told: String {
    switch self {
    case .client(let device): "\(device)"
    case .browser(let device): "browser of \(device)"
    case .authorizationServer: "AS"
    case .resourceServer: "RS"
    case .attacker: "attacker"
    case .visitor: "visitor"
    case .network: "network"
    }
  }
}

extension TraceEvent.Kind {
  fileprivate var told: String {
    switch self {
    case .commanded(let command): command.told
    case .commandRefused(let command, let reason): "\(command.told) refused: \(reason)"
    case .sent(let message): "sent \(message.id)"
    case .lost(let message): "lost \(message.payload.status ?? 0) for \(message.to.told)"
    case .wire(let event): event.told
    case .received(let message): "received \(message.id)"
    case .answered(let exchange): exchange.told
    case .server(let event): event.told
    case .client(let event): event.told
    case .attacker(.stole(let access, let refresh, _)): "stole(\(labels(access, refresh)))"
    case .attacker(.obtained(let access, let refresh)): "obtained(\(labels(access, refresh)))"
    case .attacker(let event): "\(event)"
    case .accessTokenExpired(let id): "\(id) expired"
    case .refreshTokenExpired(let id): "\(id) expired"
    }
  }
}

extension Command {
  /// The order; whose it is and on which device stands before it.
  fileprivate var told: String {
    switch self {
    case .client(_, let order): "\(order)"
    case .network(_, let order): "\(order)"
    case .wire(let order): "\(order)"
    case .administration(let order): "\(order)"
    case .attacker(let order): "\(order)"
    case .visitor(let request): "\(request)"
    }
  }
}

private func labels(_ access: AccessTokenID?, _ refresh: RefreshTokenID?) -> String {
  let access = access?.description ?? "no access token"
  return "\(access), \(refresh?.description ?? "no refresh token")"
}

extension WireEvent {
  fileprivate var told: String {
    switch self {
    case .held(let message): "held \(message.id)"
    case .released(let message): "released \(message.id)"
    case .hurried(let message): "hurried \(message.id)"
    case .duplicated(let message, let copy): "doubled \(message.id) as \(copy.id)"
    case .repeated(let message, let copy): "repeated \(message.id) as \(copy.id)"
    case .swapped(let first, let second): "swapped \(first.id) and \(second.id)"
    }
  }
}

extension Exchange {
  fileprivate var told: String {
    let reason = decision.denial.map { ", \($0.reason.name)" } ?? ""
    return "answered \(from.told) with \(status)\(reason)"
  }
}

extension ServerEvent {
  fileprivate var told: String {
    switch self {
    case .accessTokenIssued(let id, let family, let expiry):
      "accessTokenIssued(\(id), \(family), until \(expiry.clockText))"
    case .refreshTokenIssued(let id, let family, let generation, let expiry):
      "refreshTokenIssued(\(id), \(family), generation \(generation), until "
        + "\(expiry?.clockText ?? "for ever"))"
    case .refreshTokenReused(let id, let family, let cause):
      "refreshTokenReused(\(id), \(family), \(cause.rawValue))"
    case .familyRevoked(let family, let reason): "familyRevoked(\(family), \(reason.rawValue))"
    case .accessTokenLivesOn(let id, let end): "accessTokenLivesOn(\(id), until \(end.clockText))"
    case .refreshTokenLivesOn(let id, let end):
      "refreshTokenLivesOn(\(id), until \(end?.clockText ?? "for ever"))"
    case .sessionEnded(let id, let reason): "sessionEnded(\(id), \(reason.rawValue))"
    case .sessionStarted, .sessionRenewed, .sessionUsed, .familyStarted, .refreshTokenSpent,
      .refreshTokenUsed, .refreshTokenRetried,
      .refreshTokenDisplaced, .familyClosed, .accessTokenRevoked, .userChanged, .scopeWithdrawn,
      .refreshTokenConfirmed, .policyChanged, .accessTokenObsolete, .refreshTokenObsolete,
      .signingKeyRotated,
      .signingKeyWithdrawn, .revocationArrives, .statusChanged, .statusListFetched, .partBroke,
      .partMended:
      "\(self)"
    }
  }
}

extension ClientEvent {
  fileprivate var told: String {
    switch self {
    case .storedTokens(let access, let refresh): "storedTokens(\(labels(access, refresh)))"
    case .callFailed(.refused(let status)): "callFailed(refused \(status))"
    case .callFailed(let failure): "callFailed(\(failure))"
    case .triesAgain(let attempt): "triesAgain(\(attempt))"
    case .signedOut(.renewalRefused(let error)): "signedOut(renewalRefused(\(error)))"
    case .signedOut(.signInRefused(let error)): "signedOut(signInRefused(\(error)))"
    case .signedOut(let cause): "signedOut(\(cause))"
    case .callServed, .pageServed, .gaveCookie, .answeredPage, .callWaits, .gaveUp, .restarted,
      .warned, .stepsUp, .browserClosed, .browserOpened:
      "\(self)"
    }
  }
}
