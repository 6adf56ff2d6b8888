import Simulation
import TokenCore

/// Why a server answered as it did: one sentence for the selected exchange.
package enum WhyText {
  /// The sentence; `isOmniscient` sentences may say what the server cannot know.
  package static func sentence(for exchange: Exchange, under policy: Policy) -> String {
    guard let denial = exchange.decision.denial else { return accepted(exchange, under: policy) }
    if denial.reason == .credentialsMissing, exchange.isRide {
      return "another site's page sent it, so SameSite kept the cookie back"
    }
    return refused(denial, under: policy)
  }

  private static func accepted(_ exchange: Exchange, under policy: Policy) -> String {
    switch exchange.request {
    case .authorizationRequest(let request):
      request.isSilent
        ? "nobody was asked: the browser's session answered, and the code says when it was opened"
        : "signed in on the server's own page; the code is good once, for a minute"
    case .resourceRequest where exchange.isRide:
      "the browser added the cookie by itself, and nobody asked which page had it sent"
    case .endSessionRequest:
      policy.sso.endsFamilies
        ? "the session ends, codes of it are refused, and families that came of it end"
        : "the session ends and codes of it are refused; families that came of it live on"
    case .resourceRequest: servedBecause(exchange.decision, under: policy)
    case .revocationRequest: revokedBecause(exchange.decision, under: policy)
    case .introspectionRequest:
      if case .introspectionResponse(.active) = exchange.response {
        "good now, and told to whom it was issued or is for; nobody else is told (RFC 7662 §4)"
      } else {
        "inactive is all that is said: of a token that is bad, and of one that is not the asker's"
      }
    case .tokenRequest(let request):
      switch request.form["grant_type"].text {
      case "refresh_token":
        exchange.decision.isRetry
          ? "spent before, but inside its grace: taken for an honest retry, and answered again"
          : exchange.decision.isCrossing
            ? "spent already, but that is not written yet: it wins as well, and nobody notices"
            : renewedBecause(policy.refresh?.rotation)
      case TokenRequest.reissueGrantType: "the window is open, so the next one is signed"
      default: "the code is spent and a family begins"
      }
    case .authorizationResponse, .tokenResponse, .resourceResponse, .revocationResponse,
      .endSessionResponse, .introspectionResponse:
      ""
    }
  }

  /// An API that fails open serves without being told.
  private static func servedBecause(_ decision: Decision, under policy: Policy) -> String {
    decision.lines.contains { $0.check == .servedUntold }
      ? "introspection is down, and this API fails open: signature and exp were enough"
      : policy.accessToken.check.servedBecause
  }

  /// A token that is not known here gets the same answer as one that was revoked (RFC 7009 §2.2).
  private static func revokedBecause(_ decision: Decision, under policy: Policy) -> String {
    let asked = decision.lines.map(\.check)
    guard asked.contains(.clientMatches) else {
      return "nothing here goes by that text, which is no error: what was to end is no good"
    }
    let access = policy.accessToken
    if access.check.looksAtVersion {
      return "the user's token version rises, so every access token from before is refused"
    }
    if asked.contains(.tokenTypeRevocable), policy.session == nil {
      return "the record of this access token ends; its family goes on"
    }
    return access.isReachedByRevocation
      ? "the family ends now, and its access tokens with it"
      : "the family ends now; an access token of it lives on to its exp"
  }

  private static func renewedBecause(_ rotation: Rotation?) -> String {
    switch rotation {
    case .rotating: "current, so it is spent now and its successor takes its place"
    case .renewed: "good until it expires, and so is the one that it gives"
    case .reusable, nil: "good until it expires, however often and by whomever it is used"
    }
  }

  private static func refused(_ denial: Denial, under policy: Policy) -> String {
    switch denial.reason {
    case .reuseDetected:
      "spent before: a thief's copy or an honest retry, the server cannot tell which"
        + consequence(policy.refresh?.rotation)
    case .spent: "spent before; this server only refuses, so whoever was first stays signed in"
    case .spared:
      "spent a moment ago: refused like the loser of a race, and nothing ends; later it is a reuse"
    case .familyRevoked: "its family was revoked; only a new sign-in gives tokens"
    case .tokenRefused(.expired): "the access token is dead at exp; a refresh gives the next"
    case .shortExpiryOver:
      "past its private useExp; it is good for an exchange, and for any API that knows only exp"
    case .tokenRefused(.revoked): "the record was looked at, and it no longer stands"
    case .windowClosed: "too late to exchange it; the person has to sign in again"
    case .proofByAnotherKey, .proofInvalid:
      "the token alone opens nothing: it takes the key that was there at the sign-in"
    case .ownPageUnproven:
      "any page can have a browser send a cookie; the header only the application's own can add"
    case .sessionMissing, .sessionEnded, .sessionExpired:
      "nobody is to be asked and no session answers, so the person has to sign in"
    case .codeSessionEnded:
      "the session that it came of was ended since; a code is no way round that"
    case .tokenRefused(.bindingRequired):
      "the token alone opens nothing: it takes a proof by the key that it was given for"
    case .callProofInvalid:
      "the token is good and its proof is not: another token would not help"
    case .nonceWanted, .callNonceWanted:
      "the proof is old or made in advance: it has to contain the nonce that comes with this answer"
    case .credentialsMissing: "no token was sent, so the challenge names no error"
    case .expiredIdle: "unused for too long; the person has to sign in again"
    case .expiredAbsolute: "the sign-in is too old, however active; sign in again"
    case .scopeNotPermitted: "nothing asked for may be granted, and a token for nothing is none"
    case .challengeRefused:
      "without an S256 challenge a stolen code can be redeemed: plain shows the verifier itself"
    case .introspectionDown:
      "nobody says what the token is worth; a 401 would make the client renew one that may be good"
    case .writeFailed: "what was to change was not kept, so everything is as it was: try again"
    case .requestMalformed, .grantTypeUnsupported, .clientAuthenticationFailed,
      .clientUnregistered, .personRefused, .codeUnknown, .codeUsed, .codeExpired,
      .verifierMismatch, .refreshUnknown, .clientMismatch, .userDisabled, .scopeRefused,
      .reissueRefused, .credentialsChanged, .revokerMismatch, .tokenTypeNotRevocable,
      .tokenRefused, .scopeInsufficient:
      denial.reason.words
    }
  }

  private static func consequence(_ rotation: Rotation?) -> String {
    guard case .rotating(let response, _) = rotation else { return "" }
    return switch response {
    case .refuseOnly: ""
    case .revokeFamily: "; it ends the family, so whoever holds it must sign in again"
    case .revokeUserOnClient: "; every family of that user on this client ends"
    case .revokeUser: "; every family of that user ends"
    }
  }
}

extension Exchange {
  /// Whether a page of another site had a browser send it.
  fileprivate var isRide: Bool {
    guard case .resourceRequest(let request) = request else { return false }
    return request.browser?.isFromOtherSite == true
  }
}
