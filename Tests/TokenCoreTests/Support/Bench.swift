import JOSE

@testable import TokenCore

/// A server with two people and four registered clients, and the requests that are made of it.
struct Bench {
  static let cryptography = LabCryptography()

  var server: AuthorizationServer
  var random = RandomStream(seed: 20, label: "bench")
  let alice: UserID
  let bob: UserID

  static let issuer = "https://as.example"
  static let api = "https://api.example"

  init(_ policy: Policy, audiences: [String] = [Bench.api]) {
    server = AuthorizationServer(
      policy: policy, issuer: Self.issuer, audiences: audiences, using: &random,
      Self.cryptography)
    alice = server.addUser(named: "alice")
    bob = server.addUser(named: "bob")
    for presenter in [Presenter.web, .television] {
      server.register(publicClient: presenter.clientID ?? "")
    }
    for presenter in [Presenter.backend, .reports] {
      server.register(
        confidentialClient: presenter.clientID ?? "", secret: presenter.bodySecret ?? "",
        Self.cryptography)
    }
  }

  /// A sign-in from the authorization endpoint to the tokens.
  mutating func signIn(
    _ person: String = "alice", on presenter: Presenter = .web, scope: String = "read write",
    at now: Instant = .start
  ) throws -> TokenGrant {
    let code = try authorize(person, on: presenter, scope: scope, at: now)
    return try exchange(code, by: presenter, at: now).granted
  }

  /// A code from the authorization endpoint, bound to `verifier`.
  mutating func authorize(
    _ person: String = "alice", on presenter: Presenter = .web, scope: String = "read write",
    verifier: String = Bench.verifier, at now: Instant = .start
  ) throws -> String {
    let challenge = codeChallenge(of: verifier, Self.cryptography)
    let request = AuthorizationRequest(
      clientID: presenter.clientID ?? "", scope: Scope(scope), codeChallenge: challenge,
      userName: person)
    let answer = server.answer(request, at: now, using: &random, Self.cryptography)
    guard case .code(let code, _) = answer.response else { throw Unexpected("\(answer.response)") }
    return code
  }

  mutating func exchange(
    _ code: String, verifier: String = Bench.verifier, by presenter: Presenter = .web,
    at now: Instant = .start
  ) -> Answer<TokenResponse> {
    post(
      ["grant_type": "authorization_code", "code": code, "code_verifier": verifier],
      by: presenter, at: now)
  }

  /// Presents a refresh token at the token endpoint.
  mutating func refresh(
    _ token: RefreshToken?, by presenter: Presenter = .web, scope: String? = nil,
    at now: Instant
  ) -> Answer<TokenResponse> {
    var form: Form = ["grant_type": "refresh_token", "refresh_token": token?.text ?? ""]
    if let scope { form.append("scope", scope) }
    return post(form, by: presenter, at: now)
  }

  /// Refreshes again and again with the newest token, once at each moment.
  mutating func refresh(
    _ grant: TokenGrant, at moments: [Instant], by presenter: Presenter = .web
  ) throws -> [TokenGrant] {
    var grants = [grant]
    for now in moments {
      grants.append(
        try refresh(grants[grants.count - 1].refreshToken, by: presenter, at: now).granted)
    }
    return grants
  }

  /// Any form to the token endpoint, with the presenter's credentials added.
  mutating func post(
    _ form: Form, by presenter: Presenter = .web, at now: Instant = .start
  ) -> Answer<TokenResponse> {
    server.answer(
      TokenRequest(form: presenter.signed(form), basic: presenter.basic), at: now,
      using: &random, Self.cryptography)
  }

  /// A token to the revocation endpoint.
  mutating func revoke(
    _ token: String, hint: String? = nil, by presenter: Presenter = .web,
    at now: Instant = .start
  ) -> Answer<RevocationResponse> {
    var form: Form = ["token": token]
    if let hint { form.append("token_type_hint", hint) }
    return server.answer(
      RevocationRequest(form: presenter.signed(form), basic: presenter.basic), at: now,
      Self.cryptography)
  }

  /// A call to the protected API under the server's own policy.
  func call(
    _ token: AccessToken?, needing scope: String = "read", at now: Instant,
    of audience: String = Bench.api
  ) -> Answer<ResourceResponse> {
    var api = ResourceServer(
      policy: server.policy.accessToken, issuer: Self.issuer, audience: audience,
      givesNextToken: server.policy.renewal == .everyRequest)
    var server = server
    var random = RandomStream(seed: 1, label: "api")
    let request = ResourceRequest(token: token, requiredScope: scope)
    return api.answer(request, at: now, asking: &server, using: &random)
  }

  /// Whether the token would be good for tokens now, if its own client brought it.
  func isUsable(_ token: RefreshToken?, at now: Instant) -> Bool {
    token?.label.map { server.isUsable($0, at: now) } ?? false
  }

  static let verifier = "a-verifier-that-only-the-client-knows-0123456"
}

/// An answer that the story of a test has no place for.
struct Unexpected: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension ResourceServer {
  /// The answer, after each question on the way was put to the server.
  mutating func answer(
    _ request: ResourceRequest, at now: Instant, asking server: inout AuthorizationServer,
    using random: inout RandomStream
  ) -> Answer<ResourceResponse> {
    var step = receive(request, at: now, Bench.cryptography)
    while true {
      switch step {
      case .answered(let answer): return answer
      case .asks(let visit):
        let reply = server.reply(
          to: visit.question, at: now, using: &random, Bench.cryptography)
        step = resume(visit, with: reply, Bench.cryptography)
      }
    }
  }
}
