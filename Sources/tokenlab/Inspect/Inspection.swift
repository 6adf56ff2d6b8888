import JOSE
import TokenCore

/// What there is to say about one token: three verdicts that do not depend on each other, what the
/// token says of itself, and whether an API should take it.
///
/// A pure function of the token, the keys, the rules and the moment. The verdicts are the verifier's
/// own; only the explanations are made here.
struct Inspection {
  let shape: TokenShape
  let circumstances: Circumstances
  let parse: Outcome
  let signature: Outcome
  /// Time and policy, question by question; empty where nothing could be asked.
  let policy: [Row]
  let header: TokenPart
  let claims: TokenPart
  /// What a reader should know beyond the verdicts.
  let notes: [String]

  /// One question of the third verdict.
  struct Row {
    let name: String
    let specification: String
    let outcome: Outcome
  }

  /// The three verdicts must be good. What was not asked for (issuer, audience) does not count, but a
  /// signature that was not checked does: nothing in such a token can be believed.
  var isAccepted: Bool {
    parse.isGood && signature.isGood && !policy.isEmpty && policyFindings.isEmpty
  }

  var policyFindings: [Finding] { policy.flatMap(\.outcome.findings) }

  /// All flaws, in the order of the verdicts.
  var findings: [Finding] { parse.findings + signature.findings + policyFindings }
}

/// What the token is measured by.
struct Circumstances {
  var keys: KeyFile?
  /// Nil: not checked.
  var issuer: String?
  /// Nil: not checked.
  var audience: String?
  var leeway: TimeSpan = .zero
  var now: NumericDate
}

/// How one question ended.
enum Outcome {
  case good(String)
  case refused([Finding])
  /// With the reason. Decides nothing by itself.
  case notChecked(String)

  var isGood: Bool {
    if case .good = self { true } else { false }
  }

  var findings: [Finding] {
    if case .refused(let findings) = self { findings } else { [] }
  }
}

/// A flaw with everything a reader needs to understand it. The texts are harmless: what comes from
/// the token is escaped in them.
struct Finding: Equatable {
  let code: String
  let specification: String
  let expected: String
  let found: String
}

/// The header or the claims as far as they could be read.
enum TokenPart {
  case object(JSONObject)
  /// Decoded, and not one JSON object.
  case bytes([UInt8])
  case unreadable

  /// Part of a token in base64url.
  init(_ text: String?) {
    guard let bytes = text.flatMap({ Base64URL.decode($0) }) else {
      self = .unreadable
      return
    }
    let value = try? JSONValue(parsing: bytes)
    self = value?.asObject.map(TokenPart.object) ?? .bytes(bytes)
  }

  var members: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }
}
