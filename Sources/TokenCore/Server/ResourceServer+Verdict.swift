extension ResourceServer {
  /// Writes a verifier's verdict down as the checks it went through, and gives the claims if the
  /// token was accepted.
  func note(
    _ verdict: AccessTokenVerdict, at now: Instant, _ decision: inout Decision
  ) -> AccessTokenClaims? {
    switch verdict {
    case .accepted(let claims):
      for check in Self.verifierChecks { decision.pass(check, facts(of: claims, check, at: now)) }
      return claims
    case .refused(let flaw):
      for check in Self.verifierChecks.prefix(while: { $0 != flaw.check }) {
        decision.pass(check)
      }
      let facts = [Fact("now", .instant(now)), Fact("verdict:", .text(flaw.words))]
      decision.fail(flaw.check, Denial(.tokenRefused(flaw), facts))
      return nil
    }
  }

  /// What a verifier looks at, in order.
  private static let verifierChecks: [Check] = [
    .tokenParses, .headerAcceptable, .signatureValid, .claimsComplete, .issuedHere,
    .audienceIsUs, .withinValidity,
  ]

  private func facts(of claims: AccessTokenClaims, _ check: Check, at now: Instant) -> [Fact] {
    guard check == .withinValidity else { return [] }
    return [Fact("exp", .instant(claims.expiresAt.instant)), Fact("now", .instant(now))]
  }
}

extension AccessTokenFlaw {
  /// The check that finds it.
  public var check: Check {
    switch self {
    case .malformed, .tooLarge, .jsonInvalid, .duplicateMember: .tokenParses
    case .headerInvalid, .criticalUnknown, .criticalInvalid, .unencodedPayloadForbidden,
      .nestedUnsupported, .wrongType, .algorithmNotAllowed, .unknownKey, .keyAlgorithmMismatch,
      .untrustedKeyReference, .weakKey:
      .headerAcceptable
    case .badSignature: .signatureValid
    case .missingClaim, .claimType, .claimsInconsistent, .lifetimeTooLong: .claimsComplete
    case .wrongIssuer: .issuedHere
    case .wrongAudience: .audienceIsUs
    case .expired, .notYetValid, .issuedInFuture: .withinValidity
    case .bindingRequired, .revoked: .notRevoked
    }
  }
}
