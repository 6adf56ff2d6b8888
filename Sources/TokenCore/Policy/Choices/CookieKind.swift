/// How long a browser keeps the cookie that names a session. The server's own limits do not move with
/// it: a cookie that is gone has ended nothing (RFC 6265 §5.3).
public enum CookieKind: AxisChoice {
  /// Without `Max-Age`: the browser forgets it when it is closed.
  case session
  /// With a `Max-Age` as long as the session may last.
  case persistent

  /// Whether the browser still has it when it is opened again.
  public var survivesClosing: Bool {
    switch self {
    case .session: false
    case .persistent: true
    }
  }

  package var described: ValueDescription {
    switch self {
    case .session:
      ValueDescription(
        "session", label: "ends with the browser",
        meaning: "The browser forgets the cookie when it is closed; the session lives on.",
        source: "RFC 6265 §5.3")
    case .persistent:
      ValueDescription(
        "persistent", label: "outlives the browser",
        meaning: "The browser keeps the cookie for as long as the session may last.",
        source: "RFC 6265 §5.3")
    }
  }
}
