import Canvas
import Narrative
import Simulation
import TokenCore

/// The family tree: every token that descends from one sign-in, and who used what again.
struct FamilyPane {
  let family: TokenFamily?
  /// The device whose holder of a token is named.
  let client: Client
  /// What befell each refresh token.
  let marks: [RefreshTokenID: [Chronicle.Mark]]
  let viewpoint: Viewpoint
  let world: World

  func draw(_ frame: inout Frame, _ rect: Rect) {
    guard let family else {
      let inside = frame.box(rect, title: "FAMILY", trailing: "4")
      return frame.put([[Span("begins when somebody signs in", .dim)]], in: inside)
    }
    let inside = frame.box(rect, title: "FAMILY \(family.id)", trailing: "4")
    let head: [[Span]] = [
      [
        Span(
          "sign-in \(family.startedAt.secondsText) \(world.authorizationServer.user(family.user).name)"
        )
      ]
        + [Span("  ")] + family.spans(in: world).dropFirst()
    ]
    let room = max(0, inside.height - head.count)
    let groups = lineGroups(family, atLeast: room)
    let shown = groups.flatMap(\.self).suffix(room)
    let earlier = tokenCount(of: family) - groups.count + 1
    var all = head + shown
    if all.count > 1, earlier > 1 || groups.flatMap(\.self).count > room {
      all[1] = [Span("│ … \(max(1, earlier)) earlier", .dim)]
    }
    frame.put(all, in: inside)
  }

  private func tokenCount(of family: TokenFamily) -> Int {
    max(family.refreshTokens.count, family.refreshTokens.isEmpty ? family.accessTokens.count : 0)
  }

  /// The lines of the newest tokens, a group for each: from the end until the room is full, so that a
  /// long family costs no more than a short one.
  private func lineGroups(_ family: TokenFamily, atLeast room: Int) -> [[[Span]]] {
    var groups: [[[Span]]] = []
    var count = 0
    for index in (0..<tokenCount(of: family)).reversed() where count < room {
      let group = lines(of: family, index)
      groups.append(group)
      count += group.count
    }
    return groups.reversed()
  }

  private func lines(of family: TokenFamily, _ index: Int) -> [[Span]] {
    guard family.refreshTokens.indices.contains(index) else {
      return [[Span("└─ ", .frame)] + tokenSpans(family.accessTokens[index])]
    }
    let isLast = index == family.refreshTokens.count - 1
    let id = family.refreshTokens[index]
    return [[Span(isLast ? "└─ " : "├─ ", .frame)] + tokenSpans(id)]
      + reuseLines(of: id, stem: isLast ? "   " : "│  ")
  }

  private func tokenSpans(_ id: RefreshTokenID) -> [Span] {
    let server = world.authorizationServer
    let standing = Standing(of: id, in: server, at: world.now)
    var words = standing.word
    switch server.record(of: id).state {
    case .spent(let at, _, _): words = "spent \(at.clockText)"
    case .displaced(let at): words = "displaced \(at.clockText)"
    case .current: if standing.isAlive { words = "until \(standing.end?.secondsText ?? "revoked")" }
    }
    var spans = [Span("\(id) "), Span("\(standing.glyph) \(words)", standing.role)]
    if viewpoint == .everything, world.attacker.refreshTokens.contains(where: { $0.label == id }) {
      spans.append(
        Span(client.storage.refreshToken?.label == id ? "  both hold it" : "  attacker", .expiring))
    } else if client.storage.refreshToken?.label == id {
      spans.append(Span("  \(client.person)", .dim))
    }
    return spans
  }

  private func tokenSpans(_ id: AccessTokenID) -> [Span] {
    let standing = Standing(of: id, in: world.authorizationServer, at: world.now)
    return [
      Span("\(id) "), Span("\(standing.glyph) \(standing.text(at: world.now))", standing.role),
    ]
  }

  private func reuseLines(of id: RefreshTokenID, stem: String) -> [[Span]] {
    (marks[id] ?? []).compactMap { mark in
      switch mark.kind {
      case .reused: [Span(stem + "└ ", .frame), Span("✗ used AGAIN \(mark.at.clockText)", .danger)]
      case .retried: [Span(stem + "└ ", .frame), Span("↻ retried \(mark.at.clockText)", .expiring)]
      case .stolen where viewpoint == .server: nil
      case .stolen: [Span(stem + "└ ", .frame), Span("▲ copied \(mark.at.clockText)", .expiring)]
      case .refused: nil
      }
    }
  }
}
