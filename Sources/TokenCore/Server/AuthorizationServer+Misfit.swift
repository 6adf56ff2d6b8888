extension AuthorizationServer {
  /// Why a change cannot follow on this state: it names a row that is not there, or adds one at
  /// another place than the next.
  func misfit(of change: StateChange) -> StateFlaw? {
    var inspection = StateInspection()
    switch change {
    case .userChanged(let user):
      inspection.expect(user.id, among: users.count + 1, at: "userChanged")
    case .clientRegistered(let client):
      inspection.expect(client.id, isAt: registrations.count, "clientRegistered")
    case .clientChanged(let client):
      inspection.expect(client.id, among: registrations.count, at: "clientChanged")
    case .sessionStarted(let session):
      inspection.expect(session.id, isAt: ssoSessions.count, "sessionStarted")
    case .sessionRenewed(let id, _, _):
      inspection.expect(id, among: ssoSessions.count, at: "sessionRenewed")
    case .sessionUsed(let id, _):
      inspection.expect(id, among: ssoSessions.count, at: "sessionUsed")
    case .sessionEnded(let id, _):
      inspection.expect(id, among: ssoSessions.count, at: "sessionEnded")
    case .codeIssued: break
    case .codeUsed(let index, _):
      inspection.expect(
        codes.indices.contains(index), "one of \(codes.count) codes", at: "codeUsed",
        found: "\(index)")
    case .familyStarted(let family):
      inspection.expect(family.id, isAt: families.count, "familyStarted")
    case .familyUsed(let id, _):
      inspection.expect(id, among: families.count, at: "familyUsed")
    case .familyEnded(let id, _):
      inspection.expect(id, among: families.count, at: "familyEnded")
    case .accessTokenIssued(let record):
      inspection.expect(record.id, isAt: accessTokens.count, "accessTokenIssued")
      inspection.expect(record.family, among: families.count, at: "accessTokenIssued.family")
    case .accessTokenRevoked(let id, _):
      inspection.expect(id, among: accessTokens.count, at: "accessTokenRevoked")
    case .refreshTokenIssued(let record):
      inspection.expect(record.id, isAt: refreshTokens.count, "refreshTokenIssued")
      inspection.expect(record.family, among: families.count, at: "refreshTokenIssued.family")
    case .refreshTokenChanged(let id, _):
      inspection.expect(id, among: refreshTokens.count, at: "refreshTokenChanged")
    case .refreshTokenRetried(let id, _):
      inspection.expect(id, among: refreshTokens.count, at: "refreshTokenRetried")
    case .refreshTokenConfirmed(let id, _):
      inspection.expect(id, among: refreshTokens.count, at: "refreshTokenConfirmed")
    case .refreshTokenUsed(let id, _):
      inspection.expect(id, among: refreshTokens.count, at: "refreshTokenUsed")
    case .retryCopyKept(let token, _):
      inspection.expect(token.label != nil, "a row", at: "retryCopyKept", found: "none")
      inspection.expect(token.label, among: refreshTokens.count, at: "retryCopyKept")
    case .policyChanged(_, let gaps): inspect(gaps, at: "policyChanged", &inspection)
    case .retryCopiesDropped, .proofSeen, .keysPublished, .partBroke, .partMended: break
    }
    return inspection.flaw
  }
}
