/// The reuse interval: how a spent refresh token that is presented again is handled, so that an honest
/// retry need not end a session. No RFC defines it; servers in the field do it in all of these shapes.
public enum Grace: Hashable, Codable, Sendable {
  /// A spent token is never taken for a retry.
  case none
  /// For so long after it was spent.
  case window(GraceWindow)
  /// No clock: the predecessor stays good until one of its successors is used.
  case untilSuccessorUsed
  /// The same, and a call that an API looks up confirms the successor, too, whose access token it shows:
  /// by the look, so whatever the API then answers (doorkeeper; SuperTokens up to CDI 5.4).
  case untilTokenUsed

  /// The grace of that kind; a window is of ten seconds and gives the same successor.
  package init(_ kind: Kind) {
    switch kind {
    case .none: self = .none
    case .window: self = .window(GraceWindow(length: .seconds(10), answer: .sameSuccessor))
    case .untilSuccessorUsed: self = .untilSuccessorUsed
    case .untilTokenUsed: self = .untilTokenUsed
    }
  }

  /// The grace without what goes with it.
  package var kind: Kind {
    switch self {
    case .none: .none
    case .window: .window
    case .untilSuccessorUsed: .untilSuccessorUsed
    case .untilTokenUsed: .untilTokenUsed
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
    case .untilSuccessorUsed, .untilTokenUsed: true
    case .window(let window): window.answer == .newBranch
    }
  }

  /// Whether the first successor that is used displaces the others.
  package var hasOneWinner: Bool { self == .untilSuccessorUsed || self == .untilTokenUsed }

  /// When a spent refresh token is taken for an honest retry.
  package enum Kind: AxisChoice {
    case none, window, untilSuccessorUsed, untilTokenUsed

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
      case .untilTokenUsed:
        ValueDescription(
          "until-token-used", label: "until a new token is used",
          meaning: "A spent refresh token is taken for a retry until a successor of it is used, or "
            + "the access token that came with one.")
      }
    }
  }
}
