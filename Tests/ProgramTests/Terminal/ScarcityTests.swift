import Foundation
import Testing

/// A process that is given less than usual either draws or says what is missing.
@Suite(.serialized)
struct ScarcityTests {
  @Test(arguments: ["ulimit -s 64;", "ulimit -f 0;", ""], ["", "2>&-"])
  func `it draws with a small stack, without files and without standard error`(
    limit: String, closed: String
  ) throws {
    let process = try TerminalProcess("\(limit) exec tokenlab lab victim-first \(closed)")
    try process.waitFor("PAUSED")
    process.terminal.type("d")
    try process.waitFor("REUSE DETECTED")
    process.terminal.type("q")
    #expect(try process.end() == 0)
    process.expectRestored()
  }

  @Test func `without descriptors for the terminal it says so and draws nothing`() throws {
    let process = try TerminalProcess("ulimit -n 5; exec tokenlab lab victim-first")
    #expect(try process.end() == 2)
    #expect(process.output.contains("cannot be drawn on: Too many open files"))
    #expect(!process.output.contains("\u{1B}"))
  }

  @Test(arguments: ["<&-", ">&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
  func `with its input or output closed there is no terminal`(closed: String) throws {
    let process = try TerminalProcess("exec tokenlab lab victim-first \(closed)")
    #expect(try process.end() == 2)
    #expect(process.output.isEmpty == closed.contains("2"))
  }

  @Test(arguments: [(65535, 65535), (65535, 1), (1, 65535), (0, 0), (1, 1)] as [(UInt16, UInt16)])
  func `no size of a terminal ends it`(columns: UInt16, rows: UInt16) throws {
    let process = try TerminalProcess(
      "exec tokenlab lab victim-first", columns: columns, rows: rows)
    try process.waitFor("[?1049h")
    process.terminal.resize(columns: 80, rows: 24)
    process.signal(SIGWINCH)
    try process.waitFor("PAUSED")
    process.terminal.resize(columns: columns, rows: rows)
    process.signal(SIGWINCH)
    process.terminal.type("dq")
    #expect(try process.end() == 0)
    process.expectRestored()
  }
}
