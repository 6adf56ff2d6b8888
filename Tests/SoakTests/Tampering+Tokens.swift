import TestRuns
@testable import Simulation
@testable import TokenCore

/// Changes at the token endpoint and the introspection endpoint.
extension Tampering {
  private static let refreshed = Story(orders: [(.minutes(1), .client(.laptop, .refresh))])

  /// The thief's copy comes to the token endpoint after what the order does.
  private static func copied(
    _ refresh: RefreshPolicy, _ orders: [(TimeSpan, Command)] = []
  ) -> Story {
    Story(
      renewal: .refreshToken(refresh),
      orders: [(.minutes(1), .attacker(.stealRefreshToken(.laptop)))] + orders
        + [(.minutes(9), .attacker(.refresh))])
  }

  /// Alice's token is presented by hand, for that client and without a proof.
  private static func presented(for client: String, _ refresh: RefreshPolicy) -> Story {
    let request = ExplicitRequest(
      endpoint: .token,
      parameters: [
        .init("grant_type", .text("refresh_token")),
        .init("refresh_token", .refreshToken(of: .laptop)), .init("client_id", .text(client)),
      ])
    return Story(
      renewal: .refreshToken(refresh), orders: [(.minutes(1), .visitor(request))])
  }

  /// Where a retry opens a branch, since a family without branches has one current token at most.
  static var unspentToken: Tampering {
    var story = refreshed
    story.renewal = .refreshToken(.retried(.newBranch))
    return Tampering(story, at: .rotation) {
      $0.after.authorizationServer.refreshTokens[0].state = .current
    }
  }

  static var spentTokenServed: Tampering {
    var policy = RefreshPolicy.rotating
    policy.rotation = .rotating(onReuse: .refuseOnly, grace: .none)
    return .serving(copied(policy, [(.minutes(2), .client(.laptop, .refresh))]))
  }

  static var missedReuse: Tampering {
    Tampering(copied(.rotating, [(.minutes(2), .client(.laptop, .refresh))]), at: .refusal) {
      $0.replaceAnswer { exchange in
        var decision = Decision()
        decision.fail(.withinIdleLifetime, Denial(.expiredIdle))
        return Exchange(
          from: exchange.from, sentAt: exchange.sentAt, request: exchange.request,
          response: exchange.response, decision: decision, cost: exchange.cost)
      }
    }
  }

  static var unansweredReuse: Tampering {
    Tampering(copied(.rotating, [(.minutes(2), .client(.laptop, .refresh))]), at: .revocation) {
      $0.after.authorizationServer.families[0].state = .active
    }
  }

  static var idleTokenServed: Tampering {
    var policy = RefreshPolicy.reusable
    policy.idleLifetime = .minutes(5)
    return .serving(copied(policy))
  }

  static var otherClientServed: Tampering { .serving(presented(for: "spa", .reusable)) }

  static var unprovenRequestServed: Tampering {
    var policy = RefreshPolicy.reusable
    policy.binding = .key
    return .serving(presented(for: "web", policy))
  }

  static var withdrawnSignatureServed: Tampering {
    var policy = RefreshPolicy.reusable
    policy.form = .signed(isTyped: true)
    return .serving(copied(policy, [(.minutes(2), .administration(.withdrawSigningKeys))]))
  }

  static var survivorOfRefresh: Tampering {
    var story = refreshed
    story.access.check = .denyList()
    story.access.endsAtRefresh = true
    return Tampering(story, at: .rotation) {
      $0.after.authorizationServer.accessTokens[0].revokedAt = nil
    }
  }

  static var lateReissueServed: Tampering {
    let reissue = ReissuePolicy(window: .minutes(5), anchor: .signIn, looksAtUser: false)
    return .serving(
      Story(
        renewal: .reissue(reissue),
        orders: [
          (.minutes(1), .attacker(.stealAccessToken(.laptop))), (.minutes(9), .attacker(.reissue)),
        ]))
  }

  static var giftToTheDisabled: Tampering {
    Tampering(refreshed, at: .rotation) { $0.after.authorizationServer.users[0].isEnabled = false }
  }

  /// What was true of the token before the sign-out is said of it afterwards.
  static var deadTokenCalledActive: Tampering {
    let request = ExplicitRequest(
      endpoint: .introspection, parameters: [.init("token", .stolenAccessToken)],
      basic: ClientCredentials(clientID: "api", secret: "api-secret"))
    let story = Story(orders: [
      (.minutes(1), .attacker(.stealAccessToken(.laptop))), (.minutes(2), .visitor(request)),
      (.minutes(3), .client(.laptop, .logOut)), (.minutes(4), .visitor(request)),
    ])
    return Tampering(story, at: .refusal) { step in
      let answers = step.events.compactMap(\.kind.exchange)
      let active = answers.first {
        if case .introspectionResponse(.active) = $0.response { true } else { false }
      }
      step.replaceAnswer { active ?? $0 }
    }
  }
}
