import Testing

@testable import TokenCore

/// How a server came to its answer: the questions in order, and the one that failed last.
struct DecisionTests {
  static let table: [Check] = [
    .clientAuthenticated, .tokenKnown, .clientMatches, .familyActive, .userEnabled,
    .withinAbsoluteLifetime, .notSpent, .withinIdleLifetime, .scopeGranted,
  ]

  @Test func `an accepted refresh has passed the whole table in order`() throws {
    var bench = Bench(.rotating())
    let grant = try bench.signIn()
    let decision = bench.refresh(grant.refreshToken, at: .start).decision
    #expect(decision.isAccepted)
    #expect(decision.lines.map(\.check) == Self.table)
    #expect(decision.lines.allSatisfy { $0.passed })
  }

  @Test func `a refused refresh stops at the question that failed`() throws {
    var bench = Bench(.rotating())
    let grants = try bench.refresh(bench.signIn(), at: [.at(.minutes(1))])
    let decision = bench.refresh(grants[0].refreshToken, at: .at(.minutes(2))).decision
    #expect(!decision.isAccepted)
    #expect(decision.lines.map(\.check) == Array(Self.table.prefix(7)))
    #expect(decision.lines.map(\.passed) == Array(repeating: true, count: 6) + [false])
    #expect(decision.lines.last?.facts == decision.denial?.facts)
    #expect(
      decision.denial?.facts.map(\.description) == [
        "spent at 1:00.0", "successor RT2", "reuse: no grace",
      ])
  }

  @Test func `the facts of a closing window say when it closed`() throws {
    var bench = Bench(.rotating(grace: .tenSeconds(.sameSuccessor)))
    let grants = try bench.refresh(bench.signIn(), at: [.at(.minutes(1))])
    let decision = bench.refresh(grants[0].refreshToken, at: .at(.seconds(70))).decision
    #expect(
      decision.denial?.facts.map(\.description) == [
        "spent at 1:00.0", "successor RT2", "grace ends at 1:10.0", "now 1:10.0",
        "reuse: grace over",
      ])
  }

  @Test(
    arguments: [
      (TimeSpan.zero, "read", nil, 9), (.zero, "admin", .scopeInsufficient, 9),
      (.minutes(15), "read", .tokenRefused(.expired), 8),
    ] as [(TimeSpan, String, DenialReason?, Int)])
  func `a resource server notes the checks of its verifier`(
    _ span: TimeSpan, _ scope: String, _ reason: DenialReason?, _ count: Int
  ) throws {
    var bench = Bench(.rotating())
    let grant = try bench.signIn()
    let decision = bench.call(grant.accessToken, needing: scope, at: .at(span)).decision
    #expect(decision.denial?.reason == reason)
    #expect(decision.lines.count == count)
    #expect(decision.lines.first?.check == .credentialsPresent)
    #expect(decision.lines.last?.passed == (reason == nil))
    #expect(decision.lines.dropLast().allSatisfy { $0.passed })
  }

  @Test func `labels count from one`() {
    #expect(RefreshTokenID(index: 0).description == "RT1")
    #expect(AccessTokenID(index: 2).description == "AT3")
    #expect(FamilyID(index: 1).description == "f2")
    #expect(UserID(index: 0).description == "u1")
    #expect(RegistrationID(index: 0).description == "c1")
    #expect(RefreshTokenID(index: 1) < RefreshTokenID(index: 10))
  }

  @Test(arguments: [
    (Fact.Value.instant(.at(.minutes(15))), "now 15:00.0"), (.span(.seconds(90)), "now 1m30s"),
    (.text("x"), "now x"), (.refreshToken(RefreshTokenID(index: 0)), "now RT1"),
    (.accessToken(AccessTokenID(index: 0)), "now AT1"), (.family(FamilyID(index: 0)), "now f1"),
  ])
  func `a fact reads as its name and value`(_ value: Fact.Value, _ text: String) {
    #expect(Fact(.now, value).description == text)
  }
}
