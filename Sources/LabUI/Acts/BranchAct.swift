/// Courses of events beside each other.
public enum BranchAct: CaseIterable, Hashable, Sendable {
  case list, compare, whoIsFirst

  var row: ActRow {
    switch self {
    case .list:
      .change(["B"], "branches", "All branches: go to one, name it, compare, forget.") {
        $0.openBranches()
      }
    case .compare:
      .change(
        ["="], "compare", "Put this branch beside the one it came from.",
        unless: \.compareObstacle
      ) { $0.compareWithOrigin() }
    case .whoIsFirst:
      .change(
        ["V"], "who is first", "Victim first beside attacker first, from here.",
        unless: \.whoIsFirstObstacle
      ) { $0.compareWhoIsFirst() }
    }
  }
}
