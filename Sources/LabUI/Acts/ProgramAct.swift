import Narrative

/// What goes out of the program, and how it meets the terminal.
public enum ProgramAct: CaseIterable, Hashable, Sendable {
  case copyRow, copyRun, theme, mouse, quit

  var row: ActRow {
    switch self {
    case .copyRow:
      .effect(
        ["y"], "copy", "Copy the selected event as text.",
        unless: { $0.currentRow == nil ? "there is no event to copy" : nil }
      ) { $0.copyRow() }
    case .copyRun:
      .effect(["Y"], "copy run", "Copy this run as one line, for tokenlab open.") { _ in
        [.copyRun]
      }
    case .theme: .effect(["T"], "theme", "Change the colours.") { _ in [.nextTheme] }
    case .mouse:
      .effect(["m"], "mouse", "Let clicks act on the screen, or leave them to the terminal.") {
        $0.toggleMouse()
      }
    case .quit:
      .effect(["q"], "quit", "Leave. Nothing is lost: a run is its seed and its commands.") { _ in
        [.quit]
      }
    }
  }
}

extension LabModel {
  fileprivate mutating func toggleMouse() -> [Effect] {
    isMouseOn.toggle()
    status = isMouseOn ? "the mouse acts on the screen; m gives it back" : "the mouse is free"
    return [.setMouse(isMouseOn)]
  }

  fileprivate mutating func copyRow() -> [Effect] {
    guard let row = currentRow else { return [] }
    let text = trace.event(row.event).storyText(in: setting, effects: row.effects)
    status = "copied the selected event"
    return [
      .copy(
        [text.time, text.who, text.what, text.outcome, text.effect].filter { !$0.isEmpty }
          .joined(separator: "  "))
    ]
  }
}
