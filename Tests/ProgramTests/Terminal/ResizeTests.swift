import Canvas
import LabUI
import Testing

/// Every size has its frame, and no size ends the program.
@Suite(.serialized)
struct ResizeTests {
  @Test func `each size is drawn for its class, and the first one again`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    var model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    try terminal.follow(&model, "d")
    let sizes = [
      (120, 36, "POLICY"), (30, 6, "q quits, 30x6 is small"), (200, 60, "issued to this client?"),
      (40, 8, "REUSE DETECTED"), (60, 16, "TIMELINE"), (13, 2, "q quits"), (80, 24, "WIRE"),
    ]
    for (width, height, text) in sizes {
      try terminal.resize(width: width, height: height)
      let frame = model.frame(Size(width: width, height: height))
      try terminal.expect(frame)
      #expect(frame.lines().contains { $0.contains(text) }, "\(width)x\(height)")
    }
    try terminal.press("q")
    try terminal.expectShell(status: 0)
  }

  @Test func `a screen too small for anything keeps the keys`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    try terminal.resize(width: 2, height: 1)
    try terminal.press("d")
    var model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    _ = model.update(.key("d"))
    try terminal.resize(width: 80, height: 24)
    try terminal.expect(model.frame(.standard))
  }

  @Test func `a storm of sizes ends in the frame of the last one`() throws {
    let terminal = try TerminalSession()
    try terminal.start("lab victim-first", until: "PAUSED")
    for step in 0..<60 {
      try terminal.resize(width: 1 + step * 37 % 200, height: 1 + step * 23 % 60)
    }
    try terminal.resize(width: 97, height: 29)
    let model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    try terminal.expect(model.frame(Size(width: 97, height: 29)))
  }

  @Test func `a size in the environment does not hold the screen to it`() throws {
    let terminal = try TerminalSession(environment: ["LINES": "10", "COLUMNS": "40"])
    try terminal.start("lab victim-first", until: "PAUSED")
    let model = try Scene(name: "start", scenario: "victim-first", at: "0s").model()
    try terminal.expect(model.frame(.standard))
    try terminal.resize(width: 120, height: 36)
    try terminal.expect(model.frame(Size(width: 120, height: 36)))
  }
}
