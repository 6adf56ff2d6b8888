import Canvas
import LabUI
import Testing

/// Locale, colours and terminal types that are not the usual ones.
@Suite(.serialized)
struct EnvironmentTests {
  @Test func `in the C locale only ASCII is sent`() throws {
    let terminal = try TerminalSession(environment: ["LC_ALL": "C"])
    try terminal.start("lab victim-first", until: "PAUSED")
    try expectTwin(terminal)
  }

  @Test func `ASCII is sent where it is asked for`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first --ascii", until: "PAUSED")
    try expectTwin(terminal)
  }

  @Test func `NO_COLOR sends no colour and still says what is wrong`() throws {
    let plain = try coloured(environment: ["NO_COLOR": "1"])
    #expect(plain.contains("REUSE DETECTED"))
    #expect(colours(in: plain).isEmpty)
    #expect(plain.contains("\u{1B}["), "attributes stay")
    #expect(!colours(in: try coloured(environment: ["NO_COLOR": ""])).isEmpty)
    #expect(!colours(in: try coloured()).isEmpty)
  }

  @Test func `a theme that is asked for is the theme that is drawn`() throws {
    #expect(colours(in: try coloured("--theme mono")).isEmpty)
    #expect(colours(in: try coloured("--theme dark")).contains("38;5;209"))
    #expect(colours(in: try coloured("--theme light")).contains("38;5;52"))
  }

  @Test func `a terminal that cannot place the cursor is told what to use`() throws {
    let terminal = try TerminalSession(width: 200, height: 24)
    try terminal.enter("clear; TERM=dumb tokenlab lab victim-first; echo status=$?")
    try terminal.waitFor(line: "status=2")
    let lines = try terminal.screen().filter { $0.hasPrefix("tokenlab: ") }
    #expect(lines.count == 1)
    #expect(lines.first?.contains("tokenlab trace NAME") == true, "\(lines)")
    #expect(try terminal.state("alternate_on") == "0")
  }

  @Test func `an unknown terminal type is drawn for another, and said`() throws {
    let terminal = try TerminalSession()
    try terminal.start(
      "--help >/dev/null; TERM=nobody-knows tokenlab lab victim-first", until: "PAUSED")
    try terminal.waitFor(
      "TERM is \"nobody-knows\", which is not known here: drawing for xterm-256color")
    try terminal.press("q")
    try terminal.expectShell(status: 0)
  }

  @Test func `output to a file is refused and the file stays empty`() throws {
    let terminal = try TerminalSession(width: 200, height: 24)
    try terminal.enter("clear; tokenlab lab >out; echo status=$?")
    try terminal.waitFor(line: "status=2")
    #expect(try terminal.fileText("out").isEmpty)
    try terminal.waitFor("tokenlab: standard output is not a terminal")
  }

  private func expectTwin(_ terminal: TerminalSession) throws {
    var model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    for key in ["d", "8", "?"] as [Key] {
      _ = model.update(.key(key))
      try terminal.press(key.label)
      try terminal.expect(model.frame(.standard).ascii())
    }
    let scalars = try terminal.screen().joined().unicodeScalars
    #expect(scalars.allSatisfy { (0x20...0x7E).contains($0.value) })
  }

  private func coloured(
    _ arguments: String = "", environment: [String: String] = [:]
  ) throws -> String {
    let terminal = try TerminalSession(environment: environment)
    try terminal.start("lab victim-first " + arguments, until: "PAUSED")
    try terminal.press("d")
    try terminal.waitFor("REUSE DETECTED")
    return try terminal.colouredScreen()
  }

  /// The colours among the attributes that tmux gives: `31`, `38;5;209`.
  private func colours(in text: String) -> Set<String> {
    let sequences = text.matches(of: #/\u{1B}\[([0-9;]*)m/#).map { String($0.1) }
    let colour = #/(?:^|;)((?:3[0-7]|9[0-7]|4[0-7]|10[0-7])|[34]8;5;[0-9]+)(?=;|$)/#
    return Set(sequences.flatMap { $0.matches(of: colour).map { String($0.1) } })
  }
}
