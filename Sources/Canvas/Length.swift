/// How long one part of a split is.
public enum Length: Equatable, Sendable {
  /// This many cells, or what is left of them.
  case cells(Int)
  /// A share of what the fixed parts leave, in proportion to the other shares.
  case share(Int)

  /// The parts' lengths in order. They never sum to more than `total`, and to exactly `total` where
  /// any part is a share; cells that do not divide evenly go to the earliest shares.
  public static func resolve(_ lengths: [Length], total: Int) -> [Int] {
    var remaining = max(0, total)
    var resolved = lengths.map { _ in 0 }
    for (index, length) in lengths.enumerated() {
      guard case .cells(let cells) = length else { continue }
      resolved[index] = min(max(0, cells), remaining)
      remaining -= resolved[index]
    }
    for (index, cells) in dealOut(remaining, among: lengths) { resolved[index] += cells }
    return resolved
  }

  private static func dealOut(_ cells: Int, among lengths: [Length]) -> [(Int, Int)] {
    let weights: [(index: Int, weight: Int)] = lengths.enumerated().compactMap { index, length in
      guard case .share(let weight) = length, weight > 0 else { return nil }
      return (index, min(weight, 1000))
    }
    let sum = weights.reduce(0) { $0 + $1.weight }
    guard sum > 0 else { return [] }
    let even = weights.map { ($0.index, min(cells, 1_000_000) * $0.weight / sum) }
    let left = min(cells, 1_000_000) - even.reduce(0) { $0 + $1.1 }
    return even.enumerated().map { order, part in (part.0, part.1 + (order < left ? 1 : 0)) }
  }
}

extension Rect {
  /// Side by side from the left, one rectangle for each length.
  public func columns(_ lengths: [Length]) -> [Rect] {
    var left = x
    return Length.resolve(lengths, total: width).map { part in
      defer { left += part }
      return Rect(x: left, y: y, width: part, height: height)
    }
  }

  /// One below the other from the top, one rectangle for each length.
  public func rows(_ lengths: [Length]) -> [Rect] {
    var top = y
    return Length.resolve(lengths, total: height).map { part in
      defer { top += part }
      return Rect(x: x, y: top, width: width, height: part)
    }
  }

  /// Side by side, in proportion to the weights.
  public func columns(weights: [Int]) -> [Rect] { columns(weights.map(Length.share)) }
}
