import Simulation
import TokenCore

/// A run as text: one line for each step of the story, and under each refusal how it was decided.
package struct TraceText: TraceForm {
  private let name: String
  private let title: String
  private let end: TimeSpan
  private var rows = StoryRows()
  /// What held when the row that is told next happened; nil for what the setting says.
  private var policy: Policy?

  /// The story of the run called `name`, up to `end`.
  package init(name: String, title: String, end: TimeSpan) {
    self.name = name
    self.title = title
    self.end = end
  }

  /// What a request by hand carried stands in the lines as it came: make them safe before they are
  /// shown.
  package func opening(of world: World) -> [String] { header(of: world.setting) }

  package mutating func lines(for event: TraceEvent, in world: World) -> [String] {
    let told = rows.take(event).map { lines(for: $0, in: world.setting) } ?? []
    if case .server(.policyChanged(_, let policy)) = event.kind { self.policy = policy }
    return told
  }

  package func ending(of world: World) -> [String] {
    let newest = rows.newest.map { lines(for: $0, in: world.setting) } ?? []
    return newest + [""] + EndState(of: world).lines
  }

  private func header(of setting: Setting) -> [String] {
    [
      "\(name): \(title)",
      "strategy \(setting.strategyID), seed \(setting.seed), until \(end.shortText)",
    ] + servers(of: setting) + setting.policy.remarks.map { "remark: \($0)" } + [""]
  }

  /// Told where there are several.
  private func servers(of setting: Setting) -> [String] {
    guard setting.resourceServers.count > 1 else { return [] }
    let names = setting.resourceServers.map(\.name).joined(separator: ", ")
    let meant = setting.resourceServers.filter(\.isInAudience).map(\.name)
    return ["resource servers \(names); access tokens are for \(meant.joined(separator: ", "))"]
  }

  private func lines(for row: StoryRow, in setting: Setting) -> [String] {
    let text = row.event.storyText(in: setting, effects: row.effects)
    let main = [
      right(text.time, 12), left(text.who, 5),
      text.outcome.isEmpty ? text.what : left(text.what, 28), left(text.outcome, 17), text.effect,
    ].filter { !$0.isEmpty }.joined(separator: "  ")
    return [trimmed(main)] + reasons(for: row.event, under: policy ?? setting.policy)
  }

  /// Under a refusal: the checks in order with what they compared, and the rule that decided.
  private func reasons(for event: TraceEvent, under policy: Policy) -> [String] {
    guard case .answered(let exchange) = event.kind, !exchange.decision.isAccepted else {
      return []
    }
    let silent = exchange.decision.lines.prefix { $0.passed && $0.facts.isEmpty }
    let passed = silent.map { "✓ \($0.check.word)" }.joined(separator: "  ")
    let spelled = exchange.decision.lines.dropFirst(silent.count).map(spelled)
    let checks = (silent.isEmpty ? [] : [passed]) + spelled
    let reason = Reason(of: exchange, under: policy)
    return (checks + ["\(reason.citation): \(reason.sentence)"]).map { indent + $0 }
  }

  private func spelled(_ line: Decision.Line) -> String {
    let facts = line.facts.map(\.description).joined(separator: ", ")
    return trimmed("\(line.passed ? "✓" : "✗") \(left(line.check.question, 32)) \(facts)")
  }

  private let indent = String(repeating: " ", count: 21)
}

private func trimmed(_ text: String) -> String {
  var text = Substring(text)
  while text.last == " " { text.removeLast() }
  return String(text)
}
