/// Something a check compared: "spent at 15:00.3", "family f1".
public struct Fact: Hashable, Sendable {
  public let name: String
  public let value: Value

  public enum Value: Hashable, Sendable {
    case instant(Instant)
    case span(TimeSpan)
    case text(String)
    case refreshToken(RefreshTokenID)
    case accessToken(AccessTokenID)
    case family(FamilyID)
  }

  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}

extension Fact: CustomStringConvertible {
  public var description: String { "\(name) \(value)" }
}

extension Fact.Value: CustomStringConvertible {
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
