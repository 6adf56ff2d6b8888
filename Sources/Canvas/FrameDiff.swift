/// What changes on the screen when one frame follows another.
extension Frame {
  /// The places of the cells that differ from the previous frame, row by row; all of them where there
  /// was none or it had another size.
  public func changedCells(since previous: Frame?) -> [Point] {
    changedIndices(since: previous).map { Point(x: $0 % size.width, y: $0 / size.width) }
  }

  /// How many cells differ from the previous frame; the measure of a frame's cost.
  public func changedCellCount(since previous: Frame?) -> Int {
    guard let previous, previous.size == size else { return cells.count }
    var count = 0
    for index in cells.indices where cells[index] != previous.cells[index] { count += 1 }
    return count
  }

  private func changedIndices(since previous: Frame?) -> [Int] {
    guard let previous, previous.size == size else { return Array(cells.indices) }
    return cells.indices.filter { cells[$0] != previous.cells[$0] }
  }
}
