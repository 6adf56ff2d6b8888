/// What tells of everything else that can be done.
public enum HelpAct: CaseIterable, Hashable, Sendable {
  case keys, palette, rehearsal

  var row: ActRow {
    switch self {
    case .keys:
      .change(["?"], "help", "Show or leave this help.") { $0.overlay = .help(Help()) }
    case .palette:
      .change([":"], "palette", "Find a command by typing part of what it does.") {
        $0.overlay = .palette(Palette())
      }
    case .rehearsal:
      .change(["!"], "what would", "Say what the next key would do, without doing it.") {
        $0.overlay = .rehearsal
        $0.status = "which key? It is tried on a copy; esc leaves"
      }
    }
  }
}
