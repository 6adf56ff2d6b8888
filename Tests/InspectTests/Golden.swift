import Foundation
import Testing

/// A report that somebody read and found right, kept as a file under `Golden`.
///
/// With `TOKENLAB_RECORD` set, one that differs is written to its file, and the test fails all the
/// same: a recording is a change to be read.
struct Golden {
  let name: String

  func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if let recorded, recorded.utf8.elementsEqual(text.utf8) { return }
    if Self.isRecording { try Data(text.utf8).write(to: file) }
    Issue.record(
      "\(Self.isRecording ? "recorded" : "not what is in") Golden/\(name):\n\(text)",
      sourceLocation: sourceLocation)
  }

  private var file: URL { Self.folder.appendingPathComponent(name) }

  static let isRecording = ProcessInfo.processInfo.environment["TOKENLAB_RECORD"] != nil

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  static func recordedNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}
