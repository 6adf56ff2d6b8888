import LabUI
import Lessons
import Simulation
import TokenCore

extension LabModel {
  /// The run that led to the present place, on one line; refused where no file can say it.
  var scenarioString: String {
    get throws(ScenarioError) {
      try Scenario(
        title: title, setting: setting, commands: commands, until: world.now
      ).string
    }
  }
}

extension LabModel {
  /// The lab with a scenario loaded: paused at time zero, its commands in the queue.
  init(_ scenario: Scenario, _ cryptography: any TokenCryptography & TokenAnatomist) {
    self.init(
      title: scenario.name, setting: scenario.setting,
      opening: scenario.story.map { (at: $0.at, command: $0.command) }, isRunning: false,
      cryptography)
  }
}
