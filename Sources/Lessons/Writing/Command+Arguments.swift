import Simulation

extension Command {
  /// What stands beside the command's word in a scenario file, with every name written out. Nil is
  /// what the command goes without.
  package func arguments(in setting: Setting) -> [(name: String, value: Written?)] {
    written(in: Cast(setting, isInFull: true)).map { (name: $0.rawValue, value: $1) }
  }
}
