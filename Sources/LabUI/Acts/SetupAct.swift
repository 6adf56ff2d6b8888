/// What a new run is made of.
public enum SetupAct: CaseIterable, Hashable, Sendable {
  case strategies, editor

  var row: ActRow {
    switch self {
    case .strategies:
      .effect(["p"], "strategy", "Choose another strategy and start again under it.") {
        $0.show(.strategies(StrategyMenu(at: $0.setting.strategyID)))
      }
    case .editor:
      .change(
        ["P"], "edit policy", "Change the policy axis by axis and start a run with it."
      ) { $0.overlay = .editor(PolicyDraft($0.setting)) }
    }
  }
}
