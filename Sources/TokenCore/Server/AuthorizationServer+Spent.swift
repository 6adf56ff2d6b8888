extension AuthorizationServer {
  /// The row of the table that the lab is about: current, a retry in grace, or a reuse. In a family
  /// that has idled out there is nothing left to reuse, whether or not anybody has noticed its end. What
  /// was spent before tokens became reusable stays spent.
  func checkSpent(
    _ record: RefreshTokenRecord, at now: Instant, _ ruling: inout RefreshRuling
  ) {
    guard let refresh = policy.refresh else { return }
    if !record.isCurrent, let end = idleEnd(of: record.family), now >= end {
      return refuseIdle(record.family, since: end, at: now, &ruling)
    }
    switch (refresh.rotation, record.state) {
    case (.reusable, .current):
      ruling.decision.pass(.notSpent, [Fact(.reusable, .text("yes"))])
      ruling.action = .keep(record.id)
    case (.renewed, .current):
      ruling.decision.pass(.notSpent, [Fact(.reusable, .text("yes"))])
      ruling.action = .renew(record.id)
    case (.reusable, .spent(let at, let successor, _)),
      (.renewed, .spent(let at, let successor, _)):
      let facts = [Fact(.spentAt, .instant(at)), Fact(.successor, .refreshToken(successor))]
      refuse(record, .noGrace, .refuseOnly, facts, &ruling)
    case (.reusable, .displaced(let at)), (.renewed, .displaced(let at)):
      refuse(record, .displaced, .refuseOnly, [Fact(.displacedAt, .instant(at))], &ruling)
    case (.rotating, .current):
      ruling.decision.pass(.notSpent, [Fact(.itIs, .text("current"))])
      ruling.action = .rotate(record.id)
    case (.rotating(let response, _), .displaced(let at)):
      let facts = [Fact(.displacedAt, .instant(at))]
      refuse(record, .displaced, response, facts, &ruling)
    case (.rotating, .spent(let at, _, _)) where now < at + refresh.spendingGap:
      let written = Fact(.writtenAt, .instant(at + refresh.spendingGap))
      ruling.decision.pass(.notSpent, [Fact(.itIs, .text("current")), written])
      ruling.action = .cross(record.id)
    case (.rotating(let response, let grace), .spent(let at, let successor, let last)):
      let spending = Spending(at: at, successor: successor, lastPresentedAt: last)
      rule(on: record, spending, response, grace, at: now, &ruling)
    }
  }

  /// When the family ends for want of use: with the last of its current tokens; nil for never.
  package func idleEnd(of id: FamilyID) -> Instant? {
    let current = families[id.index].refreshTokens.filter { refreshTokens[$0.index].isCurrent }
    let ends = current.map { refreshTokens[$0.index].idleDeadline ?? .distantFuture }
    return ends.max().flatMap { $0 == .distantFuture ? nil : $0 }
  }

  private struct Spending {
    let at: Instant
    let successor: RefreshTokenID
    let lastPresentedAt: Instant

    var facts: [Fact] {
      [Fact(.spentAt, .instant(at)), Fact(.successor, .refreshToken(successor))]
    }
  }

  private func rule(
    on record: RefreshTokenRecord, _ spending: Spending, _ response: ReuseResponse,
    _ grace: Grace, at now: Instant, _ ruling: inout RefreshRuling
  ) {
    switch grace {
    case .none:
      refuse(record, .noGrace, response, spending.facts, &ruling)
    case .untilSuccessorUsed, .untilTokenUsed:
      guard isUnconfirmed(record) else {
        return refuse(record, .successorUsed, response, spending.facts, &ruling)
      }
      ruling.decision.pass(.notSpent, spending.facts + [Fact(.successor, .text("not used yet"))])
      ruling.action = .branch(record.id)
    case .window(let window):
      rule(on: record, spending, response, window, at: now, &ruling)
    }
  }

  private func rule(
    on record: RefreshTokenRecord, _ spending: Spending, _ response: ReuseResponse,
    _ window: GraceWindow, at now: Instant, _ ruling: inout RefreshRuling
  ) {
    let end = anchor(of: window, spending) + window.length
    let facts = spending.facts + [Fact(.graceEndsAt, .instant(end)), Fact(.now, .instant(now))]
    guard now < end else { return refuse(record, .graceOver, response, facts, &ruling) }
    if let times = window.times, record.retries >= times {
      let counted = facts + [Fact(.retries, .text("\(record.retries) of \(times)"))]
      return refuse(record, .graceUsedUp, response, counted, &ruling)
    }
    guard !window.answer.needsCopy || canGiveAgain(spending.successor) else {
      return refuse(record, .noCopy, response, facts, &ruling)
    }
    switch window.reach {
    case .immediatePredecessor where !isUnconfirmed(record):
      return refuse(record, .successorUsed, response, facts, &ruling)
    case .immediatePredecessor, .anyInItsWindow:
      guard window.answer.givesTokens else {
        return ruling.decision.fail(.notSpent, Denial(.spared, facts))
      }
      ruling.decision.pass(.notSpent, facts)
      ruling.action = action(for: window.answer, record, spending)
    }
  }

  private func anchor(of window: GraceWindow, _ spending: Spending) -> Instant {
    switch window.anchor {
    case .firstUse: spending.at
    case .lastUse: spending.lastPresentedAt
    }
  }

  private func action(
    for answer: GraceAnswer, _ record: RefreshTokenRecord, _ spending: Spending
  ) -> RefreshAction {
    switch answer {
    case .sameSuccessor:
      .giveAgain(record.id, successor: newestDescendant(of: spending.successor))
    case .newBranch: .branch(record.id)
    case .reRotate: .reRotate(record.id)
    case .refuse: .refuse
    }
  }

  /// Whether none of the token's successors has been used yet, nor what came with one where that counts.
  package func isUnconfirmed(_ record: RefreshTokenRecord) -> Bool {
    successors(of: record).map(self.record(of:)).allSatisfy { successor in
      if case .spent = successor.state { return false }
      return policy.refresh?.rotation.grace != .untilTokenUsed || successor.confirmedAt == nil
    }
  }

  /// Which refresh token a call with the access token confirms: the current one that came with it, where
  /// the grace of the one before hangs on that.
  func confirmed(by id: AccessTokenID) -> RefreshTokenID? {
    guard policy.refresh?.rotation.grace == .untilTokenUsed, policy.accessToken.writesRows,
      let token = accessTokens[id.index].renewedBy.map(record(of:)), token.isCurrent,
      token.parent != nil, token.confirmedAt == nil
    else { return nil }
    return token.id
  }

  /// Every token that was given for this one: one, or several where the grace branches.
  func successors(of record: RefreshTokenRecord) -> [RefreshTokenID] {
    families[record.family.index].refreshTokens.filter {
      refreshTokens[$0.index].parent == record.id
    }
  }

  /// Where the line from this token has got to: itself while it is current.
  package func newestDescendant(of id: RefreshTokenID) -> RefreshTokenID {
    var newest = id
    while case .spent(_, let successor, _) = refreshTokens[newest.index].state {
      newest = successor
    }
    return newest
  }

  private func refuse(
    _ record: RefreshTokenRecord, _ cause: ReuseCause, _ response: ReuseResponse, _ facts: [Fact],
    _ ruling: inout RefreshRuling
  ) {
    let isDetected = response.isDetection
    let reason: DenialReason = isDetected ? .reuseDetected(cause) : .spent
    let ruled = Fact(isDetected ? .reuse : .refused, .text(cause.rawValue))
    ruling.decision.fail(.notSpent, Denial(reason, facts + [ruled]))
    ruling.action = isDetected ? .refuseAndRespond(record.id, cause, response) : .refuse
  }
}
