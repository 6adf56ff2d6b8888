import Foundation
import Testing
import TokenCore

@testable import Lessons

/// Files that mean harm, and files that a careless hand has spoiled.
@Suite struct HostileFileTests {
  @Test func `no control character of a file reaches a message`() {
    let escape = "\u{1B}]0;owned\u{7}\u{202E}\u{2028}\u{9B}31m"
    for line in [1, 4, 5] {
      let key = Sample.least.lines[line - 1].prefix { $0 != ":" }
      let spoiled = Sample.least.with(line: line, #"\#(key): "\e]0;owned\a\u202E\u2028\x9B31m""#)
      #expect(
        spoiled.complaint?.hasSuffix(
          #"found "\u{1B}]0;owned\u{7}\u{202E}\u{2028}\u{9B}31m""#) == true)
    }
    let error = ScenarioError(file: escape, line: 3, problem: escape)
    #expect(!error.description.unicodeScalars.contains(where: isTreacherous))
  }

  @Test func `no control character of a file reaches a name`() {
    let wanted = "text without control characters"
    let title = Sample.least.with(line: 2, #"title: "a\eb""#)
    #expect(
      title.complaint == #"probe.yaml:2: 'title' wants \#(wanted), found "a\u{1B}b""#)
    for name in [#"a\eb@c"#, #"a@b\u202E"#, #"a @b"#, #"a@b\n"#, #"@b"#, #"a@"#] {
      let sample = Sample.least.adding(#"devices: [{name: "\#(name)"}]"#)
      #expect(sample.complaint?.contains("wants person@device") == true, "\(name)")
    }
  }

  @Test func `a key from the file is quoted harmlessly and cut`() {
    let sample = Sample.least.adding(#""\e[2J\#(String(repeating: "k", count: 99))": 1"#)
    let cut = String(repeating: "k", count: 36)
    #expect(sample.complaint?.hasSuffix(#"found "\u{1B}[2J\#(cut)…""#) == true)
  }

  @Test func `aliases of aliases are refused before they are followed`() {
    var lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    for level in 1...20 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      lines.append("a\(level): &a\(level) [\(aliases)]")
    }
    lines.append("? *a20\n: hang")
    #expect(
      complaint(about: lines.joined(separator: "\n"))
        == "probe.yaml:2: a scenario takes no aliases: write the value out, found \"*a0\"")
  }

  static let towers = [
    String(repeating: "[", count: 200_000),
    String(repeating: "{a: ", count: 60_000),
    String(repeating: "- ", count: 100_000),
    String(repeating: "? ", count: 100_000),
    String(repeating: "- ? : ", count: 40_000),
    (0..<600).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
  ]

  @Test(arguments: towers.indices)
  func `nothing nests so deep that a stack could end`(index: Int) {
    let text = Self.towers[index]
    #expect(
      complaint(about: text)?.hasSuffix("a scenario nests at most 64 levels, found more") == true)
  }

  @Test func `nesting up to the limit is read and refused for what it is`() {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(complaint(about: "scenario: \(text)\n")?.contains("found a list") == true)
  }

  @Test func `many keys cost no more than reading them`() {
    let keys = (0..<30_000).map { "k\($0):\n" }.joined()
    #expect(complaint(about: keys)?.hasSuffix("found \"k0\"") == true)
  }

  @Test(arguments: 0..<50)
  func `a spoiled file is a scenario or one harmless line, never a trap`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, label: "hostile files")
    for name in ScenarioLibrary.names {
      let text = try #require(ScenarioLibrary.text(named: name))
      for _ in 0..<4 {
        let spoiled = Self.spoiled(Array(text.utf8), using: &random)
        if let scenario = try? Scenario(yaml: spoiled, file: "probe.yaml") {
          if scenario.lasts <= .hours(2) { _ = Run(scenario) }
          continue
        }
        let text = try #require(complaint(about: spoiled))
        #expect(text.hasPrefix("probe.yaml"), "seed \(seed)")
        #expect(!text.unicodeScalars.contains(where: isTreacherous), "seed \(seed)")
        #expect(text.unicodeScalars.count < 2000, "seed \(seed): \(text)")
      }
    }
  }

  @Test(arguments: ScenarioLibrary.names)
  func `a file cut off anywhere is a scenario or one line`(name: String) throws {
    let text = try #require(ScenarioLibrary.text(named: name))
    // Every place of the shortest file, and every thirteenth of the others.
    let characters = Array(text)
    for count in stride(from: 0, to: characters.count, by: name == "lost-response" ? 1 : 13) {
      let found = complaint(about: String(characters[..<count]))
      #expect(found?.hasPrefix("probe.yaml") ?? true, "\(count) characters")
    }
  }

  /// Up to four changes: a byte, a piece left out or said twice, or something from the list below.
  private static func spoiled(_ text: [UInt8], using random: inout RandomStream) -> String {
    var bytes = text
    for _ in 0...Int.random(in: 0..<4, using: &random) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 1...30, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 3: bytes.swapAt(start, end - 1)
      default:
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
        bytes.replaceSubrange(start..<end, with: Array(piece.utf8))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let pieces = [
    "\n", "\n  - ", "{", "}", "[", "]", ": ", "? ", "&a ", "*a ", "<<: ", "!!binary ", "!x ", "\"",
    "'",
    "|\n", ">\n", "---\n", "...\n", "%YAML 9.9\n", "\t", "\u{1B}", "\u{0}", "\u{FEFF}", "\u{2028}",
    "9223372036854775807d", "-1", "-9223372036854775807d", "none", "[{}]", "do: request",
    "tabs: 16", "0s", "99999999999999999999", "\\uD800", "é", "e\u{301}",
  ]
}
