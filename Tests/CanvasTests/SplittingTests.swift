import Testing

@testable import Canvas

struct SplittingTests {
  private let rect = Rect(x: 2, y: 1, width: 10, height: 4)

  @Test func `a rectangle never has a negative size`() {
    #expect(Rect(x: 0, y: 0, width: -3, height: 5) == Rect(x: 0, y: 0, width: 0, height: 5))
    #expect(Size(width: -1, height: -1) == .zero)
    #expect(Rect(x: .max, y: .min, width: .max, height: .min).right == 2_000_000)
  }

  @Test func `splits cover the rectangle without a gap`() {
    #expect(rect.splitTop(1).rest == Rect(x: 2, y: 2, width: 10, height: 3))
    #expect(rect.splitBottom(1).bottom == Rect(x: 2, y: 4, width: 10, height: 1))
    #expect(rect.splitBottom(1).rest == Rect(x: 2, y: 1, width: 10, height: 3))
    #expect(rect.splitLeft(4).rest == Rect(x: 6, y: 1, width: 6, height: 4))
    #expect(rect.splitRight(4).right == Rect(x: 8, y: 1, width: 4, height: 4))
  }

  @Test(arguments: [-1, 0, 4, 5, Int.max, Int.min])
  func `a split of any length stays inside`(count: Int) {
    for part in [
      rect.topRows(count), rect.bottomRows(count), rect.leftColumns(count),
      rect.rightColumns(count), rect.splitTop(count).rest, rect.splitBottom(count).rest,
      rect.splitLeft(count).rest, rect.splitRight(count).rest,
    ] where !part.isEmpty {
      #expect(part.intersection(rect) == part)
    }
  }

  @Test func `margins that meet leave nothing`() {
    #expect(rect.inset() == Rect(x: 3, y: 2, width: 8, height: 2))
    #expect(rect.inset(2).isEmpty)
    #expect(rect.inset(.max).isEmpty)
    #expect(rect.inset(-1) == rect)
  }

  @Test(arguments: [
    ([Length.share(1), .share(1), .share(1)], 80, [27, 27, 26]),
    ([.cells(5), .share(1), .cells(5)], 80, [5, 70, 5]),
    ([.cells(5), .share(1), .cells(5)], 7, [5, 0, 2]),
    ([.share(2), .share(1)], 10, [7, 3]),
    ([.cells(-4), .share(0)], 10, [0, 0]),
    ([.share(1), .share(1)], -3, [0, 0]),
    ([.share(.max), .share(.max)], .max, [500_000, 500_000]),
    ([], 10, []),
  ])
  func `lengths share what fixed parts leave`(lengths: [Length], total: Int, expected: [Int]) {
    #expect(Length.resolve(lengths, total: total) == expected)
  }

  @Test func `columns and rows lie side by side`() {
    let columns = Rect(x: 0, y: 0, width: 80, height: 6).columns(weights: [1, 1, 1])
    #expect(columns.map(\.x) == [0, 27, 54])
    #expect(columns.map(\.width) == [27, 27, 26])
    let rows = Rect(x: 0, y: 3, width: 80, height: 6).rows([.cells(1), .share(1)])
    #expect(rows.map(\.y) == [3, 4])
    #expect(rows.map(\.height) == [1, 5])
  }

  @Test func `rectangles that do not meet have an empty intersection`() {
    #expect(rect.intersection(Rect(x: 50, y: 50, width: 5, height: 5)).isEmpty)
    #expect(rect.contains(Point(x: 2, y: 1)))
    #expect(rect.contains(Point(x: 11, y: 4)))
    #expect(!rect.contains(Point(x: 12, y: 4)))
    #expect(!rect.contains(Point(x: 11, y: 5)))
  }
}
