import TokenCore

/// Verifies JWT access tokens (RFC 9068 §4) in three stages that can be asked separately, so that
/// an inspector can show three verdicts:
///
/// 1. `parse`: is it a JWS that says something? Needs no configuration.
/// 2. `signer`: did a key of ours sign it?
/// 3. `judge`: does it say what our rules want to hear, at this moment?
///
/// `verify` asks for everything, the header's `typ` before the signature is computed, and stops at the
/// first flaw: parsing, `alg`, `kid`, `typ`, signature, claims.
package struct AccessTokenVerifier: Sendable {
  /// The keys of the one configured issuer. Nothing in a token can add to them.
  package var keys: [VerificationKey]
  package var rules: AccessTokenRules
  /// Where signatures are looked up before they are computed.
  var memory: SignatureMemory?

  package init(keys: [VerificationKey], rules: AccessTokenRules) {
    self.keys = keys
    self.rules = rules
  }

  package func verify(_ token: String, at now: NumericDate) -> AccessTokenVerdict {
    var signed: ParsedAccessToken?
    do {
      let token = try ParsedAccessToken(parsing: token)
      let candidates = try token.candidates(among: keys)
      try rules.checkType(of: token)
      _ = try token.signer(among: candidates, memory)
      signed = token
      return .accepted(try rules.checkClaims(of: token, at: now))
    } catch {
      return .refused(error, signed: signed?.statement)
    }
  }

  /// Stage 1. Limits on size, depth and members hold before anything is believed.
  package static func parse(_ token: String) -> Result<ParsedAccessToken, AccessTokenFlaw> {
    Result { () throws(AccessTokenFlaw) in try ParsedAccessToken(parsing: token) }
  }

  /// Stage 2. Gives the key that signed the token.
  package func signer(of token: ParsedAccessToken) -> Result<VerificationKey, AccessTokenFlaw> {
    Result { () throws(AccessTokenFlaw) in
      try token.signer(among: token.candidates(among: keys), memory)
    }
  }

  /// Stage 3. Says nothing about the signature.
  package func judge(_ token: ParsedAccessToken, at now: NumericDate) -> AccessTokenVerdict {
    do {
      try rules.checkType(of: token)
      return .accepted(try rules.checkClaims(of: token, at: now))
    } catch {
      return .refused(error)
    }
  }
}
