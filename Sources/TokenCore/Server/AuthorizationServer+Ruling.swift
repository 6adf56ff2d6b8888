/// The rows of the refresh table, in the order in which they are asked. Whoever lacks the client's
/// credential learns nothing of a token and never gets as far as reuse, and so cannot end a family. A
/// spent token of a living family is reuse whatever its own idle end was, so reuse comes before idling.
enum RefreshRow: CaseIterable {
  case clientAuthenticated
  case tokenKnown
  case clientMatches
  case keyMatches
  case familyActive
  case userEnabled
  case withinAbsoluteLifetime
  case notSpent
  case withinIdleLifetime
  case scopeGranted
}

extension RefreshRow {
  /// A server that keeps no row of a signed refresh token can ask only what the token says itself.
  func applies(to form: RefreshForm) -> Bool {
    switch (form, self) {
    case (.opaque, _): true
    case (.signed, .clientAuthenticated), (.signed, .tokenKnown), (.signed, .clientMatches),
      (.signed, .keyMatches), (.signed, .withinAbsoluteLifetime), (.signed, .notSpent),
      (.signed, .withinIdleLifetime), (.signed, .scopeGranted):
      true
    case (.signed, .familyActive), (.signed, .userEnabled): false
    }
  }
}

extension AuthorizationServer {
  /// Rules on a presented refresh token (RFC 6749 §6, RFC 9700 §4.14.2). Pure: it looks and changes
  /// nothing, so it can be asked "what if" at any time.
  package func ruling(on presented: PresentedRefreshToken, at now: Instant) -> RefreshRuling {
    var ruling = RefreshRuling()
    for row in RefreshRow.allCases where row.applies(to: policy.refresh?.form ?? .opaque) {
      apply(row, to: presented, at: now, &ruling)
      guard ruling.decision.isAccepted else { break }
    }
    return ruling
  }

  private func apply(
    _ row: RefreshRow, to presented: PresentedRefreshToken, at now: Instant,
    _ ruling: inout RefreshRuling
  ) {
    if row == .clientAuthenticated { return checkAuthenticated(presented, &ruling) }
    guard let id = presented.id, !isForgotten(id, at: now) else {
      return ruling.decision.fail(.tokenKnown, Denial(.refreshUnknown))
    }
    let record = refreshTokens[id.index]
    let family = families[record.family.index]
    switch row {
    case .clientAuthenticated: break
    case .tokenKnown:
      ruling.decision.pass(
        .tokenKnown, [Fact(.itIs, .refreshToken(id)), Fact(.ofFamily, .family(family.id))])
    case .clientMatches: checkClient(presented, family, &ruling)
    case .keyMatches: checkKey(presented, family, &ruling)
    case .familyActive: checkFamily(family, &ruling)
    case .userEnabled: checkUser(family, &ruling)
    case .withinAbsoluteLifetime: checkAbsolute(family, at: now, &ruling)
    case .notSpent: checkSpent(record, at: now, &ruling)
    case .withinIdleLifetime: checkIdle(record, at: now, &ruling)
    case .scopeGranted: checkScope(presented, family, &ruling)
    }
  }

  /// Whether the server has stopped remembering a spent token, or has never had a row of it.
  package func isForgotten(_ id: RefreshTokenID, at now: Instant) -> Bool {
    guard keepsRow(of: id) else { return true }
    guard let memory = policy.refresh?.memory else { return false }
    switch refreshTokens[id.index].state {
    case .current: return false
    case .spent(let at, _, _), .displaced(let at): return now >= at + memory
    }
  }

  private func checkAuthenticated(
    _ presented: PresentedRefreshToken, _ ruling: inout RefreshRuling
  ) {
    switch presented.client {
    case .identified: ruling.decision.pass(.clientAuthenticated)
    case .unauthenticated:
      ruling.decision.fail(.clientAuthenticated, Denial(.clientAuthenticationFailed))
    }
  }

  private func checkClient(
    _ presented: PresentedRefreshToken, _ family: TokenFamily, _ ruling: inout RefreshRuling
  ) {
    let owner = Fact(.issuedTo, .text(registrations[family.client.index].clientID))
    guard presented.client == .identified(family.client) else {
      return ruling.decision.fail(.clientMatches, Denial(.clientMismatch, [owner]))
    }
    ruling.decision.pass(.clientMatches, [owner])
  }

