import Simulation
import TokenCore

/// The words of commands, causes and server events.
extension Command {
  func words(in setting: Setting) -> String {
    switch self {
    case .signIn(let device): "\(setting.devices[device.index].person) signs in"
    case .callAPI(let device): "\(setting.devices[device.index].person) calls the API"
    case .refresh: "refreshes"
    case .logOut(let device): "\(setting.devices[device.index].person) logs out"
    case .stealAccessToken(let device):
      "goes for the access token on \(setting.name(of: device))"
    case .stealRefreshToken(let device):
      "goes for the refresh token on \(setting.name(of: device))"
    case .stealStorage(let device): "goes for all that \(setting.name(of: device)) stores"
    case .attackerCallsAPI: "calls the API"
    case .attackerRefreshes: "refreshes"
    case .dropNextResponse: "will lose its next token response"
    }
  }
}

extension CallFailure {
  var words: String {
    switch self {
    case .refused(let status): "refused with \(status)"
    case .noAnswer: "no answer"
    case .notRenewed: "no new access token"
    }
  }
}

extension SignOutCause {
  var words: String {
    switch self {
    case .loggedOut: "logged out"
    case .renewalRefused(let error): "refresh refused with \(error.rawValue): must sign in again"
    case .nothingToRenewWith: "nothing to renew with: must sign in again"
    case .signInRefused(let error): "sign-in refused with \(error.rawValue)"
    case .signInUnanswered: "signing in got no answer"
    }
  }

  var isBad: Bool { self != .loggedOut }
}

extension ServerEvent {
  var words: String {
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
    }
  }

  var isBad: Bool {
    switch self {
    case .refreshTokenReused, .familyRevoked, .accessTokenRevoked, .refreshTokenDisplaced: true
    case .familyStarted, .accessTokenIssued, .refreshTokenIssued, .refreshTokenSpent,
      .refreshTokenUsed, .refreshTokenRetried, .familyClosed:
      false
    }
  }
}
