/// Where an application keeps its tokens. What a single tab has for itself alone, such as
/// the browser's session storage, is not among these: the tabs of a device share what they hold.
public enum TokenStorage: AxisChoice {
  /// On the device, until somebody takes it out.
  case localStorage
  /// In a worker that all tabs share: gone when the last of them is closed.
  case memory
  /// On the application's own server, its backend; the browser has a cookie that names the session there
  /// (RFC 10017, "backend for frontend").
  case backend

  /// Whether the browser can still use them when it is opened again.
  public var survivesClosing: Bool {
    switch self {
    case .localStorage: true
    case .memory, .backend: false
    }
  }

  /// Whether they are on the device at all.
  public var isOnDevice: Bool {
    switch self {
    case .localStorage, .memory: true
    case .backend: false
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
    case .backend:
      ValueDescription(
        "backend", label: "the application's server",
        meaning: "The tokens stay on the application's server; the browser has a cookie for it.",
        source: "RFC 10017")
    }
  }
}
