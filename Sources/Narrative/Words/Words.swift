import Simulation
import TokenCore

/// The words of commands, causes and server events.
extension Command {
  package func words(in setting: Setting) -> String {
    switch self {
    case .client(let device, let order): order.words(on: device, in: setting)
    case .network(_, let order): order.words
    case .wire(let order): order.words
    case .administration(let order): order.words(in: setting)
    case .attacker(let order): order.words(in: setting)
    case .visitor(let request): request.words(in: setting)
    }
  }
}

extension ClientOrder {
  fileprivate func words(on device: DeviceID, in setting: Setting) -> String {
    let person = setting.devices[device.index].person
    return switch self {
    case .signIn: "\(person) signs in"
    case .callAPI: "\(person) calls the API"
    case .callAdminAPI: "\(person) calls the administrators' API"
    case .callServer(let server): "\(person) calls \(setting.name(of: server))"
    case .refresh: "refreshes"
    case .refreshInAnotherTab: "refreshes in another tab"
    case .logOut: "\(person) logs out"
    case .logOutAtServer: "\(person) logs out at the server"
    case .logOutEverywhere: "\(person) logs out here and at the server"
    case .restartBeforeStoring: "will restart before storing the next tokens"
    case .closeBrowser: "\(person) closes the browser"
    case .openBrowser: "\(person) opens the browser"
    }
  }
}

extension NetworkOrder {
  fileprivate var words: String {
    switch self {
    case .dropNextResponse: "will lose its next token response"
    case .dropNextRequest: "will lose its next token request"
    case .duplicateNextRequest: "will have its next token request arrive twice"
    case .delayNextRequest(let span):
      "will have its next token request late by \(span.shortText)"
    case .delayNextResponse(let span):
      "will have its next token response late by \(span.shortText)"
    }
  }
}

extension AdministrationOrder {
  fileprivate func words(in setting: Setting) -> String {
    switch self {
    case .changePassword(let user, let revoking):
      "\(setting.people[user.index]) changes the password"
        + (revoking ? " and ends all sessions" : "")
    case .disableAccount(let user): "the account of \(setting.people[user.index]) is disabled"
    case .enableAccount(let user):
      "the account of \(setting.people[user.index]) is enabled again"
    case .setRole(let user, let isAdmin):
      "\(setting.people[user.index]) is \(isAdmin ? "now" : "no longer") an administrator"
    case .withdrawScope(let scope): "the application loses the scope \(scope)"
    case .changePolicy(let policy): "the policy becomes \(policy.name)"
    case .rotateSigningKey: "a new signing key"
    case .withdrawSigningKeys: "the signing keys are withdrawn"
    case .stopIntrospection: "introspection stops"
    case .startIntrospection: "introspection starts again"
    case .failNextWrite: "the store is to lose the next write"
    }
  }

  /// The same as a thing that could be done: `closing the account`.
  var noun: String {
    switch self {
    case .changePassword(_, let revoking):
      revoking ? "a new password that ends all sessions" : "a new password"
    case .disableAccount: "closing the account"
    case .enableAccount: "opening the account again"
    case .setRole(_, let isAdmin): isAdmin ? "a higher role" : "taking the role away"
    case .withdrawScope(let scope): "taking the scope \(scope) from the application"
    case .changePolicy: "another policy"
    case .rotateSigningKey: "a new signing key"
    case .withdrawSigningKeys: "withdrawing the keys"
    case .stopIntrospection: "stopping introspection"
    case .startIntrospection: "starting introspection"
    case .failNextWrite: "losing the next write"
    }
  }
}

extension AttackerOrder {
  fileprivate func words(in setting: Setting) -> String {
    switch self {
    case .stealAccessToken(let device):
      "goes for the access token on \(setting.name(of: device))"
    case .stealRefreshToken(let device):
      "goes for the refresh token on \(setting.name(of: device))"
    case .stealStorage(let device): "goes for all that \(setting.name(of: device)) stores"
    case .stealSpentRefreshToken(let device):
      "goes for a spent refresh token of \(setting.name(of: device))"
    case .stealDatabase: "goes for the server's database"
    case .stealSigningKey: "goes for the signing key"
    case .copyKeySet(let server): "goes for the keys of \(setting.name(of: server))"
    case .clearStorage(let device): "empties the storage of \(setting.name(of: device))"
    case .callAPI: "calls the API"
    case .callServer(let server): "calls \(setting.name(of: server))"
    case .refresh: "refreshes"
    case .reissue: "asks for a re-issue"
    case .presentRefreshToken: "presents a refresh token to the API"
    case .refreshWithAccessToken: "refreshes with an access token"
    case .refreshOnDevice(let device): "refreshes from inside \(setting.name(of: device))"
    case .callOnDevice(let device): "calls the API from inside \(setting.name(of: device))"
    case .prepareProofs(let device, let span):
      "makes proofs for \(span.words) inside \(setting.name(of: device))"
    case .refreshWith(.oldest): "refreshes with the oldest token that it holds"
    case .refreshWith(.spent): "refreshes with a spent token"
    case .refreshWith(.named(let id)): "refreshes with \(id)"
    case .startFlow(let device): "starts a sign-in inside \(setting.name(of: device))"
    case .stealCookie(let device): "goes for the session cookie on \(setting.name(of: device))"
    case .startFlowElsewhere: "starts a sign-in with a stolen cookie"
    case .forge(let user): "forges a token for \(setting.people[user.index])"
    case .forgeAdmin(let user):
      "forges an administrator's token for \(setting.people[user.index])"
    case .postFromOtherSite(let device):
      "posts a form from another site in the browser of \(setting.name(of: device))"
    case .linkFromOtherSite(let device):
      "has a link of another site followed in the browser of \(setting.name(of: device))"
    case .callWith: "calls the API with a token that it has changed"
    }
  }
}

