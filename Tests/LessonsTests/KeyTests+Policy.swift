import CustomDump
import Testing
import TokenCore

@testable import Lessons

extension KeyTests {
  @Test func `a policy written out goes by the scenario's name and renews when refused`() throws {
    let setting = try Sample.ownPolicy.read().setting
    #expect(setting.strategyID == "probe")
    #expect(setting.policy == Strategy.rotationStrict.policy)
    #expect(setting.habit == ClientHabit(renews: .whenRefused))
  }

  @Test(arguments: ["mine", "mine*", "rotation-strict*"])
  func `a policy written out may have a name of its own`(name: String) throws {
    let sample = Sample.ownPolicy.with(line: 4, "policy:", "  name: \"\(name)\"")
    #expect(try sample.read().setting.strategyID == name)
  }

  @Test func `a policy with nothing to renew with asks the person`() throws {
    let setting = try Sample.ownPolicy.with(line: 6, "  renewal: none").read().setting
    #expect(setting.policy == Strategy.loginAgain.policy)
    #expect(setting.habit == ClientHabit(renews: .asksThePerson))
  }

  static let renewals: [(String, String, Renewal, RenewalHabit)] = [
    ("lifetime: 1m", "none", .none, .asksThePerson),
    ("lifetime: 1m, check: allow-list", "every-request", .everyRequest, .asksThePerson),
    (
      "lifetime: 1m", "{reissue: {window: 30m, from: sign-in, looks-at-user: yes}}",
      .reissue(ReissuePolicy(window: .minutes(30), anchor: .signIn, looksAtUser: true)),
      .whenRefused
    ),
    (
      "lifetime: 1m", "{reissue: {window: 1ms, from: last-issue, looks-at-user: no}}",
      .reissue(ReissuePolicy(window: .milliseconds(1), anchor: .lastIssue, looksAtUser: false)),
      .whenRefused
    ),
    (
      "lifetime: 8h, form: reference, check: session-record",
      "{session: {idle: 30m, absolute: 8h}}",
      .session(SessionPolicy(idle: .minutes(30), absolute: .hours(8))), .asksThePerson
    ),
    (
      "lifetime: 8h, form: reference, check: session-record",
      "{session: {idle: 30m, absolute: 8h, cookie: persistent, same-site: strict, "
        + "asks-for-header: yes}}",
      .session(
        SessionPolicy(
          idle: .minutes(30), absolute: .hours(8), cookie: .persistent, sameSite: .strict,
          asksForHeader: true)),
      .asksThePerson
    ),
  ]

  @Test(arguments: renewals)
  func `a policy's ways to renew, and what a client makes of them`(
    access: String, keys: String, expected: Renewal, habit: RenewalHabit
  ) throws {
    let sample = Sample.ownPolicy
      .with(line: 5, "  access-token: {\(access)}").with(line: 6, "  renewal: \(keys)")
    let setting = try sample.read().setting
    expectNoDifference(setting.policy.renewal, expected)
    #expect(setting.habit == ClientHabit(renews: habit))
  }
}
