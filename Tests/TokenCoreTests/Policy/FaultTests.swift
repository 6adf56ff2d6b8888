import Testing
import TokenCore

/// What a policy cannot be is told before a world is made of it; building one never stops the program.
struct FaultTests {
  private static func policy(
    _ renewal: Renewal = .none, _ change: (inout AccessTokenPolicy) -> Void = { _ in }
  ) -> Policy {
    var access = AccessTokenPolicy(lifetime: .minutes(5))
    change(&access)
    return Policy(accessToken: access, renewal: renewal)
  }

  private static func refresh(_ change: (inout RefreshPolicy) -> Void) -> Policy {
    var refresh = RefreshPolicy(
      idleLifetime: nil, absoluteLifetime: nil,
      rotation: .rotating(onReuse: .revokeFamily, grace: .none))
    change(&refresh)
    return policy(.refreshToken(refresh))
  }

  static let lengths: [(Policy, String)] = [
    (
      Policy(accessToken: AccessTokenPolicy(lifetime: .zero), renewal: .none),
      "access lifetime must be above zero, found 0s"
    ),
    (policy { $0.lifetime = .milliseconds(999) }, "access lifetime must be whole seconds"),
    (policy { $0.leeway = .seconds(-1) }, "leeway must be zero or more"),
    (policy { $0.keySetCache = .seconds(-1) }, "key set cache must be zero or more"),
    (policy { $0.shortExpiry = .checked(.zero) }, "short expiry must be above zero"),
    (
      policy { $0.check = .introspection(cache: .seconds(-1)) },
      "introspection cache must be zero or more"
    ),
    (
      policy(.reissue(ReissuePolicy(window: .zero, anchor: .signIn, looksAtUser: true))),
      "re-issue window must be above zero"
    ),
    (refresh { $0.idleLifetime = .zero }, "refresh idle must be above zero"),
    (refresh { $0.absoluteLifetime = .zero }, "refresh absolute must be above zero"),
    (refresh { $0.memory = .zero }, "memory must be above zero"),
    (
      refresh {
        let window = GraceWindow(length: .zero, answer: .newBranch)
        $0.rotation = .rotating(onReuse: .revokeFamily, grace: .window(window))
      }, "grace window must be above zero"
    ),
  ]

  @Test(arguments: lengths)
  func `a length of time outside its bounds is a fault`(policy: Policy, fault: String) {
    #expect(policy.faults.count == 1)
    #expect(policy.faults.first?.description.hasPrefix(fault) == true, "\(policy.faults)")
  }

  @Test func `a session's ends are above zero`() {
    let faults = Policy(
      accessToken: AccessTokenPolicy(
        lifetime: .hours(8), form: .reference, check: .sessionRecord),
      renewal: .session(SessionPolicy(idle: .zero, absolute: .zero))
    ).faults
    #expect(
      faults.map(\.description) == [
        "session idle must be above zero, found 0s",
        "session absolute must be above zero, found 0s",
      ])
  }

  @Test(arguments: Strategy.catalogue)
  func `a shipped strategy has no faults`(strategy: Strategy) {
    #expect(strategy.policy.faults.isEmpty)
  }
}
