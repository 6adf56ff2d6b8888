import Foundation
import Testing

/// What the READMEs point to is there.
struct GuideTests {
  static let guides = [
    "README.md", "Sources/README.md", "Tests/README.md", "Assets/README.md",
    "Tests/Fuzzing/README.md",
  ]

  @Test func `every word of the glossary stands there once`() throws {
    var seen: Set<String> = []
    let rows = try section("Words", of: "Sources/README.md").filter { $0.hasPrefix("| ") }
      .dropFirst()
    #expect(rows.count > 30)
    for row in rows {
      let cell = row.split(separator: "|")[0].replacing(#/\(.*\)/#, with: "")
      for word in cell.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
        let isNew = seen.insert(word).inserted
        #expect(
          isNew,
          "Sources/README.md: '\(word)' stands twice under Words; one word is one idea")
      }
    }
  }

  @Test func `every decision names a test that is there`() throws {
    let sentences = Set(
      try SourceFile.all(in: "Tests").flatMap(\.lines).filter { $0.contains("func `") }
        .map { $0.components(separatedBy: "`")[1] })
    let decisions = try section("Decisions", of: "Sources/README.md").joined(separator: "\n")
      .components(separatedBy: "\n\n").filter { $0.hasPrefix("**") }
    #expect(decisions.count > 15)
    for decision in decisions {
      let title = decision.prefix(60)
      let tests = decision.components(separatedBy: "\nTest").dropFirst().joined()
      let named = tests.matches(of: #/`([^`]+)`/#).map { String($0.1) }
      #expect(!named.isEmpty, "Sources/README.md: name the test of '\(title)…' in its last line")
      for name in named where !sentences.contains(name) {
        Issue.record("Sources/README.md: '\(title)…' names a test that is not there: \(name)")
      }
    }
  }

  @Test(arguments: guides)
  func `every link of a guide leads somewhere`(guide: String) throws {
    let file = try SourceFile(guide)
    let folder = SourceFile.repository.appendingPathComponent(guide).deletingLastPathComponent()
    for (index, line) in file.lines.enumerated() {
      for link in line.matches(of: #/\]\(([^)#]+)/#) where !link.1.hasPrefix("http") {
        let target = folder.appendingPathComponent(String(link.1)).path
        #expect(
          FileManager.default.fileExists(atPath: target),
          "\(file.place(index + 1)): there is no \(link.1)")
      }
    }
  }

  @Test(arguments: ["Sources/README.md", "Tests/README.md"])
  func `every name in a guide of the code is in the code`(guide: String) throws {
    let files = try SourceFile.all(in: "Sources") + SourceFile.all(in: "Tests")
    let paths = files.map(\.path)
    let texts = files.flatMap(\.lines) + paths
    let words = Set(
      texts.flatMap { $0.utf8.split { !Self.isInWord($0) } }.map { String(Substring($0)) })
    let file = try SourceFile(guide)
    for (index, line) in file.lines.enumerated() {
      for name in line.matches(of: #/`([\w.]+)(?:\([^`]*\))?`/#).map({ $0.1 }) {
        let isFile = paths.contains { $0.hasSuffix("/\(name)") }
        let isWord = name.split(separator: ".").last.map { words.contains(String($0)) } ?? true
        #expect(isFile || isWord, "\(file.place(index + 1)): nothing is called \(name)")
      }
    }
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The lines below a heading, up to the next.
  private func section(_ heading: String, of guide: String) throws -> [String] {
    let lines = try SourceFile(guide).lines
    let start = try #require(lines.firstIndex(of: "## \(heading)"), "\(guide) has no \(heading)")
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("## ") })
  }
}
