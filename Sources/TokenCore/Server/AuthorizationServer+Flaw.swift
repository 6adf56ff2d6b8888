/// What every state of the server is: rows are where their names say, and what they name is there.
extension AuthorizationServer {
  /// The first thing that no server's own transitions lead to; nil for a sound state.
  var flaw: StateFlaw? {
    var inspection = StateInspection()
    inspectIdentity(&inspection)
    inspectAccounts(&inspection)
    inspectFamilies(&inspection)
    inspectTokens(&inspection)
    inspectCopies(&inspection)
    return inspection.flaw
  }

  private func inspectIdentity(_ inspection: inout StateInspection) {
    inspection.expect(!audiences.isEmpty, "an audience", at: "audiences", found: "none")
    inspection.expect(!signingKeys.isEmpty, "a key", at: "signingKeys", found: "none")
    inspection.expectUnique(signingKeys.map(\.keyID), in: "signingKeys", by: "keyID")
    inspection.expect(
      (1...Self.countLimit).contains(keyCount), "1 to \(Self.countLimit)", at: "keyCount",
      found: "\(keyCount)")
    inspection.expect(
      policy.accessToken.lifetime >= .seconds(1), "a second or more",
      at: "policy.accessToken.lifetime", found: policy.accessToken.lifetime.shortText)
    inspection.expect(
      nonces?.period == policy.proofNonce, policy.proofNonce?.shortText ?? "none",
      at: "nonces.period", found: nonces?.period.shortText ?? "none")
    let faults = policy.faults
    inspection.expect(
      faults.isEmpty, "a policy that can be", at: "policy", found: faults.first?.description ?? "")
  }

  private func inspectAccounts(_ inspection: inout StateInspection) {
    inspection.expectUnique(users.map { Array($0.name.utf8) }, in: "users", by: "name")
    inspection.expectUnique(
      registrations.map { Array($0.clientID.utf8) }, in: "registrations", by: "clientID")
    inspection.expectUnique(codes.map(\.digest), in: "codes", by: "digest")
    for (index, user) in users.enumerated() {
      inspection.expect(user.id, isAt: index, "users[\(index)]")
    }
    for (index, client) in registrations.enumerated() {
      inspection.expect(client.id, isAt: index, "registrations[\(index)]")
    }
    inspection.expectUnique(ssoSessions.map(\.digest), in: "ssoSessions", by: "digest")
    for (index, session) in ssoSessions.enumerated() {
      inspection.expect(session.id, isAt: index, "ssoSessions[\(index)]")
      inspection.expect(session.user, among: users.count, at: "ssoSessions[\(index)].user")
    }
    for (index, code) in codes.enumerated() {
      let place = "codes[\(index)]"
      inspection.expect(code.user, among: users.count, at: place + ".user")
      inspection.expect(code.session, among: ssoSessions.count, at: place + ".session")
      inspection.expect(code.client, among: registrations.count, at: place + ".client")
      inspection.expect(code.usedFor, among: families.count, at: place + ".usedFor")
    }
  }

  private func inspectFamilies(_ inspection: inout StateInspection) {
    let refreshTokens = Dictionary(grouping: refreshTokens, by: \.family).mapValues { $0.map(\.id) }
    let accessTokens = Dictionary(grouping: accessTokens, by: \.family).mapValues { $0.map(\.id) }
    for (index, family) in families.enumerated() {
      let place = "families[\(index)]"
      inspection.expect(family.id, isAt: index, place)
      inspection.expect(family.user, among: users.count, at: place + ".user")
      inspection.expect(family.session, among: ssoSessions.count, at: place + ".session")
      inspection.expect(family.client, among: registrations.count, at: place + ".client")
      inspection.expect(
        family.refreshTokens.elementsEqual(refreshTokens[family.id] ?? []),
        "the tokens that name it",
        at: place + ".refreshTokens", found: "\(family.refreshTokens)")
      inspection.expect(
        family.accessTokens.elementsEqual(accessTokens[family.id] ?? []), "the tokens that name it",
        at: place + ".accessTokens", found: "\(family.accessTokens)")
    }
  }

  private func inspectTokens(_ inspection: inout StateInspection) {
    for (index, token) in accessTokens.enumerated() {
      inspection.expect(token.id, isAt: index, "accessTokens[\(index)]")
      inspection.expect(token.family, among: families.count, at: "accessTokens[\(index)].family")
      inspection.expect(
        token.renewedBy, among: refreshTokens.count, at: "accessTokens[\(index)].renewedBy")
    }
    inspection.expectUnique(accessTokens.map(\.tokenID), in: "accessTokens", by: "tokenID")
    inspection.expectUnique(accessTokens.map(\.handle), in: "accessTokens", by: "handle")
    inspection.expectUnique(refreshTokens.map(\.digest), in: "refreshTokens", by: "digest")
    for (index, token) in refreshTokens.enumerated() {
      let place = "refreshTokens[\(index)]"
      inspection.expect(token.id, isAt: index, place)
      inspection.expect(token.family, among: families.count, at: place + ".family")
      inspectLine(of: token, place, &inspection)
    }
  }

  /// Lines of tokens lead from earlier rows to later ones, so that following one ends.
  private func inspectLine(
    of token: RefreshTokenRecord, _ place: String, _ inspection: inout StateInspection
  ) {
    inspection.expect(token.parent, among: token.id.index, at: place + ".parent")
    guard inspection.flaw == nil else { return }
    let parent = token.parent.map { refreshTokens[$0.index] }
    inspection.expect(
      parent?.family ?? token.family == token.family, "one of \(token.family)",
      at: place + ".parent", found: token.parent?.description ?? "")
    let generation = (parent?.generation ?? 0) + 1
    inspection.expect(
      token.generation == generation, "\(generation)", at: place + ".generation",
      found: "\(token.generation)")
    guard case .spent(_, let successor, _) = token.state else { return }
    inspection.expect(
      token.id < successor && successor.index < refreshTokens.count, "a later token",
      at: place + ".successor", found: successor.description)
  }

  private func inspectCopies(_ inspection: inout StateInspection) {
    for id in retryCopies.keys.sorted() {
      inspection.expect(id, among: refreshTokens.count, at: "retryCopies")
    }
    inspect(gaps, at: "gaps", &inspection)
  }

  /// A gap is as long as the rows are, at most.
  func inspect(_ gaps: RowGaps, at place: String, _ inspection: inout StateInspection) {
    let lengths = [
      ("accessTokens", gaps.accessTokens, accessTokens.count),
      ("refreshTokens", gaps.refreshTokens, refreshTokens.count),
      ("families", gaps.families, families.count),
      ("copies", gaps.copies, refreshTokens.count),
    ]
    for (name, length, count) in lengths {
      inspection.expect(
        (0...count).contains(length), "0 to \(count)", at: "\(place).\(name)", found: "\(length)")
    }
  }

  /// More than any server counts to, and far from where counting on would overflow.
  private static let countLimit = 1 << 32
}
