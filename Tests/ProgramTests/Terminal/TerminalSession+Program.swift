import Canvas
import Foundation
import LabUI
import Testing

extension TerminalSession {
  /// Starts the program under a row of the shell's own and waits for a text of its screen.
  func start(_ arguments: String = "", until text: String) throws {
    try enter("clear; echo earlier; tokenlab \(arguments)")
    try waitFor(text)
  }

  /// The same, so that it can be sent signals; gives its process number.
  func startForSignals(_ arguments: String, until text: String) throws -> Int32 {
    try enter("clear; echo earlier; sh -c 'echo $$ >number; exec tokenlab \(arguments)'")
    try waitFor(text)
    return try #require(Int32(fileText("number").filter(\.isNumber)))
  }

  /// Presses keys one after the other and looks for the frame that the model has after them.
  func follow(
    _ model: inout LabModel, _ labels: String, size: Size = .standard,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for label in labels.split(separator: " ").map(String.init) {
      let key = try #require(Key(label: label))
      let effects = model.update(.key(key))
      model.measure(for: effects)
      try press(Self.names[label] ?? label)
      try expect(model.frame(size), sourceLocation: sourceLocation)
    }
  }

  /// Presses all the keys in one go, as fast as the terminal takes them.
  func press(labels: [String]) throws {
    try pressAll(labels.map { Self.names[$0] ?? $0 })
  }

  /// Waits for the shell and checks that the program ended with the status and gave the terminal
  /// back: the first screen with what stood on it, every mode, the cursor.
  func expectShell(status: Int32, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try waitFor(line: Self.prompt)
    try waitFor(line: "earlier")
    try enter("echo status=$?")
    try waitFor(line: "status=\(status)")
    try expectRestored(sourceLocation: sourceLocation)
  }

  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(try state("alternate_on") == "0", sourceLocation: sourceLocation)
    #expect(try state("cursor_flag") == "1", sourceLocation: sourceLocation)
    #expect(try state("mouse_any_flag") == "0", sourceLocation: sourceLocation)
    #expect(try state("keypad_cursor_flag") == "0", sourceLocation: sourceLocation)
    let done = nextWord()
    try enter("clear; stty -g >modes-after; stty -a >modes; echo \(done)")
    try waitFor(line: done)
    #expect(try fileText("modes-after") == fileText("modes-before"), sourceLocation: sourceLocation)
    let modes = Set(try fileText("modes").split { " ;\n".contains($0) })
    #expect(modes.isSuperset(of: ["echo", "icanon", "isig"]), sourceLocation: sourceLocation)
  }

  private static let names = [
    "space": "Space", "enter": "Enter", "esc": "Escape", "tab": "Tab", "up": "Up", "down": "Down",
    "home": "Home", "end": "End", "backspace": "BSpace", "pgup": "PPage", "pgdn": "NPage",
  ]
}
