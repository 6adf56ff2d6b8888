import Canvas
import Narrative
import Simulation
import TokenCore

/// The generations over the whole screen: who presented each token, when, and what it gave.
struct GenerationsPane {
  let generations: Generations
  let chronicle: Chronicle
  let viewpoint: Viewpoint
  /// How far it is scrolled from the newest line.
  let scroll: Scroll
  let world: World

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let title =
      viewpoint == .everything
      ? "FAMILY TREE  every generation" : "FAMILY TREE  as the server sees it"
    let inside = frame.box(rect, title: title, trailing: "up down  v 4")
    let rows = generations.rows
    guard !rows.isEmpty else {
      return frame.put([[Span("begins when somebody signs in", .dim)]], in: inside)
    }
    let last = max(0, rows.count - inside.height)
    let first = max(0, last - scroll.distance)
    frame.put(rows.dropFirst(first).prefix(inside.height).map(spans), in: inside)
    frame.cursor = Point(x: inside.x, y: inside.y)
    if first < last {
      frame.put(
        " \(last - first) more: down ", endingAt: inside.right - 1, y: rect.bottom - 1, role: .key)
    }
  }

  private func spans(_ row: Generations.Row) -> [Span] {
    [Span(String(repeating: "   ", count: row.depth))] + spans(row.line)
  }

  private func spans(_ line: Generations.Line) -> [Span] {
    switch line {
    case .family(let id): familySpans(world.authorizationServer.family(id))
    case .token(let id): tokenSpans(id)
    case .issued(let id): issuedSpans(id)
    case .copied(_, let at):
      [Span("\(at.clockText)  ", .dim), Span("▲ copied by the attacker", .expiring)]
    case .presented(let id, let index):
      chronicle.lineage.attempts[id].map { presentedSpans($0[index]) } ?? []
    case .access(let id): accessSpans(id)
    }
  }

  private func familySpans(_ family: TokenFamily) -> [Span] {
    let name = world.authorizationServer.user(family.user).name
    return [
      Span("family \(family.id) of \(name), signed in \(family.startedAt.clockText)  ", .title)
    ]
      + family.spans(in: world).dropFirst()
  }

  private func tokenSpans(_ id: RefreshTokenID) -> [Span] {
    let server = world.authorizationServer
    let record = server.record(of: id)
    let standing = Standing(of: id, in: server, at: world.now)
    var spans = [
      Span("\(id)", .strong), Span("  generation \(record.generation)  "),
      Span("\(standing.glyph) \(endText(record, standing))", standing.role),
    ]
    if viewpoint == .everything, world.attacker.refreshTokens.contains(where: { $0.label == id }) {
      spans.append(Span("  ▲ the attacker holds it", .expiring))
    }
    return spans
  }

  private func endText(_ record: RefreshTokenRecord, _ standing: Standing) -> String {
    switch record.state {
    case .spent(let at, let successor, _): "spent \(at.clockText), successor \(successor)"
    case .displaced(let at): "displaced \(at.clockText)"
    case .current:
      standing.isAlive ? "until \(standing.end?.secondsText ?? "revoked")" : standing.word
    }
  }

  private func issuedSpans(_ id: RefreshTokenID) -> [Span] {
    let record = world.authorizationServer.record(of: id)
    let receiver = chronicle.lineage.receivers[id].map(name) ?? "a client"
    return [
      Span("\(record.issuedAt.clockText)  ", .dim),
      Span(record.parent.map { "given for \($0)" } ?? "given at the sign-in"),
      Span(" to \(receiver)", .dim),
    ]
  }

  private func presentedSpans(_ presentation: Lineage.RefreshAttempt) -> [Span] {
    let time = Span("\(presentation.at.clockText)  ", .dim)
    let who = "presented by \(name(of: presentation.by))"
    if let denial = presentation.denial {
      return [time, Span("✗ \(who): "), Span("\(denial.wire.status) \(denial.words)", .danger)]
    }
    let gave =
      presentation.gave.map(\.description)
      + [presentation.gaveAccess?.description].compactMap(\.self)
    return [
      time, Span("↻ \(who): "), Span("gave \(gave.joined(separator: " and "))", .valid),
    ]
  }

  private func accessSpans(_ id: AccessTokenID) -> [Span] {
    let standing = Standing(of: id, in: world.authorizationServer, at: world.now)
    let spans = [
      Span("\(id)  "), Span("\(standing.glyph) \(standing.text(at: world.now))", standing.role),
    ]
    guard let use = chronicle.lineage.uses[id] else { return spans + [Span("  not used", .dim)] }
    let count = use.served == 1 ? "served once" : "served \(use.served) times"
    let refusals = use.refused > 0 ? ", refused \(use.refused)" : ""
    let last = ", last \(use.lastAt.clockText) by \(name(of: use.lastBy))"
    let thief = viewpoint == .everything && use.isByAttacker
    return spans + [Span("  \(count)\(refusals)\(last)", thief ? .expiring : .dim)]
  }

  private func name(of party: Party) -> String {
    viewpoint.presenter(party, in: world.setting)
  }
}
