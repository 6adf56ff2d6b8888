/// A state written out and read back: by any encoder, in this version of the format.
extension AuthorizationServer: Codable {
  private enum Member: String, CodingKey {
    case kind, version, policy, issuer, audiences, users, registrations, codes, families
    case ssoSessions
    case refreshTokens, accessTokens, signingKeys, keyCount, seenProofs, nonces, retryCopies
    case gaps, broken
  }

  private struct SeenProof: Codable {
    let proofID: String
    let seenAt: Instant
  }

  /// Writes everything that an answer can hang on; signing keys and clear copies are in it, so it is
  /// as secret as the server.
  public func encode(to encoder: any Encoder) throws {
    var state = encoder.container(keyedBy: Member.self)
    try state.encode(StateFormat.authorizationServer, forKey: .kind)
    try state.encode(StateFormat.version, forKey: .version)
    try state.encode(policy, forKey: .policy)
    try state.encode(issuer, forKey: .issuer)
    try state.encode(audiences, forKey: .audiences)
    try state.encode(users, forKey: .users)
    try state.encode(registrations, forKey: .registrations)
    try state.encode(ssoSessions, forKey: .ssoSessions)
    try state.encode(codes, forKey: .codes)
    try state.encode(families, forKey: .families)
    try state.encode(refreshTokens, forKey: .refreshTokens)
    try state.encode(accessTokens, forKey: .accessTokens)
    try state.encode(signingKeys, forKey: .signingKeys)
    try state.encode(keyCount, forKey: .keyCount)
    try state.encode(ServerPart.allCases.filter(broken.contains), forKey: .broken)
    let proofs = seenProofs.map { SeenProof(proofID: $0.key, seenAt: $0.value) }
      .sorted { ($0.seenAt, $0.proofID) < ($1.seenAt, $1.proofID) }
    try state.encode(proofs, forKey: .seenProofs)
    try state.encodeIfPresent(nonces, forKey: .nonces)
    try state.encode(
      retryCopies.keys.sorted().compactMap { retryCopies[$0] }, forKey: .retryCopies)
    try state.encode(gaps, forKey: .gaps)
  }

  /// Reads what `encode` wrote. Refuses another kind or version, and a state that no server's own
  /// transitions lead to: a `DecodingError` that says what was expected, what was found, and where.
  public init(from decoder: any Decoder) throws {
    let state = try decoder.container(keyedBy: Member.self)
    try state.check(StateFormat.authorizationServer, kind: .kind, version: .version)
    policy = try state.read(.policy)
    issuer = try state.read(.issuer)
    audiences = try state.read(.audiences)
    users = try state.read(.users)
    registrations = try state.read(.registrations)
    ssoSessions = try state.read(.ssoSessions)
    codes = try state.read(.codes)
    families = try state.read(.families)
    refreshTokens = try state.read(.refreshTokens)
    accessTokens = try state.read(.accessTokens)
    signingKeys = try state.read(.signingKeys)
    keyCount = try state.read(.keyCount)
    let parts: [ServerPart] = try state.read(.broken)
    broken = Set(parts)
    let proofs: [SeenProof] = try state.read(.seenProofs)
    for proof in proofs { seenProofs[proof.proofID] = proof.seenAt }
    nonces = try state.readIfPresent(.nonces)
    let copies: [RetryCopy] = try state.read(.retryCopies)
    for (index, copy) in copies.enumerated() {
      guard let id = copy.token.label else {
        throw state.refusal(
          StateFlaw("retryCopies[\(index)].token.label", expected: "a row", found: "none"))
      }
      retryCopies[id] = copy
    }
    gaps = try state.read(.gaps)
    if let flaw { throw state.refusal(flaw) }
    for session in ssoSessions { index.insert(session) }
    for (row, code) in codes.enumerated() { index.insert(code, row: row) }
    for record in refreshTokens { index.insert(record) }
    for record in accessTokens { index.insert(record) }
  }
}
