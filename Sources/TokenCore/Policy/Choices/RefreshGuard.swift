/// Who waits for a refresh that is in flight already.
public enum RefreshGuard: AxisChoice {
  /// Nobody: every refused call refreshes for itself.
  case none
  /// The calls of the same tab.
  case perTab
  /// Every tab of the device: one holds the lock, the others then read the storage again.
  case acrossTabs

  /// Whether one refresh at a time is all that a device sends, whichever tab asks.
  public var spansTabs: Bool {
    switch self {
    case .none, .perTab: false
    case .acrossTabs: true
    }
  }

  package var described: ValueDescription {
    switch self {
    case .none:
      ValueDescription(
        "none", label: "no guard", meaning: "Nobody waits: every refused call refreshes for itself."
      )
    case .perTab:
      ValueDescription(
        "per-tab", label: "per tab", meaning: "The calls of the same tab wait for one refresh.")
    case .acrossTabs:
      ValueDescription(
        "across-tabs", label: "across tabs",
        meaning: "All tabs of the device wait for one refresh, then read the storage again.")
    }
  }
}
