import JOSE
import TokenCore

extension Inspection {
  package init(of token: String, under circumstances: Circumstances) {
    let evidence = Evidence(token: token, circumstances: circumstances)
    self.circumstances = circumstances
    shape = evidence.shape
    header = evidence.header
    claims = evidence.claims
    guard evidence.shape == .signed else {
      parse = evidence.unsignedOutcome
      signature = .notChecked("there is none to check")
      policy = []
      notes = evidence.notes
      return
    }
    switch AccessTokenVerifier.parse(token) {
    case .success(let parsed):
      parse = .good("well formed: a JWT of three parts, \(token.utf8.count) bytes")
      signature = evidence.signature(of: parsed)
      policy = evidence.policy(of: parsed)
    case .failure(let flaw):
      parse = .refused([evidence.finding(flaw)])
      signature = .notChecked("not checked: it could not be parsed")
      policy = []
    }
    notes = evidence.notes
  }
}

extension Evidence {
  /// The first verdict on something that is no signed token.
  var unsignedOutcome: Outcome {
    switch shape {
    case .signed: .good("")
    case .opaque:
      .notChecked("opaque: \(token.utf8.count) characters that say nothing (RFC 6749 §1.4)")
    case .encrypted:
      .notChecked("encrypted: only who has the key can read it (RFC 7516)")
    case .noToken, .withScheme: .refused([finding(.malformed)])
    }
  }

  package func signature(of token: ParsedAccessToken) -> Outcome {
    guard let file = circumstances.keys else {
      // That a token is not signed at all can be seen without a key.
      return token.jws.header.isUnsecured
        ? .refused([finding(.algorithmNotAllowed)])
        : .notChecked("not checked: no key given (--key FILE, --jwks FILE)")
    }
    switch verifier.signer(of: token) {
    case .failure(let flaw): return .refused([finding(flaw)])
    case .success(let key):
      let name = key.keyID.map { "the key \(quoted($0, limit: 40)) of " } ?? ""
      return .good("\(key.algorithm.rawValue), made with \(name)\(file.name)")
    }
  }

  package func policy(of token: ParsedAccessToken) -> [Inspection.Row] {
    let answers = verifier.answers(on: token, at: circumstances.now)
    return AccessTokenAnswers.Question.allCases.compactMap { question in
      row(question, answers[question])
    }
  }

  private var verifier: AccessTokenVerifier {
    AccessTokenVerifier(keys: circumstances.keys?.keys ?? [], rules: rules)
  }
}

extension JOSEHeader {
  /// `alg: none` in any spelling: it says of itself that it is not signed (RFC 7518 §3.6).
  var isUnsecured: Bool { algorithm.lowercased() == "none" }
}

extension KeyFile {
  /// For a sentence: `key.jwk (a JWK)`.
  var name: String { "\(shortened(escaped(path), limit: 60)) (\(kind))" }
}
