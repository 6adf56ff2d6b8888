extension AuthorizationServer {
  /// The authorization endpoint: the person has authenticated and consented; the client gets a code
  /// (RFC 6749 §4.1.1, RFC 7636 §4.3). The grant is what was asked for, less what the person may not
  /// do (RFC 6749 §3.3).
  public mutating func answer(
    _ request: AuthorizationRequest, at now: Instant,
    using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> Answer<AuthorizationResponse> {
    var decision = Decision()
    let client = registrations.first { sameBytes($0.clientID, request.clientID) }
    guard let client else {
      decision.fail(
        .clientRegistered,
        Denial(.clientUnregistered, [Fact(.clientID, .text(request.clientID))]))
      return refusal(decision)
    }
    decision.pass(.clientRegistered)
    if let denial = flaw(ofChallengeIn: request) {
      decision.fail(.challengeHashed, denial)
      return refusal(decision)
    }
    decision.pass(.challengeHashed)
    let user = users.first { sameBytes($0.name, request.userName) }
    guard let user, user.isEnabled else {
      decision.fail(
        .personKnown, Denial(.personRefused, [Fact(.user, .text(request.userName))]))
      return refusal(decision)
    }
    decision.pass(.personKnown, [Fact(.user, .text(user.name))])
    let scope = grant(request.scope, to: client.id, for: user.id, &decision)
    guard decision.isAccepted else { return refusal(decision) }
    let code = base64URL(random.bytes(32))
    change(
      .codeIssued(
        AuthorizationCode(
          digest: TokenDigest(of: code, by: cryptography), user: user.id, client: client.id,
          scope: scope, codeChallenge: request.codeChallenge,
          expiresAt: now + Self.codeLifetime)))
    return Answer(
      response: .code(code), decision: decision, cost: StoreCost(reads: 2, writes: 1))
  }

  /// What a code would not be safely bound by: no challenge at all, or the verifier itself, which is
  /// what a request means that names no method (RFC 7636 §4.3, RFC 9700 §2.1.1).
  private func flaw(ofChallengeIn request: AuthorizationRequest) -> Denial? {
    guard !request.codeChallenge.isEmpty else {
      return Denial(.challengeRefused, [Fact(.missingParameter, .text("code_challenge"))])
    }
    guard sameBytes(request.codeChallengeMethod ?? "", AuthorizationRequest.hashedMethod) else {
      let method = request.codeChallengeMethod ?? "left out: plain"
      return Denial(.challengeRefused, [Fact(.challengeMethod, .text(method))])
    }
    return nil
  }

  private func refusal(_ decision: Decision) -> Answer<AuthorizationResponse> {
    let isStranger = decision.denial?.reason == .clientUnregistered
    return Answer(
      response: isStranger ? .rejected : .error(decision.denial?.error ?? .accessDenied),
      decision: decision, cost: StoreCost(reads: 2, writes: 0))
  }
}
