import Simulation
import TokenCore

/// What an exchange is about: the rows behind the request, as the server would find them.
struct Subject: Sendable {
  let refreshToken: RefreshTokenRecord?
  let accessToken: AccessTokenRecord?
  let family: TokenFamily?
  let user: User?
  let claims: AccessTokenClaims?
  let code: AuthorizationCode?
  /// Of a silent sign-in the session behind its cookie, of a code the session that it came of.
  let session: SSOSession?

  init(of presentation: Presentation, in world: World) {
    let server = world.authorizationServer
    let rows = world.rows(behind: presentation)
    code = world.code(in: presentation)
    claims = world.claims(in: presentation)
    session = world.session(in: presentation).map { server.session($0) }
    refreshToken = rows.refresh.map { server.record(of: $0) }
    accessToken = rows.access.map { server.record(of: $0) }
    let family = (refreshToken?.family ?? accessToken?.family ?? code?.usedFor).map(server.family)
    self.family = family
    let name: String? =
      if case .authorizationRequest(let request) = presentation.request {
        request.userName
      } else {
        claims?.subject
      }
    user =
      (family?.user ?? code?.user).map { server.user($0) }
      ?? name.flatMap { name in server.users.first { sameBytes($0.name, name) } }
  }

  var about: WhatIf.About {
    WhatIf.About(
      refreshToken: refreshToken?.id, accessToken: accessToken?.id, family: family?.id,
      user: user?.id)
  }

  /// When whatever is presented came to be; before that nobody could have presented it.
  var beginning: Instant {
    refreshToken?.issuedAt ?? accessToken?.issuedAt ?? claims?.issuedAt.instant ?? .start
  }

  /// Whether a change at the server may matter to it.
  func isTouched(by event: ServerEvent, in server: AuthorizationServer) -> Bool {
    switch event {
    case .sessionStarted(let id, _), .sessionRenewed(let id), .sessionUsed(let id),
      .sessionEnded(let id, _):
      id == session?.id
    case .familyStarted: code != nil
    case .accessTokenIssued(let id, _, _), .accessTokenRevoked(let id): id == accessToken?.id
    case .refreshTokenIssued(let id, _, _, _), .refreshTokenSpent(let id, _),
      .refreshTokenDisplaced(let id), .refreshTokenRetried(let id, _), .refreshTokenUsed(let id),
      .refreshTokenConfirmed(let id),
      .refreshTokenReused(let id, _, _):
      server.refreshTokens.indices.contains(id.index)
        && refreshToken.map { $0.id == id || server.record(of: id).parent == $0.id } ?? false
    case .familyRevoked(let id, _), .familyClosed(let id): id == family?.id
    case .userChanged(let id, _): id == user?.id
    case .scopeWithdrawn(_, let id): family.map { $0.client == id } ?? true
    case .accessTokenLivesOn, .refreshTokenLivesOn, .revocationArrives, .statusChanged,
      .statusListFetched:
      false
    case .partBroke, .partMended: true
    case .accessTokenObsolete(let id, _): id == accessToken?.id
    case .refreshTokenObsolete(let id, _): id == refreshToken?.id
    case .policyChanged, .signingKeyRotated, .signingKeyWithdrawn: true
    }
  }

  /// Moments at which time itself may turn an answer about it. The server may be an earlier one, which
  /// has not seen the family yet.
  func deadlines(in server: AuthorizationServer) -> [Instant] {
    let policy = server.policy
    let family = family.flatMap { server.families.indices.contains($0.id.index) ? $0 : nil }
    var ends: [Instant?] = [
      accessToken?.expiresAt, claims?.expiresAt.instant, code?.expiresAt,
      refreshToken?.idleDeadline, family.flatMap { server.idleEnd(of: $0.id) },
      family.flatMap { server.absoluteDeadline(of: $0.id) },
      family.flatMap { server.sessionEnd(of: $0.id) },
      session.flatMap { server.ssoSessions.indices.contains($0.id.index) ? $0.id : nil }
        .map { server.expiry(of: $0) },
    ]
    ends += ends.prefix(2).map { $0.map { $0 + policy.accessToken.leeway } }
    if case .reissue(let reissue) = policy.renewal {
      ends += [claims?.issuedAt, claims?.authenticatedAt].map {
        $0.map { $0.instant + reissue.window }
      }
    }
    let signIns = [claims?.authenticatedAt, family.map { NumericDate($0.authenticatedAt) }]
    if let age = policy.accessToken.maxAge {
      ends += signIns.map { $0?.inWholeSeconds.olderThan(age) }
    }
    if case .window(let window) = policy.refresh?.rotation.grace {
      ends += beginnings.map { $0 + window.length }
    }
    if case .denyList(let delay) = policy.accessToken.check {
      ends.append(accessToken?.revokedAt.map { $0 + delay })
    }
    if case .spent(let at, _, _) = refreshToken?.state, let refresh = policy.refresh {
      ends.append(at + refresh.spendingGap)
    }
    return ends.compactMap(\.self)
  }

  /// Moments from which a length of time in the policy may count.
  var beginnings: [Instant] {
    var begun: [Instant?] = [
      refreshToken?.issuedAt, accessToken?.issuedAt, family?.startedAt, family?.lastUsedAt,
      claims?.issuedAt.instant, claims?.authenticatedAt?.instant, claims?.expiresAt.instant,
      accessToken?.expiresAt, accessToken?.revokedAt,
      family.map { NumericDate($0.authenticatedAt).inWholeSeconds.instant },
      session?.authenticatedAt,
      session?.lastUsedAt,
    ]
    if case .spent(let at, _, let last) = refreshToken?.state { begun += [at, last] }
    return begun.compactMap(\.self)
  }
}
