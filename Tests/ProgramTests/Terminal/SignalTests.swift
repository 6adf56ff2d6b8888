import Canvas
import Foundation
import LabUI
import Testing

/// However the program ends or stops, the shell has its terminal back.
@Suite(.serialized)
struct SignalTests {
  @Test(
    arguments: [
      (SIGINT, 130), (SIGTERM, 143), (SIGQUIT, 131), (SIGHUP, 0), (SIGSEGV, 139), (SIGABRT, 134),
      (SIGILL, 132),
    ] as [(Int32, Int32)])
  func `a signal ends it and gives the terminal back`(signal: Int32, status: Int32) throws {
    let terminal = try TerminalSession()
    let number = try terminal.startForSignals("lab victim-first", until: "PAUSED")
    kill(number, signal)
    try terminal.expectShell(status: status)
  }

  @Test func `a signal in a running lab ends it too`() throws {
    let terminal = try TerminalSession()
    let number = try terminal.startForSignals("", until: "press s")
    try terminal.press("m", "]")
    try terminal.waitFor("120x")
    kill(number, SIGTERM)
    try terminal.expectShell(status: 143)
  }

  @Test(arguments: ["trap : HUP", #"trap "" HUP"#])
  func `a terminal that goes away ends it, whether or not a signal says so`(trap: String) throws {
    let terminal = try TerminalSession()
    try terminal.enter("sh -c '\(trap); tokenlab lab victim-first; echo status $? >ended'")
    try terminal.waitFor("PAUSED")
    try terminal.hangUp()
    try terminal.waitForFile("ended", "status 0\n")
  }

  @Test func `interrupting from the keyboard ends it`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    try terminal.press("C-c")
    try terminal.expectShell(status: 130)
  }

  @Test func `stopping gives the terminal back and continuing brings the picture`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    var model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    try terminal.follow(&model, "d m")
    try terminal.press("C-z")
    try terminal.waitFor("Stopped")
    try terminal.waitFor(line: "earlier")
    try terminal.expectRestored()
    try terminal.enter("fg")
    try terminal.expect(model.frame(.standard))
    #expect(try terminal.state("alternate_on") == "1")
    #expect(try terminal.state("mouse_any_flag") == "1")
    try terminal.follow(&model, "8 esc")
    try terminal.press("q")
    try terminal.waitFor(line: TerminalSession.prompt)
    try terminal.enter("echo status=$?")
    try terminal.waitFor(line: "status=0")
    try terminal.expectRestored()
  }

  @Test(arguments: [SIGTSTP, SIGTTIN, SIGTTOU])
  func `a signal that stops it gives the terminal back until it is continued`(
    signal: Int32
  ) throws {
    let terminal = try TerminalSession()
    let number = try terminal.startForSignals("lab victim-first", until: "PAUSED")
    var model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    try terminal.follow(&model, "d m")
    kill(number, signal)
    try terminal.waitFor("Stopped")
    try terminal.expectRestored()
    try terminal.enter("fg")
    try terminal.expect(model.frame(.standard))
    #expect(try terminal.state("mouse_any_flag") == "1")
    try terminal.press("q")
    try terminal.waitFor(line: TerminalSession.prompt)
    try terminal.expectRestored()
  }

  @Test func `begun in the background it waits for the terminal`() throws {
    let terminal = try TerminalSession()
    try terminal.enter("clear; tokenlab lab victim-first &")
    for _ in 0..<200 where try !terminal.screen().contains(where: { $0.contains("Stopped") }) {
      let done = terminal.nextWord()
      try terminal.enter("clear; jobs; echo \(done)")
      try terminal.waitFor(line: done)
    }
    try terminal.waitFor("Stopped")
    try terminal.expectRestored()
    try terminal.enter("fg")
    try terminal.waitFor("PAUSED")
    try terminal.press("q")
    try terminal.waitFor(line: TerminalSession.prompt)
    try terminal.expectRestored()
  }

  @Test func `a size that changed while it was stopped is the size it continues in`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    let model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    for size in [Size(width: 120, height: 36), Size(width: 60, height: 16), .standard] {
      try terminal.press("C-z")
      try terminal.waitFor("Stopped")
      try terminal.resize(width: size.width, height: size.height)
      try terminal.enter("clear; fg")
      try terminal.expect(model.frame(size))
    }
  }
}
