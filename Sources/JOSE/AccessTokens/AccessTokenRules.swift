import TokenCore

/// What a resource server believes about the claims (RFC 9068 §4), without looking at the signature.
///
/// The order is fixed, so that a token with several flaws always gives the same one: `typ`; every
/// claim but the next two is there and has its type; `iss`; `aud`; `exp` has not passed; the dates do
/// not contradict each other; the lifetime; `nbf`; `iat`; the binding to a key.
package struct AccessTokenRules: Sendable {
  /// Compared byte by byte: a trailing slash or another case is another issuer.
  package var issuer: String
  /// This resource server's own identifier, which `aud` must contain.
  package var audience: String
  /// Allowance for clock skew on `exp`, `nbf` and `iat`; a negative one counts as none.
  package var leeway: TimeSpan
  /// The longest `exp` − `iat`, or nil for any (RFC 6750 §5.3 recommends an hour or less).
  package var maximumLifetime: TimeSpan?
  package var presentation: TokenPresentation
  /// What `typ` must say.
  package var type: TokenType

  package init(
    issuer: String, audience: String, leeway: TimeSpan = .zero, maximumLifetime: TimeSpan? = nil,
    presentation: TokenPresentation = .unchecked, type: TokenType = .accessToken
  ) {
    self.issuer = issuer
    self.audience = audience
    self.leeway = leeway
    self.maximumLifetime = maximumLifetime
    self.presentation = presentation
    self.type = type
  }

  func checkType(of token: ParsedAccessToken) throws(AccessTokenFlaw) {
    guard token.jws.header.hasType(type.rawValue) else { throw .wrongType }
  }

  func checkClaims(
    of token: ParsedAccessToken, at now: NumericDate
  ) throws(AccessTokenFlaw) -> AccessTokenClaims {
    var claims = try AccessTokenClaims(exceptIssuerAndAudience: token.claims)
    claims.issuer = try token.claims.issuer(wanted: issuer)
    claims.audience = try token.claims.audience(containing: audience)
    try checkDates(of: claims, at: now)
    try presentation.check(claims.confirmation)
    return claims
  }

  /// The same questions of claims that were read before. A token that is the same says the same, so
  /// that only the moment and the rules can make the answer another one.
  func judgeAgain(_ claims: AccessTokenClaims, at now: NumericDate) -> AccessTokenVerdict {
    do throws(AccessTokenFlaw) {
      guard sameBytes(claims.issuer, issuer) else { throw .wrongIssuer }
      guard claims.audience.contains(where: { sameBytes($0, audience) }) else {
        throw .wrongAudience
      }
      try checkDates(of: claims, at: now)
      try presentation.check(claims.confirmation)
      return .accepted(claims)
    } catch {
      return .refused(error, signed: claims)
    }
  }

  private func checkDates(
    of claims: AccessTokenClaims, at now: NumericDate
  ) throws(AccessTokenFlaw) {
    for question in DateQuestion.allCases {
      if let flaw = flaw(question, of: claims, at: now) { throw flaw }
    }
  }

  /// At `exp` a token is dead (RFC 7519 §4.1.4); at `nbf` it lives (§4.1.5). Sums saturate.
  func flaw(
    _ question: DateQuestion, of claims: AccessTokenClaims, at now: NumericDate
  ) -> AccessTokenFlaw? {
    let leeway = max(leeway, .zero)
    let notBefore = claims.notBefore ?? .distantPast
    switch question {
    case .expiry: return now < claims.expiresAt + leeway ? nil : .expired
    case .consistency:
      let isConsistent = claims.issuedAt <= claims.expiresAt && notBefore < claims.expiresAt
      return isConsistent ? nil : .claimsInconsistent
    case .lifetime:
      guard let maximumLifetime else { return nil }
      return claims.expiresAt <= claims.issuedAt + maximumLifetime ? nil : .lifetimeTooLong
    case .beginning: return notBefore <= now + leeway ? nil : .notYetValid
    case .issue: return claims.issuedAt <= now + leeway ? nil : .issuedInFuture
    }
  }

  /// What is asked of the dates, in this order.
  enum DateQuestion: CaseIterable {
    case expiry, consistency, lifetime, beginning, issue
  }
}

/// How the token came, as far as the caller wants the binding checked (RFC 9449 §7.2).
package enum TokenPresentation: Equatable, Sendable {
  /// The caller looks at the binding itself.
  case unchecked
  /// With the Bearer scheme: a token that is bound to a key is refused.
  case bearer
  /// With a proof of this key: only a token that is bound to it is accepted.
  case proof(thumbprint: String)

  func check(_ confirmation: String?) throws(AccessTokenFlaw) {
    switch self {
    case .unchecked: return
    case .bearer:
      guard confirmation == nil else { throw .bindingRequired }
    case .proof(let thumbprint):
      guard let confirmation, sameBytes(confirmation, thumbprint) else { throw .bindingRequired }
    }
  }
}

extension NumericDate {
  static let distantPast = NumericDate(milliseconds: .min)

  /// Saturates: `exp` near the largest integer must not end the program.
  static func + (date: NumericDate, span: TimeSpan) -> NumericDate {
    let (sum, overflow) = date.milliseconds.addingReportingOverflow(span.milliseconds)
    return NumericDate(milliseconds: overflow ? (span.milliseconds < 0 ? .min : .max) : sum)
  }
}
