import Canvas

/// What lies over the screen and takes the keys.
public enum Overlay: Hashable, Sendable {
  case help(Help)
  /// The next key is tried on a copy.
  case rehearsal
  case palette(Palette)
  case strategies(StrategyMenu)
  case editor(PolicyDraft)
  /// A token is taken apart.
  case inspector(Inspector)
  /// A time is being typed.
  case goTo(TimePrompt)
  case branches(BranchMenu)
  /// A branch is being named.
  case naming(NamePrompt)
  case races(RaceMenu)

  /// Whether keys are taken as text.
  var isTyping: Bool {
    switch self {
    case .palette, .goTo, .naming: true
    case .inspector(let inspector): inspector.typed != nil
    case .rehearsal, .help, .strategies, .editor, .branches, .races: false
    }
  }
}

extension Key {
  /// Where it leads from one place of a list to another; nil where it is not a key of lists.
  func place(from selected: Int, of count: Int) -> Int? {
    switch self {
    case .down, "j": min(selected + 1, max(0, count - 1))
    case .up, "k": max(selected - 1, 0)
    case .home: 0
    case .end: max(0, count - 1)
    default: nil
    }
  }

  /// The text after it was typed behind some; what is not drawn is left out.
  func typed(after text: String, longest: Int) -> String {
    if self == .backspace { return String(text.dropLast()) }
    guard case .character(let scalar) = self, text.unicodeScalars.count < longest else {
      return text
    }
    return text + Text.drawable(String(Character(scalar)))
  }
}
