/// One column of one row: a glyph that takes exactly one column, and what it means.
public struct Cell: Equatable, Sendable {
  /// Always one that `Glyph.isDrawable` accepts when it came through a frame's drawing functions.
  public let glyph: Unicode.Scalar
  public let role: Role

  public init(_ glyph: Unicode.Scalar, _ role: Role = .text) {
    self.glyph = glyph
    self.role = role
  }

  public static let blank = Cell(" ")
}
