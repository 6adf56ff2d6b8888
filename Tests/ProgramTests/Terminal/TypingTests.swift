import Canvas
import LabUI
import Testing

@testable import tokenlab

/// Keys, typing, clicks and pastes as a real terminal sends them.
@Suite(.serialized)
struct TypingTests {
  @Test func `typing in the palette finds a command and enter does it`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    var model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    try terminal.follow(&model, "d :")
    try terminal.send("copies every")
    try terminal.waitFor(": copies every")
    try terminal.waitFor("The attacker copies everything that the client stores.")
    try terminal.press("Enter")
    try terminal.waitFor("holds 2 RT")
    #expect(try terminal.screen().contains { $0.contains("AT2") })
  }

  @Test func `the help is one key away, from every size, and esc leaves it`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "? help")
    var model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    try terminal.follow(&model, "? space esc")
    try terminal.resize(width: 60, height: 16)
    try terminal.follow(&model, "? space space up esc", size: Size(width: 60, height: 16))
  }

  @Test func `a key that does nothing says why`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    try terminal.press("R")
    try terminal.waitFor("› the attacker holds no refresh token")
    try terminal.press("Z")
    try terminal.waitFor("› Z does nothing here; ? shows the keys")
    try terminal.press("é")
    try terminal.waitFor("› é does nothing here; ? shows the keys")
    try terminal.press("F5")
    try terminal.waitFor("› F5 does nothing here; ? shows the keys")
    try terminal.press("C-a")
    try terminal.waitFor("› unknown does nothing here; ? shows the keys")
  }

  @Test func `clicks act once m is pressed`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    var model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    try terminal.follow(&model, "d m")
    try terminal.click(x: 40, y: 6)
    _ = model.update(.key("2"))
    try terminal.expect(model.frame(.standard))
    try terminal.click(x: 3, y: 24)
    _ = model.update(.key("?"))
    try terminal.expect(model.frame(.standard))
    try terminal.press("q")
    try terminal.expectShell(status: 0)
  }

  @Test func `pasted text is no row of keys`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    var model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    try terminal.follow(&model, "d")
    try terminal.paste("qS p\n\u{1B}[31mq")
    try terminal.follow(&model, ":")
    try terminal.paste("steal\u{1B}[2J")
    try terminal.waitFor(": steal[2J")
  }

  @Test func `a copied event arrives on the terminal's clipboard`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    var model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    try terminal.follow(&model, "d y")
    let row = "20:00.1  A→AS  POST /token refresh RT1  400 invalid_grant  reuse detected"
    #expect(try terminal.clipboard().hasPrefix(row))
  }

  @Test func `a flood of bytes that are no keys does no harm`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    try terminal.send(
      "\u{1B}[999;999;999~\u{1B}[<999999;999999;999999M\u{1B}OZ\u{1B}[\u{1B}P1$r\u{1B}\\")
    try terminal.press("Escape", "Escape", "?")
    try terminal.waitFor("KEYS")
  }
}
