import Canvas
import Narrative
import Simulation
import TokenCore

/// Lanes: a row for each refresh token, one for the access tokens, one for what each actor did.
///
/// `█` lived, `░` still good, `·` spent, `╳` revoked, `├` issued, `┤` expires, `↻` rotated,
/// `▲` stolen, `✗` reuse or refusal, `■` revoked, `┃` now.
struct TimelinePane {
  let family: TokenFamily?
  /// The device whose acts have a lane.
  let device: DeviceID
  let chronicle: Chronicle
  let viewpoint: Viewpoint
  /// 0 for four access tokens' lives; each step halves or doubles it.
  let zoom: Int
  let world: World

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let labelWidth = rect.width >= 100 ? 20 : 16
    let inside = frame.box(rect, title: "TIMELINE", trailing: "5")
    let lanes = Rect(
      x: inside.x + labelWidth, y: inside.y, width: inside.width - labelWidth - 1,
      height: inside.height)
    guard lanes.width > 10, lanes.height > 1 else { return }
    let scale = TimelineScale(
      now: world.now, lifetime: world.policy.accessToken.lifetime, zoom: zoom,
      width: lanes.width)
    drawAxis(&frame, lanes, scale)
    let rows = laneRows(height: lanes.height - 1)
    for (index, row) in rows.enumerated() {
      let lane = Rect(x: lanes.x, y: lanes.y + 1 + index, width: lanes.width, height: 1)
      draw(row, &frame, lane, scale)
      frame.put(label(of: row), x: inside.x + 1, y: lane.y, maxWidth: labelWidth - 2)
    }
    drawNow(&frame, lanes, scale)
  }

  enum LaneRow: Equatable {
    case folded(count: Int)
    case refresh(RefreshTokenID)
    case access(newest: AccessTokenID?)
    case actor(Party)
    /// All requests, from whomever.
    case requests
  }

  /// What is shown: actors and access tokens keep their rows, older refresh tokens fold first.
  private func laneRows(height: Int) -> [LaneRow] {
    let server = world.authorizationServer
    let own = family.map(\.refreshTokens) ?? []
    let access = server.accessTokens.last?.id
    let actors: [LaneRow] =
      viewpoint == .server
      ? height >= 4 ? [.requests] : []
      : height >= 8
        ? [.actor(.client(device)), .actor(.attacker)] : height >= 4 ? [.actor(.attacker)] : []
    let room = max(1, height - 1 - actors.count)
    var rows: [LaneRow] = own.suffix(room).map(LaneRow.refresh)
    if own.count > room {
      rows = [.folded(count: own.count - room + 1)] + rows.dropFirst()
    }
    return Array((rows + [.access(newest: access)] + actors).prefix(height))
  }

  private func label(of row: LaneRow) -> [Span] {
    let server = world.authorizationServer
    switch row {
    case .folded(let count):
      let folded = (family?.refreshTokens ?? []).prefix(count)
      let live = folded.count { Standing(of: $0, in: server, at: world.now).isAlive }
      return live == 0
        ? [Span("RT… ↻ \(count) spent", .ended)]
        : [Span("RT… \(count), "), Span("● \(live) live", .valid)]
    case .refresh(let id):
      let standing = Standing(of: id, in: server, at: world.now)
      let isReused = (chronicle.refreshMarks[id] ?? []).contains { $0.kind == .reused }
      return isReused
        ? [Span("\(id) "), Span("✗ REUSED", .danger)]
        : [
          Span("\(id) "), Span("\(standing.glyph) \(standing.text(at: world.now))", standing.role),
        ]
    case .access(let newest):
      guard let id = newest else { return [Span("AT  none", .dim)] }
      let standing = Standing(of: id, in: server, at: world.now)
      return [
        Span("\(id) "), Span("\(standing.glyph) \(standing.text(at: world.now))", standing.role),
      ]
    case .actor(.attacker): return [Span("ATTACKER", .strong)]
    case .actor: return [Span("CLIENT", .strong)]
    case .requests: return [Span("REQUESTS", .strong)]
    }
  }

  private func drawAxis(_ frame: inout Frame, _ rect: Rect, _ scale: TimelineScale) {
    for tick in scale.ticks(spacing: 10) {
      let x = rect.x + scale.column(tick)
      let text = tick.secondsText
      guard x + Text.width(text) <= rect.right else { continue }
      frame.put(text, x: x, y: rect.y, role: .frame)
    }
  }

  /// A line down the lanes at the present, wherever no word stands in its way.
  private func drawNow(_ frame: inout Frame, _ lanes: Rect, _ scale: TimelineScale) {
    let column = scale.column(world.now)
    guard (0..<scale.width).contains(column) else { return }
    for y in lanes.y + 1..<lanes.bottom {
      let glyph = frame[lanes.x + column, y].glyph
      guard " ░·╳█".unicodeScalars.contains(glyph) else { continue }
      frame[lanes.x + column, y] = Cell("┃", .strong)
    }
  }

  private func draw(
    _ row: LaneRow, _ frame: inout Frame, _ lane: Rect, _ scale: TimelineScale
  ) {
    switch row {
    case .folded: break
    case .refresh(let id): drawLane(of: id, &frame, lane, scale)
    case .access:
      for id in world.authorizationServer.accessTokens(within: scale) {
        drawLane(of: id, &frame, lane, scale)
      }
    case .actor(let party): drawDeeds(of: [party], &frame, lane, scale)
    case .requests: drawDeeds(of: [.client(device), .attacker], &frame, lane, scale)
    }
  }
}
