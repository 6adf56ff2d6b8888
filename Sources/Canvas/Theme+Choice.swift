extension Theme {
  /// The theme to start with.
  ///
  /// What a person requests wins, also over `NO_COLOR`, as far as the terminal has the colours for it.
  /// Without a request `NO_COLOR` decides, then what the terminal says of its background, then auto.
  ///
  /// `noColor` says whether `NO_COLOR` is set and not empty, `colors` how many colours the terminal
  /// has (0 or less for none), `backgroundHint` is the value of `COLORFGBG`, like `15;0`.
  public static func choose(
    noColor: Bool, colors: Int, requested: Name? = nil, backgroundHint: String? = nil
  ) -> Theme {
    guard colors >= 8 else { return .mono }
    if let requested { return affordable(requested, colors: colors) }
    if noColor { return .mono }
    guard let isLight = backgroundHint.flatMap(isLightBackground) else { return .auto }
    return affordable(isLight ? .light : .dark, colors: colors)
  }

  private static func affordable(_ name: Name, colors: Int) -> Theme {
    switch name {
    case .dark, .light: colors >= 256 ? named(name) : .auto
    case .auto, .mono: named(name)
    }
  }

  /// Nil where the hint does not end in one of the 16 colour numbers.
  private static func isLightBackground(_ hint: String) -> Bool? {
    guard let last = hint.split(separator: ";").last, let color = Int(last) else { return nil }
    return switch color {
    case 0...6, 8: false
    case 7, 9...15: true
    default: nil
    }
  }
}
