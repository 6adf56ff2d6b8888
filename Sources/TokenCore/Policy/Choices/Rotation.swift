/// Whether using a refresh token gives a new one (RFC 6749 §10.4, RFC 9700 §4.14.2).
public enum Rotation: Hashable, Codable, Sendable {
  /// The same token serves until it expires.
  case reusable
  /// Every use gives another one beside it; both serve until they expire.
  case renewed
  /// Every use spends the token and gives its successor.
  case rotating(onReuse: ReuseResponse, grace: Grace)

  /// The rotation of that kind; one that rotates revokes the family at a reuse and has no grace.
  package init(_ kind: Kind) {
    switch kind {
    case .reusable: self = .reusable
    case .renewed: self = .renewed
    case .rotating: self = .rotating(onReuse: .revokeFamily, grace: .none)
    }
  }

  /// Whether it rotates, without what goes with it.
  package var kind: Kind {
    switch self {
    case .reusable: .reusable
    case .renewed: .renewed
    case .rotating: .rotating
    }
  }

  /// The grace rule; none where there is no rotation.
  public var grace: Grace {
    switch self {
    case .reusable, .renewed: .none
    case .rotating(_, let grace): grace
    }
  }

  /// Whether a use spends the token, so that another use of it is a reuse.
  package var spends: Bool {
    switch self {
    case .reusable, .renewed: false
    case .rotating: true
    }
  }

  /// Whether using a refresh token gives a new one.
  package enum Kind: AxisChoice {
    case reusable, renewed, rotating

    package static var listed: [Kind] { allCases.reversed() }

    package var described: ValueDescription {
      switch self {
      case .reusable:
        ValueDescription(
          "reusable", label: "reusable",
          meaning: "The same refresh token serves until it expires.", source: "RFC 6749 §6")
      case .renewed:
        ValueDescription(
          "renewed", label: "another at each use",
          meaning: "Every use gives another refresh token, and the one before serves on.",
          source: "RFC 6749 §6")
      case .rotating:
        ValueDescription(
          "rotating", label: "rotating",
          meaning: "Every use spends the refresh token and gives its successor.",
          source: "RFC 9700 §4.14.2", odds: 6)
      }
    }
  }
}
