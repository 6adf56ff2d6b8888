/// The authorization server as one value: its accounts, its policy and the rows it keeps.
///
/// It takes a request and gives back an `Answer`; it sends nothing, keeps no clock and draws no
/// randomness of its own. It never knows who presents a token, only what was presented.
public struct AuthorizationServer: Equatable, Sendable {
  /// Codes are short-lived: at most ten minutes (RFC 6749 §4.1.2); a minute is ample in a lab.
  public static let codeLifetime = TimeSpan.seconds(60)

  /// Its rules.
  public internal(set) var policy: Policy
  /// Its own identifier, an `https` URL: `iss` of every token that it signs (RFC 8414 §2).
  public let issuer: String
  /// The resource servers that its access tokens are for: each `aud` names all of them (RFC 9068 §3).
  public let audiences: [String]
  /// Accounts, in order of registration.
  public internal(set) var users: [User] = []
  /// Clients, in order of registration.
  public internal(set) var registrations: [ClientRegistration] = []
  /// Authorization codes, used and expired ones included.
  public internal(set) var codes = Ledger<AuthorizationCode>()
  /// Sessions of browsers in which somebody signed in, ended ones included.
  public internal(set) var ssoSessions = Ledger<SSOSession>()
  /// Sign-ins, ended ones included.
  public internal(set) var families = Ledger<TokenFamily>()
  /// Every refresh token that was given.
  public internal(set) var refreshTokens = Ledger<RefreshTokenRecord>()
  /// Every access token that was given.
  public internal(set) var accessTokens = Ledger<AccessTokenRecord>()
  /// Every key that the server stands by, whose other half it publishes; the last one signs.
  public internal(set) var signingKeys: [SigningKey]
  /// Parts that have failed and not been mended.
  public internal(set) var broken: Set<ServerPart> = []
  /// How many keys there have been: the next one's name.
  var keyCount = 1
  /// Where the rows of these random values are.
  var index = Index()
  /// `jti` of proofs seen, until they would be too old anyway (RFC 9449 §11.1).
  package var seenProofs: [String: Instant] = [:]
  /// Its nonces for proofs, where the policy wants any.
  public internal(set) var nonces: ProofNonces?
  /// Clear copies of successors whose predecessor may still be retried. A server that stores only
  /// hashes has to keep this much to give the same answer twice; each token request first drops the
  /// copies whose window is over.
  package var retryCopies: [RefreshTokenID: RetryCopy] = [:]
  /// What it lacks of tokens from before its last change of policy.
  package var gaps = RowGaps()

  /// What has changed since `recording` began; nil while nobody records.
  package var journal: [StateChange]?

  package struct RetryCopy: Hashable, Codable, Sendable {
    package let token: RefreshToken
    package var until: Instant
  }

  /// Takes at least one audience.
  public init(
    policy: Policy, issuer: String, audiences: [String],
    using random: inout some RandomNumberGenerator, _ cryptography: some TokenCryptography
  ) {
    precondition(!audiences.isEmpty, "an access token is for somebody")
    self.policy = policy
    self.issuer = issuer
    self.audiences = audiences
    let key = SigningKey(
      keyID: "lab-1", for: policy.accessToken.signature, secret: random.bytes(32), cryptography)
    signingKeys = [key]
    nonces = policy.proofNonce.map { ProofNonces(anotherEvery: $0, secret: random.bytes(32)) }
  }

  /// The key that signs.
  public var signingKey: SigningKey { signingKeys[signingKeys.count - 1] }
  /// What resource servers are given of the keys.
  public var publishedKeys: [VerifyingKey] { signingKeys.map(\.verifyingKey) }

  /// Registers a person under a name that no other has.
  @discardableResult
  public mutating func addUser(named name: String, isAdmin: Bool = false) -> UserID {
    let id = UserID(index: users.count)
    change(.userChanged(User(id: id, name: name, isEnabled: true, isAdmin: isAdmin)))
    return id
  }

  /// Registers a public client under a `client_id` that no other has.
  @discardableResult
  public mutating func register(publicClient clientID: String) -> RegistrationID {
    let id = RegistrationID(index: registrations.count)
    change(.clientRegistered(ClientRegistration(id: id, clientID: clientID, kind: .public)))
    return id
  }

  /// Registers a confidential client; the server keeps the secret's digest only. With an audience, a
  /// resource server authenticates as this client, and is told of tokens that are for it.
  @discardableResult
  public mutating func register(
    confidentialClient clientID: String, secret: String, audience: String? = nil,
    _ cryptography: some TokenCryptography
  ) -> RegistrationID {
    let id = RegistrationID(index: registrations.count)
    let digest = TokenDigest(of: secret, by: cryptography)
    change(
      .clientRegistered(
        ClientRegistration(
          id: id, clientID: clientID, kind: .confidential(secretDigest: digest),
          audience: audience)))
    return id
  }
}

extension AuthorizationServer {
  /// The row of that name; one that is not there stops the program.
  public func record(of id: RefreshTokenID) -> RefreshTokenRecord { refreshTokens[id.index] }
  /// The row of that name; one that is not there stops the program.
  public func record(of id: AccessTokenID) -> AccessTokenRecord { accessTokens[id.index] }
  /// The row of that name; one that is not there stops the program.
  public func family(_ id: FamilyID) -> TokenFamily { families[id.index] }
  /// Refresh tokens that lie in the store in clear, for a retry that may still come.
  package var clearRefreshTokens: [RefreshToken] {
    retryCopies.keys.sorted().compactMap { retryCopies[$0]?.token }
  }
  /// The row of that name; one that is not there stops the program.
  public func user(_ id: UserID) -> User { users[id.index] }

  /// When the family's absolute lifetime ends, if the policy sets one.
  public func absoluteDeadline(of family: FamilyID) -> Instant? {
    policy.refresh?.absoluteLifetime.map { families[family.index].startedAt + $0 }
  }

  /// When a refresh token dies unless it is used before: the earlier of idle and absolute end.
  public func expiry(of id: RefreshTokenID) -> Instant? {
    let record = refreshTokens[id.index]
    let deadlines = [record.idleDeadline, absoluteDeadline(of: record.family)]
    return deadlines.compactMap(\.self).min()
  }

  /// Whether presenting the token now, by its own client, would be answered with tokens.
  public func isUsable(_ id: RefreshTokenID, at now: Instant) -> Bool {
    let family = families[refreshTokens[id.index].family.index]
    let key = ProvenKey.proven(thumbprint: family.keyThumbprint ?? "")
    return ruling(
      on: PresentedRefreshToken(
        id: id, client: .identified(family.client), key: key, scope: nil),
      at: now
    ).decision.isAccepted
  }
}
