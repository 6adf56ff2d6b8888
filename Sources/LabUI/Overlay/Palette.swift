import Canvas

/// The commands that a typed word finds, and which of them is selected.
public struct Palette: Hashable, Sendable {
  public internal(set) var query = ""
  public internal(set) var selected = 0

  static let longestQuery = 40

  /// The acts whose label or sentence holds every word typed, in the table's order.
  var matches: [Act] {
    let words = query.lowercased().split(separator: " ")
    return Act.allCases.filter { act in
      let text = "\(act.label) \(act.sentence)".lowercased()
      return act != .help(.palette) && words.allSatisfy { text.contains($0) }
    }
  }

  func pressed(_ key: Key) -> OverlayOutcome {
    switch key {
    case .escape: .leaves
    case .enter:
      matches.indices.contains(selected)
        ? .attempts(matches[selected]) : .leavesSaying("no command matches \(query)")
    case .down, .tab: selecting(min(selected + 1, max(0, matches.count - 1)))
    case .up: selecting(max(0, selected - 1))
    case .backspace: typing(String(query.dropLast()))
    case .character(let scalar) where query.unicodeScalars.count < Self.longestQuery:
      typing(query + String(Character(scalar)))
    default: .shows(.palette(self))
    }
  }

  private func selecting(_ place: Int) -> OverlayOutcome {
    .shows(.palette(Palette(query: query, selected: place)))
  }

  private func typing(_ query: String) -> OverlayOutcome {
    .shows(.palette(Palette(query: query)))
  }
}
