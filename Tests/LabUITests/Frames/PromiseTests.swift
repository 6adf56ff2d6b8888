import Canvas
import Testing
import TokenCore

@testable import LabUI

/// What a screen of 80x24 and more always shows.
struct PromiseTests {
  private static let sizes = [(80, 24), (97, 29), (110, 32), (131, 40), (180, 50), (220, 70)]
    .map { Size(width: $0.0, height: $0.1) }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `verdict, guidance and keys stand in their rows`(seed: UInt64) {
    let model = uncovered(seed)
    for size in Self.sizes {
      let frame = model.frame(size)
      let isLong = size.width >= 110
      let verdict = Text.cut(
        " " + Rendering(model: model).verdictLine.text(isLong: isLong), width: size.width - 12)
      let shown = frame.line(1).unicodeScalars.prefix(verdict.unicodeScalars.count - 1)
      #expect(verdict.unicodeScalars.starts(with: shown), "seed \(seed)")
      #expect(shown.count > 20, "seed \(seed)")
      #expect(frame.line(2).hasPrefix(model.status == nil ? " try: " : " › "), "seed \(seed)")
      #expect(frame.line(size.height - 1).hasPrefix(" ? help  space "), "seed \(seed)")
      #expect(frame.line(0).contains(model.world.now.clockText), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `an alarm is never cut short`(seed: UInt64) {
    var model = LabModel.quiet().after("i s r R")
    for _ in 0..<seed { model.press("o i s r R") }
    #expect(model.chronicle.verdict.isAlarm)
    let line = model.frame(.medium).line(1)
    #expect(line.contains("REVOKED, neither can renew it"), "\(line)")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `no text runs over a pane's edge or the screen's`(seed: UInt64) {
    let model = uncovered(seed)
    for size in Self.sizes {
      let frame = model.frame(size)
      for rect in panes(of: frame) {
        #expect(edges(of: rect, in: frame).allSatisfy(isEdge), "seed \(seed), \(size), \(rect)")
      }
      for y in [1, 2, size.height - 1] {
        #expect(frame[0, y].glyph == " " && frame[size.width - 1, y].glyph == " ", "seed \(seed)")
      }
    }
  }

  @Test(arguments: PromiseTests.sizes)
  func `panes lie apart and fill what the class promises`(size: Size) throws {
    let frame = try LabModel.scenario("victim-first", at: .minutes(21)).frame(size)
    let panes = panes(of: frame)
    for (index, rect) in panes.enumerated() {
      #expect(panes[..<index].allSatisfy { $0.intersection(rect).isEmpty }, "\(rect)")
    }
    let isLarge = SizeClass(size) >= .large
    #expect(panes.count == (isLarge ? 8 : 5))
    #expect(frame.text.contains("WIRE ") == !isLarge)
    let titles = ["CLIENT", "SERVER", "ATTACKER", "TIMELINE", "EVENTS", "WHY"]
    for title in titles + (isLarge ? ["FAMILY f1", "POLICY"] : []) {
      #expect(frame.text.contains(title), "\(title)")
    }
  }

  @Test(arguments: Pane.allCases, PromiseTests.sizes)
  func `a pane keeps its place and its number, and fills the screen when asked`(
    pane: Pane, size: Size
  ) throws {
    let model = try LabModel.scenario("attacker-first", at: .minutes(21))
    let zoomed = model.after("\(pane.rawValue)")
    #expect(zoomed.zoomed == pane)
    #expect(zoomed.after("\(pane.rawValue)").zoomed == nil)
    let frame = zoomed.frame(size)
    let whole = Rect(x: 0, y: 3, width: size.width, height: size.height - 4)
    // What goes on below says so in the lower edge.
    let glyphs = edges(of: whole, in: frame)
    let text = String(String.UnicodeScalarView(glyphs.filter { !isEdge($0) }))
    #expect(text.isEmpty || text.contains(#/^ \d+ more: down $/#))
    #expect(
      frame.line(3).contains(" \(pane.rawValue) ═╗")
        || frame.line(3).contains(" \(pane.rawValue) ─┐"))
  }

  @Test func `the reading tells the verdict first and the guidance next`() throws {
    let model = try LabModel.scenario("victim-first", at: .minutes(21))
    let reading = model.frame(.medium).reading
    #expect(reading.first == Rendering(model: model).verdictLine.text(isLong: false))
    #expect(reading.dropFirst().first == Coach.line(for: model))
  }

  @Test func `smaller screens keep the verdict and the way out`() throws {
    let model = try LabModel.scenario("victim-first", at: .minutes(21))
    let small = model.frame(Size(width: 60, height: 16))
    #expect(small.line(1).contains("REUSE DETECTED") && small.line(15).contains("? help"))
    let extraSmall = model.frame(Size(width: 40, height: 8))
    #expect(extraSmall.line(1).contains("REUSE DETECTED") && extraSmall.line(7).contains("? help"))
    let tiny = model.frame(Size(width: 26, height: 3))
    #expect(
      tiny.lines() == [" ✗ REUSE DETEC…   20:00.1", "AT2  ● 9:01", "q quits, 26x3 is small"])
  }

  /// A random lab with nothing lying over its screen.
  private func uncovered(_ seed: UInt64) -> LabModel {
    var model = RandomLab(seed: seed).model
    model.overlay = nil
    model.duel = nil
    model.zoomed = nil
    return model
  }

  private func panes(of frame: Frame) -> [Rect] {
    frame.hitAreas.filter { area in
      if case .character(let digit) = area.key { ("1"..."8").contains(digit) } else { false }
    }.map(\.rect)
  }

  /// The edges that no title interrupts: both sides and the bottom.
  private func edges(of rect: Rect, in frame: Frame) -> [Unicode.Scalar] {
    let sides = (rect.y..<rect.bottom).flatMap { y in
      [frame[rect.x, y].glyph, frame[rect.right - 1, y].glyph]
    }
    return sides + (rect.x..<rect.right).map { frame[$0, rect.bottom - 1].glyph }
  }

  private func isEdge(_ glyph: Unicode.Scalar) -> Bool {
    "│║─═┌┐└┘╔╗╚╝".unicodeScalars.contains(glyph)
  }
}
