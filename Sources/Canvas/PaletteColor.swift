/// One of xterm's 256 colours, by number. Numbers below 16 are names whose look the terminal's owner
/// decides; from 16 on they are fixed.
public struct PaletteColor: Hashable, Sendable {
  public let index: UInt8

  public init(_ index: UInt8) { self.index = index }

  public static let red = PaletteColor(1)
  public static let yellow = PaletteColor(3)
  public static let cyan = PaletteColor(6)

  /// Red, green and blue from 0 to 255, as xterm shows the colour unless told otherwise.
  public var rgb: (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case 0..<16: return PaletteColor.named[Int(index)]
    case 16..<232:
      let cube = Int(index) - 16
      let levels = PaletteColor.levels
      return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    default:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }

  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  private static let named: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
    (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
}
