/// One whole screen as a value: what every cell shows and means, where the hardware cursor stands,
/// which places are keys, and what a reader who cannot see the layout should be told.
public struct Frame: Equatable, Sendable {
  public let size: Size
  /// Row after row; `size.cellCount` of them.
  public private(set) var cells: [Cell]
  /// Where the hardware cursor stands; nil hides it. It follows the focus, for screen readers.
  public var cursor: Point?
  public var hitAreas: [HitArea] = []
  /// The frame's content as sentences, in the order in which they matter.
  public private(set) var reading: [String] = []

  /// A blank frame. Sizes beyond 2000 columns or rows are cut to that.
  public init(_ size: Size) {
    self.size = Size(width: min(size.width, 2000), height: min(size.height, 2000))
    cells = Array(repeating: .blank, count: self.size.cellCount)
  }

  public init(width: Int, height: Int) {
    self.init(Size(width: width, height: height))
  }

  /// The whole frame as a rectangle, to be split into panes.
  public var bounds: Rect { Rect(size) }

  /// The cell in column x of row y. Outside the frame, reading gives a blank and writing does nothing.
  public subscript(x: Int, y: Int) -> Cell {
    get { index(x, y).map { cells[$0] } ?? .blank }
    set {
      guard let index = index(x, y) else { return }
      cells[index] = Cell(Glyph.drawable(newValue.glyph), newValue.role)
    }
  }

  /// Adds a line to the linear reading of the frame; control characters in it become harmless.
  public mutating func read(_ line: String) {
    reading.append(Text.drawable(line))
  }

  /// The same frame in ASCII, cell for cell.
  public func ascii() -> Frame {
    var twin = self
    for index in cells.indices where cells[index].glyph.value > 0x7E {
      twin.cells[index] = Cell(AsciiTwin.of(cells[index].glyph), cells[index].role)
    }
    twin.reading = reading.map(Text.ascii)
    return twin
  }

  /// The cells of one row; empty outside the frame.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    guard y >= 0, y < size.height else { return [] }
    return cells[y * size.width..<(y + 1) * size.width]
  }

  private func index(_ x: Int, _ y: Int) -> Int? {
    guard x >= 0, y >= 0, x < size.width, y < size.height else { return nil }
    return y * size.width + x
  }
}
