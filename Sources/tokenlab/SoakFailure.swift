import Narrative
import Simulation
import Soak
import TokenCore

/// A broken invariant, and what it takes to see it again.
struct SoakFailure {
  let invariant: Invariant
  let found: String
  /// The step of its world that broke it.
  let steps: Int
  let run: RandomRun

  var text: String {
    let setting = run.world.setting
    let policy = setting.policy.axes.map { "  \($0.name): \($0.value)" }
    let lines =
      [
        "broken: \(invariant.rawValue)", "found:  \(found)", "seed:   \(run.seed), step \(steps)",
        "repeat: tokenlab soak --seed \(run.seed) --steps \(steps)", "policy:",
      ] + policy + ["habit: \(habit)", "the last of the story:"] + story
    return lines.joined(separator: "\n") + "\n"
  }

  private var habit: String {
    let names = run.world.setting.rules.axisValues.map(\.description).sorted()
    return names.joined(separator: ", ")
  }

  /// The last twenty lines that a trace would show.
  private var story: [String] {
    run.trace.events.filter(\.isStory).suffix(20).map { event in
      let text = event.storyText(in: run.world.setting)
      let parts = [right(text.time, 12), left(text.who, 5), text.what, text.outcome, text.effect]
      return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }
  }
}
