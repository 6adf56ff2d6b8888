import Simulation
import TokenCore

extension ExplicitRequest {
  /// A request that makes sense, or one with something left out, doubled or swapped.
  package static func random(
    _ device: DeviceID, using random: inout RandomStream
  ) -> ExplicitRequest {
    let endpoint = random.pick(Endpoint.allCases)
    var parameters = parameters(for: endpoint, device, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: parameters.remove(at: .random(in: parameters.indices, using: &random))
    case 1 where endpoint != .authorization: parameters.append(random.pick(parameters))
    case 2: parameters.shuffle(using: &random)
    default: break
    }
    var request = ExplicitRequest(
      endpoint: endpoint, parameters: parameters, basic: credentials(using: &random))
    // Of a copy of the stream: what a run draws next does not hang on what a request has besides.
    var besides = random
    request.addParts(device, using: &besides)
    return request
  }

  /// Proofs, good and bad, headers, cookies, and names for what the answer brings.
  private mutating func addParts(_ device: DeviceID, using random: inout RandomStream) {
    if Bool.random(using: &random) {
      for part in endpoint.parts { keeps[part] = part.randomName }
    }
    if endpoint.takesProof, Bool.random(using: &random) {
      proof = Self.proof(using: &random)
    }
    if Int.random(in: 0..<6, using: &random) == 0 {
      headers = [random.pick([Header("dpop", "nonsense"), Header("X-CSRF", "1")])]
    }
    if endpoint.takesCookie, Int.random(in: 0..<3, using: &random) == 0 {
      cookie = random.pick([.text("nonsense"), .kept(Part.cookie.randomName), .browser(device)])
    }
  }

  private static func parameters(
    for endpoint: Endpoint, _ device: DeviceID, using random: inout RandomStream
  ) -> [Parameter] {
    let token = token(device, using: &random)
    switch endpoint {
    case .authorization: return authorization(using: &random)
    case .token: return grant(token, using: &random)
    case .revocation, .introspection:
      return [Parameter("token", token), client(using: &random)]
    case .api: return [Parameter("token", token)]
    }
  }

  /// Mostly what the application itself would send, but for the verifier that only it knows.
  private static func authorization(using random: inout RandomStream) -> [Parameter] {
    [
      client(using: &random), Parameter("scope", .text(random.pick(["read write", "admin", ""]))),
      Parameter(
        "code_challenge", .text(random.pick(["E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJ", ""]))),
      Parameter("code_challenge_method", .text(random.pick(["S256", "S256", "plain", ""]))),
    ]
  }

  private static func grant(_ token: Value, using random: inout RandomStream) -> [Parameter] {
    let grants = [
      ("refresh_token", "refresh_token"), ("refresh_token", "refresh_token"),
      (TokenRequest.reissueGrantType, "access_token"), ("authorization_code", "code"),
      ("password", "password"),
    ]
    let (type, name) = random.pick(grants)
    let scopes = [[], [], ["read"], ["read write"], ["admin"], ["ro\u{301}le"]]
    return [
      Parameter("grant_type", .text(type)), Parameter(name, token), client(using: &random),
    ] + random.pick(scopes).map { Parameter("scope", .text($0)) }
  }

  private static func token(_ device: DeviceID, using random: inout RandomStream) -> Value {
    random.pick([
      .refreshToken(of: device), .refreshToken(of: device), .accessToken(of: device),
      .stolenRefreshToken, .stolenAccessToken, .text("nonsense"), .text(""),
      .text(guessedToken), .text(unsignedToken), .kept(Part.refreshToken.randomName),
      .kept(Part.accessToken.randomName), .kept(Part.code.randomName),
    ])
  }

  private static func client(using random: inout RandomStream) -> Parameter {
    Parameter("client_id", .text(random.pick(["web", "web", "web", "spa", "api", "nobody"])))
  }

  /// What is said of it is as often wrong as left as the server wants it.
  private static func proof(using random: inout RandomStream) -> Proof {
    Proof(
      key: random.pick([.named("one"), .named("one"), .named("two")]),
      proofID: random.pick([nil, nil, "again"]), method: random.pick([nil, nil, nil, "PUT"]),
      target: random.pick([nil, nil, nil, "https://elsewhere.example/"]),
      clockOffset: random.pick([.zero, .zero, .minutes(-3), .minutes(3)]),
      nonce: random.pick([nil, nil, nil, "", "guessed"]),
      accessToken: random.pick([nil, nil, nil, "", "another"]))
  }

  /// Mostly none; the right ones, another client's and wrong ones.
  private static func credentials(using random: inout RandomStream) -> ClientCredentials? {
    random.pick([
      nil, nil, nil, Client.secretCredentials,
      ClientCredentials(clientID: "api", secret: "api-secret"),
      ClientCredentials(clientID: "web", secret: "guessed"),
    ])
  }

  /// A JWT of the right shape for alice, signed with a key of somebody else.
  private static let guessedToken = [
    "eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6ImxhYi0xIn0.eyJpc3MiOiJodHRwczovL2FzLmV4",
    "YW1wbGUiLCJzdWIiOiJhbGljZSIsImF1ZCI6WyJodHRwczovL2FwaS5leGFtcGxlIl0sImNsaWVudF9pZCI6Indl",
    "YiIsImlhdCI6MTc2NzIyNTYwMCwiZXhwIjo0MTAyNDQ0ODAwLCJqdGkiOiJndWVzc2VkIiwic2NvcGUiOiJyZWFk",
    "IHdyaXRlIGFkbWluIn0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  ].joined()

  /// The same, signed with nothing (RFC 8725 §2.1).
  private static let unsignedToken = [
    "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUiLCJzdWIiOiJh",
    "bGljZSIsImF1ZCI6WyJodHRwczovL2FwaS5leGFtcGxlIl0sImNsaWVudF9pZCI6IndlYiIsImlhdCI6MTc2NzIy",
    "NTYwMCwiZXhwIjo0MTAyNDQ0ODAwLCJqdGkiOiJndWVzc2VkIiwic2NvcGUiOiJyZWFkIHdyaXRlIGFkbWluIn0.",
  ].joined()
}

extension ExplicitRequest.Part {
  /// One name for each, so that what is kept is used.
  fileprivate var randomName: String {
    switch self {
    case .accessToken: "access"
    case .refreshToken: "refresh"
    case .code: "code"
    case .cookie: "cookie"
    }
  }
}
