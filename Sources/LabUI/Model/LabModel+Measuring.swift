import Analysis
import TokenCore

/// Running a strategy's day takes longer than a key may: the model asks for it, and whoever runs the
/// model does it when nothing waits.
extension LabModel {
  /// Measures the strategy and takes in what came of it.
  public mutating func measure(_ strategy: Strategy) {
    let measures = MeasuringDay.contest(strategy).run(cryptography).measures
    _ = update(.measured(strategyID: strategy.id, measures))
  }

  /// Measures what the effects ask for, and leaves the others: for single screens.
  public mutating func measure(for effects: [Effect]) {
    for case .measure(let strategy) in effects { measure(strategy) }
  }
}
