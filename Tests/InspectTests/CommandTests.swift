import Foundation
import Testing

/// The built program, as a script meets it.
struct CommandTests {
  private static let folder: URL = {
    let bundle = Bundle.allBundles.first { $0.bundleURL.pathExtension == "xctest" }
    let tests = bundle?.bundleURL ?? Bundle.main.executableURL ?? Bundle.main.bundleURL
    return tests.deletingLastPathComponent()
  }()

  private struct Outcome {
    let status: Int32
    let out: String
    let errors: String
  }

  private let files = FileManager.default.temporaryDirectory
    .appendingPathComponent("tokenlab-\(ProcessInfo.processInfo.globallyUniqueString)")

  /// Input and output go through files, so that no amount of either can block.
  private func inspect(_ arguments: [String], input: [UInt8] = []) throws -> Outcome {
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: files) }
    let (secret, entered) = (file("secret"), file("input"))
    let (out, errors) = (file("out"), file("errors"))
    for (url, bytes) in [(secret, Token.secret), (entered, input), (out, []), (errors, [])] {
      try Data(bytes).write(to: url)
    }
    let process = Process()
    process.executableURL = Self.folder.appendingPathComponent("tokenlab")
    process.arguments =
      ["inspect"] + arguments.map { $0 == "SECRET" ? secret.path : $0 }
    process.standardInput = try FileHandle(forReadingFrom: entered)
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  private func file(_ name: String) -> URL { files.appendingPathComponent(name) }

  @Test func `a good token is 0, a bad one 1, and both are told on standard output`() throws {
    let good = try inspect([Token.good, "--key", "SECRET", "--at", "1767225650"])
    #expect(good.status == 0 && good.out.hasPrefix("ACCEPTED") && good.errors.isEmpty)
    let bad = try inspect([Token.good, "--key", "SECRET", "--at", "2026-01-01T00:05:00Z"])
    #expect(bad.status == 1 && bad.out.hasPrefix("REFUSED: expired") && bad.errors.isEmpty)
    let leeway = ["--leeway", "30s", "--at", "2026-01-01T00:05:29Z", "--format", "json"]
    let late = try inspect([Token.good, "--key", "SECRET"] + leeway)
    #expect(late.status == 0 && late.out.hasPrefix(#"{"accepted":true,"#))
  }

  @Test func `without a key nothing is accepted`() throws {
    let outcome = try inspect([Token.good, "--at", "1767225650"])
    #expect(outcome.status == 1)
    #expect(outcome.out.hasPrefix("NOT ACCEPTED: the signature was not checked"))
  }

  @Test func `a token comes from standard input, one line end and no more taken off`() throws {
    let arguments = ["-", "--key", "SECRET", "--at", "1767225650"]
    #expect(try inspect(arguments, input: Array((Token.good + "\n").utf8)).status == 0)
    #expect(try inspect(arguments, input: Array((Token.good + " \n").utf8)).status == 1)
    #expect(try inspect(arguments).status == 1)
    let most = try inspect(arguments, input: [UInt8](repeating: 0xFF, count: 65_536))
    #expect(most.status == 1 && most.out.utf8.count < 2000)
    let flood = try inspect(arguments, input: [UInt8](repeating: 0xFF, count: 65_537))
    #expect(flood.status == 65 && flood.out.isEmpty)
    #expect(
      flood.errors == "tokenlab: standard input: a token has at most 64 KiB, found 65537 bytes\n")
  }

  @Test func `a moment before now is no option`() throws {
    let outcome = try inspect([Token.good, "--key", "SECRET", "--at", "-2h"])
    #expect(outcome.errors.isEmpty && outcome.status == 1)
  }

  @Test(arguments: [
    (["--at", "soon"], "--at wants 2026-01-01T00:00:00Z, Unix seconds, +15m or -2h, found 'soon'"),
    (["--leeway", "-5s"], "--leeway wants a time like 15m or 1h30m, found '-5s'"),
    (["--format", "xml"], "unknown format 'xml'"),
    (["--key", "SECRET", "--jwks", "SECRET"], "choose one"),
    (["--at", "\u{1B}[2J\u{202E}"], "--at wants"),
  ])
  func `a wrong word is 64 and one harmless line`(arguments: [String], words: String) throws {
    try expectRefusal(arguments, status: 64, words: words)
  }

  @Test(arguments: [
    (["--key", "/nowhere/key"], 66, "/nowhere/key: expected a file to read, found none"),
    (["--key", "/tmp"], 66, "/tmp: expected a file to read, found a directory"),
    (["--key", "/dev/zero"], 66, "/dev/zero: expected a file to read, found a device"),
    (["--key", "\u{1B}[2J\u{202E}"], 66, "expected a file to read"),
    (["--jwks", "SECRET"], 65, "--jwks wants a JWK set"),
  ])
  func `a file that is none is 66, one without a key 65, and both one harmless line`(
    arguments: [String], status: Int32, words: String
  ) throws {
    try expectRefusal(arguments, status: status, words: words)
  }

  private func expectRefusal(_ arguments: [String], status: Int32, words: String) throws {
    let outcome = try inspect([Token.good] + arguments)
    #expect(outcome.status == status && outcome.out.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(!outcome.errors.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }
}
