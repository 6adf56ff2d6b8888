/// What the server does when a spent refresh token comes back.
public enum ReuseResponse: AxisChoice {
  /// Refuses it and leaves everything else as it was: rotation without detection.
  case refuseOnly
  /// Ends the whole family (RFC 9700 §4.14.2, OAuth 2.1 §4.3.1).
  case revokeFamily
  /// Ends every family of that user on that client.
  case revokeUserOnClient
  /// Ends every family of that user, on every client.
  case revokeUser

  package var described: ValueDescription {
    switch self {
    case .refuseOnly:
      ValueDescription(
        "refuse-only", label: "refuse only",
        meaning: "The spent token is refused, and everything else stays as it was.")
    case .revokeFamily:
      ValueDescription(
        "revoke-family", label: "revoke the family",
        meaning: "Every refresh token of that sign-in ends, the current one included.",
        source: "RFC 9700 §4.14.2")
    case .revokeUserOnClient:
      ValueDescription(
        "revoke-user-on-client", label: "revoke user on client",
        meaning: "Every family of that user on that client ends.")
    case .revokeUser:
      ValueDescription(
        "revoke-user", label: "revoke the user",
        meaning: "Every family of that user ends, on every client.")
    }
  }

  /// The label in one word, for a card's width.
  package var shortLabel: String {
    switch self {
    case .refuseOnly: "refuse"
    case .revokeFamily: "family"
    case .revokeUserOnClient: "client"
    case .revokeUser: "user"
    }
  }

  /// Whether the server takes notice of the reuse.
  public var isDetection: Bool {
    switch self {
    case .refuseOnly: false
    case .revokeFamily, .revokeUserOnClient, .revokeUser: true
    }
  }
}
