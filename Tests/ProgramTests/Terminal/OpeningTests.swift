import Canvas
import JOSE
import LabUI
import Testing
import TokenCore

@testable import tokenlab

/// The program in a real terminal, from the first frame to the shell's next prompt.
@Suite(.serialized)
struct OpeningTests {
  @Test func `a newcomer steals a token and sees the family revoked`() throws {
    let terminal = try TerminalSession()
    try terminal.start(until: "nothing wrong")
    try terminal.waitFor("press s")
    try terminal.press("s")
    try terminal.waitFor("STOLEN")
    try terminal.press("r")
    try terminal.waitFor("RT2")
    try terminal.press("R")
    try terminal.waitFor("REUSE DETECTED")
    try terminal.waitFor("REVOKED")
    try terminal.press("q")
    try terminal.expectShell(status: 0)
  }

  @Test func `a scenario opens paused at its start, as frame prints it`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    let printed = try Program.run(["frame", "victim-first", "--at", "0s", "--size", "80x24"]).out
    let expected = printed.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(try terminal.screen() == expected.map(String.init))
    #expect(try terminal.state("alternate_on") == "1")
    try terminal.press("q")
    try terminal.expectShell(status: 0)
  }

  @Test(arguments: [
    "open \"$(tokenlab export victim-first)\"", "export victim-first | tokenlab open -",
    "export victim-first | tokenlab lab -",
  ])
  func `a run that came as a string opens paused, and takes keys`(arguments: String) throws {
    let terminal = try TerminalSession()
    try terminal.start(arguments, until: "PAUSED")
    var model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    try terminal.follow(&model, ". d")
    try terminal.press("q")
    try terminal.expectShell(status: 0)
  }

  @Test func `the screen is the frame, cell for cell, key after key`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab attacker-first", until: "PAUSED")
    var model = try Scene(name: "start", scenario: "attacker-first", at: "0s").model()
    try terminal.follow(&model, "f . . ? esc d 8 tab 1 esc up up y end p home enter i")
    try terminal.follow(&model, "a C S R r + + - n Z F5 ] [ e d")
    try terminal.press("q")
    try terminal.expectShell(status: 0)
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func `after many keys at once the screen is still the frame`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, label: "keys in a terminal")
    let labels = (0..<150).map { _ in Self.keys.randomElement(using: &random) ?? "." }
    var model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    for label in labels { _ = model.update(.key(try #require(Key(label: label)))) }
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    try terminal.press(labels: labels)
    try terminal.expect(model.frame(.standard))
    try terminal.press("q")
    try terminal.expectShell(status: 0)
  }

  @Test func `the cursor stands where the frame says`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    var model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    for keys in ["d", ": s t", "esc p down", "esc up"] {
      try terminal.follow(&model, keys)
      let cursor = model.frame(.standard).cursor
      #expect(try terminal.state("cursor_x") == cursor.map { "\($0.x)" } ?? "none", "\(keys)")
      #expect(try terminal.state("cursor_y") == cursor.map { "\($0.y)" } ?? "none", "\(keys)")
      #expect(try terminal.state("cursor_flag") == "1", "\(keys)")
    }
  }

  /// Keys that change nothing but the model: not those that let real time pass, leave, or open a
  /// line in which every key is text.
  private static let keys = [
    "i", "c", "r", "o", "x", "s", "a", "S", "R", "C", ".", "e", "f", "d", "0", "n", "up", "down",
    "end", "tab", "1", "4", "5", "7", "8", "+", "-", "[", "]", "y", "Z", "home", "pgdn", "k", "j",
  ]
}
