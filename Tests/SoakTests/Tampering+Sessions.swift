import TestRuns
@testable import Simulation
@testable import TokenCore

/// Changes to browsers' sessions at the authorization server, and to what comes of one.
extension Tampering {
  private static let logout = (TimeSpan.minutes(1), Command.client(.laptop, .logOutAtServer))

  static var revivedSession: Tampering {
    let nonsense = (TimeSpan.minutes(3), Command.attacker(.callWith("e30.e30.")))
    return Tampering(Story(orders: [logout, nonsense]), at: .nonsense) {
      $0.after.authorizationServer.ssoSessions[0].end = nil
    }
  }

  static var survivorOfSession: Tampering {
    Tampering(Story(orders: [logout]), at: .revocation) {
      $0.after.authorizationServer.families[0].state = .active
    }
  }

  /// Signed in again after a restart of the browser, which has forgotten its cookie.
  static var secondSession: Tampering {
    var story = Story(orders: [(.minutes(1), .client(.laptop, .refresh))])
    story.sso.onePerPerson = true
    return Tampering(story, at: .rotation, breaking: [.rowsAreAnnounced]) { step in
      step.after.authorizationServer.ssoSessions.append(
        SSOSession(
          id: SSOSessionID(index: 1), user: UserID(index: 0),
          digest: TokenDigest(Array(repeating: 1, count: 32)), authenticatedAt: step.after.now,
          lastUsedAt: step.after.now))
    }
  }

  static var familyOfEndedSession: Tampering {
    Tampering(at: .signIn) { step in
      let end = SSOSession.End(at: step.after.now, reason: .logout)
      step.after.authorizationServer.ssoSessions[0].end = end
    }
  }

  static var silentSignInOfNobody: Tampering {
    let alice = UserID(index: 0)
    return .serving(
      Story(orders: [
        (.seconds(30), .administration(.changePassword(alice, revoking: true))),
        (.minutes(1), .attacker(.startFlow(.laptop))),
      ]))
  }

  static var laterAuthentication: Tampering {
    Tampering(Story(orders: [(.minutes(1), .client(.laptop, .refresh))]), at: .rotation) { step in
      let row = step.after.authorizationServer.families[0]
      step.after.authorizationServer.families[0] = TokenFamily(
        id: row.id, user: row.user, client: row.client, scope: row.scope, session: row.session,
        authenticatedAt: row.authenticatedAt + .seconds(1), startedAt: row.startedAt,
        lastUsedAt: row.lastUsedAt, keyThumbprint: row.keyThumbprint, state: row.state,
        refreshTokens: row.refreshTokens, accessTokens: row.accessTokens)
    }
  }
}
