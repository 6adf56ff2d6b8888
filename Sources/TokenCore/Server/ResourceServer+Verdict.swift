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
    case .refused(let flaw, let signed):
      for check in Self.verifierChecks.prefix(while: { $0 != flaw.check }) {
        decision.pass(check)
      }
      let stated = signed.map { facts(behind: flaw, in: $0) } ?? []
      let found = [Fact(.now, .instant(now)), Fact(.verdict, .text(flaw.words))]
      decision.fail(flaw.check, Denial(.tokenRefused(flaw), stated + found))
      return nil
    }
  }

  /// What a verifier looks at, in order.
  private static let verifierChecks: [Check] = [
    .tokenParses, .headerAcceptable, .signatureValid, .claimsComplete, .issuedHere,
    .audienceIsUs, .withinValidity,
  ]

  /// What the token says about what is wrong with it.
  private func facts(behind flaw: AccessTokenFlaw, in claims: AccessTokenClaims) -> [Fact] {
    switch flaw {
    case .expired: [Fact(.expiry, .instant(claims.expiresAt.instant))]
    case .notYetValid: claims.notBefore.map { [Fact(.notBefore, .instant($0.instant))] } ?? []
    case .issuedInFuture: [Fact(.issuedAt, .instant(claims.issuedAt.instant))]
    case .wrongIssuer: [Fact(.issuer, .text(claims.issuer))]
    case .wrongAudience:
      [
        Fact(.audience, .text(claims.audience.joined(separator: " "))),
        Fact(.thisIs, .text(audience)),
      ]
    case .malformed, .tooLarge, .jsonInvalid, .duplicateMember, .headerInvalid, .criticalUnknown,
      .criticalInvalid, .unencodedPayloadForbidden, .nestedUnsupported, .wrongType,
      .algorithmNotAllowed, .unknownKey, .keyAlgorithmMismatch, .untrustedKeyReference, .weakKey,
      .badSignature, .missingClaim, .claimType, .claimsInconsistent, .lifetimeTooLong,
      .bindingRequired, .revoked:
      []
    }
  }

  private func facts(of claims: AccessTokenClaims, _ check: Check, at now: Instant) -> [Fact] {
    guard check == .withinValidity else { return [] }
    return [Fact(.expiry, .instant(claims.expiresAt.instant)), Fact(.now, .instant(now))]
  }
}

extension AccessTokenFlaw {
  /// The check that finds it.
  package var check: Check {
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
    case .bindingRequired: .tokenKeyProven
    case .revoked: .notRevoked
    }
  }
}
