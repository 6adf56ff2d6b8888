import Canvas
import Narrative
import TokenCore

/// The name of a branch while it is being typed.
public struct NamePrompt: Hashable, Sendable {
  let branch: Int
  var text: String

  func pressed(_ key: Key) -> OverlayOutcome {
    switch key {
    case .escape: return .shows(.branches(BranchMenu(selected: branch)))
    case .enter: return .namesBranch(branch, text.isEmpty ? nil : text)
    default:
      let next = NamePrompt(branch: branch, text: key.typed(after: text, longest: 24))
      return .shows(.naming(next))
    }
  }
}

/// A time to go to while it is being typed.
public struct TimePrompt: Hashable, Sendable {
  var text = ""

  func pressed(_ key: Key) -> OverlayOutcome {
    switch key {
    case .escape: return .leaves
    case .enter:
      return TimeSpan(text).map { .goesTo(.start + $0) }
        ?? .says("a time is like 15m or 1h30m5s, not '\(text)'")
    default: return .shows(.goTo(TimePrompt(text: key.typed(after: text, longest: 16))))
    }
  }
}
