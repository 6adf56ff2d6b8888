/// A block of cells. Its size is never negative; its place may lie outside any frame, because drawing
/// clips. Coordinates are held within ±1,000,000, so that no sum of them can overflow.
public struct Rect: Hashable, Sendable {
  public let x: Int
  public let y: Int
  public let width: Int
  public let height: Int

  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = Rect.within(x)
    self.y = Rect.within(y)
    self.width = max(0, Rect.within(width))
    self.height = max(0, Rect.within(height))
  }

  /// The whole of a frame of the given size.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  public var size: Size { Size(width: width, height: height) }
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// The first column to the right of the block.
  public var right: Int { x + width }

  /// The first row below the block.
  public var bottom: Int { y + height }

  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < right && point.y >= y && point.y < bottom
  }

  /// What both blocks cover; empty where they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top,
      width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
  }

  static func within(_ coordinate: Int) -> Int { min(max(coordinate, -1_000_000), 1_000_000) }
}
