/// Where an application keeps its tokens on a device. What a single tab has for itself alone, such as
/// the browser's session storage, is not among these: the tabs of a device share what they hold.
public enum TokenStorage: AxisChoice {
  /// On the device, until somebody takes it out.
  case localStorage
  /// In a worker that all tabs share: gone when the last of them is closed.
  case memory

  /// Whether what lies there is still there when the browser is opened again.
  public var survivesClosing: Bool {
    switch self {
    case .localStorage: true
    case .memory: false
    }
  }

  package var described: ValueDescription {
    switch self {
    case .localStorage:
      ValueDescription(
        "local-storage", label: "local storage",
        meaning: "The tokens lie on the device and are there again when the browser is opened.",
        odds: 2)
    case .memory:
      ValueDescription(
        "memory", label: "memory",
        meaning: "The tokens are gone when the browser is closed, and the person signs in again.")
    }
  }
}
