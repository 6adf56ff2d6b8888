/// Where a client learns when its access token ends.
public enum ExpirySource: AxisChoice {
  /// `expires_in`, counted from the moment the answer came (RFC 6749 §5.1): whatever its clock shows,
  /// it is right about a length of time.
  case expiresIn
  /// The claim `exp`, looked up in the token and compared with its own clock. A client is not to look
  /// (RFC 9068 §6), and of a handle it learns nothing so.
  case exp

  package var described: ValueDescription {
    switch self {
    case .expiresIn:
      ValueDescription(
        "expires-in", label: "expires_in",
        meaning: "The application counts expires_in from the answer; no clock can be wrong.",
        source: "RFC 6749 §5.1")
    case .exp:
      ValueDescription(
        "exp", label: "exp in the token",
        meaning: "The application reads exp out of the token and goes by its own clock.",
        source: "RFC 9068 §6")
    }
  }
}
