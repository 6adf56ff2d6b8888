import TokenCore

/// Whoever holds copies. The attacker has no password and no session of its own; only what was taken,
/// what the servers gave for it, and what a device that it is inside of lets it do.
///
/// Orders, answers and the plan's timer go in; what the world is to do for it comes out. It sees no
/// server's rows: what it knows it took, or got in an answer.
///
/// A sign-in of its own goes its own way, beside whatever else is under way:
///
///     ──order──▶ authorizing ──code──▶ exchanging ──tokens──▶ a family of its own
///                    │                     │
///                    └──────refused────────┴──▶ forgotten
///
/// Not legal: a code that answers no sign-in of its own; a second exchange for one sign-in.
public struct Attacker: Hashable, Sendable {
  /// Access tokens held, oldest first.
  public private(set) var accessTokens: [AccessToken] = []
  /// Refresh tokens held, oldest first.
  public private(set) var refreshTokens: [RefreshToken] = []
  /// Cookies of sessions at the authorization server, the one taken last at the end.
  public private(set) var cookies: [SessionCookie] = []
  /// The newest cookie that it has of an application's own server.
  public private(set) var backendCookie: BackendCookie?
  /// What it signs with: the server's key, once stolen, or a secret that an API had of it.
  public private(set) var signingKey: SigningKey?
  /// Whether that came out of an API's key set, where public keys would have been no use.
  public private(set) var signsWithAPIKey = false
  /// The key set last copied from an API.
  public private(set) var keySet: [VerifyingKey] = []
  /// Digests of refresh tokens out of a stolen database: they open nothing.
  public private(set) var stolenDigests = 0
  /// When something was first taken.
  public private(set) var firstTheftAt: Instant?
  /// The last answer got, for the views.
  public private(set) var lastAnswer: Payload?
  /// The first access token of each sign-in of its own.
  public private(set) var ownSignIns: [AccessTokenID] = []
  /// A key of its own, for tokens that it was given with it.
  public private(set) var key: DeviceKey?
  /// Proofs by a device's key that it made in advance and that are not used yet.
  package internal(set) var prepared: [PreparedProof] = []
  /// What the servers last gave it for its proofs.
  private(set) var nonces = KnownNonces()
  /// Where proofs need a nonce: what it has sent and may have to send again with another.
  private(set) var unanswered: [Int: Sent] = [:]
  /// Sign-ins of its own that are under way, by the request whose answer is awaited.
  private(set) var flows: [Int: Flow] = [:]
  private(set) var nextRequest = 0
  /// Forged tokens so far: each has its own `jti`.
  private(set) var forgeries = 0
  /// What a plan waits for: nothing, an answer, or never again.
  var planState = PlanState.notBegun
  /// The attack that runs by itself, if there is one.
  private(set) var plan: AttackPlan?
  private(set) var circumstances: Circumstances

  /// Where a sign-in of its own stands.
  enum Flow: Hashable, Sendable {
    case authorizing(verifier: String)
    case exchanging
  }

  /// A request, and where it was sent from.
  struct Sent: Hashable, Sendable {
    let payload: Payload
    let server: Party
    let device: DeviceID?
    /// Whether it is the repetition with a nonce.
    let isAgain: Bool
  }

  init(plan: AttackPlan?, in circumstances: Circumstances) {
    self.plan = plan
    self.circumstances = circumstances
  }

  /// Another plan instead, and what it meets. Only before the theft.
  mutating func change(to plan: AttackPlan, in circumstances: Circumstances) {
    precondition(planState == .notBegun, "the attack has begun")
    self.plan = plan
    self.circumstances = circumstances
  }

  /// The server goes by another policy, which whoever tries finds out.
  mutating func meet(_ policy: Policy) {
    circumstances = Circumstances(policy, host: circumstances.host)
  }

  /// Whether the other attacker differs at most in where its plan stands.
  package func isSame(besidesPlanStateAs other: Attacker) -> Bool {
    var copy = self
    copy.planState = other.planState
    return copy == other
  }
}

extension Attacker {
  /// Copies tokens out of a device, which notices nothing and keeps its own.
  mutating func take(
    _ accessToken: AccessToken?, _ refreshToken: RefreshToken?, from device: DeviceID,
    at now: Instant
  ) -> [AttackerDirective] {
    if let accessToken { _ = keep(accessToken) }
    if let refreshToken { _ = keep(refreshToken) }
    return [note(.stole(accessToken?.label, refreshToken?.label, from: device), at: now)]
  }

  /// Copies a browser's cookie, which stays where it is.
  mutating func take(
    _ cookie: SessionCookie?, from device: DeviceID, at now: Instant
  ) -> [AttackerDirective] {
    if let cookie {
      cookies = cookies.filter { $0 != cookie }.suffix(Self.longestHoard) + [cookie]
    }
    return [note(.stoleCookie(cookie?.label, from: device), at: now)]
  }

