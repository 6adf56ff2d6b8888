import Analysis
import Canvas
import Narrative
import Simulation
import TokenCore

/// What a party holds and how long an end takes, over the whole screen.
extension LabModel {
  /// Holdings and residual access at one place in the run, kept because finding them runs copies of the
  /// world.
  struct HoldingsCache: Sendable {
    let branch: Int
    let events: Int
    let at: Instant
    let party: Party
    let holdings: [Holding]
    let residualAccess: ResidualAccess?
  }

  /// Asks, where a pane shows it and the story has gone on since.
  mutating func fillHoldingsCache() {
    guard let party = zoomed.flatMap(party), duel == nil else { return }
    guard cachedHoldings(of: party) == nil else { return }
    holdingsCache = HoldingsCache(
      branch: history.branch.id, events: trace.count, at: world.now, party: party,
      holdings: party == .authorizationServer ? [] : world.holdings(of: party),
      residualAccess: party == .authorizationServer ? lastResidualAccess : nil)
  }

  private func party(of pane: Pane) -> Party? {
    switch pane {
    case .client: .client(device)
    case .server: .authorizationServer
    case .attacker: .attacker
    case .family, .timeline, .policy, .events, .why, .store: nil
    }
  }

  private func cachedHoldings(of party: Party) -> HoldingsCache? {
    guard let holdingsCache, holdingsCache.branch == history.branch.id,
      holdingsCache.events == trace.count,
      holdingsCache.party == party, isRunning || holdingsCache.at == world.now
    else { return nil }
    return holdingsCache
  }

  /// The ruler of the last act or revocation that ended something.
  private var lastResidualAccess: ResidualAccess? {
    guard let event = trace.events.last(where: \.endsAccess) else { return nil }
    var branch = history.branch
    branch.seek(toEvent: event.id)
    return ResidualAccess(after: branch.world, since: event.at)
  }

  func drawHoldings(of party: Party, title: String, number: Int, _ frame: inout Frame, _ rect: Rect)
  {
    let inside = frame.box(rect, title: title, trailing: "\(number)")
    let body = inside.inset(horizontal: 1, vertical: 0)
    let holdings = cachedHoldings(of: party)?.holdings ?? world.holdings(of: party)
    HoldingsOutlook(holdings, in: world).draw(&frame, body)
  }

  /// The ruler under the server's card.
  func drawWholeServer(_ frame: inout Frame, _ rect: Rect) {
    let (top, rest) = rect.splitTop(min(6, rect.height))
    drawServerCard(&frame, top)
    let inside = frame.box(rest, title: "WHO IS SERVED UNTIL WHEN", trailing: "2")
    let width = inside.width - 2
    guard let residualAccess = cachedHoldings(of: .authorizationServer)?.residualAccess else {
      let words =
        "After a revocation or an act at the server (: password, role, disable, withdraw) this says "
        + "how long everybody's access still lasts."
      return draw(Text.wrap(words, width: width).map { [Span($0, .dim)] }, &frame, inside)
    }
    let words =
      "from \(residualAccess.since.clockText), the last end that was made, unless somebody signs in again"
    let since = Text.wrap(words, width: width).map { [Span($0, .strong)] }
    let lines =
      since + ResidualAccessOutlook(residualAccess, in: setting, now: world.now).lines(width: width)
    guard lines.count > inside.height, inside.height > 1 else { return draw(lines, &frame, inside) }
    let shown = inside.height - 1
    draw(
      lines.prefix(shown) + [[Span("… \(lines.count - shown) more lines", .dim)]], &frame, inside)
  }
}
