import JOSE
import TokenCore

/// What there is to say about one token: three verdicts that do not depend on each other, what the
/// token says of itself, and whether an API should take it.
///
/// A pure function of the token, the keys, the rules and the moment. The verdicts are the verifier's
/// own; only the explanations are made here.
package struct Inspection {
  let shape: TokenShape
  package let circumstances: Circumstances
  package let parse: Outcome
  package let signature: Outcome
  /// Time and policy, question by question; empty where nothing could be asked.
  package let policy: [Row]
  package let header: TokenPart
  package let claims: TokenPart
  /// What a reader should know beyond the verdicts.
  package let notes: [String]

  /// 64 KiB, eight times what the verifier reads: enough of a token to say how much too large it is.
  package static let longestToken = 65_536

  /// One question of the third verdict.
  package struct Row {
    package let name: String
    package let specification: String
    package let outcome: Outcome
  }

  /// The three verdicts must be good. What was not asked for (issuer, audience) does not count, but a
  /// signature that was not checked does: nothing in such a token can be believed.
  package var isAccepted: Bool {
    parse.isGood && signature.isGood && !policy.isEmpty && policyFindings.isEmpty
  }

  var policyFindings: [Finding] { policy.flatMap(\.outcome.findings) }

  /// All flaws, in the order of the verdicts.
  package var findings: [Finding] { parse.findings + signature.findings + policyFindings }
}

/// What the token is measured by.
package struct Circumstances {
  package var keys: KeyFile?
  /// Nil: not checked.
  package var issuer: String?
  /// Nil: not checked.
  package var audience: String?
  package var leeway: TimeSpan
  package var now: NumericDate

  package init(
    keys: KeyFile? = nil, issuer: String? = nil, audience: String? = nil,
    leeway: TimeSpan = .zero, now: NumericDate
  ) {
    self.keys = keys
    self.issuer = issuer
    self.audience = audience
    self.leeway = leeway
    self.now = now
  }
}

/// How one question ended.
package enum Outcome {
  case good(String)
  case refused([Finding])
  /// With the reason. Decides nothing by itself.
  case notChecked(String)

  var isGood: Bool {
    if case .good = self { true } else { false }
  }

  package var findings: [Finding] {
    if case .refused(let findings) = self { findings } else { [] }
  }
}

/// A flaw with everything a reader needs to understand it. The texts are harmless: what comes from
/// the token is escaped in them.
package struct Finding: Equatable {
  package let code: String
  package let specification: String
  package let expected: String
  package let found: String
}

/// The header or the claims as far as they could be read.
package enum TokenPart {
  case object(JSONObject)
  /// Decoded, and not one JSON object.
  case bytes([UInt8])
  case unreadable

  /// Part of a token in base64url.
  package init(_ text: String?) {
    guard let bytes = text.flatMap({ Base64URL.decode($0) }) else {
      self = .unreadable
      return
    }
    let value = try? JSONValue(parsing: bytes)
    self = value?.asObject.map(TokenPart.object) ?? .bytes(bytes)
  }

  package var members: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }
}
