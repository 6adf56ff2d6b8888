import Foundation
import Testing

/// A text that the program gave once and somebody found right, kept as a file under `Golden`.
///
/// With `TOKENLAB_RECORD` set, a text that differs is written to its file instead, and the test fails
/// all the same: a recording is a change to be read.
struct Golden {
  /// Below the folder `Golden`, like `Frames/reuse.80x24.txt`.
  let path: String

  func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if let recorded, recorded.utf8.elementsEqual(text.utf8) { return }
    let difference = recorded.map { LineDiff(from: $0, to: text).description } ?? "a new file"
    if Golden.isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded Golden/\(path):\n\(difference)", sourceLocation: sourceLocation)
    } else if recorded == nil {
      Issue.record(
        "Golden/\(path) is missing: record it with TOKENLAB_RECORD=1",
        sourceLocation: sourceLocation)
    } else {
      Issue.record(
        "Golden/\(path) (-) is not what came (+):\n\(difference)", sourceLocation: sourceLocation)
    }
  }

  private var file: URL { Golden.folder.appendingPathComponent(path) }

  static let isRecording = ProcessInfo.processInfo.environment["TOKENLAB_RECORD"] != nil

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Golden")

  /// The paths of all recorded files.
  static func recordedPaths() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.contains(".") }.sorted()
  }
}
