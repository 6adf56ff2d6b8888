import Simulation
import TokenCore

/// Which calls the API may not serve.
extension WorldStep {
  /// The row of the token that was served, as it was before; nil for a token without one.
  private var servedRecord: AccessTokenRecord? { served?.token?.label.map(old.record) }

  var servedAfterExpiry: String? {
    guard let record = servedRecord else { return nil }
    return now >= lastMoment(of: record) ? "\(record.id)" : nil
  }

  /// The resource server that served the call.
  private var server: ResourceServer? {
    served.map { after.resourceServers[after.setting.server(at: $0.host).index] }
  }

  /// A forger writes what it likes.
  var servedElsewhere: String? {
    guard let served, let server, !old.audiences.contains(server.audience) else { return nil }
    guard served.token?.label != nil || before.refreshToken(of: served) != nil else { return nil }
    return "\(server.audience)"
  }

  /// By whatever refresh the token came: what counts is when its person authenticated, in whole seconds.
  var servedOldSignIn: String? {
    guard let served, let age = server?.policy.maxAge,
      let id = servedRecord?.family
        ?? before.refreshToken(of: served).map({ old.record(of: $0).family })
    else { return nil }
    let signedIn = NumericDate(old.family(id).authenticatedAt).seconds
    let late = NumericDate(now).milliseconds - (signedIn + age.wholeSeconds) * 1000
    return late > 0 ? "\(id), of a sign-in \(late) ms too old" : nil
  }

  var servedAfterShortExpiry: String? {
    guard let record = servedRecord, let span = server?.policy.shortExpiry.checkedSpan
    else { return nil }
    let end = isOfToday(record.family) ? record.issuedAt + span : record.usableUntil ?? .start
    return now >= end + policy.accessToken.leeway ? "\(record.id)" : nil
  }

  /// From when nobody may accept the token. A handle is judged by the server's own clock, so that
  /// leeway is for self-contained tokens only.
  func lastMoment(of record: AccessTokenRecord) -> Instant {
    record.expiresAt + (policy.accessToken.form.isHandle ? .zero : policy.accessToken.leeway)
  }

  /// How long an answer of the server's is believed where the record is asked; nil where it is not.
  /// The session's record stands for the tokens that it opened.
  private var belief: TimeSpan? { check.looksAtToken ? check.belief : nil }

  var servedAfterRevocation: String? {
    guard let record = servedRecord, let belief, let end = record.revokedAt, now >= end + belief
    else { return nil }
    return "\(record.id), revoked \(end.clockText)"
  }

  /// A forger's token is an entry of somebody else's, and its text says which.
  var servedByBadStatus: String? {
    guard let server, case .statusList(let ttl) = server.policy.check else { return nil }
    guard let list = server.statusList, now < list.issuedAt + ttl else {
      return "no copy of the list that is good now"
    }
    guard let record = servedRecord else { return nil }
    let isValid = record.statusIndex.map { list.isValid(at: $0) } ?? false
    return isValid ? nil : "\(record.id), INVALID since \(list.issuedAt.clockText)"
  }

  var servedAfterSignal: String? {
    guard let served, policy.accessToken.check == .signals, let record = servedRecord else {
      return nil
    }
    let api = before.resourceServers[before.setting.server(at: served.host).index]
    let heard = api.endedSessions[record.family.description]
    return heard.map { "\(record.id), told at \($0.clockText)" }
  }

  /// Not where tokens are given without a look at the family: those outlive it.
  var servedAfterFamily: String? {
    guard let record = servedRecord, let belief, policy.accessToken.endsWithFamily, asksItsRows,
      isOfToday(record.family),
      case .revoked(let at, _) = old.family(record.family).state, now >= at + belief
    else { return nil }
    return "\(record.id), \(record.family) revoked \(at.clockText)"
  }

  /// How long the session behind a token is believed to go on; nil where it is not looked at.
  private var sessionBelief: TimeSpan? { check.looksAtSession ? check.belief : nil }

  var servedAfterSession: String? {
    guard let record = servedRecord, let sessionBelief else { return nil }
    let family = old.family(record.family)
    if case .revoked(let at, _) = family.state, now >= at + sessionBelief { return "\(family.id)" }
    guard let session = policy.session else { return nil }
    let isOver =
      now >= family.lastUsedAt + session.idle || now >= family.startedAt + session.absolute
    return isOver ? "\(family.id) is over" : nil
  }

  /// Looked up in the trace: which came last, the token or the new version?
  /// The browser withholds the cookie, or the API asks for what the page cannot give.
  var servedOtherSite: String? {
    guard let served, served.browser?.isFromOtherSite == true else { return nil }
    guard let session = policy.session, !session.asksForHeader else { return served.path }
    switch session.sameSite {
    case .strict: return served.path
    case .lax: return served.method == .get ? nil : served.path
    case .none: return nil
    }
  }

  var servedOldVersion: String? {
    guard policy.accessToken.check == .tokenVersion, let record = servedRecord,
      case let user = old.family(record.family).user, old.user(user).tokenVersion > 1
    else { return nil }
    for event in trace.events[..<events.startIndex].reversed() {
      if case .server(.accessTokenIssued(record.id, _, _)) = event.kind { return nil }
      if event.kind.raisesVersion(of: user) { return "\(record.id)" }
    }
    return nil
  }

  var servedDisabledUser: String? {
    guard let record = servedRecord, case let family = old.family(record.family),
      !old.user(family.user).isEnabled, isOfToday(family.id), let believed = userBelief
    else { return nil }
    let disabled = trace.events.last { $0.kind.disables(family.user) }?.at ?? .start
    return now >= disabled + believed ? "\(record.id)" : nil
  }

  /// How long a closed account may go unnoticed; nil for until `exp`. A list knows only the tokens
  /// that ended with the account, so it helps where nobody gives new ones from a token alone.
  private var userBelief: TimeSpan? {
    if check.looksAtUser { return check.belief }
    return check.looksAtToken && asksUsers && policy.accessToken.endsWithFamily ? check.belief : nil
  }

  private var check: AccessTokenCheck { policy.accessToken.check }
}

extension TraceEvent.Kind {
  /// Whether tokens of the user from before it are of an old version.
  fileprivate func raisesVersion(of user: UserID) -> Bool {
    if case .server(.userChanged(user, .versionRaised)) = self { true } else { false }
  }

  fileprivate func disables(_ user: UserID) -> Bool {
    if case .server(.userChanged(user, .disabled)) = self { true } else { false }
  }
}
