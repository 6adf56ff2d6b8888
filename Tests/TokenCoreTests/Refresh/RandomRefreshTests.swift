import Testing

@testable import TokenCore

/// Whoever presents whichever token at whatever moment: what must hold after every request.
struct RandomRefreshTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `no order of requests breaks the rules of a family`(_ seed: UInt64) throws {
    var random = RandomStream(seed: seed, label: "requests")
    let grace = Grace.everyKind[Int.random(in: 0..<Grace.everyKind.count, using: &random)]
    let response = ReuseResponse.allCases[Int.random(in: 0..<4, using: &random)]
    var bench = Bench(.rotating(onReuse: response, grace: grace, idle: .hours(1)))
    var tokens: [RefreshToken] = []
    var now = Instant.start
    for request in 0..<60 {
      now = now + .seconds(Int64.random(in: 0...8, using: &random))
      let before = bench.server
      if request % 20 == 0 {
        let person = Bool.random(using: &random) ? "alice" : "bob"
        tokens.append(try #require(bench.signIn(person, at: now).refreshToken))
        continue
      }
      let token = tokens[Int.random(in: max(0, tokens.count - 5)..<tokens.count, using: &random)]
      let answer = bench.refresh(token, at: now)
      try check(answer, to: token, before, bench.server, at: now, "seed \(seed), \(request)")
      if let new = try? answer.granted.refreshToken, !tokens.contains(new) { tokens.append(new) }
    }
  }

  private func check(
    _ answer: Answer<TokenResponse>, to token: RefreshToken, _ before: AuthorizationServer,
    _ after: AuthorizationServer, at now: Instant, _ place: Comment
  ) throws {
    let label = try #require(token.label)
    let family = after.family(after.record(of: label).family)
    if case .success(let grant) = answer.response {
      try #require(!before.family(family.id).isRevoked, place)
      let given = try #require(grant.refreshToken?.label, place)
      try #require(after.record(of: given).isCurrent, place)
      try #require(after.record(of: given).family == family.id, place)
      try #require(after.isUsable(given, at: now), place)
      try #require(!after.record(of: label).isCurrent, place)
    } else if answer.events.isEmpty {
      try #require(withoutCopies(after) == withoutCopies(before), place)
    }
    try checkLines(before, after, place)
  }

  /// A refusal may still drop clear copies whose time is over.
  private func withoutCopies(_ server: AuthorizationServer) -> AuthorizationServer {
    var server = server
    server.retryCopies = [:]
    return server
  }

  private func checkLines(
    _ before: AuthorizationServer, _ after: AuthorizationServer, _ place: Comment
  ) throws {
    for row in before.refreshTokens where !row.isCurrent {
      try #require(!after.record(of: row.id).isCurrent, "\(row.id) revived; \(place)")
    }
    for row in after.refreshTokens {
      let parentGeneration = row.parent.map { after.record(of: $0).generation } ?? 0
      try #require(row.generation == parentGeneration + 1, place)
    }
    for family in after.families where !family.isRevoked {
      let current = family.refreshTokens.count { after.record(of: $0).isCurrent }
      try #require(current >= 1, place)
      try #require(current == 1 || allowsBranches(after.policy), "\(current) current; \(place)")
    }
  }

  private func allowsBranches(_ policy: Policy) -> Bool {
    switch policy.refresh?.rotation.grace {
    case .untilSuccessorUsed, .untilTokenUsed: true
    case .window(let window): window.answer == .newBranch
    case nil, .some(.none): false
    }
  }
}