  /// Copies what lies on a device, be it tokens or a cookie.
  mutating func take(
    _ loot: Client.Loot, from device: DeviceID, at now: Instant
  ) -> [AttackerDirective] {
    guard let cookie = loot.cookie else {
      return take(loot.tokens.accessToken, loot.tokens.refreshToken, from: device, at: now)
    }
    backendCookie = cookie
    return [note(.stoleBackendCookie(from: device), at: now)]
  }

  /// Copies the server's rows: digests open nothing, but successors kept in clear for a retry do.
  mutating func takeDatabase(
    digests: Int, clear: [RefreshToken], at now: Instant
  ) -> [AttackerDirective] {
    for token in clear { _ = keep(token) }
    stolenDigests = digests
    return [note(.stoleDatabase(digests: digests, clear: clear.count), at: now)]
  }

  mutating func take(_ key: SigningKey, at now: Instant) -> [AttackerDirective] {
    signingKey = key
    signsWithAPIKey = false
    return [note(.stoleSigningKey(keyID: key.keyID), at: now)]
  }

  /// Copies what an API verifies with. A public key verifies for the attacker, too, and that is all; a
  /// shared secret makes it the server.
  mutating func take(
    keySet keys: [VerifyingKey], of server: ResourceServerID, at now: Instant
  ) -> [AttackerDirective] {
    keySet = keys
    let newest = keys.last?.signingKey
    if let newest, newest != signingKey {
      signingKey = newest
      signsWithAPIKey = true
    }
    let event = AttackerEvent.copiedKeySet(
      of: server, keyIDs: keys.map(\.keyID), signs: newest != nil)
    return [newest == nil ? .note(event) : note(event, at: now)]
  }

  mutating func clearStorage(of device: DeviceID, at now: Instant) -> [AttackerDirective] {
    [note(.clearedStorage(of: device), at: now), .clearStorage(of: device)]
  }

  mutating func note(_ event: AttackerEvent, at now: Instant) -> AttackerDirective {
    firstTheftAt = firstTheftAt ?? now
    return .note(event)
  }

  /// Keeps a stolen or granted token unless it is held already; says whether it was new.
  private mutating func keep(_ token: AccessToken) -> Bool {
    guard !accessTokens.contains(token) else { return false }
    accessTokens = accessTokens.suffix(Self.longestHoard) + [token]
    return true
  }

  private mutating func keep(_ token: RefreshToken) -> Bool {
    guard !refreshTokens.contains(token) else { return false }
    refreshTokens = refreshTokens.suffix(Self.longestHoard) + [token]
    return true
  }
}

extension Attacker {
  /// Calls an API, at the host where there are several.
  mutating func call(
    _ path: ResourcePath = .profile, host: String?, with token: AccessToken?,
    from device: DeviceID? = nil
  ) -> [AttackerDirective] {
    let request = ResourceRequest(
      path: path.rawValue, token: token, requiredScope: path.requiredScope, host: host,
      method: path.method, browser: circumstances.browserCall)
    return [send(.resourceRequest(request), to: .resourceServer, from: device)]
  }

  /// Has the application's own server make a call, with the cookie of somebody's session there.
  mutating func openPage(
    _ path: ResourcePath = .profile, host: String?, with cookie: BackendCookie
  ) -> [AttackerDirective] {
    let page = ResourceRequest(page: path, host: host, with: cookie)
    return [send(.resourceRequest(page), to: .client(cookie.device))]
  }

  /// Calls an API with the newest token that it holds; without one, through the application's own server.
  mutating func callWithNewest(host: String?) -> [AttackerDirective] {
    guard accessTokens.isEmpty, let backendCookie else {
      return call(host: host, with: accessTokens.last)
    }
    return openPage(host: host, with: backendCookie)
  }

  /// Calls an API with this text as the token, as much of it as is sent.
  mutating func call(host: String?, withText text: String) -> [AttackerDirective] {
    let sent = String(decoding: text.utf8.prefix(Self.longestToken), as: UTF8.self)
    return call(host: host, with: AccessToken(text: sent, label: nil))
  }

  /// Calls an API with a token that nobody issued, signed with the stolen key.
  mutating func call(
    _ path: ResourcePath, host: String?, forging claims: AccessTokenClaims,
    _ cryptography: some TokenCryptography
  ) -> [AttackerDirective] {
    guard let signingKey else { return [] }
    forgeries += 1
    let token = AccessToken(text: cryptography.seal(claims, with: signingKey), label: nil)
    return call(path, host: host, with: token)
  }

