import Canvas

extension PolicyDraft {
  /// What a key does in the editor.
  func pressed(_ key: Key) -> OverlayOutcome {
    let place = axes.firstIndex(of: selected) ?? 0
    if let place = key.place(from: place, of: axes.count) {
      var next = self
      next.selected = axes[place]
      return .shows(.editor(next))
    }
    return switch key {
    case .right, "l": stepped(.forth)
    case .left, "h": stepped(.back)
    case .enter: started
    case "a": applied
    case .escape, "P": .leaves
    case "q": .quits
    default:
      .says("up and down choose an axis, left and right change it; enter starts a run, a applies")
    }
  }

  private func stepped(_ step: Step) -> OverlayOutcome {
    guard let next = selected.stepped(self, step) else {
      let name = selected.described.label
      return .says("\(name): \(selected.value(in: self)) is the last one that way")
    }
    return .shows(.editor(next))
  }

  /// The running server can be given another policy; what the application does is not the server's.
  private var applied: OverlayOutcome {
    if policy == start.rules.policy { return .says("nothing of the policy is changed") }
    return habit == start.rules.habit
      ? .applies(policy)
      : .says("the client's habit is not the server's to change: enter starts a run with it")
  }

  /// A contradiction is told and nothing starts.
  private var started: OverlayOutcome {
    if let fault = policy.faults.first { return .says("cannot start: \(fault)") }
    return rules == start.rules
      ? .says("nothing is changed: left and right change a value, esc leaves")
      : .startsDraft(self)
  }
}