  /// Without the sign-in's key nothing else is looked at, so nobody else can make a family end. Where
  /// only the access token will be bound, any key will do that is proven.
  private func checkKey(
    _ presented: PresentedRefreshToken, _ family: TokenFamily, _ ruling: inout RefreshRuling
  ) {
    let bound = family.keyThumbprint
    guard bound != nil || policy.accessToken.binding.needsProof else { return }
    guard let thumbprint = presented.key.thumbprint else {
      if let denial = presented.key.denial { ruling.decision.fail(.keyMatches, denial) }
      return
    }
    guard let bound, !sameBytes(thumbprint, bound) else {
      return ruling.decision.pass(.keyMatches, [Fact(.key, .text(String(thumbprint.prefix(8))))])
    }
    let facts = [
      Fact(.boundTo, .text(String(bound.prefix(8)))),
      Fact(.proven, .text(String(thumbprint.prefix(8)))),
    ]
    ruling.decision.fail(.keyMatches, Denial(.proofByAnotherKey, facts))
  }

  private func checkFamily(_ family: TokenFamily, _ ruling: inout RefreshRuling) {
    guard case .revoked(let at, let reason) = family.state else {
      return ruling.decision.pass(.familyActive, [Fact(.family, .family(family.id))])
    }
    let facts = [Fact(.revokedAt, .instant(at)), Fact(.becauseOf, .text(reason.rawValue))]
    ruling.decision.fail(.familyActive, Denial(.familyRevoked, facts))
  }

  private func checkUser(_ family: TokenFamily, _ ruling: inout RefreshRuling) {
    let user = users[family.user.index]
    let facts = [Fact(.user, .text(user.name))]
    guard user.isEnabled else {
      return ruling.decision.fail(.userEnabled, Denial(.userDisabled, facts))
    }
    ruling.decision.pass(.userEnabled, facts)
  }

  private func checkAbsolute(
    _ family: TokenFamily, at now: Instant, _ ruling: inout RefreshRuling
  ) {
    guard let deadline = absoluteDeadline(of: family.id) else {
      return ruling.decision.pass(.withinAbsoluteLifetime, [Fact(.limit, .text("none"))])
    }
    let facts = [Fact(.endsAt, .instant(deadline)), Fact(.now, .instant(now))]
    guard now < deadline else {
      ruling.action = .refuseAndClose(family.id)
      return ruling.decision.fail(.withinAbsoluteLifetime, Denial(.expiredAbsolute, facts))
    }
    ruling.decision.pass(.withinAbsoluteLifetime, facts)
  }

  private func checkIdle(
    _ record: RefreshTokenRecord, at now: Instant, _ ruling: inout RefreshRuling
  ) {
    guard let deadline = record.idleDeadline else {
      return ruling.decision.pass(.withinIdleLifetime, [Fact(.limit, .text("none"))])
    }
    guard now < deadline else {
      return refuseIdle(record.family, since: deadline, at: now, &ruling)
    }
    ruling.decision.pass(
      .withinIdleLifetime, [Fact(.endsAt, .instant(deadline)), Fact(.now, .instant(now))])
  }

  /// With branches, one may idle out while another lives: the family ends with the last.
  func refuseIdle(
    _ family: FamilyID, since end: Instant, at now: Instant, _ ruling: inout RefreshRuling
  ) {
    let isOver = idleEnd(of: family).map { now >= $0 } ?? false
    ruling.action = isOver ? .refuseAndClose(family) : .refuse
    let facts = [Fact(.endsAt, .instant(end)), Fact(.now, .instant(now))]
    ruling.decision.fail(.withinIdleLifetime, Denial(.expiredIdle, facts))
  }

  private func checkScope(
    _ presented: PresentedRefreshToken, _ family: TokenFamily, _ ruling: inout RefreshRuling
  ) {
    let asked = presented.scope ?? family.scope
    let facts = [
      Fact(.askedFor, .text(asked.description)),
      Fact(.granted, .text(family.scope.description)),
    ]
    guard !asked.tokens.isEmpty, asked.isSubset(of: family.scope) else {
      ruling.action = .refuse
      return ruling.decision.fail(.scopeGranted, Denial(.scopeRefused, facts))
    }
    guard !permitted(asked, in: family.id).tokens.isEmpty else {
      ruling.action = .refuse
      let facts = [facts[0], Fact(.user, .text(user(family.user).name))]
      return ruling.decision.fail(.scopeGranted, Denial(.scopeNotPermitted, facts))
    }
    ruling.decision.pass(.scopeGranted, presented.scope == nil ? [] : facts)
  }
}