extension CallFailure {
  package var words: String {
    switch self {
    case .refused(let status): "refused with \(status)"
    case .noAnswer: "no answer"
    case .notRenewed: "no new access token"
    case .browserClosed: "the browser was closed"
    }
  }
}

extension SignOutCause {
  package var words: String {
    switch self {
    case .loggedOut: "logged out"
    case .notKept: "closing took what it held: must sign in again"
    case .storageCleared: "its storage was emptied: must sign in again"
    case .renewalRefused(let error): "refresh refused with \(error.rawValue): must sign in again"
    case .nothingToRenewWith: "nothing to renew with: must sign in again"
    case .signInRefused(let error): "sign-in refused with \(error.rawValue)"
    case .signInFailed: "the server failed at the sign-in"
    case .signInUnanswered: "signing in got no answer"
    }
  }

  package var isBad: Bool { self != .loggedOut }
}

extension ServerEvent {
  package var words: String {
    switch self {
    case .sessionStarted(let id, _): "session \(id) starts"
    case .sessionRenewed(let id): "session \(id) has a new cookie"
    case .sessionUsed(let id): "session \(id) answers"
    case .sessionEnded(let id, _): "session \(id) ENDED"
    case .familyStarted(let id, _): "family \(id) starts"
    case .accessTokenIssued(let id, _, _): "issues \(id)"
    case .refreshTokenIssued(let id, _, _, _): "issues \(id)"
    case .refreshTokenSpent(let id, _): "\(id) spent"
    case .refreshTokenUsed(let id): "\(id) stays good"
    case .refreshTokenRetried(let id, let gave): "\(id) again, in grace: \(gave)"
    case .refreshTokenConfirmed(let id): "\(id) confirmed by a call"
    case .refreshTokenDisplaced(let id): "\(id) displaced"
    case .refreshTokenReused(_, _, let cause): cause.rawValue
    case .familyRevoked(let id, _): "family \(id) REVOKED"
    case .familyClosed(let id): "family \(id) closed"
    case .accessTokenRevoked(let id): "\(id) revoked"
    case .accessTokenLivesOn(let id, let end): "\(id) lives on to \(end.clockText)"
    case .refreshTokenLivesOn(let id, let end):
      "\(id) lives on \(end.map { "to \($0.clockText)" } ?? "for ever")"
    case .userChanged(_, .passwordChanged): "password changed"
    case .userChanged(_, .disabled): "account disabled"
    case .userChanged(_, .enabled): "account enabled again"
    case .userChanged(_, .role(let isAdmin)):
      isAdmin ? "made administrator" : "administrator no more"
    case .userChanged(_, .versionRaised(let version)): "token version \(version) from now on"
    case .scopeWithdrawn(let scope, _): "the application may not have \(scope) any more"
    case .policyChanged(let old, let new): "policy: \(new.differenceWords(from: old))"
    case .accessTokenObsolete(let id, let reason): "\(id) is obsolete: \(reason.rawValue)"
    case .refreshTokenObsolete(let id, let reason): "\(id) is obsolete: \(reason.rawValue)"
    case .signingKeyRotated(let keyID): "signs with \(keyID) now"
    case .signingKeyWithdrawn(let keyID): "\(keyID) withdrawn"
    case .revocationArrives(let id, let at): "the API hears of \(id) at \(at.clockText)"
    case .statusChanged(let id, let end):
      "\(id) INVALID in the list, seen by \(end.clockText) at the latest"
    case .statusListFetched(let api, let count, let end):
      "\(api) fetches the list: \(count) INVALID, kept to \(end.clockText)"
    case .partBroke(.introspection): "the introspection endpoint is down"
    case .partMended(.introspection): "the introspection endpoint is up again"
    case .partBroke(.store): "the next write will fail"
    case .partMended(.store): "nothing was kept, and the store is sound again"
    }
  }

  package var isBad: Bool {
    switch self {
    case .sessionEnded, .refreshTokenReused, .familyRevoked, .accessTokenRevoked,
      .refreshTokenDisplaced, .accessTokenLivesOn, .refreshTokenLivesOn, .accessTokenObsolete,
      .refreshTokenObsolete, .revocationArrives, .statusChanged, .partBroke:
      true
    case .sessionStarted, .sessionRenewed, .sessionUsed, .familyStarted, .accessTokenIssued,
      .refreshTokenIssued, .refreshTokenSpent, .refreshTokenUsed, .refreshTokenRetried,
      .refreshTokenConfirmed, .familyClosed, .userChanged, .scopeWithdrawn, .policyChanged,
      .signingKeyRotated, .signingKeyWithdrawn, .statusListFetched, .partMended:
      false
    }
  }
}
