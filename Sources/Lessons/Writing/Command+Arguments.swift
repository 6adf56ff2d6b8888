import Simulation

extension Command {
  /// The command's word in a scenario file.
  package var scenarioWord: String { word.rawValue }

  /// What stands beside the command's word in a scenario file, with every name written out. Nil is
  /// what the command goes without.
  package func arguments(in setting: Setting) -> [(name: String, value: Written?)] {
    let cast = Cast(setting, isInFull: true)
    return arguments.map { (name: $0.key.rawValue, value: $0.written(cast)) }
  }
}
