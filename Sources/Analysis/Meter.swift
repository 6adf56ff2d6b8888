import Simulation
import TokenCore

/// Reads a trace, event by event, and keeps what the measures need. One place for every figure.
public struct Meter: Sendable {
  public private(set) var measures = Measures()
  private var theftAt: Instant?
  private var lastServedAttacker: Instant?
  private var detectedAt: Instant?
  private var revocation: (family: FamilyID, at: Instant)?
  private var lastServedRevoked: Instant?
  /// Families of the tokens that were seen to be issued; a meter that is fed from later on knows less.
  private var familyOfAccess: [AccessTokenID: FamilyID] = [:]
  private var familyOfRefresh: [RefreshTokenID: FamilyID] = [:]
  /// Families of which the attacker holds or held a token.
  private var stolenFamilies: [FamilyID] = []
  /// The family of the tokens that each application holds: a cookie of its server's opens just these.
  private var familyAtBackend: [DeviceID: FamilyID] = [:]
  /// Why the next sign-in at each device will be needed.
  private var pendingCause: [DeviceID: LoginCause] = [:]
  /// The family whose refusal each device saw last.
  private var lastRefusal: [DeviceID: (family: FamilyID?, reason: DenialReason)] = [:]

  private enum LoginCause { case expected, theft, falseAlarm }

  public init() {}

  public mutating func observe(_ event: TraceEvent) {
    switch event.kind {
    case .answered(let exchange): note(exchange, at: event.at)
    case .server(let change): note(change, at: event.at)
    case .attacker(let act): note(act, at: event.at)
    case .client(.signedOut(let cause)): noteSignOut(cause, by: event.party)
    case .client(.storedTokens(let access, _)): noteTokens(access, of: event.party)
    case .client(.answeredPage(to: .attacker, status: 200)): lastServedAttacker = event.at
    case .commanded, .commandRefused, .sent, .lost, .wire, .received, .client, .accessTokenExpired,
      .refreshTokenExpired:
      break
    }
  }

  public mutating func observe(rows: Int) {
    measures.rowsKept = max(measures.rowsKept, rows)
  }

  /// The measures up to now; `isOpen` says whether the attacker would still be served.
  public func reading(isOpen: Bool) -> Measures {
    var reading = measures
    if let theftAt {
      let last = lastServedAttacker ?? theftAt
      reading.exposure = Measures.Exposure(
        span: last - theftAt, isOpen: isOpen && lastServedAttacker != nil)
      reading.detectionLatency = detectedAt.map { $0 - theftAt }
    }
    reading.residualAccess = detectedAt.map { max(.zero, (lastServedAttacker ?? $0) - $0) }
    reading.revocationLatency = revocation.map { revoked in
      max(.zero, (lastServedRevoked ?? revoked.at) - revoked.at)
    }
    return reading
  }

  private mutating func note(_ exchange: Exchange, at now: Instant) {
    switch exchange.request {
    case .resourceRequest(let request): noteCall(request, exchange, at: now)
    case .tokenRequest(let request): noteTokenRequest(request, exchange)
    case .authorizationRequest: noteLogin(exchange)
    case .revocationRequest, .endSessionRequest, .introspectionRequest, .securityEvent: break
    case .authorizationResponse, .tokenResponse, .resourceResponse, .revocationResponse,
      .endSessionResponse, .introspectionResponse, .securityEventReceipt:
      break
    }
    let isAPI = exchange.request.isCall
    add(exchange.cost, to: isAPI ? \.resourceServer : \.authorizationServer)
  }

  private mutating func add(_ cost: StoreCost, to path: WritableKeyPath<Measures, StoreCost>) {
    measures[keyPath: path].reads += cost.reads
    measures[keyPath: path].writes += cost.writes
  }

  private mutating func noteCall(
    _ request: ResourceRequest, _ exchange: Exchange, at now: Instant
  ) {
    if exchange.from.isClient, request.browser?.isFromOtherSite != true {
      measures.calls += 1
      measures.tokenBytes += request.token?.text.utf8.count ?? 0
      if exchange.status == 401 { measures.refusedCalls += 1 }
    }
    guard exchange.decision.isAccepted else { return }
    if exchange.from == .attacker { lastServedAttacker = now }
    if let revocation, let label = request.token?.label,
      familyOfAccess[label] == revocation.family
    {
      lastServedRevoked = now
    }
  }

  private mutating func noteTokenRequest(_ request: TokenRequest, _ exchange: Exchange) {
    guard case .client(let device) = exchange.from else { return }
    measures.tokenRequests += 1
    guard let denial = exchange.decision.denial else { return }
    lastRefusal[device] = (request.label.flatMap { familyOfRefresh[$0] }, denial.reason)
  }

