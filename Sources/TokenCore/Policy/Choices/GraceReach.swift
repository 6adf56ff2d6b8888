/// Which spent tokens the window is for.
public enum GraceReach: AxisChoice {
  /// Only the one whose successor has not been used yet.
  case immediatePredecessor
  /// Any spent token inside its own window, grandparents included.
  case anyInItsWindow

  package var described: ValueDescription {
    switch self {
    case .immediatePredecessor:
      ValueDescription(
        "immediate-predecessor", label: "predecessor only",
        meaning: "Only a token whose successor has not been used is taken for a retry.")
    case .anyInItsWindow:
      ValueDescription(
        "any-in-its-window", label: "any in its window",
        meaning: "Any spent token is, inside a window of its own.")
    }
  }
}
