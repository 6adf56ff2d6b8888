import Simulation
import TokenCore

/// What a command can be given, read from its line.
struct CommandArguments {
  let fields: Fields<ScriptKey>
  let cast: Cast

  func device() throws(ScenarioError) -> DeviceID {
    try cast.device(fields[.device], of: fields.cursor)
  }

  func person() throws(ScenarioError) -> UserID {
    try cast.person(fields[.person], of: fields.cursor)
  }

  func server() throws(ScenarioError) -> ResourceServerID {
    try cast.server(fields[.server], of: fields.cursor)
  }

  func delay() throws(ScenarioError) -> TimeSpan {
    try fields.required(.by).duration(atLeast: .milliseconds(1))
  }

  /// A proof is made for each minute of it, so it is not long.
  func span() throws(ScenarioError) -> TimeSpan {
    let cursor = try fields.required(.span)
    let span = try cursor.duration(atLeast: .minutes(1))
    guard span <= .days(1) else { throw cursor.wants("at most 1d") }
    return span
  }

  /// The number of a message; whether it is on the wire then is the run's to say.
  func message(_ key: ScriptKey) throws(ScenarioError) -> Int {
    try fields.required(key).number(in: 0...1_000_000_000)
  }

  func flag(_ key: ScriptKey) throws(ScenarioError) -> Bool {
    try fields.required(key).flag()
  }

  /// `oldest`, `spent`, or a number such as `RT3`.
  func heldRefreshToken() throws(ScenarioError) -> HeldRefreshToken {
    let cursor = try fields.required(.token)
    if let id = cursor.text.flatMap(RefreshTokenID.init(named:)) { return .named(id) }
    return try cursor.word(of: HeldRefreshToken.words, or: "a number like RT3")
  }

  /// One of the scope tokens that the application asks for.
  func scope() throws(ScenarioError) -> String {
    let cursor = try fields.required(.scope)
    let known = Client.scope.tokens
    return known[try cursor.index(in: known)]
  }

  /// A shipped strategy's policy, or the story's with other parts.
  func policy() throws(ScenarioError) -> Policy {
    try fields.refuse(.policy, with: .strategy)
    if let cursor = fields[.policy] { return try Policy(cursor, instead: cast.policy) }
    return try fields.required(.strategy, or: ScriptKey.policy.rawValue).shippedStrategy().policy
  }

  /// Any text at all that a token may be.
  func tokenText() throws(ScenarioError) -> String {
    try fields.required(.text).anyText()
  }

  func request() throws(ScenarioError) -> ExplicitRequest {
    let endpoint: ExplicitRequest.Endpoint = try fields.required(.endpoint).word()
    try fields.refuse(Self.meaningless(at: endpoint), because: "with to: \(endpoint.rawValue)")
    return ExplicitRequest(
      endpoint: endpoint,
      parameters: endpoint == .authorization
        ? try cast.authorizationParameters(fields[.parameters])
        : try cast.parameters(fields[.parameters]),
      basic: try fields[.basic].map(ClientCredentials.init),
      server: try fields[.server].map { cursor throws(ScenarioError) in
        try cast.server(cursor, of: fields.cursor)
      } ?? .first,
      person: endpoint == .authorization ? try person() : UserID(index: 0),
      cookie: try cookie(at: endpoint),
      proof: try fields[.proof].map { cursor throws(ScenarioError) in try cast.proof(cursor) },
      headers: try fields[.headers].map(ExplicitRequest.headers) ?? [],
      keeps: try fields[.keep].map { cursor throws(ScenarioError) in
        try ExplicitRequest.keeps(cursor, from: endpoint)
      } ?? [:])
  }

  /// At an API there is one credential: a cookie, or a token in the header.
  private func cookie(
    at endpoint: ExplicitRequest.Endpoint
  ) throws(ScenarioError) -> ExplicitRequest.Cookie? {
    guard let cursor = fields[.cookie] else { return nil }
    if endpoint == .api { try fields.refuse(.cookie, with: .parameters) }
    return try cast.cookie(cursor)
  }

  /// What a request to that endpoint has no use for.
  private static func meaningless(at endpoint: ExplicitRequest.Endpoint) -> [ScriptKey] {
    switch endpoint {
    case .authorization: [.basic, .server, .proof]
    case .token: [.server, .person, .cookie]
    case .revocation, .introspection: [.server, .person, .cookie, .proof, .keep]
    case .api: [.basic, .person]
    }
  }
}

extension HeldRefreshToken {
  static let words: KeyValuePairs<String, HeldRefreshToken> = ["oldest": .oldest, "spent": .spent]
}

extension RefreshTokenID {
  /// Reads the label of a refresh token, `RT1` and up.
  fileprivate init?(named label: String) {
    guard label.hasPrefix(Self.prefix), let number = Int(label.dropFirst(Self.prefix.count)),
      (1...Self.highest).contains(number), case let id = Self(index: number - 1),
      id.description == label
    else { return nil }
    self = id
  }

  /// More than any run that a file may ask for gives out.
  private static let highest = 1_000_000
}
