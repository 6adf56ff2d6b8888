import Canvas
import TokenCore

/// The choice of a strategy: which one's card is shown.
public struct StrategyMenu: Hashable, Sendable {
  var selected = 0

  var strategy: Strategy { Strategy.catalogue[selected] }

  func pressed(_ key: Key) -> OverlayOutcome {
    if let place = key.place(from: selected, of: Strategy.catalogue.count) {
      return .shows(.strategies(StrategyMenu(selected: place)))
    }
    return switch key {
    case .enter: .starts(strategy)
    case "a": .applies(strategy.policy)
    case "=": .compares(under: strategy)
    case .escape, "p": .leaves
    case "q": .quits
    default:
      .says("enter starts a run under it, a gives it to the running server, = compares, esc leaves")
    }
  }
}

extension StrategyMenu {
  /// At the strategy that runs, or the one that it came from.
  init(at strategyID: String) {
    let base = strategyID.prefix { $0 != "*" }
    selected = Strategy.catalogue.firstIndex { $0.id == base } ?? 0
  }
}
