import Simulation
import TokenCore

/// One thing that might have been otherwise about an exchange. Data: `Trial` carries it out on a copy.
public enum Supposition: Hashable, Sendable {
  /// The request had come that much earlier, in front of whatever happened at that moment.
  case earlier(by: TimeSpan)
  /// It had come that much later, and nothing had happened in between.
  case later(by: TimeSpan)
  /// The policy had had this much of it, or more.
  case atLeast(Knob, TimeSpan)
  /// The policy had had this much of it, or less.
  case atMost(Knob, TimeSpan)
  case choice(Choice)
  /// That had never happened.
  case without(Happening)
  /// That had just happened.
  case having(Happening)
  /// The request had been made in another way.
  case made(Manner)

  /// A setting of the policy that is no length of time.
  public enum Choice: String, Hashable, CaseIterable, Sendable {
    /// A refresh token serves until it expires.
    case reusable
    /// The API asks the authorization server at each request (RFC 7662).
    case recordAsked
    /// The server signs with a key of which an API holds the public half only (RFC 9068 §2.1).
    case keyPair
    /// The API asks for a header that another site's page cannot set.
    case headerAsked
    /// Each proof has to contain a nonce of the server's (RFC 9449 §8, §9).
    case nonceWanted
    /// No proof needs a nonce.
    case noNonce
  }

  /// Something at the servers that an answer may hang on.
  public enum Happening: Hashable, Sendable {
    case spending(RefreshTokenID)
    case revocation(FamilyID)
    case strikingOff(AccessTokenID)
    case disabling(UserID)
    case passwordChange(UserID)
    /// The browser's session at the authorization server was ended.
    case sessionEnd(SSOSessionID)
    /// The user is no administrator any more.
    case demotion(UserID)
    /// The key was withdrawn; without an id, every key that there is.
    case keyWithdrawal(keyID: String?)
    /// That part of the authorization server failed.
    case failure(ServerPart)
    /// Somebody else has presented the very same before.
    case firstPresentation
  }

  /// Something about the request.
  public enum Manner: Hashable, Sendable {
    /// By the client that the token was issued to, with its credentials.
    case byItsClient(RegistrationID)
    /// With a proof by the key that the family is bound to.
    case withTheKey(FamilyID)
    /// With a proof by the key that the access token is bound to.
    case withTheTokensKey(AccessTokenID)
    /// With the server's newest nonce in its proof.
    case withNonce
    case withoutTheKey
    case withoutTheSecret
    /// Asking for no scope of its own.
    case asGranted
    /// With an access token that has this scope, too.
    case withScope(String)
    /// With each parameter once.
    case tidied
  }

  /// Time comes first, then what an administrator can set, then what has happened, then the request.
  var rank: Int {
    switch self {
    case .earlier, .later: 0
    case .atLeast, .atMost, .choice: 1
    case .without, .having: 2
    case .made: 3
    }
  }

  /// The knob that it sets; nil for whatever is no length of time in the policy.
  var knob: Knob? {
    switch self {
    case .atLeast(let knob, _), .atMost(let knob, _): knob
    case .earlier, .later, .choice, .without, .having, .made: nil
    }
  }
}
