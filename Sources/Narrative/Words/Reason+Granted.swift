import Simulation
import TokenCore

/// What is said of a request that was granted.
extension Grounds {
  func reason(under policy: Policy) -> Reason {
    switch self {
    case .signedIn:
      Reason(
        "signed in on the server's own page; the code is good once, for "
          + AuthorizationServer.codeLifetime.words, "RFC 6749 §4.1.2")
    case .sessionAnswered:
      Reason(
        "nobody was asked: the browser's session answered, and auth_time stays that of its sign-in",
        "OpenID Connect Core 1.0 §3.1.2.1")
    case .codeExchanged: Reason("the code is spent and a family begins", "RFC 6749 §4.1.3")
    case .rotated:
      Reason(
        "current, so it is spent now and its successor takes its place",
        "RFC 6749 §6, RFC 9700 §4.14.2")
    case .kept: kept(policy.refresh)
    case .joined:
      Reason("good until it expires, and so is the one that it gives", "RFC 6749 §6")
    case .retried:
      Reason(
        "spent before, but inside its grace: taken for an honest retry, and answered again",
        noRFC)
    case .crossed:
      Reason(
        "spent already, but that is not written yet: it wins as well, and nobody notices",
        "RFC 6819 §5.2.2.3")
    case .reissued: Reason("the window is open, so the next one is signed", noRFC)
    case .served: policy.accessToken.check.reason
    case .servedUntold:
      Reason("introspection is down, and this API fails open: signature and exp were enough", noRFC)
    case .ridden:
      Reason(
        "the browser added the cookie by itself, and nobody asked which page had it sent",
        "RFC 6265 §8.2")
    case .eventTaken:
      Reason(
        "the API was told, and refuses every token of that session from now on", "CAEP 1.0 §3.1")
    case .nothingToRevoke, .revokedBefore, .familyRevoked, .tokenRevoked, .versionRaised,
      .signedLivesOn:
      Reason(revocation(under: policy), "RFC 7009 §2.2")
    case .active:
      Reason(
        "good now, and told to whom it was issued or is for; nobody else is told",
        "RFC 7662 §2.2 and §4")
    case .inactive:
      Reason(
        "inactive is all that is said: of a token that is bad, and of one that is not the asker's",
        "RFC 7662 §2.2")
    case .sessionEnded(let withFamilies):
      Reason(
        "the session ends, codes of it are refused, and families that came of it "
          + (withFamilies ? "end" : "live on, if there are any"), logout)
    case .noSession: Reason("this browser has no session here that could end", logout)
    }
  }

  private var noRFC: String { "no RFC has this rule" }
  private var logout: String { "OpenID Connect RP-Initiated Logout 1.0 §2" }

  /// Holding it is enough, unless the client or a key has to be there as well.
  private func kept(_ refresh: RefreshPolicy?) -> Reason {
    let who =
      switch (refresh?.client.hasSecret, refresh?.isBoundToKey) {
      case (true, _): "by whoever has the client's secret"
      case (_, true): "by whoever has the key"
      case (_, _): "by whoever has it"
      }
    return Reason("good until it expires, however often it is used \(who)", "RFC 6749 §6")
  }

  /// A token that is not known here gets the same answer as one that was revoked (RFC 7009 §2.2).
  private func revocation(under policy: Policy) -> String {
    switch self {
    case .revokedBefore: "it was revoked before, and that is no error"
    case .familyRevoked where policy.accessToken.check == .signals:
      "the family ends now, and its access tokens at each API that the event reaches"
    case .familyRevoked(.none): "the family ends now, and has no access token that lives"
    case .familyRevoked(.ended):
      "the family ends now, and its access tokens with it" + belief(policy)
    case .familyRevoked(.livesOn):
      "the family ends now; its access tokens end at exp only, or with their key"
    case .tokenRevoked: "the record of this access token ends; its family goes on" + belief(policy)
    case .versionRaised:
      "the user's token version rises, so every access token from before is refused"
    case .signedLivesOn: "no row could end: what was signed is good until it expires"
    case .signedIn, .sessionAnswered, .codeExchanged, .rotated, .kept, .joined, .retried,
      .crossed, .reissued, .served, .servedUntold, .ridden, .eventTaken, .nothingToRevoke, .active,
      .inactive,
      .sessionEnded, .noSession:
      "nothing here goes by that text, which is no error: what was to end is no good"
    }
  }

  /// What an API was told a moment ago it still goes by.
  private func belief(_ policy: Policy) -> String {
    let belief = policy.accessToken.check.belief
    return belief == .zero ? "" : ", at an API up to \(belief.words) later"
  }
}

extension AccessTokenCheck {
  /// Why a call was served, as far as the check goes.
  fileprivate var reason: Reason {
    switch self {
    case .signatureOnly: Reason(servedBecause, "RFC 9068 §4, RFC 7009 §3")
    case .denyList, .allowList: Reason(servedBecause, "RFC 9068 §4, RFC 7009 §3")
    case .signals: Reason(servedBecause, "RFC 9068 §4, CAEP 1.0 §3.1")
    case .statusList: Reason(servedBecause, "draft-ietf-oauth-status-list §8.3")
    case .introspection: Reason(servedBecause, "RFC 7662 §2.2")
    case .sessionRecord, .tokenVersion: Reason(servedBecause, "no RFC has this rule")
    }
  }
}
