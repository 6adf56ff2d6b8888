import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// When a client renews of its own accord.
struct RenewalHabitTests {
  static let expiry = Instant.start + .minutes(15)

  @Test(arguments: [
    (TimeSpan.seconds(-31), false), (.seconds(-30) - .milliseconds(1), false),
    (.seconds(-30), true), (.zero, true), (.hours(1), true),
  ])
  func `a client with a margin refreshes first, from the margin on`(
    _ offset: TimeSpan, _ renews: Bool
  ) {
    var client = Client.signedIn(ClientHabit(renews: .beforeExpiry(margin: .seconds(30))))
    let directives = client.callAPI(at: Self.expiry + offset)
    #expect(directives.payloads == [renews ? .refresh(1) : .call(1)])
    guard renews else { return }
    let renewal = client.receive(.tokens(2, refresh: 2), for: client.awaited, at: Self.expiry)
    #expect(renewal.payloads == [.call(2)])
  }

  @Test(arguments: [
    RenewalHabit.whenRefused, .onTimer(every: .minutes(5)), .asksThePerson,
  ])
  func `others call first, however old the token`(_ habit: RenewalHabit) {
    var client = Client.signedIn(ClientHabit(renews: habit))
    #expect(client.callAPI(at: Self.expiry + .days(1)).payloads == [.call(1)])
  }

  /// When the client that signs in at the start of time takes its first access token to end.
  private static func believedEnd(
    _ source: ExpirySource, clockOffset: TimeSpan, form: TokenForm = .selfContained
  ) -> Instant? {
    var setting = Setting(strategy: .rotationStrict)
    setting.policy.accessToken.form = form
    if form == .reference { setting.policy.accessToken.check = .allowList }
    setting.habit = ClientHabit(
      renews: .beforeExpiry(margin: .seconds(30), knownFrom: source), clockOffset: clockOffset)
    var run = Run(setting)
    run.play([(.zero, .client(.laptop, .signIn))])
    return run.world.clients[0].storage.believedExpiry
  }

  @Test(arguments: [TimeSpan.zero, .minutes(20), .minutes(-20)])
  func `whoever counts expires_in is right whatever its clock shows`(_ offset: TimeSpan) {
    let end = Self.believedEnd(.expiresIn, clockOffset: offset)
    #expect(end == .start + .minutes(15) + .milliseconds(400))
  }

  @Test(arguments: [TimeSpan.zero, .minutes(20), .minutes(-20)])
  func `whoever reads exp is wrong by as much as its clock`(_ offset: TimeSpan) {
    let end = Self.believedEnd(.exp, clockOffset: offset)
    #expect(end == .start + .minutes(15) - offset)
  }

  @Test func `there is no exp in a handle, so expires_in is counted`() {
    let end = Self.believedEnd(.exp, clockOffset: .minutes(20), form: .reference)
    #expect(end == .start + .minutes(15) + .milliseconds(400))
  }

  @Test func `a margin without a refresh token renews nothing`() {
    var client = Client.signedIn(
      ClientHabit(renews: .beforeExpiry(margin: .seconds(30))), withRefreshToken: false)
    #expect(client.callAPI(at: Self.expiry).payloads == [.call(1)])
  }

  static let timer = ClientHabit(renews: .onTimer(every: .minutes(5)))

  @Test func `a background timer starts with each set of tokens`() throws {
    var client = Client.signedIn(Self.timer)
    _ = client.refresh()
    let first = client.receive(.tokens(2, refresh: 2), for: client.awaited, at: .start)
    #expect(first.timers.map(\.after) == [.minutes(5)])
    let ticket = try #require(first.timers.first).ticket
    #expect(client.timerFired(ticket).payloads == [.refresh(2)])
    let second = client.receive(.tokens(3, refresh: 3), for: client.awaited, at: .start)
    #expect(second.timers.map(\.after) == [.minutes(5)])
    #expect(client.timerFired(ticket) == [])
  }

  @Test func `a background timer survives a refresh without an answer`() throws {
    var client = Client.signedIn(
      ClientHabit(renews: .onTimer(every: .minutes(5)), retries: 0))
    _ = client.refresh()
    let end = client.timerFired(client.waiting?.ticket ?? 0)
    #expect(end.notes == [.gaveUp])
    #expect(end.timers.map(\.after) == [.minutes(5)])
    let ticket = try #require(end.timers.first).ticket
    #expect(client.timerFired(ticket).payloads == [.refresh(1)])
  }

  @Test func `a background timer means nothing to whoever has signed out`() throws {
    var client = Client.signedIn(Self.timer)
    _ = client.refresh()
    let renewal = client.receive(.tokens(2, refresh: 2), for: client.awaited, at: .start)
    _ = client.logOut()
    let ticket = try #require(renewal.timers.first).ticket
    #expect(client.timerFired(ticket) == [])
  }

  /// Over a week of five-minute checks nobody has to be there.
  @Test func `a background timer renews for ever`() {
    var strategy = Setting(strategy: .reusableRefresh)
    strategy.habit = Self.timer
    var run = Run(strategy)
    run.play([(.zero, .client(.laptop, .signIn))])
    run.advance(to: .hours(2))
    #expect(run.tokenRequests.count == 1 + 23)
  }
}
