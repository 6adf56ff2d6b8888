/// A place on the screen that stands for a key: a press there is that key.
public struct HitArea: Equatable, Sendable {
  public var rect: Rect
  public var key: Key

  public init(_ rect: Rect, _ key: Key) {
    self.rect = rect
    self.key = key
  }
}

extension Frame {
  /// Lets a press inside the rectangle count as the key. Later areas lie above earlier ones.
  public mutating func hit(_ rect: Rect, _ key: Key) {
    hitAreas.append(HitArea(rect, key))
  }

  /// The key that a press at the point stands for, if any.
  public func key(at point: Point) -> Key? {
    hitAreas.last { $0.rect.contains(point) }?.key
  }
}
