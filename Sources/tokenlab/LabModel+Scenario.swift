import LabUI
import Lessons
import Simulation

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
