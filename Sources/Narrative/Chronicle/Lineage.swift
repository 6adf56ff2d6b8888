import Simulation
import TokenCore

/// Who presented each token, when, and what it gave: read off the trace, event by event.
package struct Lineage: Sendable {
  /// A refresh token brought to the token endpoint.
  package struct RefreshAttempt: Hashable, Sendable {
    package let at: Instant
    package let by: Party
    package let denial: DenialReason?
    package fileprivate(set) var gave: [RefreshTokenID] = []
    package fileprivate(set) var gaveAccess: AccessTokenID?
  }

  /// All calls that one access token was brought for.
  package struct Use: Hashable, Sendable {
    package fileprivate(set) var served = 0
    package fileprivate(set) var refused = 0
    package fileprivate(set) var lastAt = Instant.start
    package fileprivate(set) var lastBy = Party.attacker
    package fileprivate(set) var isByAttacker = false
  }

  package private(set) var attempts: [RefreshTokenID: [RefreshAttempt]] = [:]
  package private(set) var uses: [AccessTokenID: Use] = [:]
  /// Who the answer with the token went to.
  package private(set) var receivers: [RefreshTokenID: Party] = [:]
  /// The access token that was given together with each refresh token.
  package private(set) var companions: [RefreshTokenID: AccessTokenID] = [:]
  /// The request that the server's changes belong to.
  private var work = Work()

  private struct Work: Hashable {
    var asker: Party?
    package var presented: RefreshTokenID?
    package var refresh: RefreshTokenID?
    package var access: AccessTokenID?
  }

  package mutating func observe(_ event: TraceEvent) {
    switch event.kind {
    case .answered(let exchange): note(exchange, at: event.at)
    case .server(let change): note(change)
    case .commanded, .commandRefused, .sent, .lost, .wire, .received, .client, .attacker,
      .accessTokenExpired, .refreshTokenExpired:
      work = Work()
    }
  }

  private mutating func note(_ exchange: Exchange, at now: Instant) {
    work = Work(asker: exchange.from)
    switch exchange.request {
    case .tokenRequest(let request):
      guard let id = request.label else { return }
      work.presented = id
      attempts[id, default: []].append(
        RefreshAttempt(at: now, by: exchange.from, denial: exchange.decision.denial?.reason))
    case .resourceRequest(let request):
      if let id = request.token?.label { note(use: id, exchange, at: now) }
    case .authorizationRequest, .authorizationResponse, .tokenResponse, .resourceResponse,
      .revocationRequest, .revocationResponse, .endSessionRequest, .introspectionRequest,
      .endSessionResponse, .introspectionResponse, .securityEvent, .securityEventReceipt:
      break
    }
  }

  private mutating func note(use id: AccessTokenID, _ exchange: Exchange, at now: Instant) {
    var use = uses[id] ?? Use()
    if exchange.decision.isAccepted { use.served += 1 } else { use.refused += 1 }
    use.lastAt = now
    use.lastBy = exchange.from
    use.isByAttacker = use.isByAttacker || exchange.from == .attacker
    uses[id] = use
  }

  private mutating func note(_ change: ServerEvent) {
    switch change {
    case .accessTokenIssued(let id, _, _):
      work.access = id
      changeLast { $0.gaveAccess = id }
    case .refreshTokenIssued(let id, _, _, _):
      work.refresh = id
      receivers[id] = work.asker
      changeLast { $0.gave.append(id) }
    case .refreshTokenRetried(_, let gave):
      changeLast { if !$0.gave.contains(gave) { $0.gave.append(gave) } }
    case .sessionStarted, .sessionRenewed, .sessionUsed, .sessionEnded, .familyStarted,
      .refreshTokenSpent, .refreshTokenConfirmed, .refreshTokenUsed, .refreshTokenReused,
      .refreshTokenDisplaced, .familyRevoked, .familyClosed, .accessTokenRevoked,
      .accessTokenLivesOn, .refreshTokenLivesOn, .revocationArrives, .statusChanged,
      .statusListFetched, .partBroke, .partMended,
      .userChanged, .scopeWithdrawn, .policyChanged, .accessTokenObsolete,
      .refreshTokenObsolete,
      .signingKeyRotated, .signingKeyWithdrawn:
      break
    }
    if let refresh = work.refresh { companions[refresh] = work.access }
  }

  private mutating func changeLast(_ change: (inout RefreshAttempt) -> Void) {
    guard let id = work.presented, var list = attempts[id], let last = list.indices.last else {
      return
    }
    attempts[id] = nil  // so that the list is changed in place
    change(&list[last])
    attempts[id] = list
  }
}