  /// Asks for tokens, from outside or from inside a device, where its key signs for whoever is there.
  mutating func ask(
    _ request: TokenRequest?, from device: DeviceID? = nil
  ) -> [AttackerDirective] {
    guard let request else { return [] }
    return [send(.tokenRequest(request), to: .authorizationServer, from: device)]
  }

  /// Starts a sign-in of its own with a session that a person has at the server, so that nobody is asked
  /// anything (RFC 10017, "acquisition and extraction of new tokens"). Inside the device the browser
  /// sends the cookie by itself; elsewhere it takes a stolen one. Nothing that the application does with
  /// its own tokens reaches the family that comes of it.
  mutating func startFlow(
    _ event: AttackerEvent, with cookie: SessionCookie?, of person: String, at now: Instant,
    using random: inout RandomStream, _ cryptography: some TokenCryptography
  ) -> [AttackerDirective] {
    let started = note(event, at: now)
    let verifier = base64URL(random.bytes(32))
    let request = silentSignIn(with: cookie, of: person, verifier: verifier, cryptography)
    let sent = send(.authorizationRequest(request), to: .authorizationServer)
    flows[nextRequest] = .authorizing(verifier: verifier)
    return [started, sent]
  }

  /// Where tokens are bound, a sign-in and a forgery of its own need a key of its own.
  mutating func makeKey(using random: inout RandomStream) {
    if circumstances.bindsToKey, key == nil { makeKey(of: random.bytes(32)) }
  }

  private mutating func send(
    _ payload: Payload, to server: Party, from device: DeviceID? = nil, isAgain: Bool = false
  ) -> AttackerDirective {
    nextRequest += 1
    if circumstances.wantsNonces {
      unanswered[nextRequest] = Sent(
        payload: payload, server: server, device: device, isAgain: isAgain)
    }
    return .send(payload, to: server, request: nextRequest, from: device)
  }
}

extension Attacker {
  /// An answer came; the attacker keeps whatever a server gives.
  mutating func receive(
    _ answer: Payload, for request: Int, using random: inout RandomStream
  ) -> [AttackerDirective] {
    lastAnswer = answer
    nonces.note(answer)
    let sent = unanswered.removeValue(forKey: request)
    if let sent, answer.wantsNonce, !sent.isAgain, sent.device != nil || key != nil {
      return sendAgain(sent, insteadOf: request)
    }
    switch answer {
    case .tokenResponse(.success(let grant)):
      return obtain(grant, for: request)
    case .tokenResponse(.error), .tokenResponse(.wantsNonce):
      flows[request] = nil
      planState.renewalFailed()
    case .tokenResponse(.unavailable): flows[request] = nil
    case .resourceResponse(let response):
      if let token = response.freshToken { _ = keep(token) }
      if response.error == .insufficientUserAuthentication {
        planState.renewalFailed()
      } else if response.status == 401 {
        planState.callWasRefused()
      }
    case .authorizationResponse(let response):
      return receive(response, for: request, using: &random)
    case .authorizationRequest, .tokenRequest, .resourceRequest, .revocationRequest,
      .revocationResponse, .endSessionRequest, .endSessionResponse, .introspectionRequest,
      .introspectionResponse, .securityEvent, .securityEventReceipt:
      break
    }
    return []
  }

  /// The same with another proof, which contains the nonce that has just come (RFC 9449 §8).
  private mutating func sendAgain(_ sent: Sent, insteadOf request: Int) -> [AttackerDirective] {
    let flow = flows.removeValue(forKey: request)
    let again = send(sent.payload, to: sent.server, from: sent.device, isAgain: true)
    flows[nextRequest] = flow
    return [again]
  }

  /// The redirect came back to the hidden frame. A code is exchanged; where tokens are bound to a key,
  /// with one of its own, which needs no device from then on (RFC 9449 §11.4).
  private mutating func receive(
    _ response: AuthorizationResponse, for request: Int, using random: inout RandomStream
  ) -> [AttackerDirective] {
    guard case .authorizing(let verifier) = flows.removeValue(forKey: request),
      case .code(let code, _) = response
    else { return [] }
    makeKey(using: &random)
    let directives = ask(codeRequest(code, verifier: verifier))
    flows[nextRequest] = .exchanging
    return directives
  }

  /// A key that needs no device.
  mutating func makeKey(of seed: [UInt8]) {
    key = DeviceKey(seed: seed)
  }

  private mutating func obtain(_ grant: TokenGrant, for request: Int) -> [AttackerDirective] {
    planState.tokensCame()
    _ = keep(grant.accessToken)
    if flows.removeValue(forKey: request) == .exchanging, let first = grant.accessToken.label {
      ownSignIns.append(first)
    }
    let isNew = grant.refreshToken.map { keep($0) } ?? false
    return [
      .note(.obtained(grant.accessToken.label, isNew ? grant.refreshToken?.label : nil))
    ]
  }
}
