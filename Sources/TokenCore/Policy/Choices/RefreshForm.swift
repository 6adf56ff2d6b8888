/// What a refresh token is.
public enum RefreshForm: Hashable, Codable, Sendable {
  /// 256 random bits that the server keeps the hash of.
  case opaque
  /// A signed JWT that the server keeps nothing of. `isTyped` says whether its `typ` sets it apart
  /// from an access token; without that a resource server takes one for the other, and so does the token
  /// endpoint (RFC 8725 §2.8).
  case signed(isTyped: Bool)

  /// The form of that kind.
  package init(_ kind: Kind) {
    switch kind {
    case .opaque: self = .opaque
    case .signed: self = .signed(isTyped: true)
    case .signedUntyped: self = .signed(isTyped: false)
    }
  }

  /// The form as one of a list.
  package var kind: Kind {
    switch self {
    case .opaque: .opaque
    case .signed(let isTyped): isTyped ? .signed : .signedUntyped
    }
  }

  /// What a refresh token is, one of a list.
  package enum Kind: AxisChoice {
    case opaque, signed, signedUntyped

    package var described: ValueDescription {
      switch self {
      case .opaque:
        ValueDescription(
          "opaque", label: "opaque",
          meaning: "Random bits that name a row at the server, which keeps their hash.",
          odds: 4)
      case .signed:
        ValueDescription(
          "signed", label: "signed JWT",
          meaning: "A signed JWT of a type of its own, of which the server keeps nothing.",
          source: "RFC 8725 §3.11")
      case .signedUntyped:
        ValueDescription(
          "signed-untyped", label: "signed JWT, untyped",
          meaning:
            "A signed JWT that an API takes for an access token, and the server the other way round.",
          source: "RFC 8725 §2.8")
      }
    }
  }
}
