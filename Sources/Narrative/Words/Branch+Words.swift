import Simulation
import TokenCore

extension Branch {
  /// Where it comes from: `branch 2, from branch 1 at 12:03.4`, `run 3 under sliding-week`.
  package func originText(in history: History) -> String {
    switch origin {
    case .start: "\(label): the first run"
    case .fork(let parent, let at, let command):
      "\(label), forked from branch \(parent) at \(at.at.clockText): "
        + command.deed(in: world.setting)
    case .rerun(let parent, let at):
      "\(label), forked from branch \(parent)"
        + (history.branch(parent).map { " (\($0.world.setting.strategyID))" } ?? "")
        + " at \(at.clockText): under \(world.setting.strategyID)"
    }
  }

  /// Its number, and its name where it has one.
  package var label: String {
    name.map { "branch \(id) (\($0))" } ?? "branch \(id)"
  }
}

extension Command {
  /// With who does it: `the attacker refreshes`.
  package func deed(in setting: Setting) -> String {
    switch party {
    case .attacker: "the attacker \(words(in: setting))"
    case .client(let device):
      words(in: setting).hasPrefix(setting.devices[device.index].person)
        ? words(in: setting) : "\(setting.devices[device.index].person) \(words(in: setting))"
    case .browser, .authorizationServer, .resourceServer, .network: words(in: setting)
    case .visitor: "a visitor \(words(in: setting))"
    }
  }
}
