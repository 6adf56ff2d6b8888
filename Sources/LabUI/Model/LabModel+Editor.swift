import Canvas
import Narrative
import Simulation
import TokenCore

/// What keys mean while the policy is being edited.
extension LabModel {
  mutating func openEditor() {
    overlay = .editor(PolicyDraft(setting))
  }

  mutating func pressInEditor(_ key: Key, _ draft: PolicyDraft) -> [Effect] {
    switch key {
    case .down, "j": select(1, draft)
    case .up, "k": select(-1, draft)
    case .home: select(-PolicyAxis.edited.count, draft)
    case .end: select(PolicyAxis.edited.count, draft)
    case .right, "l": step(.forth, draft)
    case .left, "h": step(.back, draft)
    case .enter: startRun(under: draft)
    case .escape, "P": overlay = nil
    case "q": return [.quit]
    default: status = "up and down choose an axis, left and right change it; enter starts a run"
    }
    return []
  }

  private mutating func select(_ distance: Int, _ draft: PolicyDraft) {
    var draft = draft
    let axes = draft.axes
    let index = (axes.firstIndex(of: draft.selected) ?? 0) + distance
    draft.selected = axes[min(max(index, 0), axes.count - 1)]
    overlay = .editor(draft)
  }

  private mutating func step(_ step: Step, _ draft: PolicyDraft) {
    guard let next = draft.selected.stepped(draft, step) else {
      let name = draft.selected.described.label
      status = "\(name): \(draft.selected.value(in: draft)) is the last one that way"
      return
    }
    overlay = .editor(next)
  }

  /// The same people, seed and opening commands under the draft; a contradiction is told and nothing
  /// starts.
  private mutating func startRun(under draft: PolicyDraft) {
    if let fault = draft.policy.faults.first {
      status = "cannot start: \(fault)"
      return
    }
    guard draft.policy != setting.policy || draft.habit != setting.habit else {
      status = "nothing is changed: left and right change a value, esc leaves"
      return
    }
    start(draft.setting(from: setting))
  }
}
