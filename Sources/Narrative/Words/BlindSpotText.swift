import Analysis
import Simulation
import TokenCore

/// What whoever answered a request saw of it, and what it could not tell from that.
package struct BlindSpotText {
  private let exchange: Exchange
  private let policy: Policy

  package init(_ exchange: Exchange, under policy: Policy) {
    self.exchange = exchange
    self.policy = policy
  }

  /// `it sees the refresh token, client_id, the time`.
  package var seen: String {
    "it sees " + (sight + ["the time"]).joined(separator: ", ")
  }

  private var sight: [String] {
    switch exchange.request {
    case .authorizationRequest(let request):
      [asksNobody(request) ? "the cookie" : "who signed in on its own page", "client_id"]
    case .endSessionRequest: ["the cookie"]
    case .tokenRequest(let request):
      [Self.credential(of: request), Self.client(request.basic)]
        + (request.proof == nil ? [] : ["a proof of the key"])
    case .resourceRequest(let request):
      [request.credentialName, "the path"] + (request.hasOwnHeader ? ["the page's header"] : [])
        + (request.proof == nil ? [] : ["a proof of the key"])
    case .revocationRequest(let request): ["a token", Self.client(request.basic)]
    case .introspectionRequest(let request): ["a token", Self.client(request.basic)]
    case .securityEvent: ["a signed event"]
    case .authorizationResponse, .tokenResponse, .resourceResponse, .revocationResponse,
      .endSessionResponse, .introspectionResponse, .securityEventReceipt:
      []
    }
  }

  /// Whether the browser's session was to answer, or did.
  private func asksNobody(_ request: AuthorizationRequest) -> Bool {
    request.isSilent || exchange.decision.lines.contains { $0.check == .sessionLives }
  }

  private static func client(_ basic: ClientCredentials?) -> String {
    basic == nil ? "client_id" : "the client's secret"
  }

  private static func credential(of request: TokenRequest) -> String {
    switch request.form["grant_type"].text {
    case "authorization_code": "the code and its verifier"
    case TokenRequest.reissueGrantType: "the access token"
    default: "the refresh token"
    }
  }

  /// What it cannot tell, with the source; one line for each.
  package var lines: [String] {
    switch exchange.request {
    case .authorizationRequest(let request) where asksNobody(request):
      ["who sends the cookie, and whether the person is there (RFC 10017 §5.1.3)"]
    case .endSessionRequest: ["which other cookies and tokens the person has elsewhere"]
    case .authorizationRequest:
      ["who else reads the redirect, or sits at the device (RFC 6749 §10.5)"]
    case .tokenRequest(let request): lines(of: request)
    case .resourceRequest(let request):
      request.token == nil
        ? []
        : [
          request.proof == nil
            ? request.originInTheDark
            : "who used the key: the proof shows that it was there (RFC 9449 §11.4)",
          policy.accessToken.check.leftInTheDark,
        ]
    case .revocationRequest:
      ["whether a copy is held elsewhere, and who will ever ask about it (RFC 7009 §3)"]
    case .securityEvent:
      ["who holds tokens of that session, and whether an event before this one was lost"]
    case .introspectionRequest:
      [
        "who brought the token to the API; and the API is not told why one is inactive (RFC 7662 §2.2)"
      ]
    case .authorizationResponse, .tokenResponse, .resourceResponse, .revocationResponse,
      .endSessionResponse, .introspectionResponse, .securityEventReceipt:
      []
    }
  }

  private func lines(of request: TokenRequest) -> [String] {
    switch request.form["grant_type"].text {
    case "authorization_code":
      ["who is at the device now: whoever has the verifier began the flow (RFC 7636 §1)"]
    case TokenRequest.reissueGrantType: reissue
    case "refresh_token": [sender(of: request)] + refresh
    default: []
    }
  }

  private func sender(of request: TokenRequest) -> String {
    if request.proof != nil {
      return "who used the key: the proof shows that it was there (RFC 9449 §11.4)"
    }
    return request.basic == nil
      ? "who sends it: a client_id is no secret, and the token is anybody's (RFC 9700 §4.14)"
      : "for whom the client asks: the secret is the client's, not the person's (RFC 6749 §2.3)"
  }

  private var refresh: [String] {
    var lines: [String] = []
    if case .signed = policy.refresh?.form {
      lines.append("whether anybody has revoked it, or the account: it keeps no row to look at")
    }
    switch exchange.decision.denial?.reason {
    case .reuseDetected, .spent:
      lines.append("which of the two who presented it is a thief, if any (RFC 9700 §4.14.2)")
    case .refreshUnknown: lines.append("whether it was made up, cut short or forgotten since")
    case nil where exchange.decision.isRetry:
      lines.append("whether this is a retry or a copy: in the grace both look alike")
    default: break
    }
    return lines
  }

  private var reissue: [String] {
    guard case .reissue(let reissue) = policy.renewal else { return [] }
    let who = "who sends it: every API that saw the token could (RFC 6750 §1.2)"
    return reissue.looksAtUser
      ? [who] : [who, "whether the account or the password still stands: it compares times only"]
  }
}

extension CounterfactualText {
  /// What would have changed nothing, found by asking: `the same answer if f1 had been revoked`; nil
  /// where nothing was supposed that it did not look at.
  package var blindness: String? {
    let unseen = whatIf.indifferent.filter { if case .having = $0 { true } else { false } }
    guard whatIf.wasGranted, !unseen.isEmpty else { return nil }
    return "the same answer " + unseen.map { words(of: $0) }.joined(separator: ", or ")
  }

  /// What had happened and was not looked at; nil where there is no such thing.
  package var ignored: String? {
    guard whatIf.wasGranted, let id = whatIf.about.family,
      case .revoked(let at, let reason) = server.family(id).state, at < whatIf.at
    else { return nil }
    return "in fact \(id) had been revoked at \(at.clockText), because of \(reason.rawValue)"
  }
}

extension ResourceRequest {
  fileprivate var hasOwnHeader: Bool { browser?.hasOwnHeader ?? false }

  fileprivate var credentialName: String {
    let name = browser == nil ? "token" : "cookie"
    return token == nil ? "no \(name)" : "the \(name)"
  }

  /// What whoever gets it cannot tell of where it comes from.
  fileprivate var originInTheDark: String {
    browser == nil || hasOwnHeader
      ? "who sends it: a bearer's token is anybody's (RFC 6750 §1.2)"
      : "which page had the browser send it (RFC 6750 §5.3)"
  }
}
