/// The protected API as a value: it serves whoever brings an access token that passes its checks.
public struct ResourceServer: Equatable, Sendable {
  public let policy: AccessTokenPolicy

  public init(policy: AccessTokenPolicy) {
    self.policy = policy
  }

  /// Answers one request (RFC 6750 §3.1, RFC 9068 §4). The authorization server is consulted only
  /// where the policy says that the record counts.
  public func answer(
    _ request: ResourceRequest, at now: Instant, consulting server: AuthorizationServer,
    _ cryptography: some TokenCryptography
  ) -> Answer<ResourceResponse> {
    var decision = Decision()
    guard let token = request.token else {
      decision.fail(.credentialsPresent, Denial(.credentialsMissing))
      return Answer(response: ResourceResponse(status: 401), decision: decision)
    }
    decision.pass(.credentialsPresent)
    let expectation = AccessTokenExpectation(
      issuer: AuthorizationServer.issuer, audience: AuthorizationServer.audience,
      keys: [server.signingKey], leeway: policy.leeway)
    let verdict = cryptography.verify(token.text, against: expectation, at: NumericDate(now))
    let claims = note(verdict, at: now, &decision)
    if let claims, decision.isAccepted {
      checkRecord(of: claims, consulting: server, &decision)
      checkScope(of: claims, for: request, &decision)
    }
    return Answer(
      response: ResourceResponse(
        status: decision.denial?.status ?? 200, error: decision.denial?.error),
      decision: decision, cost: cost(of: decision))
  }

  /// The server's record, where the policy asks for it.
  private func checkRecord(
    of claims: AccessTokenClaims, consulting server: AuthorizationServer,
    _ decision: inout Decision
  ) {
    let record = server.accessTokenByTokenID[claims.tokenID].map(server.record(of:))
    let isLive: Bool
    switch policy.check {
    case .signatureOnly: return
    case .denyList: isLive = record?.revokedAt == nil
    case .allowList: isLive = record.map { $0.revokedAt == nil } ?? false
    }
    guard isLive else {
      let facts = record?.revokedAt.map { [Fact("revoked at", .instant($0))] } ?? []
      return decision.fail(.notRevoked, Denial(.tokenRefused(.revoked), facts))
    }
    decision.pass(.notRevoked)
  }

  private func checkScope(
    of claims: AccessTokenClaims, for request: ResourceRequest, _ decision: inout Decision
  ) {
    guard decision.isAccepted else { return }
    let scope = Scope(claims.scope ?? "")
    guard scope.contains(request.requiredScope) else {
      let facts = [
        Fact("token has", .text(scope.description)),
        Fact("needs", .text(request.requiredScope)),
      ]
      return decision.fail(.scopeSufficient, Denial(.scopeInsufficient, facts))
    }
    decision.pass(.scopeSufficient)
  }

  /// One read where the record was asked for, which an earlier refusal spares.
  private func cost(of decision: Decision) -> StoreCost {
    let hasLooked = decision.lines.contains { $0.check == .notRevoked }
    return StoreCost(reads: hasLooked ? 1 : 0, writes: 0)
  }
}
