/// Whether the client can keep a secret (RFC 6749 §2.1).
public enum ClientKind: AxisChoice {
  /// It runs where everybody can look, and has no secret.
  case `public`
  /// It keeps a secret and authenticates with it (RFC 6749 §3.2.1).
  case confidential

  /// Whether it proves who it is with a secret of its own (RFC 6749 §3.2.1).
  public var hasSecret: Bool {
    switch self {
    case .public: false
    case .confidential: true
    }
  }

  package var described: ValueDescription {
    switch self {
    case .public:
      ValueDescription(
        "public", label: "public",
        meaning: "The application runs where everybody can look, and has no secret.",
        source: "RFC 6749 §2.1")
    case .confidential:
      ValueDescription(
        "confidential", label: "confidential",
        meaning: "The application keeps a secret and authenticates at every refresh.",
        source: "RFC 6749 §3.2.1")
    }
  }
}
