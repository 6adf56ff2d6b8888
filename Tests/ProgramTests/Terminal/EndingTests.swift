import Foundation
import Testing

/// At whatever moment a signal comes, and whether or not anybody reads: the terminal is given back.
@Suite(.serialized)
struct EndingTests {
  /// How far the program has come when the signal is sent.
  enum Moment: CaseIterable {
    case start, modes, output, screen, frame
  }

  @Test(arguments: [SIGINT, SIGHUP, SIGQUIT, SIGTERM], Moment.allCases)
  func `a signal while it starts ends it and leaves nothing changed`(
    signal: Int32, moment: Moment
  ) throws {
    let process = try TerminalProcess("exec tokenlab lab victim-first")
    switch moment {
    case .start: break
    case .modes: try process.waitForChangedModes()
    case .output: try process.waitForAnyOutput()
    case .screen: try process.waitFor("[?1049h")
    case .frame: try process.waitFor("PAUSED")
    }
    process.signal(signal)
    let status = try process.end()
    #expect(status == 128 + signal || status == 0 && signal == SIGHUP)
    process.expectRestored()
  }

  @Test(arguments: [SIGINT, SIGHUP, SIGQUIT, SIGTERM])
  func `a signal while it ends leaves nothing changed`(signal: Int32) throws {
    let process = try TerminalProcess("exec tokenlab lab victim-first")
    try process.waitFor("PAUSED")
    process.terminal.type("q")
    try process.waitFor("[?1049l")
    process.signal(signal)
    #expect([0, 128 + signal].contains(try process.end()))
    process.expectRestored()
  }

  @Test(arguments: unused)
  func `a signal that it has no use for ends it as it would any program`(signal: Int32) throws {
    let process = try TerminalProcess("exec tokenlab lab victim-first")
    try process.waitFor("PAUSED")
    process.terminal.type("m")
    try process.waitFor("[?1000h")
    process.signal(signal)
    #expect(try process.end() == 128 + signal)
    process.expectRestored()
  }

  private static let unused: [Int32] = {
    let everywhere = [
      SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGSYS,
    ]
    #if os(Linux)
      return everywhere + [SIGIO, SIGPWR, SIGSTKFLT, 34, 50, 64]  // real-time from 34 to 64
    #else
      return everywhere
    #endif
  }()

  @Test func `signals that were ignored at the start stay ignored`() throws {
    let process = try TerminalProcess(
      #"trap "" INT QUIT TERM HUP USR1 ALRM TSTP TTIN; exec tokenlab lab victim-first"#)
    try process.waitFor("PAUSED")
    for signal in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGUSR1, SIGALRM, SIGTSTP, SIGTTIN] {
      process.signal(signal)
    }
    process.terminal.type("d")
    try process.waitFor("REUSE DETECTED")
    process.terminal.type("q")
    #expect(try process.end() == 0)
    process.expectRestored()
  }

  enum Silence: CaseIterable {
    case stopped, full
  }

  @Test(
    arguments: [[SIGINT], [SIGHUP], [SIGQUIT], [SIGTERM], [SIGTERM, SIGINT]], Silence.allCases)
  func `a terminal that does not read keeps it from nothing`(
    signals: [Int32], silence: Silence
  ) throws {
    let process = try TerminalProcess("exec tokenlab lab victim-first")
    try process.waitFor("PAUSED")
    switch silence {
    case .stopped: process.terminal.stopOutput()
    case .full: process.terminal.fill()
    }
    process.terminal.type("d8")
    for signal in signals { process.signal(signal) }
    let status = try process.end(isReading: false)
    // A terminal that is gone ends the lab well, where that is heard before a write has to wait.
    let heard: [Int32] = signals.contains(SIGHUP) ? [0] : []
    #expect((heard + signals.map { 128 + $0 }).contains(status))
    process.expectRestored()
  }
}
