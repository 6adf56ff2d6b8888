import Foundation
import Testing

/// Whatever stands on the command line, nothing of it reaches a terminal as an order.
struct HostileArgumentTests {
  private static let hostile = [
    "\u{1B}[31mred", "\u{1B}]0;title\u{7}", "\u{9B}2J", "a\nb\r\nc", "\u{202E}txt.exe",
    "\u{7F}\u{8}",
    String(repeating: "a", count: 100_000), String(repeating: "\u{1B}[", count: 50_000),
  ]

  @Test(arguments: hostile)
  func `a hostile value is shown harmless and short`(value: String) throws {
    let places = [
      ["trace", value],
      ["trace", "victim-first", "--strategy=\(value)"],
      ["trace", "victim-first", "--format=\(value)"],
      ["trace", "victim-first", "--until=\(value)"],
      ["trace", "victim-first", "--seed=\(value)"], ["frame", "victim-first", "--at=\(value)"],
      ["frame", "victim-first", "--size=\(value)"], ["frame", "victim-first", "--keys=\(value)"],
      ["lab", "--theme=\(value)"], [value],
    ]
    for arguments in places {
      let outcome = try Program.run(arguments)
      let at: Comment = "\(arguments.map { $0.prefix(20) })"
      #expect(outcome.status == 64, at)
      #expect(outcome.errorLines.count == 1, at)
      #expect(outcome.isHarmless, at)
      #expect(!outcome.errors.unicodeScalars.contains("\u{202E}"), at)
      #expect(outcome.out.isEmpty, at)
    }
  }

  @Test(arguments: hostile)
  func `a hostile file name is shown harmless`(value: String) throws {
    for arguments in [["frame", value + ".yaml"], ["inspect", "a.b.c", "--key", value]] {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == 66 && outcome.errorLines.count == 1 && outcome.isHarmless)
      #expect(!outcome.errors.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test(arguments: hostile)
  func `a hostile option is shown harmless and short`(value: String) throws {
    let places = [["trace", "victim-first", "--\(value)"], ["--\(value)"], ["list", value]]
    for arguments in places {
      let outcome = try Program.run(arguments)
      let at: Comment = "\(arguments.map { $0.prefix(20) })"
      #expect(outcome.status == 64, at)
      #expect(outcome.isHarmless, at)
      #expect(!outcome.errors.isEmpty && outcome.errors.utf8.count < 4000, at)
    }
  }

  @Test func `bytes that are no text are shown harmless`() throws {
    let shell = URL(fileURLWithPath: "/bin/sh")
    let script = #"exec "$0" trace "$(printf '\377\376\033[31m\200')""#
    let outcome = try Program.run(shell, ["-c", script, Program.executable.path])
    #expect(outcome.status == 64)
    #expect(outcome.errorLines.count == 1 && outcome.isHarmless)
  }

  @Test func `a scenario file's words reach the terminal harmless`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "evil.yaml",
      """
      scenario: evil
      title: "a \\e[31mred\\a title"
      about: Short.
      strategy: rotation-strict
      lasts: 5m
      devices:
        - name: "al\\e[2Jice@laptop"
      story:
        - {at: 0s, do: "sign-in\\e]0;x\\a"}
      """)
    for command in ["trace", "frame"] {
      let outcome = try Program.run([command, file.path])
      #expect(outcome.isHarmless)
      #expect(outcome.out.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
      #expect(outcome.status == 65)
    }
  }
}
