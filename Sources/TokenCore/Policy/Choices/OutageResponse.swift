/// What a resource server does with a token that nobody tells it about.
public enum OutageResponse: AxisChoice {
  /// It refuses, with 503 (RFC 9110 §15.6.4): of the token nothing is known, so a 401 would have the
  /// client renew one that may be good (RFC 6750 §3.1).
  case failClosed
  /// It goes by what the token says itself.
  case failOpen

  package var described: ValueDescription {
    switch self {
    case .failClosed:
      ValueDescription(
        "fail-closed", label: "fails closed",
        meaning: "The API serves nobody of whom it was not told before, and answers 503.",
        source: "RFC 9110 §15.6.4")
    case .failOpen:
      ValueDescription(
        "fail-open", label: "fails open",
        meaning: "The API serves whoever has a good signature, revoked or not.")
    }
  }
}
