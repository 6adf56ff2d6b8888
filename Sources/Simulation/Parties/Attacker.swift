import TokenCore

/// Whoever holds copies. The attacker has no password and no session of its own; only what was taken,
/// what the servers gave for it, and what a device that it is inside of lets it do.
public struct Attacker: Hashable, Sendable {
  /// Access tokens held, oldest first.
  public internal(set) var accessTokens: [AccessToken] = []
  /// Refresh tokens held, oldest first.
  public internal(set) var refreshTokens: [RefreshToken] = []
  /// The server's signing key, once stolen.
  public internal(set) var signingKey: SigningKey?
  /// Digests of refresh tokens out of a stolen database: they open nothing.
  public internal(set) var stolenDigests = 0
  /// When something was first taken.
  public internal(set) var firstTheftAt: Instant?
  /// The last answer got, for the views.
  public internal(set) var lastAnswer: Payload?
  /// Families that it opened itself.
  public internal(set) var families: [FamilyID] = []
  /// A key of its own, for tokens that it was given with it.
  public internal(set) var key: DeviceKey?
  /// Code verifiers of the sign-ins that it has begun, by request.
  var flows: [Int: String] = [:]
  var nextRequest = 0
  /// Forged tokens so far: each has its own `jti`.
  var forgeries = 0
  /// What a plan waits for: nothing, an answer, or never again.
  package var planState = PlanState.notBegun

  package enum PlanState: Hashable, Sendable {
    /// The planned theft is still ahead.
    case notBegun
    case ready
    /// The access token was refused: renew before the next call.
    case refused
    /// Nothing held opens anything any more.
    case finished
  }

  /// Keeps a stolen or granted token unless it is held already; says whether it was new.
  mutating func keep(_ token: AccessToken) -> Bool {
    guard !accessTokens.contains(token) else { return false }
    accessTokens = accessTokens.suffix(Self.longestHoard) + [token]
    return true
  }

  mutating func keep(_ token: RefreshToken) -> Bool {
    guard !refreshTokens.contains(token) else { return false }
    refreshTokens = refreshTokens.suffix(Self.longestHoard) + [token]
    return true
  }

  /// A token per request, for a week, would otherwise be kept for ever.
  private static let longestHoard = 63

  /// Presents the newest refresh token held.
  func refreshRequest() -> TokenRequest? { refreshTokens.last.map(refreshRequest) }

  /// Presents a refresh token, naming the client that it was taken from.
  func refreshRequest(with token: RefreshToken) -> TokenRequest {
    TokenRequest(
      form: [
        "grant_type": "refresh_token", "refresh_token": token.text,
        "client_id": Client.clientID,
      ],
      label: token.label)
  }

  /// Presents the newest access token held for re-issue.
  func reissueRequest() -> TokenRequest? {
    accessTokens.last.map { token in
      TokenRequest(
        form: [
          "grant_type": TokenRequest.reissueGrantType, "access_token": token.text,
          "client_id": Client.clientID,
        ],
        accessLabel: token.label)
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
  /// A sign-in of its own is under way inside the device.
  case startedFlow(on: DeviceID)
  /// A server gave tokens, for a stolen one or for a code.
  case obtained(AccessTokenID?, RefreshTokenID?)
  /// The server's rows were copied: so many digests, and the tokens that lay there in clear.
  case stoleDatabase(digests: Int, clear: Int)
  case stoleSigningKey(keyID: String)
  /// The device's storage was emptied, so that its owner cannot collide with the thief.
  case clearedStorage(of: DeviceID)
}
