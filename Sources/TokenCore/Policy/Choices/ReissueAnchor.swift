/// From when a re-issue window counts.
public enum ReissueAnchor: AxisChoice {
  /// The sign-in, however often the token is exchanged.
  case signIn
  /// Each re-issue restarts it, "as if they just logged in": it never closes on whoever keeps asking.
  case lastIssue

  /// Whether each re-issue starts the window again.
  public var isRestarted: Bool {
    switch self {
    case .signIn: false
    case .lastIssue: true
    }
  }

  package var described: ValueDescription {
    switch self {
    case .signIn:
      ValueDescription(
        "sign-in", label: "sign-in", meaning: "The window counts from the sign-in and closes.")
    case .lastIssue:
      ValueDescription(
        "last-issue", label: "last issue",
        meaning:
          "Each re-issue starts the window again, so it never closes on whoever keeps asking.")
    }
  }
}
