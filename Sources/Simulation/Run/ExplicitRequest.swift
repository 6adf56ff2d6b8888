import TokenCore

/// A request written out by hand, to see how an endpoint answers it.
public struct ExplicitRequest: Hashable, Sendable {
  public enum Endpoint: String, Hashable, CaseIterable, Sendable {
    case token, revocation, introspection, api
  }

  public struct Parameter: Hashable, Sendable {
    public let name: String
    public let value: Value

    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// Text as it stands, or a token that somebody holds when the request is made.
  public enum Value: Hashable, Sendable {
    case text(String)
    case refreshToken(of: DeviceID)
    case accessToken(of: DeviceID)
    case stolenRefreshToken
    case stolenAccessToken
  }

  public var endpoint: Endpoint
  /// Which of several APIs, where the endpoint is one.
  public var server: ResourceServerID
  /// In the order sent; a name may occur twice. For the API, the one named `token` is the bearer's.
  public var parameters: [Parameter]
  public var basic: ClientCredentials?

  public init(
    endpoint: Endpoint, parameters: [Parameter], basic: ClientCredentials? = nil,
    server: ResourceServerID = .first
  ) {
    self.endpoint = endpoint
    self.server = server
    self.parameters = parameters
    self.basic = basic
  }
}
