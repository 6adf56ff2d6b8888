import Canvas
import Narrative
import Simulation
import TokenCore

/// A token in three parts with three verdicts; of an opaque one, the server's row.
struct InspectorWindow {
  let inspector: Inspector
  let bench: InspectorBench
  let world: World
  /// What the last key had to say.
  let status: String?

  func draw(_ frame: inout Frame) {
    let name = bench.specimen(inspector)?.name ?? "no token"
    let changed = inspector.changed == nil ? "" : ", CHANGED"
    let inside = frame.window(
      title: "INSPECTOR  \(name)\(changed)", trailing: "esc leaves", width: 110, height: 28)
    guard let text = bench.text(inspector) else {
      return frame.put([[Span("nobody holds a token: i signs in", .dim)]], in: inside)
    }
    let (hint, body) = inside.splitBottom(min(1, inside.height))
    let width = inside.width - 2
    let lines =
      bench.anatomist.anatomy(of: text).map {
        anatomyLines($0, verdicts(on: text), width: width)
      } ?? opaqueLines(text, bench.specimen(inspector), width: width)
    let first = Scroll.first(around: inspector.member, of: lines.count, height: body.height)
    frame.put(Array(lines.dropFirst(first)), in: body)
    drawHint(&frame, hint)
  }

  /// What the last key had to say, or else the keys.
  private func drawHint(_ frame: inout Frame, _ hint: Rect) {
    let keys =
      inspector.typed == nil
      ? "tab next  enter change  x remove  backspace restore  C present as attacker"
      : "enter takes the value, esc leaves it: JSON, so a text wants quotes"
    let said = status.map { Span("› \($0)", .strong) } ?? Span(keys, .dim)
    frame.put([said], x: hint.x + 1, y: hint.y, maxWidth: hint.width - 1)
  }

  /// What the first API would say of each part at this moment.
  private func verdicts(on text: String) -> TokenVerdicts {
    let keys = world.authorizationServer.publishedKeys
    return bench.anatomist.verdicts(
      on: text, against: world.resourceServers[0].expectation(with: keys),
      at: NumericDate(world.now))
  }

  private func anatomyLines(
    _ anatomy: TokenAnatomy, _ verdicts: TokenVerdicts, width: Int
  ) -> [[Span]] {
    let header = anatomy.header.enumerated().map {
      memberLine($1, isSelected: $0 == inspector.member, width)
    }
    let claims = anatomy.claims.enumerated().map { index, claim in
      memberLine(claim, isSelected: index + anatomy.header.count == inspector.member, width)
    }
    let signature = anatomy.signature.isEmpty ? "none" : Text.drawable(anatomy.signature)
    return [verdictLine("HEADER", verdicts.parsing, good: "well-formed")] + header
      + [verdictLine("CLAIMS", verdicts.claims, good: "what the API wants now")] + claims
      + [verdictLine("SIGNATURE", verdicts.signature, good: "made with a key of the server")]
      + [[Span("    " + Text.cut(signature, width: width - 4), .dim)]]
  }

  private func verdictLine(
    _ title: String, _ verdict: TokenVerdicts.Verdict, good: String
  ) -> [Span] {
    let name = Span(Text.pad(title, width: 11), .title)
    switch verdict {
    case .good: return [name, Span("✓ \(good)", .valid)]
    case .flawed(let flaws):
      return [name, Span("✗ \(flaws.map(\.words).joined(separator: ", "))", .danger)]
    case .notAsked: return [name, Span("– could not be asked", .dim)]
    }
  }

  private func memberLine(
    _ member: TokenAnatomy.Member, isSelected: Bool, _ width: Int
  ) -> [Span] {
    let name = Text.pad(Text.cut(Text.drawable(member.name), width: 12), width: 12)
    let pointer = Span(isSelected ? "  ► " : "    ", .strong)
    if isSelected, let typed = inspector.typed {
      return [pointer, Span(name + " ", .key), Span(typed + "_", .strong)]
    }
    let value = Text.cut(Text.drawable(member.json), width: max(4, width - 44))
    return [
      pointer, Span(name + " "), Span(value, isSelected ? .strong : .text),
      Span("  " + (momentText(member) ?? ""), .dim),
    ]
  }

  /// `in 9:31, at 30:01 on this clock`, of the claims that are times.
  private func momentText(_ member: TokenAnatomy.Member) -> String? {
    guard ["exp", "iat", "nbf", "auth_time", "useExp"].contains(where: { $0 == member.name }),
      let seconds = Int64(member.json)
    else { return nil }
    let instant = NumericDate(seconds: seconds).instant
    guard instant >= .start, instant < .distantFuture else { return "beyond this clock" }
    let distance =
      instant > world.now
      ? "in \((instant - world.now).countdownText)" : "\((world.now - instant).countdownText) ago"
    return "\(distance), at \(instant.secondsText) on this clock"
  }

  /// A handle says nothing by itself: what it means stands in the server's row.
  private func opaqueLines(_ text: String, _ specimen: Specimen?, width: Int) -> [[Span]] {
    var lines: [[Span]] = [
      [Span("opaque: it says nothing by itself; the server looks its row up", .notice)],
      [Span(Text.cut(Text.drawable(text), width: width), .dim)], [Span("THE SERVER'S ROW", .title)],
    ]
    let server = world.authorizationServer
    if let id = specimen?.refresh {
      let record = server.record(of: id)
      lines += rowLines([
        ("hash", "\(record.digest)…"), ("family", "\(record.family)"),
        ("generation", "\(record.generation)"), ("issued", record.issuedAt.clockText),
        ("state", Standing(of: id, in: server, at: world.now).word),
        ("idle end", record.idleDeadline?.clockText ?? "none"),
        ("given for", record.parent?.description ?? "the sign-in"),
      ])
    } else if let id = specimen?.access {
      let record = server.record(of: id)
      lines += rowLines([
        ("family", "\(record.family)"), ("scope", record.scope.description),
        ("issued", record.issuedAt.clockText), ("ends", record.expiresAt.clockText),
        ("state", Standing(of: id, in: server, at: world.now).word),
      ])
    } else {
      lines.append([Span("    the server knows no such token", .dim)])
    }
    return lines
  }

  private func rowLines(_ cells: [(String, String)]) -> [[Span]] {
    cells.map { [Span("    " + Text.pad($0, width: 12)), Span($1)] }
  }
}
