import TokenCore

/// What changed at a client.
public enum ClientEvent: Hashable, Sendable {
  /// It keeps these tokens now; a nil refresh token means that it goes on with the one it has.
  case storedTokens(AccessTokenID?, RefreshTokenID?)
  /// A call was served.
  case callServed(AccessTokenID?)
  /// A call was served through the application's own server.
  case pageServed
  /// The tokens stay with the application's own server; the browser has a cookie for the session there.
  case gaveCookie
  /// The application's own server answered whoever had it make a call.
  case answeredPage(to: Party, status: Int)
  /// A call waits for the refresh that is in flight.
  case callWaits
  /// A call ended without being served.
  case callFailed(CallFailure)
  /// No answer came in time; it sends the same request again.
  case triesAgain(attempt: Int)
  /// A refresh got no answer in time, and there are no tries left.
  case gaveUp
  /// The app was restarted before it stored the tokens that had come.
  case restarted
  /// It tells its person when the session ends unless they have it renewed.
  case warned(until: Instant)
  /// It sends its person to the sign-in page, because an API wants a sign-in that is no more seconds ago
  /// than that.
  case stepsUp(maxAge: Int64)
  /// Its person closed the browser.
  case browserClosed
  /// Its person opened the browser again.
  case browserOpened
  /// It holds no tokens any more.
  case signedOut(SignOutCause)

  var isStory: Bool {
    switch self {
    case .callServed, .pageServed: false
    case .answeredPage(let party, _): party == .attacker
    case .gaveCookie, .callWaits, .storedTokens, .callFailed, .triesAgain, .gaveUp, .restarted,
      .signedOut, .warned, .stepsUp, .browserClosed, .browserOpened:
      true
    }
  }
}

/// How a call came to nothing.
public enum CallFailure: Hashable, Sendable {
  /// The API refused it, for good.
  case refused(status: Int)
  /// No answer came in time.
  case noAnswer
  /// It needed a new access token, and none was to be had.
  case notRenewed
  /// The browser was closed before the answer came.
  case browserClosed
}

/// Why a client holds no tokens.
public enum SignOutCause: Hashable, Sendable {
  /// The person asked for it.
  case loggedOut
  /// Closing the browser, or the application, took them.
  case notKept
  /// Somebody emptied the storage.
  case storageCleared
  /// The server refused to renew.
  case renewalRefused(ErrorCode)
  /// The access token was refused and there is nothing to renew it with.
  case nothingToRenewWith
  /// Signing in did not succeed.
  case signInRefused(ErrorCode)
  /// The server itself failed, and said so.
  case signInFailed
  /// Signing in got no answer.
  case signInUnanswered
}
