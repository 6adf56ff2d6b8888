import ArgumentParser
import Foundation
import JOSE
import Narrative
import TokenCore

/// What a token costs: sealed and verified with HS256, beside jwt-kit where that is there.
///
/// jwt-kit belongs to the tests and is not linked. Its half is a program of its own, `tokenbench`,
/// which is started where it lies beside this one.
struct TokenBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: "Access tokens sealed and verified in a second of processor time.")

  @Option(parsing: .unconditional, help: "How many tokens for each figure.")
  var count = 200_000

  func run() throws {
    try reporting {
      guard (1000...10_000_000).contains(count) else {
        throw CommandError(.usage, "--count wants 1000 to 10000000 tokens, found \(count)")
      }
      try StandardOutput.shared.sendLine(
        "HS256 access tokens in a second of processor time, on one core, best of 5 rounds")
      try StandardOutput.shared.sendLine(line("", "seals", "verifies"))
      let ours = try Self.measured(count)
      try StandardOutput.shared.sendLine(
        line("TokenLab", grouped(ours.seals), grouped(ours.verifies)))
      // A tenth of the tokens: it is slower, and a rate is a rate.
      guard let theirs = Self.companion(max(1000, count / 10)) else {
        try StandardOutput.shared.sendLine(
          "jwt-kit     not measured here: build its half beside this program with")
        try StandardOutput.shared.sendLine(
          "            swift build -c release --product tokenbench")
        return
      }
      try StandardOutput.shared.sendLine(
        line("jwt-kit", grouped(theirs.seals), grouped(theirs.verifies)))
    }
  }

  private func line(_ name: String, _ seals: String, _ verifies: String) -> String {
    left(name, 10) + right(seals, 12) + right(verifies, 12)
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

  static let key = SigningKey(keyID: "bench", secret: (1...32).map { UInt8($0) })

  /// Issued at the lab's epoch; expires in 2096, so that a library on the system clock takes it too.
  static let claims = AccessTokenClaims(
    issuer: "https://as.example", subject: "alice", audience: ["https://api.example"],
    clientID: "web", issuedAt: .epoch, expiresAt: NumericDate(seconds: 3_976_214_400),
    tokenID: "8Rr5mJ1lT0mZ3bqk2nXw9A", scope: "read write")

  private static func measured(_ count: Int) throws -> Rates {
    let lab = LabCryptography()
    let token = lab.seal(claims, with: key)
    let expectation = AccessTokenExpectation(
      issuer: claims.issuer, audience: "https://api.example", keys: [key])
    guard lab.verify(token, against: expectation, at: .epoch) == .accepted(claims) else {
      preconditionFailure("the benchmark's own token is refused")
    }
    return (
      rate(count) { lab.seal(claims, with: key).utf8.count },
      rate(count) {
        if case .accepted(let claims) = lab.verify(token, against: expectation, at: .epoch) {
          return claims.tokenID.utf8.count
        }
        return 0
      }
    )
  }

  /// How often in a second of processor time: the best of five rounds. The results are added up and
  /// looked at, so that no call can be left out.
  private static func rate(_ count: Int, _ body: () -> Int) -> Int {
    var best = 0.0
    var sum = 0
    for _ in 0..<5 {
      let start = processorSeconds()
      for _ in 0..<(count / 5) { sum &+= body() }
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

  /// The rates of jwt-kit for the same token, or nil where its half is not there or does not answer.
  private static func companion(_ count: Int) -> Rates? {
    guard let program = Bundle.main.executableURL else { return nil }
    let process = Process()
    process.executableURL = program.deletingLastPathComponent().appendingPathComponent("tokenbench")
    let token = LabCryptography().seal(claims, with: key)
    let secret = key.secret.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    process.arguments = [String(count), secret, token]
    let answer = Pipe()
    process.standardOutput = answer
    guard (try? process.run()) != nil else { return nil }
    let output = answer.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let numbers = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .compactMap { Int($0) }
    guard process.terminationStatus == 0, numbers.count == 2 else { return nil }
    return (numbers[0], numbers[1])
  }
}
