import ArgumentParser
import Foundation
import JOSE
import Narrative
import TokenCore

/// What a token costs under each algorithm: sealed and verified, beside other libraries where those are
/// there.
struct TokenBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: "Access tokens sealed and verified in a second of processor time.")

  @Option(parsing: .unconditional, help: "How many tokens for each figure.")
  var count = 20_000

  func run() throws {
    try reporting {
      guard (1000...10_000_000).contains(count) else {
        throw CommandError(.usage, "--count wants 1000 to 10000000 tokens, found \(count)")
      }
      try say("access tokens in a second of processor time, on one core, best of 5 rounds")
      try say("and how many times as many TokenLab does")
      for algorithm in [SigningAlgorithm.hs256, .es256, .edDSA] { try measure(algorithm) }
      let absent = TokenBenchCompanion.allCases.filter { !$0.isThere }
      for companion in absent { try say("\(companion.rawValue) not measured: \(companion.remedy)") }
    }
  }

  private func measure(_ algorithm: SigningAlgorithm) throws {
    let key = try Self.key(for: algorithm)
    let token = try Self.claims.sealed(with: key)
    let ours = try rates(key, token)
    try say("\n" + line(algorithm.rawValue, "seals", "verifies"))
    try say(line("TokenLab", grouped(ours.seals), grouped(ours.verifies)))
    for companion in TokenBenchCompanion.allCases {
      // A tenth of the tokens: it is slower, and a rate is a rate.
      let theirs = companion.rates(max(1000, count / 10), algorithm, Self.secret, token)
      guard let theirs else { continue }
      try say(
        line(companion.rawValue, grouped(theirs.seals), grouped(theirs.verifies))
          + right(ratio(ours.seals, theirs.seals), 9)
          + right(ratio(ours.verifies, theirs.verifies), 8))
    }
  }

  private func say(_ text: String) throws { try StandardOutput.shared.sendLine(text) }

  private func line(_ name: String, _ seals: String, _ verifies: String) -> String {
    left(name, 10) + right(seals, 12) + right(verifies, 12)
  }

  private func ratio(_ ours: Int, _ theirs: Int) -> String {
    let tenths = ours * 10 / max(1, theirs)
    return "\(tenths / 10).\(tenths % 10)x"
  }

  private func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map { index in
      let isGroupStart = index > 0 && (digits.count - index) % 3 == 0
      return (isGroupStart ? "," : "") + String(digits[index])
    }.joined()
  }
}

extension TokenBench {
  typealias Rates = (seals: Int, verifies: Int)

  /// A shared secret, a private number or a seed.
  private static let secret = (1...32).map { UInt8($0) }

  private static func key(for algorithm: SigningAlgorithm) throws -> SealingKey {
    switch algorithm {
    case .hs256: try SealingKey(secret: secret, keyID: "bench")
    case .es256: try SealingKey(p256: secret, keyID: "bench")
    case .edDSA: try SealingKey(ed25519: secret, keyID: "bench")
    }
  }

  /// Issued at the lab's epoch; expires in 2096, so that a library on the system clock takes it too.
  private static let claims = AccessTokenClaims(
    issuer: "https://as.example", subject: "alice", audience: ["https://api.example"],
    clientID: "web", issuedAt: .epoch, expiresAt: NumericDate(seconds: 3_976_214_400),
    tokenID: "8Rr5mJ1lT0mZ3bqk2nXw9A", scope: "read write")

  private func rates(_ key: SealingKey, _ token: String) throws -> Rates {
    let claims = Self.claims
    let verifier = AccessTokenVerifier(
      keys: [key.verificationKey],
      rules: AccessTokenRules(issuer: claims.issuer, audience: claims.audience[0]))
    guard verifier.verify(token, at: .epoch) == .accepted(claims) else {
      preconditionFailure("the benchmark's own token is refused")
    }
    return (
      try Self.rate(count) { try claims.sealed(with: key).utf8.count },
      try Self.rate(count) {
        if case .accepted(let claims) = verifier.verify(token, at: .epoch) {
          return claims.tokenID.utf8.count
        }
        return 0
      }
    )
  }

  /// How often in a second of processor time: the best of five rounds. The results are added up and
  /// looked at, so that no call can be left out.
  private static func rate(_ count: Int, _ body: () throws -> Int) throws -> Int {
    var best = 0.0
    var sum = 0
    for _ in 0..<5 {
      let start = processorSeconds()
      for _ in 0..<(count / 5) { sum &+= try body() }
      best = max(best, Double(count / 5) / (processorSeconds() - start))
    }
    precondition(sum > 0, "a benchmark must do something")
    return Int(best)
  }

  /// Time that this process was computing: a busy machine does not spoil it.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
