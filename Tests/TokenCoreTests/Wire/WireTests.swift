import Testing
import TokenCore

/// What goes over the wire, verbatim from the RFCs.
struct WireTests {
  /// One row for each true reason: the wire says less than the server knows.
  static let refusals: [(DenialReason, Int, ErrorCode?)] = [
    (.requestMalformed, 400, .invalidRequest),
    (.grantTypeUnsupported, 400, .unsupportedGrantType),
    (.clientAuthenticationFailed, 401, .invalidClient),
    (.clientUnregistered, 400, .unauthorizedClient),
    (.challengeRefused, 302, .invalidRequest),
    (.personRefused, 302, .accessDenied),
    (.codeUnknown, 400, .invalidGrant),
    (.codeUsed, 400, .invalidGrant),
    (.codeExpired, 400, .invalidGrant),
    (.verifierMismatch, 400, .invalidGrant),
    (.refreshUnknown, 400, .invalidGrant),
    (.clientMismatch, 400, .invalidGrant),
    (.proofInvalid("missing"), 400, .invalidDPoPProof),
    (.proofByAnotherKey, 400, .invalidGrant),
    (.familyRevoked, 400, .invalidGrant),
    (.userDisabled, 400, .invalidGrant),
    (.expiredAbsolute, 400, .invalidGrant),
    (.expiredIdle, 400, .invalidGrant),
    (.spent, 400, .invalidGrant),
    (.spared, 400, .invalidGrant),
    (.reuseDetected(.noGrace), 400, .invalidGrant),
    (.scopeRefused, 400, .invalidScope),
    (.scopeNotPermitted, 400, .invalidScope),
    (.reissueRefused(.expired), 400, .invalidGrant),
    (.windowClosed, 400, .invalidGrant),
    (.credentialsChanged, 400, .invalidGrant),
    (.revokerMismatch, 400, .invalidGrant),
    (.tokenTypeNotRevocable, 400, .unsupportedTokenType),
    (.introspectionDown, 503, nil),
    (.writeFailed, 503, nil),
    (.credentialsMissing, 401, nil),
    (.tokenRefused(.expired), 401, .invalidToken),
    (.shortExpiryOver, 401, .invalidToken),
    (.scopeInsufficient, 403, .insufficientScope),
    (.ownPageUnproven, 403, nil),
    (.sessionMissing, 302, .loginRequired),
    (.sessionExpired, 302, .loginRequired),
    (.sessionEnded, 302, .loginRequired),
    (.codeSessionEnded, 400, .invalidGrant),
    (.nonceWanted, 400, .useDPoPNonce),
    (.callProofInvalid("missing"), 401, .invalidDPoPProof),
    (.callNonceWanted, 401, .useDPoPNonce),
    (.statusInvalid, 401, .invalidToken),
    (.sessionSignalled, 401, .invalidToken),
    (.sessionUnnamed, 401, .invalidToken),
    (.sessionTooOld, 302, .loginRequired),
    (.signInTooOld, 401, .insufficientUserAuthentication),
  ]

  @Test(arguments: refusals)
  func `a refusal has its status and its code`(
    _ reason: DenialReason, _ status: Int, _ error: ErrorCode?
  ) {
    let denial = Denial(reason)
    #expect(denial.status == status)
    #expect(denial.error == error)
  }

  @Test func `each true reason has its row`() {
    #expect(Self.refusals.map { row(of: $0.0) } == Array(0...46))
  }

  /// Does not compile while a reason is new: it needs a number here and a row above.
  private func row(of reason: DenialReason) -> Int {
    switch reason {
    case .requestMalformed: 0
    case .grantTypeUnsupported: 1
    case .clientAuthenticationFailed: 2
    case .clientUnregistered: 3
    case .challengeRefused: 4
    case .personRefused: 5
    case .codeUnknown: 6
    case .codeUsed: 7
    case .codeExpired: 8
    case .verifierMismatch: 9
    case .refreshUnknown: 10
    case .clientMismatch: 11
    case .proofInvalid: 12
    case .proofByAnotherKey: 13
    case .familyRevoked: 14
    case .userDisabled: 15
    case .expiredAbsolute: 16
    case .expiredIdle: 17
    case .spent: 18
    case .spared: 19
    case .reuseDetected: 20
    case .scopeRefused: 21
    case .scopeNotPermitted: 22
    case .reissueRefused: 23
    case .windowClosed: 24
    case .credentialsChanged: 25
    case .revokerMismatch: 26
    case .tokenTypeNotRevocable: 27
    case .introspectionDown: 28
    case .writeFailed: 29
    case .credentialsMissing: 30
    case .tokenRefused: 31
    case .shortExpiryOver: 32
    case .scopeInsufficient: 33
    case .ownPageUnproven: 34
    case .sessionMissing: 35
    case .sessionExpired: 36
    case .sessionEnded: 37
    case .codeSessionEnded: 38
    case .nonceWanted: 39
    case .callProofInvalid: 40
    case .callNonceWanted: 41
    case .statusInvalid: 42
    case .sessionSignalled: 43
    case .sessionUnnamed: 44
    case .sessionTooOld: 45
    case .signInTooOld: 46
    }
  }

