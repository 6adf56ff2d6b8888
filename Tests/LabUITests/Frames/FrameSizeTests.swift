import Canvas
import LabUI
import Testing
import TokenCore

/// Whatever the model and the size: a frame comes, of exactly that size, and harmless.
struct FrameSizeTests {
  @Test(arguments: 0..<30 as Range<UInt64>)
  func `a random lab has a sound frame at random sizes`(seed: UInt64) {
    var lab = RandomLab(seed: seed)
    for _ in 0..<24 {
      let size = Size(
        width: Int.random(in: 0...220, using: &lab.random),
        height: Int.random(in: 0...70, using: &lab.random))
      expectSound(lab.model, size, seed)
      lab.play()
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `a random lab has a sound frame at every small size`(seed: UInt64) {
    let lab = RandomLab(seed: 1000 + seed)
    for height in 0...15 {
      for width in stride(from: Int(seed % 2), through: 58, by: height < 4 ? 1 : 2) {
        expectSound(lab.model, Size(width: width, height: height), 1000 + seed)
      }
    }
  }

  @Test(arguments: [
    "?", ":", "p", "p end", "1", "4", "5", "8", "9", "9 down down", "P", "P down right",
    "P down right enter", "w", "w c R h u", "w c R down 5", "M", "M down", ": x x",
    "? space space space",
  ])
  func `what lies over the screen fits every size`(keys: String) throws {
    let model = try LabModel.scenario("victim-first", at: .minutes(21)).after(keys)
    // The least of each class, the greatest of the class below, and no room at all.
    for height in [0, 1, 7, 8, 14, 24, 32, 50] {
      for width in [0, 1, 11, 12, 36, 55, 56, 80, 110, 180] {
        expectSound(model, Size(width: width, height: height), 0)
      }
    }
  }

  @Test(arguments: [
    (11, 24, SizeClass.none), (12, 1, .none), (12, 2, .tiny), (35, 24, .tiny), (36, 7, .tiny),
    (36, 8, .extraSmall), (55, 60, .extraSmall), (56, 13, .extraSmall), (56, 14, .small),
    (79, 60, .small), (80, 23, .small), (80, 24, .medium), (109, 60, .medium), (110, 31, .medium),
    (110, 32, .large), (179, 60, .large), (180, 49, .large), (180, 50, .extraLarge),
  ])
  func `a size class begins exactly at its columns and rows`(
    width: Int, height: Int, expected: SizeClass
  ) {
    #expect(SizeClass(Size(width: width, height: height)) == expected)
  }

  private func expectSound(_ model: LabModel, _ size: Size, _ seed: UInt64) {
    let at: Comment = "seed \(seed), \(size.width)x\(size.height)"
    let frame = model.frame(size)
    let twin = frame.ascii()
    #expect(frame.size == size, at)
    #expect(frame.cells.count == size.cellCount, at)
    #expect(frame.cells.allSatisfy { Glyph.isDrawable($0.glyph) }, at)
    #expect(twin.cells.allSatisfy { (0x20...0x7E).contains($0.glyph.value) }, at)
    #expect(twin.roleLines() == frame.roleLines(), at)
    #expect(model.frame(size) == frame, at)
    #expect(frame.hitAreas.allSatisfy { $0.rect.intersection(frame.bounds) == $0.rect }, at)
    #expect(SizeClass(size) < .medium || frame.cursor.map(frame.bounds.contains) ?? true, at)
    #expect(frame.reading.allSatisfy { $0.unicodeScalars.allSatisfy(Glyph.isDrawable) }, at)
  }
}
