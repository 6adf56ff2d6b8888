import TestRuns
@testable import Simulation
@testable import TokenCore

/// Changes to the rows of the authorization server.
extension Tampering {
  private static let nonsense = (TimeSpan.minutes(3), Command.attacker(.callWith("e30.e30.")))
  private static let refreshed = Story(orders: [
    (.minutes(1), .client(.laptop, .refresh)), nonsense,
  ])
  private static let refusal = Story(orders: [nonsense])

  static var otherKey: Tampering {
    Tampering(refreshed, at: .nonsense) {
      $0.after.authorizationServer.families[0].keyThumbprint = "another"
    }
  }

  static var unsaidIssue: Tampering {
    Tampering(refreshed, at: .rotation) { step in
      step.own.removeAll {
        if case .server(.accessTokenIssued) = $0.kind { true } else { false }
      }
    }
  }

  static var costlyRefusal: Tampering {
    Tampering(refusal, at: .refusal) { step in
      step.after.authorizationServer.users[0].credentialsChangedAt = step.after.now
    }
  }

  static var unusedCode: Tampering {
    Tampering(at: .signIn) { $0.after.authorizationServer.codes[0].usedFor = nil }
  }

  /// A thief asks for more out of a family that was revoked, and is said to get it.
  static var giftOfTheDead: Tampering {
    let story = Story(orders: [
      (.minutes(1), .attacker(.stealRefreshToken(.laptop))),
      (.minutes(2), .client(.laptop, .logOut)),
      (.minutes(3), .attacker(.refresh)),
    ])
    return Tampering(story, at: .refusal) { step in
      let gift = ServerEvent.accessTokenIssued(
        AccessTokenID(index: 0), family: FamilyID(index: 0), expiresAt: step.after.now)
      step.own = step.own.flatMap { event in
        event.kind.exchange == nil ? [event] : [event, event.saying(.server(gift))]
      }
    }
  }

  static var resurrection: Tampering {
    let story = Story(orders: [(.minutes(1), .client(.laptop, .logOut)), nonsense])
    return Tampering(story, at: .nonsense) {
      $0.after.authorizationServer.families[0].state = .active
    }
  }

  static var survivorOfRevocation: Tampering {
    var story = Story(orders: [(.minutes(1), .client(.laptop, .logOut))])
    story.access.check = .denyList()
    story.access.endsWithFamily = true
    return Tampering(story, at: .revocation) {
      $0.after.authorizationServer.accessTokens[0].revokedAt = nil
    }
  }

  /// In a family that takes branches, so that two current tokens are nothing odd.
  static var revivedToken: Tampering {
    var story = refreshed
    story.renewal = .refreshToken(.retried(.newBranch))
    return Tampering(story, at: .nonsense) {
      $0.after.authorizationServer.refreshTokens[0].state = .current
    }
  }

  static var skippedGeneration: Tampering {
    Tampering(refreshed, at: .rotation) { step in
      let row = step.after.authorizationServer.refreshTokens[1]
      step.after.authorizationServer.refreshTokens[1] = RefreshTokenRecord(
        id: row.id, family: row.family, generation: 3, parent: row.parent, digest: row.digest,
        issuedAt: row.issuedAt, idleDeadline: row.idleDeadline, state: row.state)
    }
  }

  /// The one that was spent is the only other that there is.
  static var secondCurrentToken: Tampering {
    Tampering(refreshed, at: .nonsense, breaking: [.spentTokensStaySpent]) {
      $0.after.authorizationServer.refreshTokens[0].state = .current
    }
  }

  static var noCurrentToken: Tampering {
    Tampering(refreshed, at: .nonsense) { step in
      step.after.authorizationServer.refreshTokens[1].state = .displaced(at: step.after.now)
    }
  }

  static var copyOfTheDead: Tampering {
    var story = Story(orders: [
      (.minutes(1), .client(.laptop, .refresh)), (.seconds(70), .client(.laptop, .logOut)),
    ])
    story.renewal = .refreshToken(.retried(.sameSuccessor))
    return Tampering(story, at: .revocation) {
      $0.after.authorizationServer.retryCopies = $0.before.authorizationServer.retryCopies
    }
  }

  /// The token may do what an administrator may, and alice is none any more.
  static var scopeOfAnother: Tampering {
    Tampering(refreshed, at: .rotation) { $0.after.authorizationServer.users[0].isAdmin = false }
  }

  static var longLife: Tampering {
    var story = refreshed
    var policy = RefreshPolicy.rotating
    policy.idleLifetime = .hours(1)
    story.renewal = .refreshToken(policy)
    return Tampering(story, at: .rotation) { step in
      step.after.authorizationServer.refreshTokens[1].idleDeadline = step.after.now + .hours(2)
    }
  }

  static var signingKeyAtAnAPI: Tampering {
    Tampering(refusal, at: .nonsense) { step in
      let secret = step.before.authorizationServer.signingKey.secret
      step.after.resourceServers[0].keySet = [VerifyingKey(keyID: "lab-1", .hs256(secret: secret))]
    }
  }

  static var publishedWithdrawal: Tampering {
    let story = Story(orders: [(.minutes(1), .administration(.withdrawSigningKeys))])
    return Tampering(story, at: .withdrawal) {
      $0.after.authorizationServer.signingKeys += $0.before.authorizationServer.signingKeys
    }
  }
}
