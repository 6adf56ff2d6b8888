/// Something a check compared: "spent at 15:00.3", "family f1".
public struct Fact: Hashable, Sendable {
  /// What it is about.
  public let name: String
  /// What it was.
  public let value: Value

  /// A value as it was compared.
  public enum Value: Hashable, Sendable {
    /// A moment on the server's clock.
    case instant(Instant)
    /// A length of time.
    case span(TimeSpan)
    /// Any text, also what a stranger sent: to be escaped before it is shown.
    case text(String)
    /// A row of the server.
    case refreshToken(RefreshTokenID)
    /// A row of the server.
    case accessToken(AccessTokenID)
    /// A row of the server.
    case family(FamilyID)
  }

  /// A fact of that name.
  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}

extension Fact: CustomStringConvertible {
  /// The name and the value with a space between them.
  public var description: String { "\(name) \(value)" }
}

extension Fact.Value: CustomStringConvertible {
  /// As people write it: `15m`, `0:42.0`, `RT1`.
  public var description: String {
    switch self {
    case .instant(let instant): instant.clockText
    case .span(let span): span.shortText
    case .text(let text): text
    case .refreshToken(let id): id.description
    case .accessToken(let id): id.description
    case .family(let id): id.description
    }
  }
}
