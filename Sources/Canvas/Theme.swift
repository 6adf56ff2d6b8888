/// A look for every role. Colour says how a thing stands and nothing else; who acts is said by place,
/// word and box style.
public struct Theme: Equatable, Sendable {
  public enum Name: String, CaseIterable, Sendable {
    case auto, dark, light, mono
  }

  public let name: Name
  private let styles: [Style]

  public subscript(role: Role) -> Style { styles[Int(role.rawValue)] }

  private init(_ name: Name, _ style: (Role) -> Style) {
    self.name = name
    styles = Role.allCases.map(style)
  }

  public static func named(_ name: Name) -> Theme {
    switch name {
    case .auto: auto
    case .dark: dark
    case .light: light
    case .mono: mono
    }
  }

  /// No colour at all: every distinction is an attribute, or the glyph and word it always had.
  public static let mono = Theme(.mono) { role in
    switch role {
    case .text, .valid, .notice: Style()
    case .strong, .title, .key, .expiring: Style(.bold)
    case .dim, .frame, .ended: Style(.dim)
    case .danger, .focus: Style(.reverse)
    case .alarm: Style([.bold, .reverse])
    }
  }

  /// The terminal's own first colours, which suit its background whatever that is.
  public static let auto = Theme(.auto) { role in
    switch role {
    case .text, .frame, .ended, .notice: Style()
    case .strong, .title, .key: Style(.bold)
    case .dim: Style(.dim)
    case .valid: Style([], .cyan)
    case .expiring: Style(.bold, .yellow)
    case .danger: Style(.reverse, .red)
    case .alarm: Style([.bold, .reverse], .red)
    case .focus: Style(.reverse)
    }
  }

  /// For dark backgrounds, from 256 colours that stay apart for colour-blind eyes.
  public static let dark = coloured(
    .dark, valid: 39, expiring: 226, ended: 246, danger: 209, quiet: 246, notice: 252)

  /// For light backgrounds.
  public static let light = coloured(
    .light, valid: 26, expiring: 94, ended: 240, danger: 52, quiet: 240, notice: 237)

  private static func coloured(
    _ name: Name, valid: UInt8, expiring: UInt8, ended: UInt8, danger: UInt8, quiet: UInt8,
    notice: UInt8
  ) -> Theme {
    Theme(name) { role in
      switch role {
      case .text: Style()
      case .strong, .title, .key: Style(.bold)
      case .dim, .frame: Style([], PaletteColor(quiet))
      case .valid: Style([], PaletteColor(valid))
      case .expiring: Style(.bold, PaletteColor(expiring))
      case .ended: Style([], PaletteColor(ended))
      case .danger: Style(.bold, PaletteColor(danger))
      case .alarm: Style([.bold, .reverse], PaletteColor(danger))
      case .focus: Style(.reverse)
      case .notice: Style([], PaletteColor(notice))
      }
    }
  }
}
