import Canvas
import Narrative
import Simulation
import TokenCore

/// The card of the attacker: the newest of what it stole, how much it holds, and the last answer to it.
/// To the servers there is no attacker.
struct AttackerCard {
  /// Whom the keys make it steal from.
  let victim: String
  let last: Exchange?
  let viewpoint: Viewpoint
  let world: World

  private var attacker: Attacker { world.attacker }

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let title = viewpoint == .server ? "WHO ASKED?" : "ATTACKER"
    let inside = frame.box(rect, title: title, trailing: "3", style: .double)
    if viewpoint == .server { return frame.put(unknown(width: inside.width - 2), in: inside) }
    guard attacker.firstTheftAt != nil else { return frame.put(nothing, in: inside) }
    let lines = [
      TokenLine(attacker.refreshTokens.last?.label, none: "RT  none", in: world).spans,
      TokenLine(
        attacker.accessTokens.last?.label, none: "AT  none", width: inside.width, in: world
      ).spans,
      [Span(hoardText, .dim)],
    ]
    frame.put(card: lines + [last?.lastLine].compactMap(\.self), in: inside)
  }

  /// In place of the attacker, when the screen tells what the servers know.
  private func unknown(width: Int) -> [[Span]] {
    let words =
      "to the server nobody is the attacker: all requests come from client \(Client.clientID)"
    return Text.wrap(words, width: width).map { [Span($0, .dim)] }
  }

  private var nothing: [[Span]] {
    let isAway = world.clients.allSatisfy { $0.backend != nil }
    let key = isAway ? "S" : world.policy.refresh == nil ? "a" : "s"
    return [[Span("holds nothing", .dim)], [Span("\(key) steals from \(victim)", .dim)]]
  }

  private var hoardText: String {
    if let key = attacker.signingKey {
      let isPublished = world.authorizationServer.signingKeys.contains(key)
      return isPublished ? "holds the signing key" : "holds a withdrawn key"
    }
    if !attacker.keySet.isEmpty, attacker.firstTheftAt == nil { return "holds public keys" }
    let tokens = "\(attacker.refreshTokens.count) RT, \(attacker.accessTokens.count) AT"
    let others = [
      attacker.cookies.isEmpty && attacker.backendCookie == nil ? nil : "a cookie",
      attacker.prepared.isEmpty ? nil : "\(attacker.prepared.count) proofs",
    ].compactMap(\.self)
    return others.isEmpty ? "holds \(tokens)" : ([tokens] + others).joined(separator: ", ")
  }
}
