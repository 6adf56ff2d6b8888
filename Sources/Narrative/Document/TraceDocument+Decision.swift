import Simulation
import TokenCore

/// How a server came to its answer.
extension TraceDocument {
  func described(_ exchange: Exchange) -> JSONText {
    let decision = exchange.decision
    let denial = decision.denial
    return [
      "accepted": .boolean(decision.isAccepted), "reason": JSONText(denial?.reason.name),
      "reason_detail": JSONText(denial?.reason.detail),
      "error": JSONText(exchange.error?.rawValue),
      "checks": .array(decision.lines.map { check($0, at: exchange.request) }),
    ]
  }

  private func check(_ line: Decision.Line, at request: Payload) -> JSONText {
    [
      "check": .string(line.check.code), "passed": .boolean(line.passed),
      "facts": .array(line.facts.map(fact)), "rule": .string(line.check.rule(at: request)),
    ]
  }

  private func fact(_ fact: Fact) -> JSONText {
    let (type, value) = described(fact.value)
    return ["name": .string(fact.name.rawValue), "type": .string(type), "value": value]
  }

  private func described(_ value: Fact.Value) -> (String, JSONText) {
    switch value {
    case .instant(let instant): ("instant_ms", .integer(instant.milliseconds))
    case .span(let span): ("span_ms", .integer(span.milliseconds))
    case .text(let text): ("text", .string(text))
    case .refreshToken(let id): ("refresh_token", JSONText(id))
    case .accessToken(let id): ("access_token", JSONText(id))
    case .family(let id): ("family", JSONText(id))
    }
  }
}

extension Check {
  /// Its name as the document writes all of its words: `not_spent`.
  package var code: String {
    var code = ""
    for letter in rawValue {
      code += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
    return code
  }
}

extension DenialReason {
  /// Which of several rules it was, or what was wrong with the proof; nil where the reason says all.
  fileprivate var detail: String? {
    switch self {
    case .proofInvalid(let flaw), .callProofInvalid(let flaw): flaw
    case .reuseDetected(let cause): cause.code
    case .requestMalformed, .grantTypeUnsupported, .clientAuthenticationFailed,
      .clientUnregistered, .challengeRefused, .personRefused, .sessionMissing, .sessionExpired,
      .sessionEnded, .sessionTooOld, .codeSessionEnded, .codeUnknown, .codeUsed, .codeExpired,
      .verifierMismatch, .refreshUnknown, .clientMismatch, .proofByAnotherKey, .nonceWanted,
      .callNonceWanted, .familyRevoked, .userDisabled, .expiredAbsolute, .expiredIdle, .spent,
      .spared, .scopeRefused, .scopeNotPermitted,
      .reissueRefused,
      .windowClosed, .credentialsChanged, .revokerMismatch, .tokenTypeNotRevocable,
      .credentialsMissing, .ownPageUnproven, .tokenRefused, .shortExpiryOver, .statusInvalid,
      .sessionSignalled, .sessionUnnamed, .scopeInsufficient, .signInTooOld,
      .introspectionDown, .writeFailed:
      nil
    }
  }
}

extension ReuseCause {
  package var code: String {
    switch self {
    case .noGrace: "no_grace"
    case .graceOver: "grace_over"
    case .graceUsedUp: "grace_used_up"
    case .successorUsed: "successor_used"
    case .displaced: "displaced"
    case .noCopy: "no_copy"
    }
  }
}
