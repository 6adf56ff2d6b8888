/// Whether the browser adds a cookie to a request that another site's page made it send: the attribute
/// `SameSite` (RFC 6265bis).
public enum SameSite: AxisChoice {
  /// Never.
  case strict
  /// With a link that is followed, not with a form that is posted.
  case lax
  /// Always.
  case none

  /// Whether the cookie goes along with a navigation that another site began.
  public func sends(with method: HTTPMethod) -> Bool {
    switch self {
    case .strict: false
    case .lax: method.isSafe
    case .none: true
    }
  }

  /// The value on the wire.
  package var wireValue: String {
    switch self {
    case .strict: "Strict"
    case .lax: "Lax"
    case .none: "None"
    }
  }

  package var described: ValueDescription {
    switch self {
    case .strict:
      ValueDescription(
        "strict", label: "Strict",
        meaning: "The cookie stays away from whatever another site's page has the browser send.",
        source: "RFC 6265bis")
    case .lax:
      ValueDescription(
        "lax", label: "Lax",
        meaning: "The cookie goes along with another site's link, but not with its form.",
        source: "RFC 6265bis")
    case .none:
      ValueDescription(
        "none", label: "None",
        meaning: "The cookie goes along with whatever another site's page has the browser send.",
        source: "RFC 6265bis")
    }
  }
}
