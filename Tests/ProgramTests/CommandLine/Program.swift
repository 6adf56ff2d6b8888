import Foundation
import Testing

/// The built program, run as a person or a script runs it.
struct Program {
  struct Outcome {
    let status: Int32
    let out: String
    let errors: String

    var errorLines: [Substring] {
      errors.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }

    /// Whether standard error is free of anything that a terminal would act on.
    var isHarmless: Bool {
      errors.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
      }
    }
  }

  /// The folder that `swift build` put the tests and the program in.
  static let folder: URL = {
    let bundle = Bundle.allBundles.first { $0.bundleURL.pathExtension == "xctest" }
    let tests = bundle?.bundleURL ?? Bundle.main.executableURL ?? Bundle.main.bundleURL
    return tests.deletingLastPathComponent()
  }()

  static let executable = folder.appendingPathComponent("tokenlab")

  /// Runs it to its end. Standard input is empty; the output goes through files, so that no amount
  /// of it can block.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    try run(executable, arguments, environment: environment)
  }

  /// Runs it from a shell that gives it other descriptors: `"$0" "$@"` in the script is the program
  /// with its arguments.
  static func run(_ arguments: [String], under script: String) throws -> Outcome {
    try run(URL(fileURLWithPath: "/bin/sh"), ["-c", script, executable.path] + arguments)
  }

  static func run(
    _ executable: URL, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let status = try Spawn.run(
      executable.path, arguments,
      environment: [
        "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
      ].merging(environment) { $1 },
      output: folder.path(of: "out"), errors: folder.path(of: "errors"))
    return Outcome(
      status: status, out: try folder.text("out"), errors: try folder.text("errors"))
  }
}

/// A folder that lasts as long as the value that holds it.
final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("tokenlab-\(UUID().uuidString.prefix(13))")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String, _ text: String = "") throws -> URL {
    let file = url.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file
  }

  func path(of name: String) -> String { url.appendingPathComponent(name).path }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }
}
