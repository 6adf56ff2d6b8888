import Foundation
import Testing

/// Without a terminal the lab says what to use instead, and draws nothing.
struct NoTerminalTests {
  @Test(arguments: [[], ["lab"], ["lab", "victim-first"], ["victim-first"]])
  func `a lab without a terminal names the text commands`(arguments: [String]) throws {
    expectRefusal(try Program.run(arguments), naming: "standard input")
  }

  @Test func `a lab whose output is a pipe names the text commands`() throws {
    let folder = try TemporaryFolder()
    let script = #"{ "$0" lab victim-first; echo "status $?" >"$1"; } | cat"#
    let status = folder.url.appendingPathComponent("status").path
    let outcome = try Program.run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", script, Program.executable.path, status])
    #expect(try folder.text("status") == "status 2\n")
    #expect(outcome.out.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(!outcome.errors.utf8.contains(0x1B))
  }

  @Test func `a wrong word is answered before the terminal is asked for`() throws {
    #expect(try Program.run(["lab", "--theme", "pink"]).status == 64)
    #expect(try Program.run(["lab", "nowhere"]).status == 64)
  }

  private func expectRefusal(_ outcome: Program.Outcome, naming side: String) {
    #expect(outcome.status == 2)
    #expect(outcome.out.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("tokenlab: \(side) is not a terminal"), "\(outcome.errors)")
    for command in ["tokenlab trace NAME", "tokenlab frame NAME", "tokenlab list"] {
      #expect(outcome.errors.contains(command))
    }
    #expect(!outcome.errors.utf8.contains(0x1B))
  }
}
