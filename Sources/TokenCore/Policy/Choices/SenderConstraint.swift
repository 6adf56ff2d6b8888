/// Whether holding a token is enough to use it (RFC 9700 §2.2).
public enum SenderConstraint: AxisChoice {
  /// Whoever has it may use it.
  case bearer
  /// Only with a proof made by the key that it was asked for with (RFC 9449).
  case key

  /// Whether a proof of the key goes with every use.
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
        meaning: "Whoever holds the token may use it.", source: "RFC 6750 §1.2")
    case .key:
      ValueDescription(
        "key", label: "the device's key",
        meaning: "The token works only with a proof by the key that it was asked for with.",
        source: "RFC 9449 §5")
    }
  }
}
