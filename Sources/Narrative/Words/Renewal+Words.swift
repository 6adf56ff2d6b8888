import TokenCore

/// A way of renewing in words.
extension Renewal {
  /// What gets a client its next access token, in a card's width.
  package var words: String {
    switch self {
    case .none, .everyRequest, .refreshToken: kind.label
    case .reissue(let reissue): "\(kind.label) for \(reissue.window.shortText)"
    case .session(let session): "session, idle \(session.idle.shortText)"
    }
  }

  /// What renewing means for the client where it is no refresh; nil where its habit says it.
  package var clientWords: String? {
    switch self {
    case .none, .refreshToken: nil
    case .reissue: "re-issues after a 401"
    case .everyRequest: "a token with each call"
    case .session: "use keeps it alive"
    }
  }
}
