import TokenCore

/// Checks DPoP proofs (RFC 9449 §4.3) against the request they came with.
///
/// The one place where a key from a header is used, and only to show that the sender holds it: who
/// the key belongs to is for the token's `cnf.jkt` to say. Whether a `jti` was seen before is for the
/// caller to remember; a proof can come again only within `window` of its `iat`.
package struct DPoPVerifier: Sendable {
  package var method: String
  package var target: String
  /// The access token of the same request; its hash must be in the proof.
  package var accessToken: String?
  /// The thumbprint in the token's `cnf.jkt`, where the token is bound already.
  package var thumbprint: String?
  /// The server's current nonce, once it asks for one.
  package var nonce: String?
  /// How far `iat` may be from now, in both directions, the edges included; nil where it is not asked.
  package var window: TimeSpan?
  /// Where signatures are looked up before they are computed.
  var memory: SignatureMemory?

  package init(
    method: String, target: String, accessToken: String? = nil, thumbprint: String? = nil,
    nonce: String? = nil, window: TimeSpan? = .seconds(60)
  ) {
    self.method = method
    self.target = target
    self.accessToken = accessToken
    self.thumbprint = thumbprint
    self.nonce = nonce
    self.window = window
  }

  /// The first flaw ends it: parsing, type, algorithm, key, signature, the claims' types, method,
  /// target, time, nonce, access token, and the key that was expected.
  package func verify(_ proof: String, at now: NumericDate) -> DPoPVerdict {
    do throws(DPoPFlaw) {
      let jws = try Self.parse(proof)
      let key = try Self.embeddedKey(of: jws.header)
      guard jws.isSigned(by: key, memory) else { throw .badSignature }
      let claims = try DPoPProof(try Self.claims(of: jws))
      try check(claims, at: now)
      let thumbprint = key.jwk.thumbprint
      guard self.thumbprint.map({ sameBytes($0, thumbprint) }) ?? true else { throw .wrongKey }
      return .accepted(claims, thumbprint: thumbprint)
    } catch {
      return .refused(error)
    }
  }
}

/// The proof and its key's thumbprint, or the first thing that was wrong.
package enum DPoPVerdict: Equatable, Sendable {
  case accepted(DPoPProof, thumbprint: String)
  case refused(DPoPFlaw)
}

extension DPoPVerifier {
  private static func parse(_ proof: String) throws(DPoPFlaw) -> CompactJWS {
    do { return try CompactJWS(parsing: proof) } catch { throw DPoPFlaw(error) }
  }

  private static func claims(of jws: CompactJWS) throws(DPoPFlaw) -> JSONObject {
    do {
      return try JSONObject(parsing: jws.payload, otherwise: .jsonInvalid)
    } catch {
      throw DPoPFlaw(error)
    }
  }

  /// Asymmetric algorithm, public key, and the two fit (RFC 9449 §4.3, items 4 to 7).
  private static func embeddedKey(of header: JOSEHeader) throws(DPoPFlaw) -> VerificationKey {
    guard header.hasType("dpop+jwt") else { throw .wrongType }
    guard let algorithm = header.signingAlgorithm, algorithm.isAsymmetric else {
      throw .algorithmNotAllowed
    }
    guard let members = header.embeddedKey else { throw .keyMissing }
    guard !JWK.hasPrivatePart(members) else { throw .keyNotPublic }
    guard let jwk = try? JWK(members), let key = try? VerificationKey(jwk) else {
      throw .keyUnusable
    }
    guard key.algorithm == algorithm else { throw .keyAlgorithmMismatch }
    return key
  }

  /// RFC 9449 §4.3, items 8 to 12.
  private func check(_ proof: DPoPProof, at now: NumericDate) throws(DPoPFlaw) {
    guard sameBytes(proof.method, method) else { throw .wrongMethod }
    guard let claimed = HTTPTarget(proof.target), claimed == HTTPTarget(target) else {
      throw .wrongTarget
    }
    if let window {
      guard now <= proof.issuedAt + window else { throw .tooOld }
      guard proof.issuedAt <= now + window else { throw .issuedInFuture }
    }
    if let nonce {
      guard proof.nonce.map({ sameBytes($0, nonce) }) == true else { throw .wrongNonce }
    }
    if let accessToken {
      guard let hash = proof.accessTokenHash else { throw .missingClaim }
      guard sameBytes(hash, DPoPProof.hash(ofAccessToken: accessToken)) else {
        throw .wrongAccessToken
      }
    }
  }
}
