/// How a client whose access token has ended gets another.
public enum Renewal: Hashable, Codable, Sendable {
  /// It does not: the person signs in again.
  case none
  /// By presenting the expired access token itself, inside a window. No RFC has such a grant.
  case reissue(ReissuePolicy)
  /// Every answer of the API brings the next access token and ends the one before.
  case everyRequest
  /// There is nothing to renew: the handle names a session that use keeps alive at the server.
  case session(SessionPolicy)
  /// With a refresh token (RFC 6749 §6).
  case refreshToken(RefreshPolicy)

  /// The renewal of that kind, with the rules that the shipped strategy for it has.
  package init(_ kind: Kind) {
    switch kind {
    case .none: self = .none
    case .reissue: self = Strategy.refreshWindow.policy.renewal
    case .everyRequest: self = .everyRequest
    case .session: self = Strategy.serverSession.policy.renewal
    case .refreshToken: self = Strategy.rotationStrict.policy.renewal
    }
  }

  /// The way of renewing without its rules.
  package var kind: Kind {
    switch self {
    case .none: .none
    case .reissue: .reissue
    case .everyRequest: .everyRequest
    case .session: .session
    case .refreshToken: .refreshToken
    }
  }

  /// A way of renewing.
  package enum Kind: AxisChoice {
    case none, reissue, everyRequest, session, refreshToken

    package static var listed: [Kind] {
      [.none, .refreshToken] + allCases.filter { $0 != .none && $0 != .refreshToken }
    }
  }
}

/// What gets a client its next access token.
package enum RenewalCredential: Hashable, Sendable {
  case nothing
  case accessToken
  case refreshToken
}

extension Renewal {
  /// What a client presents under this rule.
  package var credential: RenewalCredential {
    switch self {
    case .none, .everyRequest, .session: .nothing
    case .reissue: .accessToken
    case .refreshToken: .refreshToken
    }
  }

  /// Whether a call makes the next one possible.
  package var isKeptAliveByUse: Bool {
    switch self {
    case .everyRequest, .session: true
    case .none, .reissue, .refreshToken: false
    }
  }

  /// Whether the server asks its own rows before it gives a token; a signed refresh token and a
  /// re-issue without a look at the user are answered from the token alone.
  package var asksRows: Bool {
    switch self {
    case .none, .everyRequest, .session: true
    case .reissue: false
    case .refreshToken(let refresh): refresh.form == .opaque
    }
  }
}

extension Renewal.Kind {
  package var described: ValueDescription {
    switch self {
    case .none:
      ValueDescription(
        "none", label: "none: sign in again",
        meaning: "The person signs in again when the access token has ended.")
    case .reissue:
      ValueDescription(
        "reissue", .mapping("{reissue: …}"), label: "re-issue",
        meaning: "The expired access token itself is exchanged for a new one, inside a window.")
    case .everyRequest:
      ValueDescription(
        "every-request", label: "a token per request",
        meaning: "Every answer of the API brings the next access token and ends the one before.")
    case .session:
      ValueDescription(
        "session", .mapping("{session: …}"), label: "server session",
        meaning: "The token names a session at the server, which use keeps alive.", odds: 2)
    case .refreshToken:
      ValueDescription(
        "refresh-token", label: "refresh token",
        meaning: "A second token, shown only to the authorization server, gets the next access "
          + "token.", source: "RFC 6749 §6", odds: 8)
    }
  }
}
