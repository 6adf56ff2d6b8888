import TokenCore

/// Whoever writes requests by hand: of the answers it has what it was told to keep, and the nonces.
package struct Visitor: Hashable, Sendable {
  /// Something out of an answer.
  enum Possession: Hashable, Sendable {
    case accessToken(AccessToken)
    case refreshToken(RefreshToken)
    case code(String)
    case cookie(SessionCookie)
  }

  /// By their names; what a later answer brings under the same name takes the place of it.
  private(set) var possessions: [String: Possession] = [:]
  /// What is to be kept of the answer to a request, by the request's number.
  private(set) var wishes: [Int: [ExplicitRequest.Part: String]] = [:]
  /// What the servers last gave it for its proofs.
  private(set) var nonces = KnownNonces()
  /// The names of the keys that it has made proofs with, in the order of their first use.
  private(set) var keys: [String] = []

  /// Waits for what the answer to that request brings.
  mutating func wish(for parts: [ExplicitRequest.Part: String], in request: Int) {
    if !parts.isEmpty { wishes[request] = parts }
  }

  /// Remembers that it has used a key of that name.
  mutating func use(key name: String) {
    if !keys.contains(where: { sameBytes($0, name) }) { keys.append(name) }
  }

  /// Keeps what was asked for, as far as the answer has it.
  mutating func receive(_ answer: Payload, for request: Int) {
    nonces.note(answer)
    for (part, name) in wishes[request] ?? [:] {
      if let found = Self.possession(part, in: answer) { possessions[name] = found }
    }
  }

  /// A cookie that a session's handle is set in is no token in the body.
  private static func possession(
    _ part: ExplicitRequest.Part, in answer: Payload
  ) -> Possession? {
    switch (answer, part) {
    case (.authorizationResponse(.code(let code, _)), .code): .code(code)
    case (.authorizationResponse(.code(_, let cookie)), .cookie): cookie.map(Possession.cookie)
    case (.tokenResponse(.success(let grant)), .accessToken):
      grant.cookie == nil ? .accessToken(grant.accessToken) : nil
    case (.tokenResponse(.success(let grant)), .cookie):
      grant.cookie == nil ? nil : .accessToken(grant.accessToken)
    case (.tokenResponse(.success(let grant)), .refreshToken):
      grant.refreshToken.map(Possession.refreshToken)
    case (.resourceResponse(let response), .accessToken):
      response.freshToken.map(Possession.accessToken)
    case (_, .accessToken), (_, .refreshToken), (_, .code), (_, .cookie): nil
    }
  }
}

extension Visitor.Possession {
  var text: String {
    switch self {
    case .accessToken(let token): token.text
    case .refreshToken(let token): token.text
    case .code(let code): code
    case .cookie(let cookie): cookie.text
    }
  }

  /// The lab's note of the refresh token that it is.
  var refreshLabel: RefreshTokenID? {
    if case .refreshToken(let token) = self { token.label } else { nil }
  }

  /// As a bearer of tokens would send it.
  var accessToken: AccessToken {
    if case .accessToken(let token) = self { token } else { AccessToken(text: text, label: nil) }
  }

  /// As a browser would send it to the authorization server.
  var sessionCookie: SessionCookie {
    if case .cookie(let cookie) = self { cookie } else { SessionCookie(text: text, label: nil) }
  }
}
