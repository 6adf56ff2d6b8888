import Canvas

/// The choice of a race.
public struct RaceMenu: Hashable, Sendable {
  var selected = 0

  func pressed(_ key: Key) -> OverlayOutcome {
    if let place = key.place(from: selected, of: Race.allCases.count) {
      return .shows(.races(RaceMenu(selected: place)))
    }
    return switch key {
    case .enter: .setsUp(Race.allCases[selected])
    case .escape, "M": .leaves
    case "q": .quits
    default: .says("up and down choose, enter sets the race up, esc leaves")
    }
  }
}
