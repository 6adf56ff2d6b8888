import Simulation
import TokenCore

/// The words of commands, causes and server events.
extension Command {
  package func words(in setting: Setting) -> String {
    switch self {
    case .signIn(let device): "\(setting.devices[device.index].person) signs in"
    case .callAPI(let device): "\(setting.devices[device.index].person) calls the API"
    case .callServer(let device, let server):
      "\(setting.devices[device.index].person) calls \(setting.name(of: server))"
    case .refresh: "refreshes"
    case .logOut(let device): "\(setting.devices[device.index].person) logs out"
    case .stealAccessToken(let device):
      "goes for the access token on \(setting.name(of: device))"
    case .stealRefreshToken(let device):
      "goes for the refresh token on \(setting.name(of: device))"
    case .stealStorage(let device): "goes for all that \(setting.name(of: device)) stores"
    case .stealSpentRefreshToken(let device):
      "goes for a spent refresh token of \(setting.name(of: device))"
    case .stealDatabase: "goes for the server's database"
    case .stealSigningKey: "goes for the signing key"
    case .clearStorage(let device): "empties the storage of \(setting.name(of: device))"
    case .attackerCallsAPI: "calls the API"
    case .attackerCallsServer(let server): "calls \(setting.name(of: server))"
    case .attackerRefreshes: "refreshes"
    case .attackerReissues: "asks for a re-issue"
    case .attackerPresentsRefreshToken: "presents a refresh token to the API"
    case .attackerRefreshesOnDevice(let device): "refreshes from inside \(setting.name(of: device))"
    case .attackerRefreshesWith(.oldest): "refreshes with the oldest token that it holds"
    case .attackerRefreshesWith(.spent): "refreshes with a spent token"
    case .attackerRefreshesWith(.named(let id)): "refreshes with \(id)"
    case .attackerStartsFlow(let device): "starts a sign-in inside \(setting.name(of: device))"
    case .attackerForges(let user): "forges a token for \(setting.people[user.index])"
    case .attackerCallsWith: "calls the API with a token that it has changed"
    case .attackerForgesAdmin(let user):
      "forges an administrator's token for \(setting.people[user.index])"
    case .callAdminAPI(let device):
      "\(setting.devices[device.index].person) calls the administrators' API"
    case .restartBeforeStoring: "will restart before storing the next tokens"
    case .dropNextResponse: "will lose its next token response"
    case .dropNextRequest: "will lose its next token request"
    case .duplicateNextRequest: "will have its next token request arrive twice"
    case .delayNextRequest(_, let span):
      "will have its next token request late by \(span.shortText)"
    case .delayNextResponse(_, let span):
      "will have its next token response late by \(span.shortText)"
    case .changePassword(let user, let revoking):
      "\(setting.people[user.index]) changes the password"
        + (revoking ? " and ends all sessions" : "")
    case .disableAccount(let user): "the account of \(setting.people[user.index]) is disabled"
    case .setRole(let user, let isAdmin):
      "\(setting.people[user.index]) is \(isAdmin ? "now" : "no longer") an administrator"
    case .rotateSigningKey: "a new signing key"
    case .withdrawSigningKeys: "the signing keys are withdrawn"
    case .refreshInAnotherTab: "refreshes in another tab"
    case .wire(let order): order.words
    case .request(let request): "makes a \(request.endpoint.rawValue) request"
    }
  }
}

extension CallFailure {
  package var words: String {
    switch self {
    case .refused(let status): "refused with \(status)"
    case .noAnswer: "no answer"
    case .notRenewed: "no new access token"
    }
  }
}

extension SignOutCause {
  package var words: String {
    switch self {
    case .loggedOut: "logged out"
    case .storageCleared: "its storage was emptied: must sign in again"
    case .renewalRefused(let error): "refresh refused with \(error.rawValue): must sign in again"
    case .nothingToRenewWith: "nothing to renew with: must sign in again"
    case .signInRefused(let error): "sign-in refused with \(error.rawValue)"
    case .signInUnanswered: "signing in got no answer"
    }
  }

  package var isBad: Bool { self != .loggedOut }
}

extension ServerEvent {
  package var words: String {
    switch self {
    case .familyStarted(let id, _): "family \(id) starts"
    case .accessTokenIssued(let id, _, _): "issues \(id)"
    case .refreshTokenIssued(let id, _, _, _): "issues \(id)"
    case .refreshTokenSpent(let id, _): "\(id) spent"
    case .refreshTokenUsed(let id): "\(id) stays good"
    case .refreshTokenRetried(let id, let gave): "\(id) again, in grace: \(gave)"
    case .refreshTokenDisplaced(let id): "\(id) displaced"
    case .refreshTokenReused(_, _, let cause): cause.rawValue
    case .familyRevoked(let id, _): "family \(id) REVOKED"
    case .familyClosed(let id): "family \(id) closed"
    case .accessTokenRevoked(let id): "\(id) revoked"
    case .userChanged(_, .passwordChanged): "password changed"
    case .userChanged(_, .disabled): "account disabled"
    case .userChanged(_, .role(let isAdmin)):
      isAdmin ? "made administrator" : "administrator no more"
    case .signingKeyRotated(let keyID): "signs with \(keyID) now"
    case .signingKeyWithdrawn(let keyID): "\(keyID) withdrawn"
    }
  }

  package var isBad: Bool {
    switch self {
    case .refreshTokenReused, .familyRevoked, .accessTokenRevoked, .refreshTokenDisplaced: true
    case .familyStarted, .accessTokenIssued, .refreshTokenIssued, .refreshTokenSpent,
      .refreshTokenUsed, .refreshTokenRetried, .familyClosed, .userChanged, .signingKeyRotated,
      .signingKeyWithdrawn:
      false
    }
  }
}
