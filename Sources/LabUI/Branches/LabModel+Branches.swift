import Canvas
import Narrative
import Simulation
import TokenCore

/// What keys mean in the list of branches and where a time or a name is typed.
extension LabModel {
  mutating func openBranches() {
    overlay = .branches(selected: history.branch.id)
  }

  mutating func pressInBranches(_ key: Key, _ selected: Int) -> [Effect] {
    let ids = BranchTree(history).rows.map(\.branch.id)
    let index = ids.firstIndex(of: selected) ?? 0
    switch key {
    case .down, "j": overlay = .branches(selected: ids[min(index + 1, ids.count - 1)])
    case .up, "k": overlay = .branches(selected: ids[max(index - 1, 0)])
    case .enter:
      overlay = nil
      go(toBranch: selected)
    case "=": compare(with: selected)
    case "N": overlay = .naming(selected, text: history.branch(selected)?.name ?? "")
    case "x": forget(selected)
    case .escape, "B": overlay = nil
    case "q": return [.quit]
    default: status = "enter goes there, = compares, N names, x forgets, esc leaves"
    }
    return []
  }

  private mutating func forget(_ id: Int) {
    guard id != history.branch.id else {
      status = "branch \(id) is where you are: go to another one first"
      return
    }
    history.forget(id)
    if let duel, [duel.left, duel.right].contains(where: { $0.branch.id == id }) {
      self.duel = nil
    }
    overlay = .branches(selected: history.branch.id)
    status = "branch \(id) is forgotten"
  }

  mutating func pressInNaming(_ key: Key, _ id: Int, _ text: String) -> [Effect] {
    switch key {
    case .escape: overlay = .branches(selected: id)
    case .enter:
      history.name(id, text.isEmpty ? nil : text)
      overlay = .branches(selected: id)
    default: overlay = .naming(id, text: typed(key, after: text, longest: 24))
    }
    return []
  }

  mutating func pressInGoTo(_ key: Key, _ text: String) -> [Effect] {
    switch key {
    case .escape: overlay = nil
    case .enter:
      guard let span = TimeSpan(text) else {
        status = "a time is like 15m or 1h30m5s, not '\(text)'"
        return []
      }
      overlay = nil
      go(to: .start + span)
    default: overlay = .goTo(text: typed(key, after: text, longest: 16))
    }
    return []
  }

  private func typed(_ key: Key, after text: String, longest: Int) -> String {
    switch key {
    case .backspace: return String(text.dropLast())
    case .character(let scalar) where text.unicodeScalars.count < longest:
      return text + Text.drawable(String(Character(scalar)))
    default: return text
    }
  }
}

extension LabModel {
  /// Whether keys are taken as text.
  public var isTyping: Bool {
    switch overlay {
    case .palette, .goTo, .naming: true
    case .inspector(let inspector): inspector.typed != nil
    case nil, .rehearsal, .help, .strategies, .editor, .branches, .races: false
    }
  }
}
