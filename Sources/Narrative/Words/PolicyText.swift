import TokenCore

/// A policy in words.
extension Policy {
  /// One line for the server's card.
  package var rotationWords: String {
    guard let refresh else { return renewal.words }
    if refresh.binding == .key, case .rotating = refresh.rotation {
      return "rotates, bound to a key"
    }
    return switch refresh.rotation {
    case .reusable: "reusable refresh tokens"
    case .rotating(let response, let grace):
      grace == .none ? "rotates, reuse: \(response.shortWords)" : "rotates, grace \(grace.words)"
    }
  }

  /// Name and value of every axis that applies.
  package var axes: [(name: String, value: String)] {
    var axes = [
      ("access token", accessToken.lifetime.shortText), ("API checks", accessToken.check.words),
      ("leeway", accessToken.leeway.shortText),
    ]
    if let words = accessToken.shortExpiry.words { axes.insert(("short expiry", words), at: 1) }
    if accessToken.form == .reference { axes.insert(("form", "opaque handle"), at: 1) }
    guard let refresh else { return axes + [("renewal", renewal.words)] }
    axes += [
      ("refresh idle", refresh.idleLifetime?.shortText ?? "no limit"),
      ("refresh absolute", refresh.absoluteLifetime?.shortText ?? "no limit"),
    ]
    switch refresh.rotation {
    case .reusable: axes.append(("rotation", "none: reusable"))
    case .rotating(let response, let grace):
      axes += [("on reuse", response.words), ("grace", grace.words)]
    }
    if case .signed(let isTyped) = refresh.form {
      axes.append(("refresh form", isTyped ? "signed JWT" : "signed JWT, untyped"))
    }
    if refresh.binding == .key { axes.append(("bound to", "the device's key")) }
    if refresh.client == .confidential { axes.append(("client", "confidential")) }
    return axes
  }
}

extension Renewal {
  /// What gets a client its next access token, in a card's width.
  package var words: String {
    switch self {
    case .none: "none: sign in again"
    case .reissue(let reissue): "re-issue for \(reissue.window.shortText)"
    case .everyRequest: "a token per request"
    case .session(let session): "session, idle \(session.idle.shortText)"
    case .refreshToken: "refresh token"
    }
  }
}

extension ShortExpiry {
  /// Nil where there is none.
  package var words: String? {
    switch self {
    case .none: nil
    case .checked(let span): "useExp after \(span.shortText)"
    case .ignored(let span): "\(span.shortText), unknown to the API"
    }
  }
}

extension AccessTokenCheck {
  package var words: String {
    switch self {
    case .signatureOnly: "signature only"
    case .denyList: "deny-list of jti"
    case .allowList: "allow-list of jti"
    case .introspection(let cache):
      cache == .zero ? "introspection" : "introspection, \(cache.shortText) cache"
    case .sessionRecord: "session record"
    case .tokenVersion: "token version"
    }
  }
}

extension ReuseResponse {
  package var words: String {
    switch self {
    case .refuseOnly: "refuse only"
    case .revokeFamily: "revoke the family"
    case .revokeUserOnClient: "revoke user on client"
    case .revokeUser: "revoke the user"
    }
  }

  var shortWords: String {
    switch self {
    case .refuseOnly: "refuse"
    case .revokeFamily: "family"
    case .revokeUserOnClient: "client"
    case .revokeUser: "user"
    }
  }
}

extension Grace {
  package var words: String {
    switch self {
    case .none: "none"
    case .untilSuccessorUsed: "until successor used"
    case .window(let window): "\(window.length.shortText), \(window.answer.words)"
    }
  }
}

extension GraceAnswer {
  package var words: String {
    switch self {
    case .sameSuccessor: "same successor"
    case .newBranch: "new branch"
    case .reRotate: "re-rotate"
    }
  }
}
