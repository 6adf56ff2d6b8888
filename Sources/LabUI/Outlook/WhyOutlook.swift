import Analysis
import Canvas
import Narrative
import Simulation
import TokenCore

/// Everything about one answer: how it was reached, what would have turned it, what the receiver could
/// not tell, and what changed. Lines for a pane of any width; whoever draws decides how many fit.
public struct WhyOutlook {
  public let exchange: Exchange
  /// What changed at the server because of the request.
  public let effects: [ServerEvent]
  /// Nil where nobody knows the world just before it.
  public let whatIf: WhatIf?
  /// Said in its place while it is being asked.
  public let asking: String?
  /// What held when the answer was given.
  public let policy: Policy
  public let server: AuthorizationServer

  public init(
    _ exchange: Exchange, effects: [ServerEvent], whatIf: WhatIf?, asking: String? = nil,
    under policy: Policy? = nil, in server: AuthorizationServer
  ) {
    self.exchange = exchange
    self.effects = effects
    self.whatIf = whatIf
    self.asking = asking
    self.policy = policy ?? server.policy
    self.server = server
  }

  /// All of it, from the top.
  public func lines(width: Int) -> [[Span]] {
    checkLines(width: width) + turnLines(width: width) + blindLines(width: width)
      + changeLines(width: width) + wireLines(width: width)
  }

  /// Each check with what it compared, and the rule that decided.
  public func checkLines(width: Int) -> [[Span]] {
    exchange.decision.lines.flatMap { line -> [[Span]] in
      let facts = line.facts.map(\.description).joined(separator: ", ")
      let role: Role = line.passed ? .text : .danger
      let text = [line.check.question, facts].filter { !$0.isEmpty }.joined(separator: "  ")
      return hung(line.passed ? "✓ " : "✗ ", line.passed ? .valid : .danger, text, role, width)
    } + Text.wrap(rule, width: width).map { [Span($0, .strong)] }
  }

  private var rule: String { Reason(of: exchange, under: policy).text }

  /// What would have turned the answer.
  public func turnLines(width: Int) -> [[Span]] {
    let lines =
      whatIf.map { CounterfactualText($0, in: server).lines } ?? [asking].compactMap(\.self)
    return lines.isEmpty ? [] : section("WOULD IT HAVE BEEN OTHERWISE?", lines, width)
  }

  /// What the receiver saw, could not tell, and did not look at.
  public func blindLines(width: Int) -> [[Span]] {
    let spots = BlindSpotText(exchange, under: policy)
    let asked = whatIf.map { CounterfactualText($0, in: server) }
    let lines =
      spots.lines.map { "not " + $0 } + [asked?.blindness, asked?.ignored].compactMap(\.self)
    return section("WHAT IT COULD NOT TELL", [spots.seen] + lines, width)
  }

  public func changeLines(width: Int) -> [[Span]] {
    let changes = effects.map { effect in
      if case .refreshTokenReused(let id, _, let cause) = effect {
        "a reuse of \(id) noticed (\(cause.rawValue))"
      } else {
        effect.words
      }
    }
    let sentence = changes.isEmpty ? "nothing" : changes.joined(separator: ", ")
    return section("WHAT CHANGED AT THE SERVER", [sentence], width)
  }

  public func wireLines(width: Int) -> [[Span]] {
    let (request, response) = WireText.lines(for: exchange)
    return section("ON THE WIRE", request + response, width, mark: "")
  }

  private func section(
    _ title: String, _ texts: [String], _ width: Int, mark: String = "· "
  ) -> [[Span]] {
    [[Span(Text.cut(title, width: width), .title)]]
      + texts.flatMap { hung(mark, .dim, $0, .text, width) }
  }
}

/// A text behind a mark, its further lines set in by as much.
func hung(_ mark: String, _ role: Role, _ text: String, _ textRole: Role, _ width: Int) -> [[Span]]
{
  let indent = Text.width(mark)
  return Text.wrap(text, width: max(1, width - indent)).enumerated().map { index, line in
    [Span(index == 0 ? mark : Text.pad("", width: indent), role), Span(line, textRole)]
  }
}
