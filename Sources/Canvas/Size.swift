/// Columns and rows of a frame or a rectangle; never negative.
public struct Size: Hashable, Sendable {
  public let width: Int
  public let height: Int

  /// Negative lengths become zero, and lengths beyond 1,000,000 that.
  public init(width: Int, height: Int) {
    self.width = max(0, Rect.within(width))
    self.height = max(0, Rect.within(height))
  }

  public static let zero = Size(width: 0, height: 0)

  public var isEmpty: Bool { width == 0 || height == 0 }

  /// Columns times rows; what a frame of this size holds.
  public var cellCount: Int { width * height }
}

/// A cell's place: column and row, counted from 0 at the top left.
public struct Point: Hashable, Sendable {
  public var x: Int
  public var y: Int

  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}
