import Canvas
import JOSE
import Lessons
import Simulation
import TokenCore

@testable import LabUI

extension LabModel {
  /// Alice's laptop and nobody's hand on it: paused at time zero, with nothing in the queue.
  static func quiet(_ strategy: Strategy = .rotationStrict, devices: [DeviceSetting] = [.alice])
    -> LabModel
  {
    LabModel(
      title: "quiet lab", setting: Setting(strategy: strategy, devices: devices), opening: [],
      isRunning: false, LabCryptography())
  }

  /// A shipped scenario, paused at the given time.
  static func scenario(
    _ name: String, under strategy: Strategy? = nil, at time: TimeSpan = .zero
  ) throws -> LabModel {
    var scenario = try ScenarioLibrary.scenario(named: name)
    if let strategy { scenario = scenario.under(strategy) }
    var model = LabModel(
      title: scenario.name, setting: scenario.setting,
      opening: scenario.story.map { (at: $0.at, command: $0.command) }, isRunning: false,
      LabCryptography())
    model.advance(to: .start + time)
    return model
  }

  /// Presses keys by their labels, as in `i s r R space`.
  @discardableResult
  mutating func press(_ labels: String) -> [Effect] {
    labels.split(separator: " ").flatMap { label in
      Key(label: String(label)).map { update(.key($0)) } ?? []
    }
  }

  func after(_ labels: String) -> LabModel {
    var model = self
    model.press(labels)
    return model
  }
}

extension LabModel {
  /// What the card beside the list of strategies says, at 80x24, as one line.
  var cardWords: String { cardWords(.medium) }

  func cardWords(_ size: Size) -> String {
    frame(size).lines().compactMap { line in
      line.split(separator: "│").last.map { $0.filter { $0 != "┃" } }
    }.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }
}

extension Size {
  static let medium = Size(width: 80, height: 24)
  static let large = Size(width: 120, height: 36)
  static let extraLarge = Size(width: 200, height: 60)
}

extension Frame {
  /// The whole frame as one text, for a look at whether something is shown.
  var text: String { lines().joined(separator: "\n") }

  func line(_ y: Int) -> String { lines()[y] }
}
