/// Scope tokens in the order given (RFC 6749 §3.3); whether one is among them is decided byte for byte.
public struct Scope: Hashable, Sendable, CustomStringConvertible {
  /// Without spaces, in order.
  public let tokens: [String]

  /// Scope tokens with spaces between them; repeated ones stay.
  public init(_ text: String) {
    tokens = text.split(separator: " ").map(String.init)
  }

  /// The tokens with a space between them, as they go over the wire.
  public var description: String { tokens.joined(separator: " ") }

  /// Whether the token is among them, byte for byte.
  public func contains(_ token: String) -> Bool {
    tokens.contains { sameBytes($0, token) }
  }

  /// Whether every token is among the other's; none at all is.
  public func isSubset(of other: Scope) -> Bool {
    tokens.allSatisfy(other.contains)
  }

  /// The same without those tokens.
  package func without(_ refused: [String]) -> Scope {
    guard refused.contains(where: contains) else { return self }
    let left = tokens.filter { token in !refused.contains { sameBytes($0, token) } }
    return Scope(left.joined(separator: " "))
  }
}
