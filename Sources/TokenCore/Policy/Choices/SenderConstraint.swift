/// Whether holding a refresh token is enough to use it (RFC 9700 §2.2.2).
public enum SenderConstraint: AxisChoice {
  /// Whoever has it may use it.
  case bearer
  /// Only with a proof made by the key that was there at the sign-in (RFC 9449 §5).
  case key

  /// Whether a proof of the key goes with every refresh.
  public var needsProof: Bool {
    switch self {
    case .bearer: false
    case .key: true
    }
  }

  package var described: ValueDescription {
    switch self {
    case .bearer:
      ValueDescription(
        "nothing", label: "nothing: bearer",
        meaning: "Whoever holds the refresh token, and passes for its client, may use it.")
    case .key:
      ValueDescription(
        "key", label: "the device's key",
        meaning: "The refresh token works only with a proof by the key that was there at the "
          + "sign-in.", source: "RFC 9449 §5")
    }
  }
}
