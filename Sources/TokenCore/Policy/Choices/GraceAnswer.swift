/// What a retry inside the window is given.
public enum GraceAnswer: AxisChoice {
  /// The successor that the first use gave, or what has come of it since: a retry changes nothing.
  case sameSuccessor
  /// Another successor beside the first: the family branches.
  case newBranch
  /// Another successor, and the first one dies unused.
  case reRotate
  /// Nothing: whoever loses a race is refused, and nobody is punished for it (better-auth).
  case refuse

  /// Whether a retry is given tokens.
  public var givesTokens: Bool {
    switch self {
    case .sameSuccessor, .newBranch, .reRotate: true
    case .refuse: false
    }
  }

  /// Whether the server has to keep the successor in clear as long as the window is open.
  public var needsCopy: Bool {
    switch self {
    case .sameSuccessor: true
    case .newBranch, .reRotate, .refuse: false
    }
  }

  package var described: ValueDescription {
    switch self {
    case .sameSuccessor:
      ValueDescription(
        "same-successor", label: "same successor",
        meaning: "A retry is given what the first use gave, or what has come of it since.")
    case .newBranch:
      ValueDescription(
        "new-branch", label: "new branch",
        meaning: "A retry gets a refresh token of its own beside the first, so the family branches."
      )
    case .reRotate:
      ValueDescription(
        "re-rotate", label: "re-rotate",
        meaning: "A retry gets another refresh token, and the one before it dies unused.")
    case .refuse:
      ValueDescription(
        "refuse", label: "nothing: refused",
        meaning: "A retry is refused and ends nothing; only after the window is it a reuse.")
    }
  }
}
