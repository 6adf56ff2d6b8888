/// Another policy for a server that runs: sign-ins, families and tokens live on under the new rules.
extension AuthorizationServer {
  /// Changes the rules. Tokens keep what is written in them and in their rows; what the new rules look
  /// up and nobody wrote down is told token by token. The policy must be one that can be (`faults`).
  ///
  /// Whoever hosts resource servers tells them, too (`ResourceServer.change`).
  /// Where another kind of signature is asked for, a new key signs, and the old ones stay published.
  public mutating func change(
    to policy: Policy, at now: Instant, using random: inout some RandomNumberGenerator,
    _ cryptography: some TokenCryptography
  ) -> [ServerEvent] {
    precondition(policy.faults.isEmpty, "no policy: \(policy.faults)")
    let old = self
    keepStatedEnds(under: policy)
    change(.policyChanged(policy, gaps(after: policy)))
    let keys =
      signingKey.signature == policy.accessToken.signature
      ? [] : rotateSigningKey(using: &random, cryptography)
    return [.policyChanged(from: old.policy, to: policy)] + keys + leftBehind(by: old, at: now)
      + unnoticed(by: old, at: now)
  }

  /// A signed refresh token says itself when it ends, and no rule of today moves that.
  private mutating func keepStatedEnds(under policy: Policy) {
    guard let refresh = self.policy.refresh, refresh.form != .opaque,
      refresh.absoluteLifetime != policy.refresh?.absoluteLifetime
    else { return }
    for record in refreshTokens where expiry(of: record.id) != record.idleDeadline {
      change(.refreshTokenUsed(record.id, idleDeadline: expiry(of: record.id)))
    }
  }

  private func gaps(after policy: Policy) -> RowGaps {
    var gaps = gaps
    if !self.policy.accessToken.leavesRows(for: policy.accessToken) {
      gaps.accessTokens = accessTokens.count
    }
    if let form = policy.refresh?.form, form != self.policy.refresh?.form {
      gaps.refreshTokens = refreshTokens.count
    }
    gaps.families = families.count
    gaps.copies = refreshTokens.count
    return gaps
  }

  /// Tokens that were good under the old rules and are good for nothing under these.
  private func leftBehind(by old: AuthorizationServer, at now: Instant) -> [ServerEvent] {
    let access = accessTokens.filter { old.stands($0, at: now) }.compactMap { record in
      obsolescence(of: record).map { ServerEvent.accessTokenObsolete(record.id, because: $0) }
    }
    guard let reason = refreshObsolescence(since: old.policy) else { return access }
    return access
      + refreshTokens.filter { old.stands($0, at: now) }
      .map { .refreshTokenObsolete($0.id, because: reason) }
  }

  private func refreshObsolescence(since old: Policy) -> Obsolescence? {
    guard let form = policy.refresh?.form else { return .noRefresh }
    guard let before = old.refresh?.form, before != form else { return nil }
    switch (before, form) {
    case (_, .opaque): return .noRow
    case (.opaque, .signed): return .noSignature
    case (.signed, .signed): return .otherType
    }
  }

  /// Access tokens that had ended, and that nobody looks up any more: they are served again.
  private func unnoticed(by old: AuthorizationServer, at now: Instant) -> [ServerEvent] {
    accessTokens.filter { old.isRefused($0) && !isRefused($0) && now < servedUntil($0) }
      .filter { obsolescence(of: $0) == nil }
      .map { .accessTokenLivesOn($0.id, until: servedUntil($0)) }
  }

  private func stands(_ record: AccessTokenRecord, at now: Instant) -> Bool {
    now < servedUntil(record) && !isRefused(record) && obsolescence(of: record) == nil
      && isAlive(families[record.family.index], at: now)
  }

  private func stands(_ record: RefreshTokenRecord, at now: Instant) -> Bool {
    record.isCurrent && !isObsolete(record) && !families[record.family.index].isRevoked
      && expiry(of: record.id).map { now < $0 } ?? true
  }
}

/// What the policy of today makes of a token from before it.
extension AuthorizationServer {
  /// Why nobody takes an access token whatever its time is; nil for one that is as the policy wants it.
  package func obsolescence(of record: AccessTokenRecord) -> Obsolescence? {
    let policy = policy.accessToken
    if policy.form.isHandle != (record.handle != nil) { return .otherForm }
    if policy.needsRows, !keepsRow(of: record.id) { return .noRow }
    if policy.check.looksAtVersion, record.tokenVersion == nil { return .noVersion }
    if policy.check == .signals, record.sessionID == nil { return .noSession }
    if policy.check.kind == .statusList, record.statusIndex == nil { return .noStatus }
    return policy.shortExpiry.checkedSpan != nil && record.usableUntil == nil
      ? .noShortExpiry : nil
  }

  /// Whether no refresh token of that kind is answered.
  package func isObsolete(_ record: RefreshTokenRecord) -> Bool {
    policy.refresh == nil || !keepsRow(of: record.id)
  }
}

extension AccessTokenPolicy {
  /// Whether the rows that are written under this policy are those that the other one looks up.
  fileprivate func leavesRows(for other: AccessTokenPolicy) -> Bool {
    form == other.form && (writesRows || !other.needsRows)
  }

  /// Whether a row of every access token is written; a deny-list has rows of those that ended, and
  /// of a status list nobody looks at one row.
  var writesRows: Bool {
    switch check {
    case .signatureOnly, .tokenVersion, .denyList, .statusList, .signals: false
    case .allowList, .introspection, .sessionRecord: true
    }
  }

  /// Whether a token without a row is refused.
  var needsRows: Bool {
    switch check {
    case .signatureOnly, .tokenVersion, .denyList, .introspection, .statusList, .signals:
      form.isHandle
    case .allowList, .sessionRecord: true
    }
  }
}
