/// How a role looks: attributes, and a colour from the terminal's palette.
public struct Style: Equatable, Sendable {
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let underline = Attributes(rawValue: 4)
    public static let reverse = Attributes(rawValue: 8)
  }

  public var attributes: Attributes
  /// Nil is the terminal's own foreground. The background is always the terminal's own.
  public var foreground: PaletteColor?

  public init(_ attributes: Attributes = [], _ foreground: PaletteColor? = nil) {
    self.attributes = attributes
    self.foreground = foreground
  }
}
