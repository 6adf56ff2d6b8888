import TokenCore

/// Verifies JWT access tokens (RFC 9068 §4) in three stages that can be asked separately, so that
/// an inspector can show three verdicts:
///
/// 1. `parse`: is it a JWS that says something? Needs no configuration.
/// 2. `signature`: did a key of ours sign it?
/// 3. `policy`: does it say what we want to hear, at this moment?
///
/// `verify` runs them in this order, and the first flaw ends it.
public struct AccessTokenVerifier: Sendable {
  /// The keys of the one configured issuer. Nothing in a token can add to them.
  public var keys: [VerificationKey]
  public var policy: AccessTokenPolicy

  public init(keys: [VerificationKey], policy: AccessTokenPolicy) {
    self.keys = keys
    self.policy = policy
  }

  public func verify(_ token: String, at now: NumericDate) -> AccessTokenVerdict {
    do {
      let token = try ParsedAccessToken(parsing: token)
      _ = try token.findSigner(among: keys)
      return .accepted(try policy.judge(token, at: now))
    } catch {
      return .refused(error)
    }
  }

  /// Stage 1. Limits on size, depth and members hold before anything is believed.
  public static func parse(_ token: String) -> Result<ParsedAccessToken, AccessTokenFlaw> {
    Result { () throws(AccessTokenFlaw) in try ParsedAccessToken(parsing: token) }
  }

  /// Stage 2. Gives the key that signed the token.
  public func signature(
    of token: ParsedAccessToken
  ) -> Result<VerificationKey, AccessTokenFlaw> {
    Result { () throws(AccessTokenFlaw) in try token.findSigner(among: keys) }
  }

  /// Stage 3. Says nothing about the signature.
  public func policyVerdict(
    on token: ParsedAccessToken, at now: NumericDate
  ) -> AccessTokenVerdict {
    do { return .accepted(try policy.judge(token, at: now)) } catch { return .refused(error) }
  }
}
