import Foundation
import JWTKit

/// The half of `tokenlab bench tokens` that is jwt-kit's: the same token sealed and verified there, which
/// the program itself does not link. `tokenlab` starts it where it lies beside it.
///
/// Takes the number of tokens, the algorithm, the 32 bytes of the key in hexadecimal and a token that
/// `tokenlab` sealed, which must be good here too; prints seals and verifies in a second of processor
/// time.
@main
struct TokenBench {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let count = Int(arguments[1]), count >= rounds else {
      print("usage: tokenbench COUNT ALGORITHM KEY TOKEN; tokenlab bench tokens starts it")
      exit(64)
    }
    let keys = try await keys(bytes(hexadecimal: arguments[3]), for: arguments[2])
    let token = arguments[4]
    let claims = try await keys.verify(token, as: Claims.self)
    let seals = try await rate(count) {
      _ = try await keys.sign(claims, kid: "bench", header: ["typ": "at+jwt"])
    }
    let verifies = try await rate(count) { _ = try await keys.verify(token, as: Claims.self) }
    print(seals, verifies)
  }

  private static func keys(
    _ bytes: [UInt8], for algorithm: String
  ) async throws -> JWTKeyCollection {
    let number = Data(bytes).base64EncodedString()
    let keys = JWTKeyCollection()
    switch algorithm {
    case "ES256": await keys.add(ecdsa: try ES256PrivateKey(key: number), kid: "bench")
    case "EdDSA":
      await keys.add(eddsa: try EdDSA.PrivateKey(d: number, curve: .ed25519), kid: "bench")
    default: await keys.add(hmac: HMACKey(from: bytes), digestAlgorithm: .sha256, kid: "bench")
    }
    return keys
  }

  private static let rounds = 5

  /// How often in a second of processor time: the best of five rounds.
  private static func rate(
    _ count: Int, _ body: @Sendable () async throws -> Void
  ) async throws -> Int {
    var best = 0.0
    for _ in 0..<rounds {
      let start = processorSeconds()
      for _ in 0..<(count / rounds) { try await body() }
      best = max(best, Double(count / rounds) / (processorSeconds() - start))
    }
    return Int(best)
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func bytes(hexadecimal text: String) -> [UInt8] {
    stride(from: 0, to: text.utf8.count, by: 2).map { offset in
      UInt8(text.dropFirst(offset).prefix(2), radix: 16) ?? 0
    }
  }
}

/// The claims that `tokenlab bench tokens` seals, under the rules that it verifies them by.
private struct Claims: JWTPayload {
  var iss: IssuerClaim
  var sub: SubjectClaim
  var aud: AudienceClaim
  var client_id: String
  var iat: IssuedAtClaim
  var exp: ExpirationClaim
  var jti: IDClaim
  var scope: String

  func verify(using algorithm: some JWTAlgorithm) throws {
    guard iss.value == "https://as.example" else {
      throw JWTError.claimVerificationFailure(failedClaim: iss, reason: "another issuer")
    }
    try aud.verifyIntendedAudience(includes: "https://api.example")
    try exp.verifyNotExpired()
  }
}
