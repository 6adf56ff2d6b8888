import TokenCore

/// Which run this is since the program began, and what it was forked from.
public struct RunOrigin: Hashable, Sendable {
  public private(set) var number = 1
  public private(set) var forkedFrom: Fork?

  /// The run before, its strategy, and where it had got to.
  public struct Fork: Hashable, Sendable {
    public let run: Int
    public let strategyID: String
    public let at: Instant
  }

  /// `run 2, forked from run 1 (rotation-strict) at 12:03.4`.
  public var text: String {
    guard let forkedFrom else { return "run \(number)" }
    return "run \(number), forked from run \(forkedFrom.run) (\(forkedFrom.strategyID)) "
      + "at \(forkedFrom.at.clockText)"
  }

  /// The origin of the run that takes this model's place.
  func next(after model: LabModel) -> RunOrigin {
    var next = self
    next.forkedFrom = Fork(
      run: number, strategyID: model.setting.strategyID, at: model.world.now)
    next.number += 1
    return next
  }
}
