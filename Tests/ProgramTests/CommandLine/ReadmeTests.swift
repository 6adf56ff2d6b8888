import Foundation
import Testing

@testable import tokenlab

/// What README.md shows is what the program prints.
struct ReadmeTests {
  @Test func `the screen in the README is what its command prints`() throws {
    let lines = try Self.lines()
    let markers = lines.indices.compactMap { index in
      lines[index].wholeMatch(of: #/<!-- frame: tokenlab (.+) -->/#).map { (index, $0.1) }
    }
    try #require(!markers.isEmpty, "README.md has no line <!-- frame: tokenlab frame … -->")
    for (index, words) in markers {
      try #require(lines[index + 1].hasPrefix("```"), "no fence follows line \(index + 1)")
      let shown = lines[(index + 2)...].prefix { $0 != "```" }.map { $0 + "\n" }.joined()
      let outcome = try Program.run(words.split(separator: " ").map(String.init))
      #expect(outcome.status == 0)
      let difference = LineDiff(from: shown, to: outcome.out)
      #expect(difference.isEmpty, "README.md (-) and tokenlab \(words) (+):\n\(difference)")
    }
  }

  @Test func `every text command in the README does what it says`() throws {
    let commands = try Self.lines().filter { $0.hasPrefix("tokenlab ") }.map { line in
      line.prefix { $0 != "#" }.split(separator: " ").dropFirst().map(String.init)
    }
    let printing = commands.filter { !["lab", "bench"].contains($0[0]) }
    #expect(printing.count >= 3)
    for arguments in printing {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == 0 && !outcome.out.isEmpty, "\(arguments): \(outcome.errors)")
    }
    for arguments in commands where arguments[0] == "lab" {
      #expect(try Program.run(arguments).status == 2, "\(arguments)")
    }
  }

  @Test(arguments: tokenlab.ExitStatus.allCases)
  func `every exit status stands in the README and in the help`(status: tokenlab.ExitStatus) throws
  {
    let number = "\(status.rawValue)"
    let rows = try Self.lines().filter {
      $0.hasPrefix("| \(number) |") || $0.contains("; \(number) ")
    }
    #expect(rows.count == 1)
    let help = try Program.run(["--help"]).out.replacing("\n", with: " ")
    #expect(help.contains("; \(number) ") || status == .brokenPipe)
  }

  private static func lines() throws -> [String] {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    let text = try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
