extension ResourceServer: Codable {
  private enum Member: String, CodingKey {
    case kind, version, policy, givesNextToken, asksForHeader, issuer, audience, keySet,
      fetchedAt, introspections, statusList, endedSessions
    case address, nonces, seenProofs
  }

  /// What was said of one token.
  private struct Believed: Codable {
    let token: String
    let introspection: CachedIntrospection
  }

  /// Writes everything that an answer can hang on; keys and tokens are in it, so it is as secret as
  /// the server.
  public func encode(to encoder: any Encoder) throws {
    var state = encoder.container(keyedBy: Member.self)
    try state.encode(StateFormat.resourceServer, forKey: .kind)
    try state.encode(StateFormat.version, forKey: .version)
    try state.encode(policy, forKey: .policy)
    try state.encode(givesNextToken, forKey: .givesNextToken)
    try state.encode(asksForHeader, forKey: .asksForHeader)
    try state.encode(issuer, forKey: .issuer)
    try state.encode(audience, forKey: .audience)
    try state.encode(keySet, forKey: .keySet)
    try state.encodeIfPresent(fetchedAt, forKey: .fetchedAt)
    let believed = introspections.map { Believed(token: $0.key, introspection: $0.value) }
    try state.encode(believed.sorted { $0.token < $1.token }, forKey: .introspections)
    try state.encodeIfPresent(statusList, forKey: .statusList)
    try state.encode(endedSessions, forKey: .endedSessions)
    try state.encode(address, forKey: .address)
    try state.encodeIfPresent(nonces, forKey: .nonces)
    try state.encode(seenProofs, forKey: .seenProofs)
  }

  /// Reads what `encode` wrote. Refuses another kind or version, and a policy that cannot be: a
  /// `DecodingError` that says what was expected, what was found, and where.
  public init(from decoder: any Decoder) throws {
    let state = try decoder.container(keyedBy: Member.self)
    try state.check(StateFormat.resourceServer, kind: .kind, version: .version)
    policy = try state.read(.policy)
    givesNextToken = try state.read(.givesNextToken)
    asksForHeader = try state.read(.asksForHeader)
    issuer = try state.read(.issuer)
    audience = try state.read(.audience)
    keySet = try state.read(.keySet)
    fetchedAt = try state.readIfPresent(.fetchedAt)
    statusList = try state.readIfPresent(.statusList)
    endedSessions = try state.read(.endedSessions)
    address = try state.read(.address)
    nonces = try state.readIfPresent(.nonces)
    if let period = nonces?.period, period <= .zero {
      throw state.refusal(
        StateFlaw("nonces.period", expected: "above zero", found: period.shortText))
    }
    seenProofs = try state.read(.seenProofs)
    let rows: [Believed] = try state.read(.introspections)
    for row in rows { introspections[row.token] = row.introspection }
    let fault = Policy(accessToken: policy, renewal: .none).faults.first
    if let fault {
      throw state.refusal(
        StateFlaw("policy", expected: "a policy that can be", found: fault.description))
    }
  }
}
