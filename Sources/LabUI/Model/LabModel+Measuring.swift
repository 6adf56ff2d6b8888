import Analysis
import TokenCore

/// Running a strategy's day takes longer than a key may: the model asks for it, and whoever runs the
/// model begins it when nothing waits.
extension LabModel {
  /// Begins to measure the strategy for its card; the measures come of `work`, while the card is shown.
  public mutating func startMeasuring(_ strategy: Strategy) {
    inquiry = .measures(strategy, nil)
  }

  /// Measures the strategy and takes in what came of it, at once.
  public mutating func measure(_ strategy: Strategy) {
    startMeasuring(strategy)
    finish()
  }

  /// Measures what the effects ask for, and leaves the others: for single screens.
  public mutating func measure(for effects: [Effect]) {
    for case .measure(let strategy) in effects { measure(strategy) }
  }
}
