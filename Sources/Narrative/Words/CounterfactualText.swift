import Analysis
import Simulation
import TokenCore

/// What would have turned an answer, in plain words: a line for each change.
package struct CounterfactualText {
  package let whatIf: WhatIf
  /// Whose names for users and clients are used.
  package let server: AuthorizationServer

  package init(_ whatIf: WhatIf, in server: AuthorizationServer) {
    self.whatIf = whatIf
    self.server = server
  }

  /// `accepted if presented 4 min 58.8 s earlier, before RT1 was spent`, nearest first; one line that
  /// says so where nothing turns it.
  package var lines: [String] {
    guard !whatIf.counterfactuals.isEmpty else {
      return [
        "nothing that was tried would have turned it (\(whatIf.tried) changes, by one and by two)"
      ]
    }
    return whatIf.counterfactuals.map { "\(outcome) \(words(of: $0))" }
  }

  /// What the answer would have turned to.
  private var outcome: String {
    switch whatIf.exchange.request {
    case .introspectionRequest: whatIf.wasGranted ? "inactive" : "active"
    case .resourceRequest: whatIf.wasGranted ? "refused" : "served"
    case .authorizationRequest, .tokenRequest, .revocationRequest, .endSessionRequest,
      .securityEvent, .securityEventReceipt, .authorizationResponse,
      .tokenResponse, .resourceResponse, .revocationResponse, .endSessionResponse,
      .introspectionResponse:
      whatIf.wasGranted ? "refused" : "accepted"
    }
  }

  private func words(of counterfactual: WhatIf.Counterfactual) -> String {
    counterfactual.suppositions.map { words(of: $0, inFrontOf: counterfactual.inFrontOf) }.joined(
      separator: ", and ")
  }

  /// `if f1 had not been revoked`, `with a grace of 12 s or more`.
  package func words(of supposition: Supposition, inFrontOf changes: [ServerEvent] = []) -> String {
    switch supposition {
    case .earlier(let span): earlier(span, changes)
    case .later(let span):
      "if presented \(span.words) later, from \((whatIf.at + span).clockText) on"
    case .atLeast(let knob, let span): "with \(knob.words("\(span.words) or more"))"
    case .atMost(let knob, let span): "with \(knob.words("\(span.words) or less"))"
    case .choice(.reusable): "if refresh tokens were good for many uses"
    case .choice(.headerAsked): "if the API asked for a header of the application's own page"
    case .choice(.nonceWanted): "if proofs had to contain a nonce of the server's"
    case .choice(.noNonce): "if proofs needed no nonce"
    case .choice(.recordAsked): "if the API asked the server at every call"
    case .choice(.keyPair): "if the server signed with a key that no API holds"
    case .without(let happening): "if \(words(of: happening, "had not been"))"
    case .having(.passwordChange(let id)):
      "if \(name(id)) had changed the password and ended all sessions"
    case .having(let happening): "if \(words(of: happening, "had been"))"
    case .made(let manner): words(of: manner)
    }
  }

  private func earlier(_ span: TimeSpan, _ changes: [ServerEvent]) -> String {
    let moment = changes.compactMap { words(of: $0) }.first.map { ", before \($0)" } ?? ""
    return span == .zero
      ? "if it had come first of its moment\(moment)"
      : "if presented \(span.words) earlier\(moment)"
  }

  /// The change as the end of a clause; nil for what came along with another.
  private func words(of change: ServerEvent) -> String? {
    switch change {
    case .refreshTokenSpent(let id, _): "\(id) was spent"
    case .refreshTokenDisplaced(let id): "\(id) was displaced"
    case .familyRevoked(let id, _): "\(id) was revoked"
    case .familyClosed(let id): "\(id) was closed"
    case .accessTokenRevoked(let id): "\(id) was revoked"
    case .userChanged(let id, .passwordChanged): "\(name(id)) changed the password"
    case .userChanged(let id, .disabled): "\(name(id))'s account was disabled"
    case .userChanged(let id, .enabled): "\(name(id))'s account was enabled again"
    case .userChanged(let id, .role): "\(name(id))'s role was changed"
    case .userChanged(let id, .versionRaised): "\(name(id))'s token version was raised"
    case .scopeWithdrawn(let scope, _): "the application lost the scope \(scope)"
    case .policyChanged: "the policy was changed"
    case .signingKeyWithdrawn(let keyID): "\(keyID) was withdrawn"
    case .sessionEnded(let id, _): "\(id) was ended"
    case .sessionRenewed(let id): "\(id) had another cookie"
    case .refreshTokenConfirmed(let id): "\(id) was confirmed"
    case .partBroke(.introspection): "introspection was down"
    case .partMended(.introspection): "introspection was up again"
    case .partBroke(.store): "the store was to lose a write"
    case .partMended(.store): "the store had lost a write"
    case .familyStarted: "the code was used"
    case .sessionStarted, .sessionUsed, .accessTokenIssued, .refreshTokenIssued,
      .refreshTokenUsed, .refreshTokenRetried, .refreshTokenReused, .accessTokenLivesOn,
      .refreshTokenLivesOn, .revocationArrives, .statusChanged, .statusListFetched,
      .signingKeyRotated, .accessTokenObsolete,
      .refreshTokenObsolete:
      nil
    }
  }

  private func words(of happening: Supposition.Happening, _ verb: String) -> String {
    switch happening {
    case .spending(let id): "\(id) \(verb) spent"
    case .revocation(let id): "\(id) \(verb) revoked"
    case .sessionEnd(let id): "\(id) \(verb) ended"
    case .strikingOff(let id): "\(id) \(verb) revoked"
    case .disabling(let id): "\(name(id))'s account \(verb) disabled"
    case .passwordChange(let id): "\(name(id))'s password \(verb) changed"
    case .demotion(let id): "\(name(id))'s role \(verb) taken away"
    case .keyWithdrawal(let keyID?): "the key \(keyID) \(verb) withdrawn"
    case .keyWithdrawal(nil): "the signing keys \(verb) withdrawn"
    case .failure(.introspection): "introspection \(verb) down"
    case .failure(.store): "the write \(verb) lost"
    case .firstPresentation: "\(presented) \(verb) presented before, by anybody"
    }
  }

  /// What the request carried.
  private var presented: String {
    if case .tokenRequest(let request) = whatIf.exchange.request,
      request.form["grant_type"].text == "authorization_code"
    {
      return "the code"
    }
    return whatIf.about.refreshToken?.description ?? whatIf.about.accessToken?.description
      ?? "the same token"
  }

  private func words(of manner: Supposition.Manner) -> String {
    switch manner {
    case .byItsClient(let id):
      "if it came from the client \(server.registrations[id.index].clientID) itself"
    case .withTheKey(let family): "with a proof by the key that \(family) is bound to"
    case .withTheTokensKey(let token): "with a proof by the key that \(token) is bound to"
    case .withNonce: "with the server's newest nonce in its proof"
    case .withoutTheKey: "without the proof of the key"
    case .withoutTheSecret: "without the client's secret"
    case .asGranted: "if it asked for no more than was granted"
    case .withScope(let scope): "with a token of scope \(scope)"
    case .tidied: "with each parameter once"
    }
  }

  private func name(_ id: UserID) -> String { server.user(id).name }
}

extension Knob {
  /// `a grace of 12 s or more`.
  fileprivate func words(_ span: String) -> String {
    switch self {
    case .grace: "a grace of \(span)"
    case .graceForAny: "a grace of \(span) for any spent token"
    case .leeway: "a leeway of \(span)"
    case .accessLifetime: "access tokens that live \(span)"
    case .idleLifetime: "an idle limit of \(span)"
    case .absoluteLifetime: "an absolute limit of \(span)"
    case .reissueWindow: "a re-issue window of \(span)"
    case .maxAge: "a max age of \(span)"
    case .sessionIdle: "sessions that may be idle for \(span)"
    case .sessionAbsolute: "sessions that last \(span)"
    case .ssoIdle: "SSO sessions that may be idle for \(span)"
    case .ssoAbsolute: "SSO sessions that last \(span)"
    case .introspectionCache: "the server's answers believed for \(span)"
    case .keySetCache: "the key set believed for \(span)"
    case .denyListDelay: "a deny-list that arrives after \(span)"
    case .statusListTTL: "a copy of the status list kept for \(span)"
    case .spendingGap:
      span.hasPrefix("0 s or less")
        ? "a store that spends what it reads at once"
        : "a store that spends what it read after \(span)"
    }
  }
}