  /// Only where the person was asked. That an API wanted a sign-in that is not so long ago is the time
  /// of the one before, which has run out.
  private mutating func noteLogin(_ exchange: Exchange) {
    guard case .client(let device) = exchange.from, exchange.decision.isAccepted,
      exchange.decision.lines.contains(where: { $0.check == .personKnown })
    else { return }
    switch pendingCause.removeValue(forKey: device) ?? .expected {
    case .expected: measures.logins.expected += 1
    case .theft: measures.logins.afterTheft += 1
    case .falseAlarm: measures.logins.falseAlarm += 1
    }
  }

  private mutating func noteTokens(_ access: AccessTokenID?, of party: Party) {
    guard case .client(let device) = party, let access else { return }
    familyAtBackend[device] = familyOfAccess[access]
  }

  private mutating func noteSignOut(_ cause: SignOutCause, by party: Party) {
    guard case .client(let device) = party else { return }
    switch cause {
    case .renewalRefused: pendingCause[device] = causeOfRefusal(at: device)
    case .storageCleared: pendingCause[device] = .theft
    case .loggedOut, .notKept, .nothingToRenewWith, .signInRefused, .signInFailed,
      .signInUnanswered:
      pendingCause[device] = .expected
    }
  }

  private func causeOfRefusal(at device: DeviceID) -> LoginCause {
    guard let refusal = lastRefusal[device] else { return .expected }
    switch refusal.reason {
    case .reuseDetected, .familyRevoked, .spent, .spared:
      let isStolen = refusal.family.map(stolenFamilies.contains) ?? false
      return isStolen ? .theft : .falseAlarm
    case .requestMalformed, .grantTypeUnsupported, .clientAuthenticationFailed, .clientUnregistered,
      .challengeRefused, .personRefused, .sessionMissing, .sessionExpired,
      .sessionEnded, .sessionTooOld, .codeSessionEnded, .codeUnknown, .codeUsed, .codeExpired,
      .verifierMismatch,
      .refreshUnknown,
      .clientMismatch, .proofInvalid, .proofByAnotherKey, .nonceWanted, .userDisabled,
      .expiredAbsolute,
      .expiredIdle, .scopeRefused, .scopeNotPermitted, .reissueRefused, .windowClosed,
      .credentialsChanged,
      .revokerMismatch, .tokenTypeNotRevocable, .credentialsMissing, .ownPageUnproven,
      .tokenRefused, .shortExpiryOver, .statusInvalid, .sessionSignalled, .sessionUnnamed,
      .callProofInvalid, .callNonceWanted, .scopeInsufficient, .signInTooOld,
      .introspectionDown, .writeFailed:
      return .expected
    }
  }

  private mutating func note(_ change: ServerEvent, at now: Instant) {
    switch change {
    case .accessTokenIssued(let id, let family, _): familyOfAccess[id] = family
    case .refreshTokenIssued(let id, let family, _, _): familyOfRefresh[id] = family
    case .refreshTokenReused: if theftAt != nil { detectedAt = detectedAt ?? now }
    case .familyRevoked(let family, _): noteRevocation(of: family, at: now)
    case .accessTokenLivesOn(let id, _): noteRevocation(of: familyOfAccess[id], at: now)
    case .refreshTokenLivesOn(let id, _): noteRevocation(of: familyOfRefresh[id], at: now)
    case .sessionStarted, .sessionRenewed, .sessionUsed, .sessionEnded, .familyStarted,
      .refreshTokenSpent, .refreshTokenConfirmed, .refreshTokenUsed, .refreshTokenRetried,
      .refreshTokenDisplaced, .familyClosed, .accessTokenRevoked, .userChanged, .scopeWithdrawn,
      .policyChanged, .accessTokenObsolete, .refreshTokenObsolete, .signingKeyRotated,
      .signingKeyWithdrawn, .revocationArrives, .statusChanged, .statusListFetched, .partBroke,
      .partMended:
      break
    }
  }

  /// What lives on was to end as well.
  private mutating func noteRevocation(of family: FamilyID?, at now: Instant) {
    guard let family, revocation == nil else { return }
    revocation = (family, now)
  }

  private mutating func note(_ act: AttackerEvent, at now: Instant) {
    switch act {
    case .stole(let access, let refresh, _):
      theftAt = theftAt ?? now
      mark(access.flatMap { familyOfAccess[$0] } ?? refresh.flatMap { familyOfRefresh[$0] })
    case .stoleBackendCookie(let device):
      theftAt = theftAt ?? now
      mark(familyAtBackend[device])
    case .stoleCookie, .stoleDatabase, .stoleSigningKey, .startedFlow, .startedFlowElsewhere,
      .preparedProofs:
      theftAt = theftAt ?? now
    case .obtained(let access, _): mark(access.flatMap { familyOfAccess[$0] })
    case .copiedKeySet(_, _, let signs): if signs { theftAt = theftAt ?? now }
    case .clearedStorage, .rode: break
    }
  }

  private mutating func mark(_ family: FamilyID?) {
    guard let family, !stolenFamilies.contains(family) else { return }
    stolenFamilies.append(family)
  }
}

extension Party {
  fileprivate var isClient: Bool {
    if case .client = self { true } else { false }
  }
}
