import Foundation
import Testing

@testable import Canvas

struct ThemeTests {
  typealias Color = (red: UInt8, green: UInt8, blue: UInt8)

  private static let dark: [Color] = [(0, 0, 0), (0x1E, 0x1E, 0x1E), (0x00, 0x2B, 0x36)]
  private static let light: [Color] = [(255, 255, 255), (0xF5, 0xF5, 0xF5), (0xFD, 0xF6, 0xE3)]

  @Test func `every colour of the dark theme can be read on dark backgrounds`() {
    check(.dark, on: ThemeTests.dark)
  }

  @Test func `every colour of the light theme can be read on light backgrounds`() {
    check(.light, on: ThemeTests.light)
  }

  @Test func `the palette is xterm's`() {
    #expect(PaletteColor(39).rgb == (0x00, 0xAF, 0xFF))
    #expect(PaletteColor(226).rgb == (0xFF, 0xFF, 0x00))
    #expect(PaletteColor(209).rgb == (0xFF, 0x87, 0x5F))
    #expect(PaletteColor(246).rgb == (0x94, 0x94, 0x94))
    #expect(PaletteColor(16).rgb == (0, 0, 0))
    #expect(PaletteColor(255).rgb == (0xEE, 0xEE, 0xEE))
    #expect(abs(contrast(PaletteColor(39).rgb, (0, 0, 0)) - 8.6) < 0.3)
  }

  @Test func `no fixed colour is used where the terminal's owner chose sixteen`() {
    for role in Role.allCases {
      #expect((Theme.auto[role].foreground?.index ?? 0) < 8)
      #expect(Theme.mono[role].foreground == nil)
    }
  }

  @Test(arguments: Theme.Name.allCases)
  func `selection, alarm and verdict differ from plain text in every theme`(name: Theme.Name) {
    let theme = Theme.named(name)
    #expect(theme.name == name)
    for role in [Role.focus, .alarm, .danger, .expiring, .title, .key, .strong] {
      #expect(theme[role] != theme[.text], "\(role)")
    }
    #expect(theme[.alarm].attributes.contains(.reverse))
    #expect(theme[.focus].attributes.contains(.reverse))
    #expect(theme[.alarm] != theme[.danger])
  }

  private func check(_ theme: Theme, on backgrounds: [Color]) {
    for role in Role.allCases {
      guard let color = theme[role].foreground else { continue }
      for background in backgrounds {
        let ratio = contrast(color.rgb, background)
        #expect(ratio >= 4.5, "\(role) \(color.index) on \(background): \(ratio)")
      }
    }
  }

  /// WCAG 2.2, contrast ratio and relative luminance.
  private func contrast(_ one: Color, _ other: Color) -> Double {
    let (lighter, darker) = (
      max(luminance(one), luminance(other)), min(luminance(one), luminance(other))
    )
    return (lighter + 0.05) / (darker + 0.05)
  }

  private func luminance(_ color: Color) -> Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }
}
