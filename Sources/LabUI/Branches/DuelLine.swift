import Narrative
import Simulation
import TokenCore

/// A line of two stories on one clock: a row of each side, or of one of them.
struct DuelLine: Equatable {
  let at: Instant
  /// The row's place in its side's chronicle.
  let left: Int?
  let right: Int?
  /// Whether both sides tell the same up to here.
  let isCommon: Bool

  /// All lines, in the order of time: what both have in common first, one line for both.
  static func lines(of duel: Duel) -> [DuelLine] {
    let times = (duel.left.rowTimes, duel.right.rowTimes)
    let common = duel.difference?.row ?? min(times.0.count, times.1.count)
    var lines = (0..<min(common, times.0.count, times.1.count)).map {
      DuelLine(at: times.0[$0], left: $0, right: $0, isCommon: true)
    }
    var (left, right) = (lines.count, lines.count)
    while left < times.0.count || right < times.1.count {
      let next = [left < times.0.count ? times.0[left] : nil, times.1.value(at: right)]
      guard let at = next.compactMap(\.self).min() else { break }
      let hasLeft = next[0] == at
      let hasRight = next[1] == at
      lines.append(
        DuelLine(
          at: at, left: hasLeft ? left : nil, right: hasRight ? right : nil, isCommon: false))
      left += hasLeft ? 1 : 0
      right += hasRight ? 1 : 0
    }
    return lines
  }
}

extension Telling {
  fileprivate var rowTimes: [Instant] { chronicle.rows.map { branch.trace.event($0.event).at } }
}

extension Array {
  fileprivate func value(at index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
