import Simulation
import TokenCore

/// What is said of a request that was refused.
extension Reason {
  init(refusing exchange: Exchange, for reason: DenialReason, under policy: Policy) {
    let isKeptBack = reason == .credentialsMissing && exchange.isRide
    self.init(
      isKeptBack
        ? "another site's page sent it, so SameSite kept the cookie back"
        : reason.sentence(under: policy),
      isKeptBack
        ? "RFC 6265bis §5.6.7.1"
        : reason.specification ?? exchange.decision.failed?.rule(at: exchange.request) ?? "")
  }
}

extension Exchange {
  /// Whether a page of another site had a browser send it.
  fileprivate var isRide: Bool {
    guard case .resourceRequest(let request) = request else { return false }
    return request.browser?.isFromOtherSite == true
  }
}

extension Check {
  /// Where the rule stands at the endpoint that got the request: what is asked at several is said of each
  /// in its own place.
  package func rule(at request: Payload) -> String {
    switch (self, request) {
    case (.requestWellFormed, .revocationRequest), (.clientAuthenticated, .revocationRequest),
      (.clientMatches, .revocationRequest):
      "RFC 7009 §2.1"
    case (.requestWellFormed, .introspectionRequest), (.clientAuthenticated, .introspectionRequest):
      "RFC 7662 §2.1"
    case (.requestWellFormed, .authorizationRequest): "RFC 6749 §4.1.1"
    case (.scopeGranted, .tokenRequest): "RFC 6749 §6"
    case (_, _): specification
    }
  }
}

extension DenialReason {
  /// What the refusal is for, in a sentence.
  fileprivate func sentence(under policy: Policy) -> String {
    switch self {
    case .reuseDetected(let cause):
      (cause == .displaced ? "another successor took its place" : "spent before")
        + ": a thief's copy or an honest retry, the server cannot tell which"
        + consequence(policy.refresh?.rotation)
    case .spent: "spent before, and this server does no more than refuse it"
    case .spared:
      "spent a moment ago: refused like the loser of a race, and nothing ends; later it is a reuse"
    case .familyRevoked: "its family was revoked, and no refresh brings that back"
    case .tokenRefused(.expired):
      "the access token is dead at exp, whoever has it"
    case .shortExpiryOver:
      "past its private useExp; an API that knows only exp would take it"
    case .sessionTooOld:
      "nobody is to be asked, and the session's person signed in longer ago than is asked for"
    case .signInTooOld:
      "the sign-in was too long ago: only a new one helps, and no refresh"
    case .sessionSignalled:
      "the authorization server has pushed the end of its session to this API, which asks nobody"
    case .sessionUnnamed:
      "it has no sid, so that no event could end it: this API takes no such token"
    case .statusInvalid:
      "its entry in the API's copy of the status list is not VALID, so the token is good for nothing"
    case .tokenRefused(.revoked): "the record was looked at, and it no longer stands"
    case .windowClosed: "too late to exchange it; it takes a new sign-in"
    case .proofByAnotherKey:
      "the token alone opens nothing: it takes the key that was there at the sign-in"
    case .proofInvalid: "it takes a proof that is in order, made for this request, and none came"
    case .ownPageUnproven:
      "any page can have a browser send a cookie; the header only the application's own can add"
    case .sessionMissing, .sessionEnded, .sessionExpired:
      "nobody is to be asked and no session answers, so the person has to sign in"
    case .codeSessionEnded:
      "the session that it came of was ended since; a code is no way round that"
    case .tokenRefused(.bindingRequired):
      "the token alone opens nothing: it takes a proof by the key that it was given for"
    case .callProofInvalid:
      "the proof is not in order, so another token would not help"
    case .nonceWanted, .callNonceWanted:
      "the proof lacks this server's nonce of now, which comes with the answer"
    case .credentialsMissing: "no token was sent, so the challenge names no error"
    case .expiredIdle: "unused for too long; it takes a new sign-in"
    case .expiredAbsolute: "the sign-in is too old, however active; it takes a new one"
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
      words
    }
  }

  private func consequence(_ rotation: Rotation?) -> String {
    guard case .rotating(let response, _) = rotation else { return "" }
    return switch response {
    case .refuseOnly: ""
    case .revokeFamily: "; it ends the family, so neither can renew"
    case .revokeUserOnClient: "; every family of that user on this client ends"
    case .revokeUser: "; every family of that user ends"
    }
  }
}
