import Canvas
import LabUI
import Lessons
import Simulation
import TokenCore

/// A run as text: one line for each step of the story, and under each refusal how it was decided.
struct TraceText {
  let scenario: Scenario
  let model: LabModel
  let end: TimeSpan

  var text: String {
    let lines = header + model.chronicle.rows.flatMap(lines) + [""] + Holdings.lines(in: model)
    // A request by hand may carry anything; nothing of it reaches a terminal raw.
    return lines.map(Text.drawable).joined(separator: "\n") + "\n"
  }

  private var header: [String] {
    let setting = model.setting
    return [
      "\(scenario.name): \(scenario.title)",
      "strategy \(setting.strategyID), seed \(setting.seed), until \(end.shortText)",
    ] + servers(of: setting) + scenario.remarks.map { "remark: \($0)" } + [""]
  }

  /// Told where there are several.
  private func servers(of setting: Setting) -> [String] {
    guard setting.resourceServers.count > 1 else { return [] }
    let names = setting.resourceServers.map(\.name).joined(separator: ", ")
    let meant = setting.resourceServers.filter(\.isInAudience).map(\.name)
    return ["resource servers \(names); access tokens are for \(meant.joined(separator: ", "))"]
  }

  private func lines(for row: Chronicle.Row) -> [String] {
    let event = model.trace.events[row.event]
    let text = event.storyText(in: model.setting, effects: row.effects)
    let main = [
      right(text.time, 12), left(text.who, 5),
      text.outcome.isEmpty ? text.what : left(text.what, 28), left(text.outcome, 17), text.effect,
    ].filter { !$0.isEmpty }.joined(separator: "  ")
    return [trimmed(main)] + reasons(for: event)
  }

  /// Under a refusal: the checks in order with what they compared, and the rule that decided.
  private func reasons(for event: TraceEvent) -> [String] {
    guard case .answered(let exchange) = event.kind, let last = exchange.decision.lines.last,
      !exchange.decision.isAccepted
    else { return [] }
    let silent = exchange.decision.lines.prefix { $0.passed && $0.facts.isEmpty }
    let passed = silent.map { "✓ \($0.check.word)" }.joined(separator: "  ")
    let spelled = exchange.decision.lines.dropFirst(silent.count).map(spelled)
    let checks = (silent.isEmpty ? [] : [passed]) + spelled
    let sentence = WhyText.sentence(for: exchange, under: model.setting.policy)
    return (checks + ["\(last.check.specification): \(sentence)"]).map { indent + $0 }
  }

  private func spelled(_ line: Decision.Line) -> String {
    let facts = line.facts.map(\.description).joined(separator: ", ")
    return trimmed("\(line.passed ? "✓" : "✗") \(left(line.check.question, 32)) \(facts)")
  }

  private let indent = String(repeating: " ", count: 21)
}

/// What everybody holds when the trace ends.
enum Holdings {
  static func lines(in model: LabModel) -> [String] {
    let now = model.world.now
    var lines = ["At \(now.clockText):"]
    for client in model.world.clients {
      let storage = client.storage
      let held = [
        model.standingText(storage.refreshToken?.label),
        model.standingText(storage.accessToken?.label),
      ]
      lines.append("  \(client.name) holds " + listed(held))
    }
    for family in model.world.authorizationServer.families {
      lines.append("  family \(family.id) is \(family.stateText)")
    }
    let attacker = model.world.attacker
    let held =
      attacker.refreshTokens.map { model.standingText($0.label) }
      + attacker.accessTokens.map { model.standingText($0.label) }
    return lines + ["  the attacker holds " + listed(held)]
  }

  private static func listed(_ held: [String?]) -> String {
    let held = held.compactMap(\.self)
    return held.isEmpty ? "nothing" : held.joined(separator: ", ")
  }
}

func left(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}

func right(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

private func trimmed(_ text: String) -> String {
  var text = Substring(text)
  while text.last == " " { text.removeLast() }
  return String(text)
}
