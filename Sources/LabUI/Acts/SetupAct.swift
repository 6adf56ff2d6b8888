/// What a new run is made of.
public enum SetupAct: CaseIterable, Hashable, Sendable {
  case strategies, editor

  var row: ActRow {
    switch self {
    case .strategies:
      .effect(
        ["p"], "strategy", "Another strategy, for a new run or for the running server."
      ) {
        $0.show(.strategies(StrategyMenu(at: $0.world.strategyID)))
      }
    case .editor:
      .change(
        ["P"], "edit policy",
        "Another policy, for a new run or for the running server."
      ) { $0.overlay = .editor(PolicyDraft($0.world)) }
    }
  }
}
