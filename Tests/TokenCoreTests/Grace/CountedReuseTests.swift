import Testing

@testable import TokenCore

/// Servers that count how often a spent token may come again: a window that nobody outlives, or one of
/// their own, and a number of times.
struct CountedReuseTests {
  private static func bench(_ grace: Grace) -> Bench {
    Bench(
      Policy(
        accessToken: AccessTokenPolicy(lifetime: .minutes(15)),
        renewal: .refreshToken(
          RefreshPolicy(
            idleLifetime: nil, absoluteLifetime: nil,
            rotation: .rotating(onReuse: .revokeFamily, grace: grace)))))
  }

  private static func keycloak(_ reuses: Int) -> Grace {
    guard reuses > 0 else { return .none }
    return .window(GraceWindow(length: SpanScale.most, answer: .reRotate, times: reuses))
  }

  /// What Keycloak remembers of a client's session where refresh tokens are revoked: the token that was
  /// used last, when that was, and how often it has been.
  private struct KeycloakSession {
    let reuses: Int
    var current: Int?
    var uses = 0
    var lastRefresh = 0
    var issued = [0]

    /// Gives another token at that second, or nil where the session ends.
    mutating func takes(_ token: Int, at second: Int) -> Bool {
      if let current, token != current, issued[token] < lastRefresh { return false }
      if token != current { (current, uses) = (token, 0) }
      guard uses <= reuses else { return false }
      uses += 1
      lastRefresh = second
      issued.append(second)
      return true
    }
  }

  /// Every order in which six tokens can be presented, of those that there are by then: one a minute, up
  /// to the first that is refused.
  @Test(arguments: 0...3)
  func `a number of reuses and no end of time is what Keycloak means by max reuse`(
    _ reuses: Int
  ) throws {
    var played = 0
    for order in Self.orders(of: 6) {
      var session = KeycloakSession(reuses: reuses)
      var bench = Self.bench(Self.keycloak(reuses))
      var tokens = [try #require(try bench.signIn().refreshToken)]
      for (index, token) in order.enumerated() {
        let now = Instant.at(.minutes(Int64(index + 1)))
        let answer = bench.refresh(tokens[token], at: now).response
        let isTaken = session.takes(token, at: (index + 1) * 60)
        #expect((answer.grant != nil) == isTaken, "\(order), presentation \(index)")
        #expect(bench.server.families[0].isRevoked == !isTaken)
        guard isTaken, let next = answer.grant?.refreshToken else { break }
        tokens.append(next)
      }
      played += 1
    }
    #expect(played == 720)
  }

  private static func orders(of count: Int) -> [[Int]] {
    (1..<count).reduce([[0]]) { orders, index in
      orders.flatMap { order in (0...index).map { order + [$0] } }
    }
  }

  /// Hydra: so many reuses of each token within its period, each with a successor of its own.
  @Test(arguments: [1, 3])
  func `a number of reuses in a period ends with whichever is first over`(_ reuses: Int) throws {
    let grace = Grace.window(
      GraceWindow(
        length: .seconds(30), answer: .newBranch, reach: .anyInItsWindow, times: reuses))
    for (after, isTaken) in [(29, true), (30, false)] {
      var bench = Self.bench(grace)
      let token = try bench.signIn().refreshToken
      _ = bench.refresh(token, at: .start)
      for _ in 1..<reuses { _ = bench.refresh(token, at: .at(.seconds(1))) }
      let last = bench.refresh(token, at: .at(.seconds(Int64(after)))).response
      #expect((last.grant != nil) == isTaken)
      let oneMore = bench.refresh(token, at: .at(.seconds(Int64(after)))).response
      #expect(oneMore.grant == nil)
      #expect(bench.server.families[0].isRevoked)
    }
  }
}
