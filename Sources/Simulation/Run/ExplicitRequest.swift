import TokenCore

/// A request written out by hand, to see how an endpoint answers it.
public struct ExplicitRequest: Hashable, Sendable {
  /// Where it is sent.
  public enum Endpoint: String, Hashable, CaseIterable, Sendable {
    /// The authorization server's four endpoints, and a call to an API.
    case authorization, token, revocation, introspection, api
  }

  /// A parameter of the form.
  public struct Parameter: Hashable, Sendable {
    /// As it is sent.
    public let name: String
    /// What it stands for when the request is made.
    public let value: Value

    /// A parameter of that name.
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// Text as it stands, or a token that somebody holds when the request is made.
  public enum Value: Hashable, Sendable {
    /// Text as it stands.
    case text(String)
    /// The refresh token on that device.
    case refreshToken(of: DeviceID)
    /// The access token on that device.
    case accessToken(of: DeviceID)
    /// The newest refresh token that the attacker holds.
    case stolenRefreshToken
    /// The newest access token that the attacker holds.
    case stolenAccessToken
    /// What was kept under that name of an answer to an earlier request.
    case kept(String)
  }

  /// Where it is sent.
  public var endpoint: Endpoint
  /// Which of several APIs, where the endpoint is one.
  public var server: ResourceServerID
  /// In the order sent; a name may occur twice. For the API, the one named `token` is the bearer's.
  public var parameters: [Parameter]
  /// Credentials in the `Authorization` header (RFC 6749 §2.3.1).
  public var basic: ClientCredentials?
  /// Who has signed in at the server in the browser that goes to the authorization endpoint; the first
  /// user where nobody is named.
  public var person: UserID
  /// What a browser adds by itself, where it is one that asks (RFC 6265 §5.4).
  public var cookie: Cookie?
  /// A proof that is made as the request is sent (RFC 9449 §4).
  public var proof: Proof?
  /// Header fields beside those that the rest says, in the order sent; a name may occur twice.
  public var headers: [Header]
  /// What of the answer later requests can use, and the names that it goes by then.
  public var keeps: [Part: String]

  /// What an authorization request can be made of here, beside its `response_type=code`.
  public static let authorizationNames = [
    "client_id", "scope", "code_challenge", "code_challenge_method", "prompt",
  ]

  /// A request with these parameters; nothing in it is checked.
  public init(
    endpoint: Endpoint, parameters: [Parameter], basic: ClientCredentials? = nil,
    server: ResourceServerID = .first, person: UserID = UserID(index: 0), cookie: Cookie? = nil,
    proof: Proof? = nil, headers: [Header] = [], keeps: [Part: String] = [:]
  ) {
    self.endpoint = endpoint
    self.server = server
    self.person = person
    self.parameters = parameters
    self.basic = basic
    self.cookie = cookie
    self.proof = proof
    self.headers = headers
    self.keeps = keeps
  }
}

extension ExplicitRequest.Endpoint {
  /// Whether clients authenticate there.
  package var takesCredentials: Bool {
    switch self {
    case .token, .revocation, .introspection: true
    case .authorization, .api: false
    }
  }

  /// Whether a browser's cookie means something there.
  package var takesCookie: Bool {
    switch self {
    case .authorization, .api: true
    case .token, .revocation, .introspection: false
    }
  }

  /// Whether somebody there reads a proof of possession (RFC 9449 §5, §7).
  package var takesProof: Bool {
    switch self {
    case .token, .api: true
    case .authorization, .revocation, .introspection: false
    }
  }

  /// What an answer from there may bring that a later request can use.
  package var parts: [ExplicitRequest.Part] {
    switch self {
    case .authorization: [.code, .cookie]
    case .token: [.accessToken, .refreshToken, .cookie]
    case .api: [.accessToken]
    case .revocation, .introspection: []
    }
  }
}
