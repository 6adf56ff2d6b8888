import TokenCore

/// A policy in words.
extension Policy {
  /// One line for the server's card.
  var rotationWords: String {
    guard let refresh else { return "no refresh tokens" }
    return switch refresh.rotation {
    case .reusable: "reusable refresh tokens"
    case .rotating(let response, let grace):
      grace == .none ? "rotates, reuse: \(response.shortWords)" : "rotates, grace \(grace.words)"
    }
  }

  /// Name and value of every axis that applies.
  public var axes: [(name: String, value: String)] {
    var axes = [
      ("access token", accessToken.lifetime.shortText), ("API checks", accessToken.check.words),
      ("leeway", accessToken.leeway.shortText),
    ]
    guard let refresh else { return axes + [("renewal", "none: sign in again")] }
    axes += [
      ("refresh idle", refresh.idleLifetime?.shortText ?? "no limit"),
      ("refresh absolute", refresh.absoluteLifetime?.shortText ?? "no limit"),
    ]
    switch refresh.rotation {
    case .reusable: axes.append(("rotation", "none: reusable"))
    case .rotating(let response, let grace):
      axes += [("on reuse", response.words), ("grace", grace.words)]
    }
    return axes
  }
}

extension AccessTokenCheck {
  var words: String {
    switch self {
    case .signatureOnly: "signature only"
    case .denyList: "deny-list of jti"
    case .allowList: "allow-list of jti"
    }
  }
}

extension ReuseResponse {
  var words: String {
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
  var words: String {
    switch self {
    case .none: "none"
    case .untilSuccessorUsed: "until successor used"
    case .window(let window): "\(window.length.shortText), \(window.answer.words)"
    }
  }
}

extension GraceAnswer {
  var words: String {
    switch self {
    case .sameSuccessor: "same successor"
    case .newBranch: "new branch"
    case .reRotate: "re-rotate"
    }
  }
}
