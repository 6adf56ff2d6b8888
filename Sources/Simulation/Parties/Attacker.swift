import TokenCore

/// Whoever holds copies. The attacker has no password and no session; only what was taken, and what
/// the servers gave for it.
public struct Attacker: Hashable, Sendable {
  /// Access tokens held, oldest first.
  public internal(set) var accessTokens: [AccessToken] = []
  /// Refresh tokens held, oldest first.
  public internal(set) var refreshTokens: [RefreshToken] = []
  /// When the first token was taken.
  public internal(set) var firstTheftAt: Instant?
  /// The last answer got, for the views.
  public internal(set) var lastAnswer: Payload?
  var nextRequest = 0

  /// Keeps a stolen or granted token unless it is held already; says whether it was new.
  mutating func keep(_ token: AccessToken) -> Bool {
    guard !accessTokens.contains(token) else { return false }
    accessTokens.append(token)
    return true
  }

  mutating func keep(_ token: RefreshToken) -> Bool {
    guard !refreshTokens.contains(token) else { return false }
    refreshTokens.append(token)
    return true
  }

  /// Presents the newest refresh token held, naming the client that it was taken from.
  func refreshRequest() -> TokenRequest? {
    refreshTokens.last.map { token in
      TokenRequest(
        form: [
          "grant_type": "refresh_token", "refresh_token": token.text,
          "client_id": Client.clientID,
        ],
        label: token.label)
    }
  }

  mutating func takeRequestNumber() -> Int {
    nextRequest += 1
    return nextRequest
  }
}

/// What changed for the attacker.
public enum AttackerEvent: Hashable, Sendable {
  /// Copies were taken from a device; the device still has its own.
  case stole(AccessTokenID?, RefreshTokenID?, from: DeviceID)
  /// A server gave tokens for a stolen one.
  case obtained(AccessTokenID?, RefreshTokenID?)
}
