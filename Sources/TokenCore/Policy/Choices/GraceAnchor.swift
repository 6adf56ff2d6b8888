/// What starts the window.
public enum GraceAnchor: AxisChoice {
  /// The use that spent the token.
  case firstUse
  /// A bug seen in the field: each retry restarts the window, so that it never closes.
  case lastUse

  /// Whether each retry starts the window again.
  public var isRestarted: Bool {
    switch self {
    case .firstUse: false
    case .lastUse: true
    }
  }

  package var described: ValueDescription {
    switch self {
    case .firstUse:
      ValueDescription(
        "first-use", label: "first use",
        meaning: "The window counts from the use that spent the token.")
    case .lastUse:
      ValueDescription(
        "last-use", label: "last use",
        meaning: "Each retry starts the window again, so it never closes on whoever keeps trying.")
    }
  }
}
