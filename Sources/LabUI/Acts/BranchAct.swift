/// Courses of events beside each other.
public enum BranchAct: CaseIterable, Hashable, Sendable {
  case list, compare, whoIsFirst

  var row: ActRow {
    switch self {
    case .list:
      .change(["B"], "branches", "All branches: go to one, name it, compare, forget.") {
        $0.overlay = .branches(BranchMenu(selected: $0.history.branch.id))
      }
    case .compare:
      .change(
        ["="], "compare", "Put this branch beside the one it came from.",
        unless: { $0.history.compareObstacle }
      ) { $0.compareWithOrigin() }
    case .whoIsFirst:
      .change(
        ["V"], "who is first", "Victim first beside attacker first, from here.",
        unless: { $0.history.whoIsFirstObstacle(on: $0.device) }
      ) { $0.compareWhoIsFirst() }
    }
  }
}
