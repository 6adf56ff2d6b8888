/// A protected API as a value: it serves whoever brings an access token that passes its checks.
///
/// It talks to no other server. Where it has to know something of the authorization server, it gives
/// back a question, and goes on once somebody brings the reply:
///
///     receive ──▶ asks(visit) ──▶ resume ──▶ answered
///        │           ▲               │           ▲
///        │           └───────────────┘           │
///        └───────────────────────────────────────┘
///
///     token ─▶ keySet ─▶ [keySet again] ─▶ status list, introspection or record
///           ─▶ [sessionUse] ─▶ [nextToken]
///
/// Where access tokens are bound to a key, the proof is looked at as soon as the key is known: from the
/// claims, or for a handle from the record.
///
/// Which of the questions come up is the policy's to say: with a fresh key set and `signatureOnly`
/// none does. Whoever hosts both servers puts each to the authorization server's `reply`; whoever hosts
/// the API alone puts it over HTTP:
///
///     var step = api.receive(request, at: now, cryptography)
///     while case .asks(let visit) = step {
///       let reply = server.reply(to: visit.question, at: now, using: &random, cryptography)
///       step = api.resume(visit, with: reply, cryptography)
///     }
///
/// Not legal: a reply to another question than the visit's.
public struct ResourceServer: Equatable, Sendable {
  /// What it looks at in a token.
  public internal(set) var policy: AccessTokenPolicy
  /// Whether each answer brings the next access token (`Renewal.everyRequest`).
  public internal(set) var givesNextToken: Bool
  /// Whether a cookie alone is not enough (`SessionPolicy.asksForHeader`).
  public internal(set) var asksForHeader: Bool
  /// The one authorization server whose tokens it takes: what `iss` has to be (RFC 9068 §4).
  public let issuer: String
  /// Its own identifier, which `aud` has to contain.
  public let audience: String
  /// Where it is reached: a proof's `htu` is this and the path (RFC 9449 §4.2).
  public let address: String
  /// Its nonces for proofs, where it wants any. Another server has others (RFC 9449 §9).
  public internal(set) var nonces: ProofNonces?
  /// `jti` of proofs that it has taken, until they would be too old anyway (RFC 9449 §11.1).
  package var seenProofs: [String: Instant] = [:]
  /// The key set as last fetched; empty before the first fetch. It verifies and, unless a key is a
  /// shared secret, signs nothing.
  package var keySet: [VerifyingKey] = [] {
    didSet { if keySet != oldValue { verified = VerifiedTokens() } }
  }
  /// Tokens that the key set has verified.
  package private(set) var verified = VerifiedTokens()
  /// When the set was last fetched.
  package var fetchedAt: Instant?
  /// Answers of the introspection endpoint, and until when each is believed. Keyed by the token.
  package var introspections: [String: CachedIntrospection] = [:]
  /// Sessions that were revoked, as an event said, by their `sid`, and when it first came.
  package var endedSessions: [String: Instant] = [:]
  /// The status list as last fetched; nil before the first fetch.
  package var statusList: StatusList?

  package struct CachedIntrospection: Hashable, Codable, Sendable {
    package let answer: Introspection?
    package let standing: AccessTokenStanding
    package let askedAt: Instant
    package let until: Instant

    /// An answer is never believed beyond `exp` (RFC 7662 §4).
    init(
      _ answer: Introspection?, _ standing: AccessTokenStanding, askedAt: Instant, cache: TimeSpan
    ) {
      self.answer = answer
      self.standing = standing
      self.askedAt = askedAt
      until = min(askedAt + cache, answer?.expiresAt?.instant ?? .distantFuture)
    }
  }

  /// A server that has just been started: no key fetched, no answer believed.
  ///
  /// Its address is its identifier unless another is given.
  public init(
    policy: AccessTokenPolicy, issuer: String, audience: String, givesNextToken: Bool = false,
    asksForHeader: Bool = false, address: String? = nil, nonces: ProofNonces? = nil
  ) {
    self.asksForHeader = asksForHeader
    self.policy = policy
    self.issuer = issuer
    self.audience = audience
    self.givesNextToken = givesNextToken
    self.address = address ?? audience
    self.nonces = nonces
  }

  /// Takes a request up (RFC 6750 §3.1, RFC 9068 §4).
  public mutating func receive(
    _ request: ResourceRequest, at now: Instant, _ cryptography: some TokenCryptography
  ) -> ResourceStep {
    var visit = ResourceVisit(request, at: now)
    visit.scheme = policy.binding.needsProof ? .dpop : .bearer
    guard request.token != nil else {
      visit.decision.fail(.credentialsPresent, Denial(.credentialsMissing))
      return visit.answered
    }
    visit.decision.pass(.credentialsPresent)
    guard isFromOwnPage(request, &visit.decision) else { return visit.answered }
    readProof(of: &visit, cryptography)
    if policy.form.isHandle { return checkRecord(visit) }
    return believesKeySet(at: now) ? judge(visit, cryptography) : visit.asking(.keySet)
  }

  /// Whether the call has the header, where the API asks for one. A token in a header needs none: no
  /// browser adds it by itself.
  private func isFromOwnPage(_ request: ResourceRequest, _ decision: inout Decision) -> Bool {
    guard asksForHeader, let browser = request.browser else { return true }
    guard browser.hasOwnHeader else {
      let missing = Fact(.missingHeader, .text(BrowserCall.ownHeader))
      decision.fail(.fromOwnPage, Denial(.ownPageUnproven, [missing]))
      return false
    }
    decision.pass(.fromOwnPage)
    return true
  }

  /// Goes on with a request whose question got this reply.
  public mutating func resume(
    _ visit: consuming ResourceVisit, with reply: ResourceReply,
    _ cryptography: some TokenCryptography
  ) -> ResourceStep {
    switch (visit.question, reply) {
    case (.keySet, .keySet(let keys)):
      keySet = keys
      fetchedAt = visit.now
      return judge(visit, cryptography)
    case (.introspection, .introspection(let answer, let standing)):
      return goOn(visit, knowing: answer, standing)
    case (.introspection, .unavailable):
      return goOnUntold(visit)
    case (.record, .record(let standing)):
      return goOn(visit, knowing: standing)
    case (.statusList, .statusList(let list)):
      return goOn(visit, knowing: list)
    case (.sessionUse, .sessionUse(let isNoted)):
      return finishRecord(visit, noted: isNoted)
    case (.nextToken, .nextToken(let token, let events)):
      return finish(visit, with: token, events)
    case (.keySet, _), (.introspection, _), (.record, _), (.statusList, _), (.sessionUse, _),
      (.nextToken, _):
      preconditionFailure("asked \(visit.question) and told \(reply)")
    }
  }

  mutating func remember(_ text: String, saying claims: AccessTokenClaims, at now: Instant) {
    verified.remember(text, saying: claims, at: now, leeway: policy.leeway)
  }

  /// Goes by another policy from now on. Where it looks elsewhere, what it was told is forgotten.
  public mutating func change(
    to policy: AccessTokenPolicy, givesNextToken: Bool, asksForHeader: Bool = false
  ) {
    if policy.check != self.policy.check {
      introspections = [:]
      statusList = nil
    }
    self.policy = policy
    self.givesNextToken = givesNextToken
    self.asksForHeader = asksForHeader
  }

  /// What it wants of a token that one of the keys signed.
  public func expectation(with keys: [VerifyingKey]) -> AccessTokenExpectation {
    AccessTokenExpectation(issuer: issuer, audience: audience, keys: keys, leeway: policy.leeway)
  }
}
