/// The reuse interval: how a spent refresh token that is presented again is handled, so that an honest
/// retry need not end a session. No RFC defines it; servers in the field do it in all of these shapes.
public enum Grace: Hashable, Codable, Sendable {
  /// A spent token is never taken for a retry.
  case none
  /// For so long after it was spent.
  case window(GraceWindow)
  /// No clock: the predecessor stays good until one of its successors is used.
  case untilSuccessorUsed

  /// The grace of that kind; a window is of ten seconds and gives the same successor.
  package init(_ kind: Kind) {
    switch kind {
    case .none: self = .none
    case .window: self = .window(GraceWindow(length: .seconds(10), answer: .sameSuccessor))
    case .untilSuccessorUsed: self = .untilSuccessorUsed
    }
  }

  /// The grace without what goes with it.
  package var kind: Kind {
    switch self {
    case .none: .none
    case .window: .window
    case .untilSuccessorUsed: .untilSuccessorUsed
    }
  }

  /// The rules of a window, where there is one.
  package var window: GraceWindow? {
    if case .window(let window) = self { window } else { nil }
  }

  /// Whether a family may come to have several current tokens.
  package var allowsBranches: Bool {
    switch self {
    case .none: false
    case .untilSuccessorUsed: true
    case .window(let window): window.answer == .newBranch
    }
  }

  /// When a spent refresh token is taken for an honest retry.
  package enum Kind: AxisChoice {
    case none, window, untilSuccessorUsed

    package var described: ValueDescription {
      switch self {
      case .none:
        ValueDescription(
          "none", label: "none", meaning: "A spent refresh token is never taken for a retry.")
      case .window:
        ValueDescription(
          "window", .mapping("{window: 10s, answer: same-successor}"), label: "a window",
          meaning: "A spent refresh token is taken for a retry for so long after its use.", odds: 3)
      case .untilSuccessorUsed:
        ValueDescription(
          "until-successor-used", label: "until successor used",
          meaning: "A spent refresh token is taken for a retry until a successor of it is used.")
      }
    }
  }
}
