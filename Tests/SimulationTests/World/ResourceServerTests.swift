import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Several resource servers in one world.
struct ResourceServerTests {
  private static let reports = ResourceServerID(index: 1)
  private static let archive = ResourceServerID(index: 2)

  private func run(
    _ strategy: Strategy, _ script: [(TimeSpan, Command)], attack: AttackPlan? = nil
  ) -> Run {
    var setting = Setting(strategy: strategy)
    setting.resourceServers = [
      .api, ResourceServerSetting(name: "reports", isInAudience: false),
      ResourceServerSetting(name: "archive", knowsPrivateClaims: false),
    ]
    setting.attack = attack
    var run = Run(setting)
    run.play([(.zero, .client(.laptop, .signIn))] + script)
    return run
  }

  /// Host, status and reason of each call.
  private func calls(_ run: Run) -> [String] {
    run.all {
      guard case .answered(let exchange) = $0, case .resourceRequest(let request) = exchange.request
      else { return nil }
      let reason = exchange.decision.denial.map { " \($0.reason.words)" } ?? ""
      return "\(request.host ?? "-") \(exchange.status)\(reason)"
    }
  }

  @Test func `a call goes to the server that it names, and otherwise to the first`() {
    let run = run(
      .rotationStrict,
      [
        (.minutes(1), .client(.laptop, .callAPI)),
        (.minutes(2), .client(.laptop, .callServer(Self.archive))),
        (.minutes(3), .client(.laptop, .callServer(.first))),
        (.minutes(4), .client(.laptop, .callAdminAPI)),
      ])
    #expect(
      calls(run) == ["api 200", "archive 200", "api 200", "api 403 scope does not suffice"])
  }

  /// RFC 6750 §3.1: one refresh, one repetition, and no loop.
  @Test func `a token for another API is refused, and a refresh does not help`() {
    let run = run(.rotationStrict, [(.minutes(1), .client(.laptop, .callServer(Self.reports)))])
    #expect(calls(run) == ["reports 401 wrong audience", "reports 401 wrong audience"])
    #expect(run.clientEvents.contains(.callFailed(.refused(status: 401))))
    #expect(run.world.clients[0].isSignedIn)
  }

  @Test func `the attacker replays a token at another server`() {
    let run = run(
      .rotationStrict,
      [
        (.minutes(1), .attacker(.stealAccessToken(.laptop))), (.minutes(2), .attacker(.callAPI)),
        (.minutes(3), .attacker(.callServer(Self.reports))),
        (.minutes(4), .attacker(.callServer(Self.archive))),
      ])
    #expect(calls(run) == ["api 200", "reports 401 wrong audience", "archive 200"])
  }

  @Test func `a request by hand names its server, too`() {
    let bearer = ExplicitRequest.Parameter("token", .accessToken(of: .laptop))
    let requests = [ResourceServerID.first, Self.reports].map {
      ExplicitRequest(endpoint: .api, parameters: [bearer], server: $0)
    }
    let run = run(
      .rotationStrict,
      [(.minutes(1), .visitor(requests[0])), (.minutes(2), .visitor(requests[1]))])
    #expect(calls(run) == ["api 200", "reports 401 wrong audience"])
  }

  /// Each fetches the keys for itself: what one has heard of the other has not.
  @Test func `a withdrawn key is believed by whoever fetched last before`() {
    let run = run(
      .rotationStrict,
      [
        (.minutes(1), .client(.laptop, .callAPI)),
        (.minutes(4), .client(.laptop, .callServer(Self.archive))),
        (.seconds(270), .attacker(.stealAccessToken(.laptop))),
        (.minutes(5), .administration(.withdrawSigningKeys)),
        (.minutes(8), .attacker(.callAPI)), (.minutes(8), .attacker(.callServer(Self.archive))),
      ])
    #expect(calls(run).suffix(2) == ["api 401 unknown key", "archive 200"])
  }

  /// The strategy's own API asks for a renewal after ten minutes; a standard verifier serves on.
  @Test func `a server that does not know the private claim goes by exp alone`() {
    let calls = calls(
      run(
        .twoExpiryJWT,
        [
          (.minutes(1), .attacker(.stealAccessToken(.laptop))), (.minutes(11), .attacker(.callAPI)),
          (.minutes(12), .attacker(.callServer(Self.archive))),
          (.days(5) - .minutes(1), .attacker(.callServer(Self.archive))),
          (.days(5), .attacker(.callServer(Self.archive))),
        ]))
    #expect(
      calls == ["api 401 short expiry over", "archive 200", "archive 200", "archive 401 expired"])
  }

  @Test func `a planned attack calls where it was told to`() {
    let plan = AttackPlan(
      at: .start + .minutes(1), device: .laptop, takes: .accessToken, callsEvery: .minutes(1),
      server: Self.archive)
    let calls = calls(
      run(.rotationStrict, [(.minutes(5), .client(.laptop, .callAPI))], attack: plan))
    #expect(calls.filter { $0 == "archive 200" }.count == 4)
  }

  @Test func `what is not there cannot be called`() {
    var alone = Run(.rotationStrict)
    alone.play([
      (.zero, .client(.laptop, .signIn)),
      (.minutes(1), .client(.laptop, .callServer(Self.reports))),
      (.minutes(2), .attacker(.callServer(Self.reports))),
      (
        .minutes(3),
        .visitor(ExplicitRequest(endpoint: .api, parameters: [], server: Self.reports))
      ), (.minutes(4), .client(.laptop, .callServer(.first))),
    ])
    #expect(alone.refusals == Array(repeating: "there is one resource server only", count: 3))
    #expect(calls(alone) == ["- 200"])
    let several = run(
      .rotationStrict, [(.minutes(1), .client(.laptop, .callServer(ResourceServerID(index: 3))))])
    #expect(several.refusals == ["there is no resource server rs4"])
  }
}
