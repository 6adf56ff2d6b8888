import Canvas
import Simulation

/// The choice of a branch, by its number.
public struct BranchMenu: Hashable, Sendable {
  var selected: Int

  /// Up and down go along the tree of the branches that there are.
  func pressed(_ key: Key, in history: History) -> OverlayOutcome {
    let ids = BranchTree(history).rows.map(\.branch.id)
    let index = ids.firstIndex(of: selected) ?? 0
    return switch key {
    case .down, "j": selecting(ids[min(index + 1, ids.count - 1)])
    case .up, "k": selecting(ids[max(index - 1, 0)])
    case .enter: .goesToBranch(selected)
    case "=": .comparesBranch(selected)
    case "N":
      .shows(.naming(NamePrompt(branch: selected, text: history.branch(selected)?.name ?? "")))
    case "x":
      selected == history.branch.id
        ? .says("branch \(selected) is where you are: go to another one first")
        : .forgetsBranch(selected)
    case .escape, "B": .leaves
    case "q": .quits
    default: .says("enter goes there, = compares, N names, x forgets, esc leaves")
    }
  }

  private func selecting(_ id: Int) -> OverlayOutcome {
    .shows(.branches(BranchMenu(selected: id)))
  }
}
