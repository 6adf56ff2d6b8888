import Foundation
import Testing

/// Python's `jsonschema`, which knows nothing of this program, and one process for many documents.
struct SchemaValidator {
  static let schema = root.appendingPathComponent("Assets/Schemas/trace.schema.json")

  /// What is wrong with each document that is refused, by its name.
  static func refused(_ documents: [(name: String, text: String)]) throws -> [String: String] {
    let folder = try TemporaryFolder()
    let lines = documents.map { name, text in
      "{\"name\":\"\(name)\",\"document\":\(text.filter { $0 != "\n" })}\n"
    }
    let file = try folder.file("documents", lines.joined())
    let outcome = try run([script.path, schema.path, file.path])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let rows = outcome.out.split(separator: "\n").map { $0.split(separator: "\t", maxSplits: 1) }
    return Dictionary(rows.map { (String($0[0]), String($0[1])) }) { first, _ in first }
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../..").standardizedFileURL
  private static let script = root.appendingPathComponent("Tests/Schema/validate.py")

  /// The first `python3` that has the package: Debian's own, and then the one that is found first.
  private static let python: URL? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = ["/usr/bin"] + path.split(separator: ":").map(String.init)
    return folders.map { URL(fileURLWithPath: $0).appendingPathComponent("python3") }.first {
      (try? run($0, ["-c", "from jsonschema import Draft202012Validator"]).status) == 0
    }
  }()

  private static func run(_ arguments: [String]) throws -> Program.Outcome {
    let python = try #require(python, "no python3 has jsonschema: .ci/install --tests")
    return try run(python, arguments)
  }

  private static func run(_ python: URL, _ arguments: [String]) throws -> Program.Outcome {
    let own = ProcessInfo.processInfo.environment
    let kept = own.filter { ["PATH", "HOME"].contains($0.key) }
    return try Program.run(python, arguments, environment: kept)
  }
}
