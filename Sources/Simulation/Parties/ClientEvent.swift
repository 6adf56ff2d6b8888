import TokenCore

/// What changed at a client.
public enum ClientEvent: Hashable, Sendable {
  /// It keeps these tokens now; a nil refresh token means that it goes on with the one it has.
  case storedTokens(AccessTokenID?, RefreshTokenID?)
  /// A call was served.
  case callServed(AccessTokenID?)
  /// A call failed for good: refused again after a refresh, or nothing to renew with.
  case callFailed(status: Int)
  /// No answer came in time; it sends the same request again.
  case triesAgain(attempt: Int)
  /// No answer came in time, and it has no tries left.
  case gaveUp
  /// It holds no tokens any more.
  case signedOut(SignOutCause)

  var isStory: Bool {
    if case .callServed = self { false } else { true }
  }
}

/// Why a client holds no tokens.
public enum SignOutCause: Hashable, Sendable {
  case loggedOut
  /// The server refused to renew.
  case renewalRefused(ErrorCode)
  /// The access token was refused and there is nothing to renew it with.
  case nothingToRenewWith
  /// Signing in did not succeed.
  case signInRefused(ErrorCode)
}
