import Canvas
import Narrative
import Simulation
import TokenCore

/// A token on a line: its name, how it stands at this moment, and of an access token how much is left.
struct TokenLine {
  let spans: [Span]

  /// Says `none` where there is no token.
  init(_ id: RefreshTokenID?, none: String, in world: World) {
    guard let id else {
      spans = [Span(none, .dim)]
      return
    }
    let standing = Standing(of: id, in: world.authorizationServer, at: world.now)
    spans = [
      Span(Text.pad("\(id)", width: 5)), Span("\(standing.glyph) ", standing.role),
      Span(standing.text(at: world.now), standing.role),
    ]
  }

  /// The bar takes what the width leaves, 24 cells at most; at 0 there is none.
  init(_ id: AccessTokenID?, none: String, width: Int, in world: World) {
    guard let id else {
      spans = [Span(none, .dim)]
      return
    }
    let standing = Standing(of: id, in: world.authorizationServer, at: world.now)
    let head = [
      Span(Text.pad("\(id)", width: 5)), Span("\(standing.glyph) ", standing.role),
      Span(Text.pad(standing.text(at: world.now), width: 7), standing.role),
    ]
    let bar = " " + bar(standing.left, width: min(24, max(0, width - 17)))
    spans = head + (standing.isAlive ? [Span(bar, standing.role)] : [])
  }
}

extension TokenFamily {
  /// `family f1 ● active`; of a session whether it is over.
  func spans(in world: World) -> [Span] {
    if let end = world.authorizationServer.sessionEnd(of: id), state == .active {
      return world.now < end
        ? [Span("session \(id) "), Span("● active", .valid)]
        : [Span("session \(id) "), Span("○ idle out", .ended)]
    }
    return switch state {
    case .active: [Span("family \(id) "), Span("● active", .valid)]
    case .closed: [Span("family \(id) "), Span("○ closed", .ended)]
    case .revoked(_, let reason):
      [Span("family \(id) "), Span("■ REVOKED", .danger), Span("  by \(reason.rawValue)")]
    }
  }
}

extension Exchange {
  /// `last refresh RT1 → 400`.
  var lastLine: [Span] {
    [
      Span("last \(request.shortTitle) → "),
      Span("\(status)", decision.isAccepted ? .text : .danger),
    ]
  }
}
