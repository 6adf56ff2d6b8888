import Foundation
import JOSE

/// Another library that seals and verifies the same tokens, in a program of its own: none of them is
/// linked. Each first has to open a token of ours.
enum TokenBenchCompanion: String, CaseIterable {
  case jwtKit = "jwt-kit"
  case pyJWT = "PyJWT"
  case joserfc

  /// Whether it answers at all here.
  var isThere: Bool { output(of: probe) != nil }

  /// What would make it be there.
  var remedy: String {
    switch self {
    case .jwtKit: "swift build -c release --product tokenbench builds its half beside this program"
    case .pyJWT: "\(Self.script) needs pip install pyjwt cryptography, and to be found from here"
    case .joserfc: "\(Self.script) needs pip install joserfc, and to be found from here"
    }
  }

  /// Its rates for that token under that key, or nil where it is not there or refuses the token.
  func rates(
    _ count: Int, _ algorithm: SigningAlgorithm, _ secret: [UInt8], _ token: String
  ) -> TokenBench.Rates? {
    let key = secret.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let work = [String(count), algorithm.rawValue, key, token]
    let numbers = output(of: command + work)?.split(whereSeparator: \.isWhitespace)
      .compactMap { Int($0) }
    guard let numbers, numbers.count == 2 else { return nil }
    return (numbers[0], numbers[1])
  }

  private static let script = "Tests/TokenBench/tokenbench.py"

  private var command: [String] {
    switch self {
    case .jwtKit:
      let here = Bundle.main.executableURL?.deletingLastPathComponent()
      return [here?.appendingPathComponent("tokenbench").path ?? "tokenbench"]
    case .pyJWT, .joserfc: return ["/usr/bin/env", "python3", Self.script, rawValue]
    }
  }

  /// As little work as shows that it is there.
  private var probe: [String] {
    switch self {
    case .jwtKit: ["/usr/bin/env", "test", "-x"] + command
    case .pyJWT: ["/usr/bin/env", "python3", "-c", "import jwt; open('\(Self.script)')"]
    case .joserfc: ["/usr/bin/env", "python3", "-c", "import joserfc; open('\(Self.script)')"]
    }
  }

  /// What the program said; nil where it could not be run or did not end well.
  private func output(of command: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    let answer = Pipe()
    process.standardOutput = answer
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let output = answer.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
  }
}
