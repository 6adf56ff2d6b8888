import Simulation

/// The branches as a tree: each under the one it came from.
struct BranchTree {
  struct Row {
    let branch: Branch
    /// `├─ `, `│  └─ `: what stands before it.
    let stem: String
  }

  private(set) var rows: [Row] = []

  init(_ history: History) {
    let branches = history.branches
    let roots = branches.filter { branch in
      !branches.contains { $0.id == branch.parentID }
    }
    for root in roots { add(root, "", "", branches) }
  }

  private mutating func add(
    _ branch: Branch, _ stem: String, _ indent: String, _ branches: [Branch]
  ) {
    rows.append(Row(branch: branch, stem: stem))
    let children = branches.filter { $0.parentID == branch.id }
    for (index, child) in children.enumerated() {
      let isLast = index == children.count - 1
      add(
        child, indent + (isLast ? "└─ " : "├─ "), indent + (isLast ? "   " : "│  "), branches)
    }
  }
}

extension Branch {
  /// The branch that it came from.
  var parentID: Int? {
    switch origin {
    case .start: nil
    case .fork(let id, _, _), .rerun(let id, _): id
    }
  }
}
