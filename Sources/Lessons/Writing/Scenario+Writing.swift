import Simulation
import TokenCore

extension Scenario {
  /// The scenario as a file's text, which reads back as the same scenario; refused where it holds
  /// what no file can say.
  public var yaml: String {
    get throws(ScenarioError) {
      let text = written
      do throws(ScenarioError) {
        guard try Scenario(yaml: text, file: name) == writable else {
          throw ScenarioError(file: name, problem: "no file can say all of it")
        }
      } catch {
        throw ScenarioError(file: name, problem: "cannot be written: \(error.problem)")
      }
      return text
    }
  }

  /// Without a way to renew that its strategy has no use for, which a file may not name.
  private var writable: Scenario {
    var scenario = self
    if let renews = habitOverride.renews, !renews.suits(setting.policy) {
      scenario.habitOverride.renews = nil
    }
    return scenario
  }

  /// The text itself. Settings that say the usual are left out.
  var written: String {
    let cast = Cast(setting)
    var lines = ["scenario: \(name)", "title: \(quotedWhereNeeded(title))"]
    lines += paragraph(about) + writtenRules
    if setting.seed != 1 { lines.append("seed: \(setting.seed)") }
    lines.append("lasts: \(lasts.shortText)")
    if setting.latency != .milliseconds(100) {
      lines.append("latency: \(setting.latency.shortText)")
    }
    if setting.devices != [.alice] {
      lines += ["devices:"] + Written.list(setting.devices.map { $0.written(lasts: lasts) }).block
    }
    if !setting.otherClients.isEmpty {
      lines += ["clients:"] + Written.list(setting.otherClients.map { $0.written(in: cast) }).block
    }
    if setting.resourceServers != [.api] {
      let servers = Written.list(setting.resourceServers.map(\.written))
      lines += ["resource-servers:"] + servers.block
    }
    if let attack = setting.attack { lines.append("attack: \(attack.written(in: cast).line)") }
    let told = Written.list(story.map { $0.written(in: cast) }).block
    lines += told.isEmpty ? ["story: []"] : ["story:"] + told
    return lines.joined(separator: "\n") + "\n"
  }

  /// A shipped strategy by its name or a policy written out, and the habit that differs from it.
  private var writtenRules: [String] {
    let own = Strategy(ownPolicy: setting.policy, name: setting.strategyID)
    let shipped = Strategy.named(setting.strategyID).flatMap {
      $0.policy == setting.policy ? $0 : nil
    }
    let candidates = [shipped, own].compactMap(\.self)
    let base = candidates.first { habitOverride.applied(to: $0) == setting.habit } ?? candidates[0]
    let habit = habit(over: base).written.map { ["habit: \($0.line)"] } ?? []
    guard base != shipped else { return ["strategy: \(base.id)"] + habit }
    let policyName = base.id == name ? nil : base.id
    return ["policy:"] + setting.policy.written(name: policyName).block + habit
  }

  private func habit(over strategy: Strategy) -> HabitOverride {
    var habit = habitOverride
    if habit.applied(to: strategy) != setting.habit {
      habit = HabitOverride(from: strategy, to: setting.habit)
    }
    if let renews = habit.renews, !renews.suits(strategy.policy) { habit.renews = nil }
    return habit
  }

  /// A folded paragraph, or one quoted line where a fold would not give the same text back.
  private func paragraph(_ text: String) -> [String] {
    let words = text.split(separator: " ")
    let isPlain =
      words.allSatisfy { !"-?:".contains($0.first ?? "-") }
      && text.unicodeScalars.allSatisfy { isPrinted($0) && !"[{&".unicodeScalars.contains($0) }
    guard isPlain, !words.isEmpty else { return ["about: \(quotedWhereNeeded(text))"] }
    var lines = ["about: >"]
    var line = " "
    for word in words {
      if line.count + word.count > 96, line != " " {
        lines.append(line)
        line = " "
      }
      line += " " + word
    }
    return lines + [line]
  }
}