  @Test(arguments: ReuseCause.allCases)
  func `a reuse looks like any other bad grant`(_ cause: ReuseCause) {
    #expect(Denial(.reuseDetected(cause)).status == 400)
    #expect(Denial(.reuseDetected(cause)).error == .invalidGrant)
  }

  @Test(arguments: AccessTokenFlaw.allCases)
  func `every flaw of an access token is an invalid token`(_ flaw: AccessTokenFlaw) {
    #expect(Denial(.tokenRefused(flaw)).status == 401)
    #expect(Denial(.tokenRefused(flaw)).error == .invalidToken)
  }

  @Test func `every reason has a name and words of its own`() {
    let reasons =
      Self.refusals.map(\.0).filter { $0 != .tokenRefused(.expired) }
      + AccessTokenFlaw.allCases.map(DenialReason.tokenRefused)
    #expect(Set(reasons.map(\.name)).count == reasons.count)
    #expect(reasons.allSatisfy { !$0.words.isEmpty && !$0.words.contains("_") })
  }

  @Test func `every check has a question of its own and a place where it is asked for`() {
    #expect(Set(Check.allCases.map(\.question)).count == Check.allCases.count)
    #expect(Check.allCases.allSatisfy { $0.question.hasSuffix("?") })
    #expect(
      Check.allCases.allSatisfy {
        $0.specification.contains("RFC") || $0.specification.contains("ASVS ")
          || $0.specification.contains("OpenID ") || $0.specification.contains("draft-ietf-")
      })
  }

  @Test func `a wanted nonce is asked for where each server's rule stands`() {
    #expect(DenialReason.nonceWanted.specification == "RFC 9449 §8")
    #expect(DenialReason.callNonceWanted.specification == "RFC 9449 §9")
  }

  @Test(
    arguments: [
      (200, nil, nil), (503, nil, nil),
      (401, nil, "Bearer realm=\"lab\""),
      (401, .invalidToken, "Bearer realm=\"lab\", error=\"invalid_token\""),
      (403, .insufficientScope, "Bearer realm=\"lab\", error=\"insufficient_scope\""),
    ] as [(Int, ErrorCode?, String?)])
  func `a refusal of the API carries its challenge`(
    _ status: Int, _ error: ErrorCode?, _ challenge: String?
  ) {
    #expect(ResourceResponse(status: status, error: error).challenge == challenge)
  }

  @Test(arguments: [AccessTokenType.bearer, .dpop])
  func `a sign-in too long ago is refused with the age that is asked for`(
    _ scheme: AccessTokenType
  ) {
    let response = ResourceResponse(
      status: 401, error: .insufficientUserAuthentication, scheme: scheme, maxAge: 300)
    let algorithms = scheme == .dpop ? ", algs=\"EdDSA ES256\"" : ""
    #expect(
      response.challenge == """
        \(scheme.rawValue) realm="lab", error="insufficient_user_authentication", \
        error_description="the sign-in is too long ago", max_age="300"\(algorithms)
        """)
  }

  @Test func `whoever fails to say who it is is told how, at every endpoint that asks`() {
    let challenge = "Basic realm=\"lab\""
    #expect(TokenResponse.error(.invalidClient, status: 401).challenge == challenge)
    #expect(RevocationResponse.error(.invalidClient, status: 401).challenge == challenge)
    #expect(IntrospectionResponse.error(.invalidClient, status: 401).challenge == challenge)
  }

  @Test func `only a 401 has a challenge`() {
    #expect(TokenResponse.error(.invalidGrant, status: 400).challenge == nil)
    #expect(RevocationResponse.error(.invalidRequest, status: 400).challenge == nil)
    #expect(RevocationResponse.success.challenge == nil)
    #expect(IntrospectionResponse.error(.invalidRequest, status: 400).challenge == nil)
    #expect(IntrospectionResponse.inactive.challenge == nil)
  }
}
