import JOSE
import Soak
import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// An application whose tokens are on its own server, and a browser with a cookie.
struct BackendTests {
  private static func signedIn() -> Run {
    var run = Run(.bff)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.advance(to: .seconds(10))
    return run
  }

  /// What the application's server answered to whom, in order.
  private func pages(_ run: Run) -> [String] {
    run.trace.events.compactMap { event in
      guard case .client(.answeredPage(let party, let status)) = event.kind else { return nil }
      return "\(party) \(status)"
    }
  }

  /// Everything that was sent to or by anybody but the application's server and the servers of tokens.
  @Test func `no token travels to the browser or to the attacker`() {
    var run = Self.signedIn()
    run.order(.client(.laptop, .callAPI), at: .minutes(1))
    run.order(.attacker(.callOnDevice(.laptop)), at: .minutes(2))
    run.order(.attacker(.stealStorage(.laptop)), at: .minutes(3))
    run.order(.attacker(.callAPI), at: .minutes(20))
    run.order(.client(.laptop, .callAPI), at: .minutes(21))
    run.advance(to: .minutes(22))
    var (cookies, calls) = (Set<String>(), Set<String>())
    for message in run.all(\.sent) {
      guard case .resourceRequest(let request) = message.payload else { continue }
      let token = request.token?.text ?? ""
      if message.to == .resourceServer { calls.insert(token) } else { cookies.insert(token) }
    }
    #expect(cookies.count == 1)
    #expect(calls.count == 2)
    #expect(cookies.isDisjoint(with: calls))
    #expect(run.world.attacker.accessTokens.isEmpty)
    #expect(run.world.attacker.refreshTokens.isEmpty)
  }

  @Test func `a script in the page has calls made, and has nothing when it is gone`() {
    var run = Self.signedIn()
    run.order(.attacker(.callOnDevice(.laptop)), at: .minutes(1))
    run.advance(to: .minutes(2))
    #expect(pages(run) == ["attacker 200"])
    #expect(run.world.obstacle(to: .attacker(.callAPI)) == "the attacker holds no access token")
    let none = "alice@laptop has a cookie only: the tokens are with the application's server"
    for order in [
      AttackerOrder.stealAccessToken(.laptop), .stealRefreshToken(.laptop),
      .stealSpentRefreshToken(.laptop),
    ] {
      #expect(run.world.obstacle(to: .attacker(order)) == none)
    }
  }

  /// The code is the attacker's; the secret without which it opens nothing is the server's.
  @Test func `a sign-in of the attacker's own gives it no tokens`() {
    var run = Self.signedIn()
    run.order(.attacker(.startFlow(.laptop)), at: .minutes(1))
    run.advance(to: .minutes(2))
    #expect(run.exchanges.last?.exchange.error == .invalidClient)
    #expect(run.world.attacker.accessTokens.isEmpty)
  }

  /// The session is renewed for whoever has its cookie, and ends for both.
  @Test func `a copied cookie is as good as the first until the log-out`() {
    var run = Self.signedIn()
    run.order(.attacker(.stealStorage(.laptop)), at: .minutes(1))
    run.order(.attacker(.callAPI), at: .minutes(20))
    run.order(.client(.laptop, .callAPI), at: .minutes(21))
    run.order(.client(.laptop, .logOut), at: .minutes(22))
    run.order(.attacker(.callAPI), at: .minutes(23))
    run.advance(to: .minutes(24))
    #expect(pages(run) == ["attacker 200", "browser(d1) 200", "attacker 401"])
    #expect(run.tokenRequests.count == 2, "the code, and one renewal for both")
  }

  /// Nobody tells the application's server that a browser was closed (RFC 6265 §5.3).
  @Test func `closing the browser ends its cookie and no copy of it`() {
    var run = Self.signedIn()
    run.order(.attacker(.stealStorage(.laptop)), at: .minutes(1))
    run.order(.client(.laptop, .closeBrowser), at: .minutes(2))
    run.order(.attacker(.callAPI), at: .minutes(20))
    run.order(.client(.laptop, .openBrowser), at: .minutes(30))
    #expect(pages(run) == ["attacker 200"])
    #expect(run.world.clients[0].isSignedOut)
    run.order(.client(.laptop, .signIn), at: .minutes(31))
    run.order(.attacker(.callAPI), at: .minutes(32))
    run.order(.client(.laptop, .callAPI), at: .minutes(33))
    run.advance(to: .minutes(34))
    #expect(pages(run) == ["attacker 200", "attacker 401", "browser(d1) 200"])
  }

  @Test func `another site's page comes without the cookie`() {
    var run = Self.signedIn()
    run.order(.attacker(.postFromOtherSite(.laptop)), at: .minutes(1))
    run.order(.attacker(.linkFromOtherSite(.laptop)), at: .minutes(2))
    run.order(.client(.laptop, .callAPI), at: .minutes(3))
    run.advance(to: .minutes(4))
    #expect(pages(run) == ["browser(d1) 401", "browser(d1) 401", "browser(d1) 200"])
    #expect(run.exchanges.filter(\.exchange.request.isCall).count == 1)
  }

  /// The answer comes back after the person stopped waiting, and is nobody's.
  @Test func `a page whose answer is lost ends as unanswered`() {
    var run = Self.signedIn()
    let next = run.world.nextMessageNumber
    run.order(.client(.laptop, .callAPI), at: .minutes(1))
    run.order(.wire(.drop(next)), at: .minutes(1))
    run.advance(to: .minutes(3))
    #expect(run.clientEvents.last == .callFailed(.noAnswer))
    #expect(run.world.clients[0].isSignedIn)
  }

  /// The server refuses to renew: the person is told, and so is whoever waits for a page.
  @Test func `a revoked family ends the session for everybody`() {
    var run = Self.signedIn()
    run.order(.attacker(.stealStorage(.laptop)), at: .minutes(1))
    let alice = UserID(index: 0)
    run.order(.administration(.changePassword(alice, revoking: true)), at: .minutes(2))
    run.order(.attacker(.callAPI), at: .minutes(20))
    run.advance(to: .minutes(21))
    #expect(pages(run) == ["attacker 401"])
    #expect(run.world.clients[0].isSignedOut)
    #expect(run.clientEvents.contains(.signedOut(.renewalRefused(.invalidGrant))))
  }

  /// Whatever is done: what the application's server keeps never comes into other hands.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `no run leaves the attacker with a token`(_ seed: UInt64) {
    let random = RandomRun.played(seed: seed, steps: 150, LabCryptography())
    var run = Run(random.world.setting.under(.bff))
    run.play(random.script.map { ($0.at - .start, $0.command) }.filter { !$0.1.changesRules })
    #expect(run.world.attacker.accessTokens.isEmpty)
    #expect(run.world.attacker.refreshTokens.isEmpty)
  }

  @Test func `two tabs and a thief wait for one renewal`() {
    var run = Self.signedIn()
    run.order(.attacker(.stealStorage(.laptop)), at: .minutes(1))
    run.order(.client(.laptop, .callAPI), at: .minutes(20))
    run.order(.client(.laptop, .callAPI), at: .minutes(20))
    run.order(.attacker(.callAPI), at: .minutes(20))
    run.advance(to: .minutes(21))
    #expect(run.tokenRequests.count == 2)
    #expect(pages(run).allSatisfy { $0.hasSuffix("200") })
    #expect(pages(run).count == 3)
  }
}

extension Command {
  /// Whether the servers go by other rules afterwards, and perhaps ask for no secret.
  fileprivate var changesRules: Bool {
    if case .administration(.changePolicy) = self { true } else { false }
  }
}
