import Testing
import TokenCore

@testable import Canvas

struct FuzzTests {
  private static let extremes = [Int.min, Int.min + 1, -1, 0, 1, Int.max - 1, Int.max]

  @Test(arguments: 0..<300)
  func `nothing drawn at random leaves the frame or the whitelist`(seed: UInt64) {
    var random = RandomStream(seed: seed, label: "drawing")
    var frame = Frame(
      width: Int.random(in: 0...220, using: &random),
      height: Int.random(in: 0...70, using: &random))
    for _ in 0..<30 { draw(on: &frame, &random) }
    #expect(frame.cells.count == frame.size.cellCount, "seed \(seed)")
    #expect(frame.cells.allSatisfy { Glyph.isDrawable($0.glyph) }, "seed \(seed)")
    #expect(frame.ascii().cells.allSatisfy { $0.glyph.value <= 0x7E }, "seed \(seed)")
    #expect(frame.lines(trimmed: false).allSatisfy { Text.width($0) == frame.size.width })
  }

  private func draw(on frame: inout Frame, _ random: inout RandomStream) {
    let rect = Rect(
      x: number(&random), y: number(&random), width: number(&random), height: number(&random))
    let text = text(&random)
    let role = Role.allCases.randomElement(using: &random) ?? .text
    switch Int.random(in: 0..<7, using: &random) {
    case 0: frame.put(text, x: rect.x, y: rect.y, role: role)
    case 1: frame.put(text, x: number(&random), y: number(&random), maxWidth: number(&random))
    case 2: frame.put([Span(text), Span(text, role)], x: rect.x, y: rect.y, maxWidth: rect.width)
    case 3: frame.box(rect, title: text, trailing: text, role: role, style: style(&random))
    case 4: frame.fill(rect, text.unicodeScalars.first ?? "x", role: role)
    case 5: frame.paint(rect, role: role)
    default: frame.put(text, endingAt: number(&random), y: rect.y, maxWidth: number(&random))
    }
  }

  private func number(_ random: inout RandomStream) -> Int {
    Bool.random(using: &random)
      ? Int.random(in: -20...240, using: &random)
      : FuzzTests.extremes.randomElement(using: &random) ?? 0
  }

  private func style(_ random: inout RandomStream) -> BoxStyle {
    BoxStyle.allCases.randomElement(using: &random) ?? .single
  }

  private func text(_ random: inout RandomStream) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let top: UInt32 = Bool.random(using: &random) ? 0x2800 : 0x10FFFF
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...top, using: &random)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
