import TokenCore

/// What a request by hand can have beside its parameters.
extension ExplicitRequest {
  /// A proof by the visitor's own making. What is nil is as the server wants it (RFC 9449 §4.2).
  public struct Proof: Hashable, Sendable {
    /// Whose key signs it.
    public var key: ProofKey
    /// `jti`; another for each request where it is nil.
    public var proofID: String?
    /// `htm`
    public var method: String?
    /// `htu`
    public var target: String?
    /// How far `iat` is ahead of the moment at which the request is sent.
    public var clockOffset: TimeSpan
    /// `nonce`, and none where it is empty; where it is nil, the newest that this server gave the visitor.
    public var nonce: String?
    /// The text whose hash is `ath`, and none where it is empty; where it is nil, the request's token.
    public var accessToken: String?

    /// A proof that is as the server wants it, but for what is said here.
    public init(
      key: ProofKey, proofID: String? = nil, method: String? = nil, target: String? = nil,
      clockOffset: TimeSpan = .zero, nonce: String? = nil, accessToken: String? = nil
    ) {
      self.key = key
      self.proofID = proofID
      self.method = method
      self.target = target
      self.clockOffset = clockOffset
      self.nonce = nonce
      self.accessToken = accessToken
    }
  }

  /// A key that a proof is made with.
  public enum ProofKey: Hashable, Sendable {
    /// One of the visitor's own; another name is another key.
    case named(String)
    /// The one on that device, which signs for whoever is there.
    case device(DeviceID)
  }

  /// A header field (RFC 9110 §5).
  public struct Header: Hashable, Sendable {
    /// Compared without regard to case.
    public let name: String
    /// As it is sent.
    public let value: String

    /// A field of that name.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }

    /// Whether it goes by that name (RFC 9110 §5.1).
    package func isNamed(_ other: String) -> Bool {
      sameBytes(name.lowercased(), other.lowercased())
    }
  }

  /// The header that carries a proof, made beforehand (RFC 9449 §4.1).
  package static let proofHeader = "DPoP"

  /// A cookie that the browser has: the authorization server's own, or at an API the session's.
  public enum Cookie: Hashable, Sendable {
    /// Text as it stands.
    case text(String)
    /// What was kept under that name.
    case kept(String)
    /// The one in the browser on that device.
    case browser(DeviceID)
  }

  /// Something that an answer brings.
  public enum Part: String, Hashable, CaseIterable, Sendable {
    /// An access token, of a token response or with an API's answer.
    case accessToken = "access_token"
    /// The refresh token of a token response.
    case refreshToken = "refresh_token"
    /// The authorization code of a redirect.
    case code
    /// The cookie that an answer sets: of the session at the authorization server, or of the
    /// application's.
    case cookie
  }

  /// The names that the request refers to.
  package var keptNames: [String] {
    let inParameters = parameters.compactMap { parameter in
      if case .kept(let name) = parameter.value { name } else { nil as String? }
    }
    if case .kept(let name) = cookie { return inParameters + [name] }
    return inParameters
  }
}
