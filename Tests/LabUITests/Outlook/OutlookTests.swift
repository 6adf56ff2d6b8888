import Analysis
import Canvas
import JOSE
import Lessons
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// Lines for whole panes: what a thief holds, and how long an end takes.
struct OutlookTests {
  private func text(_ lines: [[Span]]) -> [String] {
    lines.map { $0.map(\.text).joined() }
  }

  /// The attacker of a scenario at a time.
  private func holdings(
    _ scenario: String, under strategy: Strategy? = nil, at time: TimeSpan
  ) throws -> HoldingsOutlook {
    let model = try LabModel.scenario(scenario, under: strategy, at: time)
    return HoldingsOutlook(model.world.holdings(of: .attacker), in: model.world)
  }

  @Test func `what a thief has got is told with its end and its countermeasures`() throws {
    let outlook = try holdings("attacker-first", at: .minutes(13))
    #expect(
      text(outlook.lines(width: 120)) == [
        "● RT2 refresh token",
        "  gets new tokens for 6d 23:59, until 7d 0:12:00.1, or until alice@laptop refreshes",
        "  ends at once: alice@laptop refreshing, a logout, a logout at the server, a logout in both "
          + "places, a new password that", "  ends all sessions, closing the account",
        "  outlives: a new password, a higher role, a new signing key, withdrawing the keys", "",
        "● AT2 access token", "  opens the API for 14:00, until 27:00.0",
        "  ends at once: withdrawing the keys",
        "  outlives: alice@laptop refreshing, a logout, a logout at the server, a logout in both "
          + "places, a new password, a new",
        "  password that ends all sessions, closing the account, a higher role, a new signing key",
        "",
        "○ worth nothing now: RT1",
      ])
  }

  @Test func `what lives on for a while is told with how long`() throws {
    let outlook = try holdings("attacker-first", at: .minutes(16))
    #expect(
      text(outlook.lines(width: 120)).contains(
        "  after withdrawing the keys it still opens the API for 2 min 0.1 s"))
    let bound = try holdings("attacker-first", under: .senderConstrained, at: .minutes(11))
    #expect(
      text(bound.lines(width: 120)).prefix(2) == [
        "● RT1 refresh token: alice@laptop has it, too",
        "  gets new tokens, but only on the device with the key, for 6d 23:49, until 7d 0:00:00.3",
      ])
  }

  @Test func `nothing is told as such`() throws {
    let model = LabModel.quiet()
    let nothing = HoldingsOutlook(model.world.holdings(of: .attacker), in: model.world)
    #expect(text(nothing.lines(width: 40)) == ["holds nothing"])
    let robbed = model.after("i D")
    let digests = HoldingsOutlook(robbed.world.holdings(of: .attacker), in: robbed.world)
    #expect(
      text(digests.lines(width: 100))[0].hasPrefix("○ 1 digest of refresh tokens: opens nothing"))
  }

  @Test func `a ruler has a bar for each party, to the last access`() throws {
    let model = try LabModel.scenario("attacker-first", at: .minutes(16))
    let act = Instant.start + .minutes(15) + .milliseconds(1300)
    let residualAccess = ResidualAccess(after: model.world, since: act)
    let lines = text(
      ResidualAccessOutlook(residualAccess, in: model.setting, now: model.world.now).lines(
        width: 80))
    #expect(
      lines == [
        "alice@laptop  │" + String(repeating: " ", count: 35) + "  no access from then on",
        "the attacker  ███" + String(repeating: "░", count: 32) + "┤  11 min 58.7 s, until 27:00.0",
      ])
  }

  @Test func `an end that nobody found has an arrow, and a narrow ruler its figures below`() throws
  {
    let model = LabModel.quiet(.slidingWeek).after("i S")
    let residualAccess = ResidualAccess(after: model.world, since: model.world.now)
    let outlook = ResidualAccessOutlook(residualAccess, in: model.setting, now: model.world.now)
    let lines = text(outlook.lines(width: 46))
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("alice@laptop  ") && lines[0].hasSuffix("█►"))
    #expect(lines[1].hasPrefix("  no end: renews, past "))
  }

  @Test(arguments: Strategy.catalogue)
  func `every strategy has its lines at every width, and every line fits`(strategy: Strategy) throws
  {
    let model = try LabModel.scenario("attacker-first", under: strategy, at: .minutes(13))
    let holdings = model.world.holdings(of: .attacker)
    let residualAccess = ResidualAccess(after: model.world, since: model.world.now)
    for width in [1, 3, 20, 38, 78, 118, 198] {
      let lines =
        HoldingsOutlook(holdings, in: model.world).lines(width: width)
        + ResidualAccessOutlook(residualAccess, in: model.setting, now: model.world.now).lines(
          width: width)
      let widest = text(lines).map(Text.width).max() ?? 0
      #expect(width < 20 || widest <= width, "\(strategy.id) at \(width): \(widest)")
    }
  }

  @Test(arguments: [Size.medium, .large, .extraLarge, Size(width: 30, height: 5)])
  func `a screen that is too low says how many lines are missing`(size: Size) throws {
    let outlook = try holdings("attacker-first", at: .minutes(13))
    var frame = Frame(size)
    outlook.draw(&frame, Rect(size))
    #expect(frame.text.contains("● RT2 refresh token"))
    #expect(frame.text.contains("more lines") == (size.height == 5))
    let isWide = size.width >= 140
    #expect(frame.line(0).contains("● AT2 access token") == isWide)
  }
}
