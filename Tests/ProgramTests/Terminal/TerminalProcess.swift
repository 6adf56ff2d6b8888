import Foundation
import TestTerminals
import Testing

/// The program alone on a pseudo-terminal, where every byte and every moment can be seen, and where
/// nobody reads who is not told to.
final class TerminalProcess {
  let terminal: PseudoTerminal
  let number: pid_t
  /// Everything it has written.
  private(set) var output = ""
  private let modesBefore: [tcflag_t]
  /// Far beyond what anything takes, on any machine.
  private static let patience = Duration.seconds(60)

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts it by a line of the shell, in which `tokenlab` is the program.
  init(_ line: String, columns: UInt16 = 80, rows: UInt16 = 24, term: String = "xterm-256color")
    throws
  {
    terminal = try #require(PseudoTerminal(columns: columns, rows: rows))
    modesBefore = terminal.modes()
    number = try Spawn.start(
      "/bin/sh", ["-c", line],
      environment: [
        "PATH": "\(Program.folder.path):/usr/bin:/bin", "TERM": term, "LC_ALL": "C.UTF-8",
        "SWIFT_BACKTRACE": "enable=no",
      ],
      terminal: terminal.path)
  }

  func signal(_ signal: Int32) { kill(number, signal) }

  /// Reads until it has written the text.
  func waitFor(_ text: String) throws {
    try wait(for: "\"\(text)\"") {
      read()
      return output.contains(text)
    }
  }

  func waitForChangedModes() throws {
    try wait(for: "other modes") { terminal.modes() != modesBefore }
  }

  func waitForAnyOutput() throws {
    try wait(for: "output") {
      read()
      return !output.isEmpty
    }
  }

  /// Waits for its end and gives its status, 128 and the number of the signal where it ended by one.
  /// Unless `isReading`, nobody reads what it writes until then.
  func end(isReading: Bool = true) throws -> Int32 {
    var status: Int32 = 0
    do {
      try wait(for: "its end") {
        if isReading { read() } else { sched_yield() }
        return waitpid(number, &status, WNOHANG) == number
      }
    } catch {
      kill(number, SIGKILL)
      waitpid(number, &status, 0)
      throw error
    }
    output += terminal.written()
    return Spawn.exitStatus(status)
  }

  /// What was switched on is switched off, and the modes are those of before.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(terminal.modes() == modesBefore, sourceLocation: sourceLocation)
    for (on, off) in [("[?1049h", "[?1049l"), ("[?2004h", "[?2004l"), ("[?1000h", "[?1000l")] {
      let last = output.range(of: on, options: .backwards)?.upperBound
      let rest = last.map { output[$0...] }
      #expect(rest?.contains(off) != false, "\(on)", sourceLocation: sourceLocation)
    }
  }

  private func read() {
    terminal.waitForOutput()
    output += terminal.written()
  }

  private func wait(for what: String, _ isSo: () throws -> Bool) throws {
    let deadline = ContinuousClock.now + Self.patience
    while try !isSo() {
      guard ContinuousClock.now < deadline else {
        throw Failure(description: "waited in vain for \(what); it wrote: \(output.suffix(500))")
      }
    }
  }
}
