/// The nonces of one server (RFC 9449 §8 and §9): a value that nobody can foresee and that every proof
/// has to contain, so that none can be made long before it is used (§11.2).
///
/// There is another nonce in every period, and the one before is still taken: so one is good for one
/// to two periods. It is a hash of the period's number and a secret, and so costs the server no row.
public struct ProofNonces: Hashable, Codable, Sendable {
  /// How often there is another one: above zero.
  public let period: TimeSpan
  let secret: [UInt8]

  /// The nonces that come of the secret; another server has another.
  public init(anotherEvery period: TimeSpan, secret: [UInt8]) {
    precondition(period > .zero, "a nonce is good for some time, not \(period.shortText)")
    self.period = period
    self.secret = secret
  }

  /// The nonce that a server gives at that moment.
  public func current(at now: Instant, _ cryptography: some TokenCryptography) -> String {
    nonce(of: number(at: now), cryptography)
  }

  /// Whether a proof with that nonce is taken at that moment.
  public func takes(
    _ nonce: String?, at now: Instant, _ cryptography: some TokenCryptography
  ) -> Bool {
    age(of: nonce, at: now, cryptography) != nil
  }

  /// How long ago its period began: nil for a nonce that is not taken.
  package func age(
    of nonce: String?, at now: Instant, _ cryptography: some TokenCryptography
  ) -> TimeSpan? {
    guard let nonce else { return nil }
    let number = number(at: now)
    let found = [number, number - 1].first { sameBytes(nonce, self.nonce(of: $0, cryptography)) }
    return found.map { now - (.start + period.times($0)) }
  }

  private func number(at now: Instant) -> Int64 {
    (now - .start).milliseconds / period.milliseconds
  }

  private func nonce(of number: Int64, _ cryptography: some TokenCryptography) -> String {
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    return base64URL(Array(cryptography.digest(secret + bytes).prefix(16)))
  }
}
