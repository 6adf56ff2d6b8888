import Simulation
import TokenCore

/// A run as one JSON document: what it started from, every event on a line of its own, and how things
/// stand at the end. `Assets/Schemas/trace.schema.json` says what is in it.
///
/// Every object has all the members of its kind; null says that one has no value.
package struct TraceDocument {
  package static let format = "tokenlab-trace"
  package static let version = 1

  let telling: Telling
  let name: String
  let title: String
  let end: TimeSpan
  /// Whether it has what opens something: whole tokens, keys, and what was written out by hand.
  let withSecrets: Bool
  let words: Words
  /// What other rooms know how to say.
  package struct Words {
    /// The claims of a signed token; nil for any other text.
    let claims: (String) -> JSONText?
    /// A command as a scenario file has it: its word, and what stands beside it.
    let command: (Command) -> (word: String, arguments: JSONText)

    package init(
      claims: @escaping (String) -> JSONText?,
      command: @escaping (Command) -> (word: String, arguments: JSONText)
    ) {
      self.claims = claims
      self.command = command
    }
  }

  /// The tokens that servers gave out, by their text.
  let given: GivenTokens

  /// The run called `name`, up to `end`.
  package init(
    _ telling: Telling, name: String, title: String, end: TimeSpan, withSecrets: Bool,
    words: Words
  ) {
    self.telling = telling
    self.name = name
    self.title = title
    self.end = end
    self.withSecrets = withSecrets
    self.words = words
    given = GivenTokens(in: telling.trace)
  }

  /// Gives the document line by line, so that a long run is never in memory as text.
  package func write(to put: (String) throws -> Void) rethrows {
    try put("{\"format\":\"\(Self.format)\",\"version\":\(Self.version),")
    try put("\"run\":\(run.line),")
    try put("\"events\":[")
    let events = telling.trace.events
    for (index, event) in events.enumerated() {
      try put(self.event(event).line + (index + 1 < events.count ? "," : ""))
    }
    try put("],")
    try put("\"end\":\(endState.line),")
    try put("\"keys\":\(keys.line)}")
  }

  package var text: String {
    var text = ""
    write { text += $0 + "\n" }
    return text
  }

  var setting: Setting { telling.setting }
  var server: AuthorizationServer { telling.world.authorizationServer }

  /// The text of something secret, where secrets are shown.
  func secret(_ text: String) -> JSONText { withSecrets ? .string(text) : .null }
}

/// Which token a text is, as far as a server gave it out.
struct GivenTokens {
  private var refreshTokens: [String: RefreshTokenID] = [:]
  private var accessTokens: [String: AccessTokenID] = [:]

  init(in trace: Trace) {
    for event in trace.events {
      if case .answered(let exchange) = event.kind { note(exchange.response) }
    }
  }

  func refreshToken(_ text: String) -> RefreshTokenID? { refreshTokens[text] }
  func accessToken(_ text: String) -> AccessTokenID? { accessTokens[text] }

  private mutating func note(_ response: Payload) {
    switch response {
    case .tokenResponse(.success(let grant)):
      accessTokens[grant.accessToken.text] = grant.accessToken.label
      if let token = grant.refreshToken { refreshTokens[token.text] = token.label }
    case .resourceResponse(let response):
      if let token = response.freshToken { accessTokens[token.text] = token.label }
    case .tokenResponse(.error), .authorizationRequest, .authorizationResponse, .tokenRequest,
      .resourceRequest, .revocationRequest, .revocationResponse, .introspectionRequest,
      .introspectionResponse:
      break
    }
  }
}
