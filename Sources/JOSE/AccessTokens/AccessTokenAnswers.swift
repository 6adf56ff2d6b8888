import TokenCore

/// Every question of the rules with its own answer, so that an inspector shows all the flaws of a
/// token where a resource server stops at the first. That first one is what `judge` gives.
package struct AccessTokenAnswers: Equatable, Sendable {
  /// The questions in the order in which `judge` asks them.
  package enum Question: CaseIterable, Sendable {
    case type, claims, issuer, audience, expiry, consistency, lifetime, beginning, issue, binding
  }

  package enum Answer: Equatable, Sendable {
    case good
    case flawed(AccessTokenFlaw)
    /// It is about claims that are missing or of the wrong type.
    case notAsked
  }

  private var answers: [Question: Answer] = [:]

  package subscript(_ question: Question) -> Answer {
    answers[question, default: .notAsked]
  }

  /// All flaws, in the order of the questions.
  package var flaws: [AccessTokenFlaw] {
    Question.allCases.compactMap { if case .flawed(let flaw) = self[$0] { flaw } else { nil } }
  }
}

extension AccessTokenVerifier {
  /// Stage 3 without stopping at the first flaw. Says nothing about the signature.
  package func answers(on token: ParsedAccessToken, at now: NumericDate) -> AccessTokenAnswers {
    AccessTokenAnswers(rules, of: token, at: now)
  }
}

extension AccessTokenAnswers {
  fileprivate init(
    _ rules: AccessTokenRules, of token: ParsedAccessToken, at now: NumericDate
  ) {
    var claims: AccessTokenClaims?
    for question in Question.allCases {
      answers[question] = Self.answer { () throws(AccessTokenFlaw) in
        switch question {
        case .type: try rules.checkType(of: token)
        case .claims: claims = try AccessTokenClaims(exceptIssuerAndAudience: token.claims)
        case .issuer: _ = try token.claims.issuer(wanted: rules.issuer)
        case .audience: _ = try token.claims.audience(containing: rules.audience)
        case .expiry: return try rules.ask(.expiry, of: claims, at: now)
        case .consistency: return try rules.ask(.consistency, of: claims, at: now)
        case .lifetime: return try rules.ask(.lifetime, of: claims, at: now)
        case .beginning: return try rules.ask(.beginning, of: claims, at: now)
        case .issue: return try rules.ask(.issue, of: claims, at: now)
        case .binding:
          guard let claims else { return .notAsked }
          try rules.presentation.check(claims.confirmation)
        }
        return .good
      }
    }
  }

  private static func answer(_ ask: () throws(AccessTokenFlaw) -> Answer) -> Answer {
    do { return try ask() } catch { return .flawed(error) }
  }
}

extension AccessTokenRules {
  fileprivate func ask(
    _ question: DateQuestion, of claims: AccessTokenClaims?, at now: NumericDate
  ) throws(AccessTokenFlaw) -> AccessTokenAnswers.Answer {
    guard let claims else { return .notAsked }
    if let flaw = flaw(question, of: claims, at: now) { throw flaw }
    return .good
  }
}
