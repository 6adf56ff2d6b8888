import Canvas
import TokenCore

extension Inspector {
  /// What a key does in the inspector.
  func pressed(_ key: Key, on bench: InspectorBench) -> OverlayOutcome {
    if let typed { return type(key, after: typed, on: bench) }
    var next = self
    switch key {
    case .tab, .right: next.choose(1, of: bench.specimens.count)
    case .left: next.choose(-1, of: bench.specimens.count)
    case .down, "j": next.member = min(member + 1, max(0, bench.members(of: self).count - 1))
    case .up, "k": next.member = max(0, member - 1)
    case .enter: next.typed = bench.selectedMember(self)?.json
    case "x": return change(to: nil, on: bench)
    case .backspace: next.changed = nil
    case "C": return bench.text(self).map { .presents($0) } ?? .says("there is no token to present")
    case .escape, "I": return .leaves
    case "q": return .quits
    default:
      return .says(
        "tab next token, enter changes a value, x removes it, C presents it, esc leaves")
    }
    return .shows(.inspector(next))
  }

  private func type(_ key: Key, after typed: String, on bench: InspectorBench) -> OverlayOutcome {
    var next = self
    switch key {
    case .escape: next.typed = nil
    case .enter: return change(to: typed, on: bench)
    default: next.typed = key.typed(after: typed, longest: Self.longestValue)
    }
    return .shows(.inspector(next))
  }

  /// Encodes the token again with another value for the selected member, or without it. The signature
  /// stays what it was: nobody here has the key.
  private func change(to json: String?, on bench: InspectorBench) -> OverlayOutcome {
    guard let text = bench.text(self), let selected = bench.selectedMember(self) else {
      return .says("this token has no claims that could be changed: it says nothing by itself")
    }
    let anatomist = bench.anatomist
    let isHeader = member < (anatomist.anatomy(of: text)?.header.count ?? 0)
    let changed =
      isHeader
      ? anatomist.replacing(headerMember: selected.name, with: json, in: text)
      : anatomist.replacing(claim: selected.name, with: json, in: text)
    guard let changed else {
      return .says("that is no JSON value: a text wants quotes, as in \"admin\"")
    }
    var next = self
    next.typed = nil
    next.changed = changed
    next.member = min(next.member, max(0, bench.members(of: next).count - 1))
    return .shows(.inspector(next))
  }

  /// Another token, as it came.
  private mutating func choose(_ distance: Int, of count: Int) {
    guard count > 0 else { return }
    self = Inspector(choice: (min(choice, count - 1) + distance + count) % count)
  }
}
