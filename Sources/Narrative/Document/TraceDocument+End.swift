import Simulation
import TokenCore

/// Who holds what when the run ends, and how families and users stand.
extension TraceDocument {
  func endState(of world: World) -> JSONText {
    let server = world.authorizationServer
    return [
      "at_ms": .integer(world.now.milliseconds),
      "clients": .array(world.clients.map { client($0, in: world) }),
      "attacker": attacker(in: world),
      "sso_sessions": .array(server.ssoSessions.map { session($0, of: server) }),
      "families": .array(server.families.map { family($0, of: server) }),
      "users": .array(server.users.map(user)),
    ]
  }

  private func client(_ client: Client, in world: World) -> JSONText {
    [
      "device": JSONText(client.id),
      "access_token": client.storage.accessToken.map { held($0, in: world) } ?? .null,
      "refresh_token": client.storage.refreshToken.map { held($0, in: world) } ?? .null,
      "cookie": client.cookie.map(cookie) ?? .null,
      "application_cookie": client.backend.map { .boolean($0.cookie != nil) } ?? .null,
    ]
  }

  private func attacker(in world: World) -> JSONText {
    let attacker = world.attacker
    return [
      "access_tokens": .array(attacker.accessTokens.map { held($0, in: world) }),
      "refresh_tokens": .array(attacker.refreshTokens.map { held($0, in: world) }),
      "cookies": .array(attacker.cookies.map(cookie)),
      "application_cookie": JSONText(attacker.backendCookie?.device),
      "kid": JSONText(attacker.signingKey?.keyID), "digests": JSONText(attacker.stolenDigests),
      "prepared_proofs": JSONText(attacker.prepared.count),
      "families": .array(world.attackersFamilies.map { JSONText($0) }),
    ]
  }

  private func held(_ token: AccessToken, in world: World) -> JSONText {
    let standing = token.label.map {
      Standing(of: $0, in: world.authorizationServer, at: world.now)
    }
    return holding(JSONText(token.label), standing, token.text)
  }

  private func held(_ token: RefreshToken, in world: World) -> JSONText {
    let standing = token.label.map {
      Standing(of: $0, in: world.authorizationServer, at: world.now)
    }
    return holding(JSONText(token.label), standing, token.text)
  }

  private func holding(_ id: JSONText, _ standing: Standing?, _ text: String) -> JSONText {
    [
      "id": id, "state": JSONText(standing?.code), "ends_at_ms": JSONText(standing?.end),
      "text": secret(text),
    ]
  }

  private func session(_ session: SSOSession, of server: AuthorizationServer) -> JSONText {
    [
      "id": JSONText(session.id), "user": JSONText(session.user),
      "authenticated_at_ms": .integer(session.authenticatedAt.milliseconds),
      "used_at_ms": .integer(session.lastUsedAt.milliseconds),
      "expires_at_ms": .integer(server.expiry(of: session.id).milliseconds),
      "ended_at_ms": JSONText(session.end?.at), "because": JSONText(session.end?.reason.code),
    ]
  }

  private func family(
    _ family: TokenFamily, of server: AuthorizationServer
  ) -> JSONText {
    let (state, since, reason) = described(family.state)
    return [
      "id": JSONText(family.id), "user": JSONText(family.user),
      "client_id": .string(server.registrations[family.client.index].clientID),
      "scope": .string(family.scope.description),
      "session": JSONText(family.session),
      "authenticated_at_ms": .integer(family.authenticatedAt.milliseconds),
      "started_at_ms": .integer(family.startedAt.milliseconds), "state": .string(state),
      "since_ms": JSONText(since), "because": JSONText(reason?.code),
      "access_tokens": .array(family.accessTokens.map { JSONText($0) }),
      "refresh_tokens": .array(family.refreshTokens.map { JSONText($0) }),
    ]
  }

  private func described(_ state: TokenFamily.State) -> (String, Instant?, RevocationReason?) {
    switch state {
    case .active: ("active", nil, nil)
    case .closed(let at): ("closed", at, nil)
    case .revoked(let at, let reason): ("revoked", at, reason)
    }
  }

  private func user(_ user: User) -> JSONText {
    [
      "id": JSONText(user.id), "name": .string(user.name), "enabled": .boolean(user.isEnabled),
      "admin": .boolean(user.isAdmin),
      "password_changed_at_ms": JSONText(user.credentialsChangedAt),
    ]
  }
}

extension Standing {
  /// That little of a life is left is the screen's to say.
  fileprivate var code: String {
    switch state {
    case .active, .expiring: "active"
    case .expired: "expired"
    case .spent: "spent"
    case .displaced: "displaced"
    case .revoked: "revoked"
    case .obsolete: "obsolete"
    }
  }
}
