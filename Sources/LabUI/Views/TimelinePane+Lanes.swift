import Canvas
import Narrative
import Simulation
import TokenCore

/// One stretch of a lane.
private struct Stretch {
  let from: Instant
  let to: Instant
  let glyph: Unicode.Scalar
  let role: Role
}

extension TimelinePane {
  func drawLane(
    of id: RefreshTokenID, _ frame: inout Frame, _ lane: Rect, _ scale: TimelineScale
  ) {
    let server = world.authorizationServer
    let record = server.record(of: id)
    let expiry = server.expiry(of: id) ?? .distantFuture
    var end = min(expiry, world.now)
    var marks: [(Instant, Unicode.Scalar, Role)] = [(record.issuedAt, "├", .text)]
    var stretches: [Stretch] = []
    let revokedAt = revocation(of: server.family(record.family))
    switch record.state {
    case .current:
      if let revokedAt {
        end = min(end, revokedAt)
        stretches.append(Stretch(from: end, to: expiry, glyph: "╳", role: .ended))
        marks.append((revokedAt, "■", .danger))
      } else {
        stretches.append(Stretch(from: world.now, to: expiry, glyph: "░", role: .valid))
      }
    case .spent(let at, _, _):
      end = at
      stretches.append(Stretch(from: at, to: min(expiry, world.now), glyph: "·", role: .ended))
      marks.append((at, "↻", .text))
    case .displaced(let at):
      end = at
      marks.append((at, "○", .ended))
    }
    stretches.append(Stretch(from: record.issuedAt, to: end, glyph: "█", role: lived(id)))
    marks.append((expiry, "┤", .text))
    marks += visible(chronicle.refreshMarks[id]).map { ($0.at, $0.glyph, $0.role) }
    draw(stretches, marks, &frame, lane, scale)
  }

  /// A theft happens where no server looks.
  private func visible(_ marks: [Chronicle.Mark]?) -> [Chronicle.Mark] {
    (marks ?? []).filter { viewpoint == .everything || $0.kind != .stolen }
  }

  private func lived(_ id: RefreshTokenID) -> Role {
    Standing(of: id, in: world.authorizationServer, at: world.now).isAlive ? .valid : .ended
  }

  private func revocation(of family: TokenFamily) -> Instant? {
    if case .revoked(let at, _) = family.state { at } else { nil }
  }

  func drawLane(
    of id: AccessTokenID, _ frame: inout Frame, _ lane: Rect, _ scale: TimelineScale
  ) {
    let server = world.authorizationServer
    let record = server.record(of: id)
    guard record.expiresAt > scale.start, record.issuedAt < scale.end else { return }
    let standing = Standing(of: id, in: server, at: world.now)
    let dead = server.policy.accessToken.check == .signatureOnly ? nil : record.revokedAt
    let lived = min(dead ?? record.expiresAt, record.expiresAt, world.now)
    let role: Role = standing.isAlive ? standing.role : .ended
    let stretches = [
      Stretch(from: record.issuedAt, to: lived, glyph: "█", role: role),
      Stretch(
        from: max(lived, min(world.now, record.expiresAt)), to: record.expiresAt,
        glyph: dead == nil ? "░" : "╳", role: dead == nil ? role : .ended),
    ]
    let marks: [(Instant, Unicode.Scalar, Role)] =
      [(record.issuedAt, "├", .text), (record.expiresAt, "┤", .text)]
      + visible(chronicle.accessMarks[id]).map { ($0.at, $0.glyph, $0.role) }
    draw(stretches, marks, &frame, lane, scale)
    let column = scale.column(record.issuedAt)
    if column >= 0, scale.column(lived) - column > 6 {
      frame.put("\(id)", x: lane.x + column + 2, y: lane.y, role: .text)
    }
  }

  func drawDeeds(of parties: [Party], _ frame: inout Frame, _ lane: Rect, _ scale: TimelineScale) {
    let visible = chronicle.actorEvents(within: scale).filter { deed in
      parties.contains(deed.party) && (viewpoint == .everything || deed.kind != .theft)
    }
    for (index, deed) in visible.enumerated() {
      let column = scale.column(deed.at)
      let next = index + 1 < visible.count ? scale.column(visible[index + 1].at) : scale.width
      let room = next - column - 1
      let role: Role = deed.isBad ? .danger : .text
      frame.put("\(deed.glyph)", x: lane.x + column, y: lane.y, role: role)
      guard room > Text.width(deed.words) else { continue }
      frame.put(" " + deed.words, x: lane.x + column + 1, y: lane.y, role: role)
    }
  }

  private func draw(
    _ stretches: [Stretch], _ marks: [(Instant, Unicode.Scalar, Role)], _ frame: inout Frame,
    _ lane: Rect, _ scale: TimelineScale
  ) {
    for stretch in stretches where stretch.to > stretch.from {
      let first = max(0, scale.column(stretch.from))
      let last = min(scale.width, max(scale.column(stretch.to), first))
      let rect = Rect(x: lane.x + first, y: lane.y, width: last - first, height: 1)
      frame.fill(rect, stretch.glyph, role: stretch.role)
    }
    for (at, glyph, role) in marks {
      let column = scale.column(at)
      guard (0..<scale.width).contains(column) else { continue }
      frame[lane.x + column, lane.y] = Cell(glyph, role)
    }
  }
}

extension Chronicle.ActorEvent {
  fileprivate var glyph: Unicode.Scalar {
    switch kind {
    case .theft: "▲"
    case .signIn: "►"
    case .renewal: "↻"
    case .refusal: "✗"
    }
  }
}

extension Chronicle.Mark {
  var glyph: Unicode.Scalar {
    switch kind {
    case .stolen: "▲"
    case .refused, .reused: "✗"
    case .retried: "↻"
    }
  }

  var role: Role {
    switch kind {
    case .stolen, .retried: .expiring
    case .refused, .reused: .danger
    }
  }
}
