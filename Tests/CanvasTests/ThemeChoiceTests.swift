import Testing

@testable import Canvas

struct ThemeChoiceTests {
  @Test(
    arguments: [
      (false, 256, nil, nil, Theme.Name.auto), (false, 8, nil, nil, .auto),
      (false, 0, nil, nil, .mono), (false, -1, .dark, nil, .mono), (false, 2, .auto, nil, .mono),
      (true, 256, nil, nil, .mono), (true, 256, nil, "0;15", .mono),
      (true, 256, .dark, nil, .dark), (true, 8, .dark, nil, .auto), (false, 256, .mono, nil, .mono),
      (false, 256, .light, "15;0", .light), (false, 88, .light, nil, .auto),
      (false, 256, nil, "15;0", .dark), (false, 256, nil, "0;15", .light),
      (false, 256, nil, "0;default;15", .light), (false, 8, nil, "0;15", .auto),
      (false, 256, nil, "default;default", .auto), (false, 256, nil, "", .auto),
      (false, 256, nil, "0;99", .auto),
    ] as [(Bool, Int, Theme.Name?, String?, Theme.Name)])
  func `the theme follows the request, then NO_COLOR, then the terminal`(
    noColor: Bool, colors: Int, requested: Theme.Name?, hint: String?, expected: Theme.Name
  ) {
    let theme = Theme.choose(
      noColor: noColor, colors: colors, requested: requested, backgroundHint: hint)
    #expect(theme.name == expected)
  }
}
