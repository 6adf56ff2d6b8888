/// Scope tokens in the order given (RFC 6749 §3.3); whether one is among them is decided byte for byte.
public struct Scope: Hashable, Sendable, CustomStringConvertible {
  public let tokens: [String]

  public init(_ text: String) {
    tokens = text.split(separator: " ").map(String.init)
  }

  public var description: String { tokens.joined(separator: " ") }

  public func contains(_ token: String) -> Bool {
    tokens.contains { sameBytes($0, token) }
  }

  public func isSubset(of other: Scope) -> Bool {
    tokens.allSatisfy(other.contains)
  }
}
