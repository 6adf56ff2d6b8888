import Simulation
import TokenCore

/// What a step may not do to a browser's session at the authorization server, nor with one.
extension WorldStep {
  private var newFamilies: Slice<Ledger<TokenFamily>> {
    new.families[(serverChanged ? old.families.count : new.families.count)...]
  }

  var revivedSession: String? {
    guard serverChanged else { return nil }
    if new.ssoSessions.count < old.ssoSessions.count { return "a session is gone" }
    return zip(old.ssoSessions, new.ssoSessions).first { row, now in
      row.end != nil && row != now || row.user != now.user
    }
    .map { "\($0.0.id)" }
  }

  /// A server that keeps no family has none to end.
  var survivorOfSession: String? {
    guard policy.sso.endsFamilies, policy.canEndFamilies else { return nil }
    for case .sessionEnded(let id, _) in serverEvents {
      let survivor = new.families.first { $0.session == id && !$0.isRevoked }
      if let survivor { return "\(survivor.id) of \(id)" }
    }
    return nil
  }

  /// Those that were open when the policy came to say so stay until the next sign-in.
  var secondSession: String? {
    guard serverChanged, policy.sso.onePerPerson else { return nil }
    let people = Set(new.ssoSessions.map(\.user))
    return people.first { open(of: $0, in: new) > max(1, open(of: $0, in: old)) }
      .map { "\(open(of: $0, in: new)) sessions of \($0)" }
  }

  private func open(of user: UserID, in server: AuthorizationServer) -> Int {
    server.ssoSessions.filter { $0.user == user && $0.end == nil }.count
  }

  var familyOfEndedSession: String? {
    newFamilies.first { new.session($0.session).end != nil }
      .map { "\($0.id) of \($0.session)" }
  }

  /// Asked of the cookie itself: whose row is it, and did its time allow it?
  var silentSignInWithoutSession: String? {
    guard let exchange, case .authorizationRequest(let request) = exchange.request,
      exchange.decision.isAccepted, !asksPerson(exchange)
    else { return nil }
    guard let cookie = request.cookie,
      let session = old.ssoSessions.first(where: { session in
        session.digest == TokenDigest(of: cookie.text, by: before.cryptography)
      })
    else { return "without a session" }
    let isOver =
      now >= session.lastUsedAt + policy.sso.idle
      || now >= session.authenticatedAt + policy.sso.absolute
    let isEnabled = new.user(session.user).isEnabled
    guard session.end == nil && !isOver && isEnabled else { return "\(session.id)" }
    let age = NumericDate(now).milliseconds / 1000 - NumericDate(session.authenticatedAt).seconds
    return request.maxAge.map { age > $0 } ?? false ? "\(session.id), \(age) s old" : nil
  }

  private func asksPerson(_ exchange: Exchange) -> Bool {
    exchange.decision.lines.contains { $0.check == .personKnown }
  }

  var falseAuthenticationTime: String? {
    let asked = touchedFamilies.first { id in
      id.index < old.families.count
        && old.family(id).authenticatedAt != new.family(id).authenticatedAt
    }
    if let asked { return "\(asked)" }
    return newFamilies.first { family in
      family.authenticatedAt > new.session(family.session).authenticatedAt
        || family.authenticatedAt > family.startedAt
    }
    .map { "\($0.id)" }
  }
}
