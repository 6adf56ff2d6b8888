extension AuthorizationServer {
  /// The token endpoint (RFC 6749 §3.2).
  ///
  /// A refused request consumes nothing, with three exceptions that stand although the answer is an
  /// error: a reuse revokes as the policy says, a code that comes back revokes what its first use
  /// gave, and a family whose time is over is closed. Where the store fails, nothing stands.
  public mutating func answer(
    _ request: TokenRequest, at now: Instant, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> Answer<TokenResponse> {
    storing(failing: .unavailable) { server in
      let answer = server.answerSoundly(request, at: now, using: &random, cryptography)
      return server.withNonce(answer, at: now, cryptography)
    }
  }

  /// The answer where the store keeps what it is given.
  private mutating func answerSoundly(
    _ request: TokenRequest, at now: Instant, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> Answer<TokenResponse> {
    if retryCopies.contains(where: { now >= $0.value.until }) {
      change(.retryCopiesDropped(at: now))
    }
    var decision = Decision()
    if let denial = malformation(
      of: request.form, basic: request.basic, requiring: ["grant_type"])
    {
      decision.fail(.requestWellFormed, denial)
      return refusal(decision)
    }
    switch (request.form["grant_type"].text, policy.renewal) {
    case ("authorization_code", _):
      return exchangeCode(request, at: now, using: &random, cryptography)
    case ("refresh_token", .refreshToken):
      return refresh(request, at: now, using: &random, cryptography)
    case (TokenRequest.reissueGrantType, .reissue(let reissue)):
      return reissueToken(request, reissue, at: now, using: &random, cryptography)
    case (let other, _):
      decision.pass(.requestWellFormed)
      decision.fail(
        .grantTypeSupported,
        Denial(.grantTypeUnsupported, [Fact(.grantType, .text(other ?? ""))]))
      return refusal(decision)
    }
  }

  /// An error answer; the status and the code are the denial's.
  func refusal(
    _ decision: Decision, events: [ServerEvent] = [], cost: StoreCost = .none
  ) -> Answer<TokenResponse> {
    let denial = decision.denial
    return Answer(
      response: .error(denial?.error ?? .invalidRequest, status: denial?.status ?? 400),
      decision: decision, events: events, cost: cost)
  }
}
