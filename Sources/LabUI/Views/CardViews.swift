import Canvas
import Narrative
import Simulation
import TokenCore

/// The three cards: what each party holds, knows and last heard.
extension LabModel {
  func drawClientCard(_ frame: inout Frame, _ rect: Rect) {
    let title = rect.width >= 34 ? "CLIENT  \(client.name)" : "CLIENT \(client.person)"
    let inside = frame.box(rect, title: title, trailing: "1")
    var lines = [
      line(client.storage.refreshToken?.label, none: noRefreshToken),
      line(client.storage.accessToken?.label, none: "AT  none", width: inside.width),
      [Span(phaseText, client.isSignedOut ? .danger : .text)],
    ]
    lines += lastLines(of: .client(device), room: inside.height - 3)
    draw(lines, &frame, inside, lastAtBottom: true)
  }

  /// Said where no refresh token is held: whether there could be one.
  private var noRefreshToken: String {
    setting.policy.refresh == nil ? "RT  none issued" : "RT  none"
  }

  private var phaseText: String {
    switch client.phase {
    case .signedOut(nil): "not signed in"
    case .signedOut(.loggedOut): "logged out"
    case .signedOut: "must sign in again"
    case .authorizing, .exchanging: "signing in"
    case .signedIn: renewalText
    }
  }

  private var renewalText: String {
    guard let waiting = client.refreshes.last else {
      return setting.policy.renewal.clientWords ?? setting.habit.renews.words
    }
    let count = client.refreshes.count
    if waiting.isRetry { return "no answer: tries again" }
    return count > 1 ? "\(count) refreshes in flight" : "refreshing"
  }

  /// In place of the attacker, when the screen tells what the servers know.
  private func drawUnknown(_ frame: inout Frame, _ inside: Rect) {
    let words =
      "to the server nobody is the attacker: all requests come from client \(Client.clientID)"
    let lines = Text.wrap(words, width: inside.width - 2).map { [Span($0, .dim)] }
    draw(lines, &frame, inside)
  }

  func drawAttackerCard(_ frame: inout Frame, _ rect: Rect) {
    let title = viewpoint == .server ? "WHO ASKED?" : "ATTACKER"
    let inside = frame.box(rect, title: title, trailing: "3", style: .double)
    if viewpoint == .server { return drawUnknown(&frame, inside) }
    let attacker = world.attacker
    guard attacker.firstTheftAt != nil else {
      let key = setting.policy.refresh == nil ? "a" : "s"
      let lines = [
        [Span("holds nothing", .dim)], [Span("\(key) steals from \(client.person)", .dim)],
      ]
      return draw(lines, &frame, inside)
    }
    var lines = [
      line(attacker.refreshTokens.last?.label, none: "RT  none"),
      line(attacker.accessTokens.last?.label, none: "AT  none", width: inside.width),
      [Span(hoardText, .dim)],
    ]
    lines += lastLines(of: .attacker, room: inside.height - 3)
    draw(lines, &frame, inside, lastAtBottom: true)
  }

  private var hoardText: String {
    let attacker = world.attacker
    if let key = attacker.signingKey {
      let isPublished = world.authorizationServer.publishedKeys.contains(key)
      return isPublished ? "holds the signing key" : "holds a withdrawn key"
    }
    return "holds \(attacker.refreshTokens.count) RT, \(attacker.accessTokens.count) AT"
  }

  private func lastLines(of party: Party, room: Int) -> [[Span]] {
    guard let exchange = chronicle.lastExchange[party] else { return [] }
    return [answerLine(exchange, prefix: "last ")]
  }

  func answerLine(_ exchange: Exchange, prefix: String) -> [Span] {
    [
      Span("\(prefix)\(exchange.request.shortTitle) → "),
      Span("\(exchange.status)", exchange.decision.isAccepted ? .text : .danger),
    ]
  }

  func line(_ id: RefreshTokenID?, none: String) -> [Span] {
    guard let id else { return [Span(none, .dim)] }
    let standing = Standing(of: id, in: world.authorizationServer, at: world.now)
    return [
      Span(Text.pad("\(id)", width: 5)), Span("\(standing.glyph) ", standing.role),
      Span(standing.text(at: world.now), standing.role),
    ]
  }

  func line(_ id: AccessTokenID?, none: String, width: Int) -> [Span] {
    guard let id else { return [Span(none, .dim)] }
    let standing = Standing(of: id, in: world.authorizationServer, at: world.now)
    var spans = [
      Span(Text.pad("\(id)", width: 5)), Span("\(standing.glyph) ", standing.role),
      Span(Text.pad(standing.text(at: world.now), width: 7), standing.role),
    ]
    if standing.isAlive {
      spans.append(
        Span(" " + bar(standing.left, width: min(24, max(0, width - 17))), standing.role))
    }
    return spans
  }

  /// Lines from the top; the last one at the bottom where there is room between.
  func draw(
    _ lines: [[Span]], _ frame: inout Frame, _ rect: Rect, lastAtBottom: Bool = false
  ) {
    for (index, line) in lines.enumerated() where index < rect.height {
      let isLast = lastAtBottom && index == lines.count - 1 && index == 3
      let y = isLast ? rect.bottom - 1 : rect.y + index
      frame.put(line, x: rect.x + 1, y: y, maxWidth: max(0, rect.width - 2))
    }
  }
}
