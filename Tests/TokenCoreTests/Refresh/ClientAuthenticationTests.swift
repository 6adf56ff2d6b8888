import CustomDump
import Testing

@testable import TokenCore

/// Who a request comes from (RFC 6749 §2.3, §3.2.1), seen through the refresh grant.
struct ClientAuthenticationTests {
  var bench = Bench(.rotating())

  @Test(arguments: [Presenter.backend, .backendByHeader])
  mutating func `a confidential client may put its secret into header or form`(
    _ presenter: Presenter
  ) throws {
    let grants = try bench.refresh(bench.signIn(on: .backend), at: [.start], by: presenter)
    #expect(grants[1].refreshToken?.label == RefreshTokenID(index: 1))
  }

  static let impostors: [Presenter] = [
    .nobody,
    Presenter(description: "without a secret", clientID: "backend"),
    Presenter(description: "wrong secret", clientID: "backend", bodySecret: "Correct horse:+%é"),
    Presenter(description: "longer secret", clientID: "backend", bodySecret: "correct horse:+%é "),
    Presenter(
      description: "secret composed otherwise", clientID: "backend",
      bodySecret: "correct horse:+%e\u{301}"),
    Presenter(description: "empty secret", clientID: "backend", bodySecret: ""),
    Presenter(description: "another's secret", clientID: "backend", bodySecret: "battery staple"),
    Presenter(description: "unknown client", clientID: "Backend", bodySecret: "correct horse:+%é"),
    Presenter(description: "public client with a secret", clientID: "web", bodySecret: "x"),
    Presenter(
      description: "wrong secret in the header",
      basic: ClientCredentials(clientID: "backend", secret: "wrong")),
    Presenter(
      description: "empty secret in the header",
      basic: ClientCredentials(clientID: "backend", secret: "")),
    Presenter(
      description: "unknown client in the header",
      basic: ClientCredentials(clientID: "nobody", secret: "correct horse:+%é")),
    Presenter(
      description: "public client in the header",
      basic: ClientCredentials(clientID: "web", secret: "x")),
  ]

  @Test(arguments: impostors)
  mutating func `whoever fails to authenticate gets nothing and changes nothing`(
    _ presenter: Presenter
  ) throws {
    let grants = try bench.refresh(bench.signIn(on: .backend), at: [.start], by: .backend)
    let before = bench.server
    for grant in grants {
      let answer = bench.refresh(grant.refreshToken, by: presenter, at: .at(.hours(1)))
      expectNoDifference(
        answer.outcome, .refused(.clientAuthenticationFailed, .invalidClient, status: 401))
    }
    expectNoDifference(bench.server, before)
    #expect(bench.isUsable(grants[1].refreshToken, at: .at(.hours(1))))
  }

  @Test mutating func `two ways of authenticating at once are malformed`() throws {
    let grant = try bench.signIn(on: .backend)
    let before = bench.server
    var both = Presenter.backendByHeader
    both.clientID = "backend"
    both.bodySecret = "correct horse:+%é"
    let answer = bench.refresh(grant.refreshToken, by: both, at: .start)
    expectNoDifference(answer.outcome, .refused(.requestMalformed, .invalidRequest))
    #expect(bench.server == before)
  }

  @Test(arguments: ["web", "reports", "Backend"])
  mutating func `a client_id that is not the header's is malformed`(_ name: String) throws {
    let grant = try bench.signIn(on: .backend)
    let before = bench.server
    var both = Presenter.backendByHeader
    both.clientID = name
    let answer = bench.refresh(grant.refreshToken, by: both, at: .start)
    expectNoDifference(answer.outcome, .refused(.requestMalformed, .invalidRequest))
    #expect(bench.server == before)
  }

  @Test mutating func `the header's own client_id may be repeated in the form`() throws {
    let grant = try bench.signIn(on: .backend)
    var both = Presenter.backendByHeader
    both.clientID = "backend"
    #expect(bench.refresh(grant.refreshToken, by: both, at: .start).outcome.status == 200)
  }

  @Test mutating func `an empty secret beside the header does not count as a second way`() throws {
    let grant = try bench.signIn(on: .backend)
    var both = Presenter.backendByHeader
    both.bodySecret = ""
    #expect(bench.refresh(grant.refreshToken, by: both, at: .start).outcome.status == 200)
  }

  @Test(arguments: [Presenter.reports, .television, .reports.with(bodySecret: "wrong"), .nobody])
  mutating func `nobody but its own client can make a spent token revoke`(
    _ presenter: Presenter
  ) throws {
    let grants = try bench.refresh(
      bench.signIn(on: .backend), at: [.start, .at(.minutes(1))], by: .backend)
    let before = bench.server
    for grant in grants {
      let answer = bench.refresh(grant.refreshToken, by: presenter, at: .at(.minutes(2)))
      #expect(answer.events == [])
    }
    expectNoDifference(bench.server, before)
    let honest = bench.refresh(grants[2].refreshToken, by: .backend, at: .at(.minutes(2)))
    #expect(honest.outcome.status == 200)
  }
}
