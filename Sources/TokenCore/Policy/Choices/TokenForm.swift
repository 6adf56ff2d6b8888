/// Whether an access token says what it is worth, or names a row that does (RFC 6749 §1.4,
/// RFC 6819 §3.1).
public enum TokenForm: AxisChoice {
  /// A JWT that a resource server can judge by itself.
  case selfContained
  /// An opaque handle.
  case reference

  /// Whether it says nothing by itself, so that the server has to be asked.
  package var isHandle: Bool {
    switch self {
    case .selfContained: false
    case .reference: true
    }
  }

  package var described: ValueDescription {
    switch self {
    case .selfContained:
      ValueDescription(
        "self-contained", label: "self-contained JWT",
        meaning: "A signed JWT that the API can judge by itself.", source: "RFC 9068 §2")
    case .reference:
      ValueDescription(
        "reference", label: "opaque handle",
        meaning: "A random handle that says nothing, so that somebody has to be asked about it.",
        source: "RFC 6749 §1.4")
    }
  }
}
