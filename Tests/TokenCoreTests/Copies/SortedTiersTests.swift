import Testing

@testable import TokenCore

/// Sorted tiers beside a sorted array to which the same is done, with copies of both kept.
struct SortedTiersTests {
  private struct Pair {
    var tiers = SortedTiers<Int>()
    var sorted: [Int] = []

    mutating func insert(_ element: Int) {
      tiers.insert(element)
      sorted.insert(element, at: sorted.firstIndex { $0 > element } ?? sorted.count)
    }

    mutating func popLeast() {
      #expect(tiers.least == sorted.first)
      #expect(tiers.popLeast() == sorted.first)
      if !sorted.isEmpty { sorted.removeFirst() }
    }
  }

  /// How new elements lie among those that are there: a story's deadlines mostly rise.
  enum Order: CaseIterable { case rising, falling, mixed, alike }

  @Test(arguments: Order.allCases, 0..<5 as Range<UInt64>)
  func `what is done to sorted tiers changes no copy of them`(_ order: Order, _ seed: UInt64) {
    var random = RandomStream(seed: seed, label: "tiers")
    var pairs = [Pair()]
    for step in 0..<300 {
      var pair = pairs[Int.random(in: pairs.count / 2..<pairs.count, using: &random)]
      for turn in 0..<20 {
        let number = 20 * step + turn
        switch Int.random(in: 0..<12, using: &random) {
        case 0...2: pair.popLeast()
        case 3 where turn == 0:
          pair.tiers.removeAll { $0.isMultiple(of: 7) }
          pair.sorted.removeAll { $0.isMultiple(of: 7) }
        default: pair.insert(element(number, order, using: &random))
        }
      }
      pairs.append(pair)
    }
    for pair in pairs {
      #expect(pair.tiers.sorted == pair.sorted)
      #expect(pair.tiers.least == pair.sorted.first)
    }
  }

  private func element(
    _ number: Int, _ order: Order, using random: inout RandomStream
  ) -> Int {
    switch order {
    case .rising: number + Int.random(in: 0..<10, using: &random)
    case .falling: -number
    case .mixed: Int.random(in: 0..<10_000, using: &random)
    case .alike: Int.random(in: 0..<3, using: &random)
    }
  }

  @Test func `all come out in order, however many and however they went in`() {
    for count in [0, 1, 64, 65, 66, 200, 1000, 5000] {
      for step in [1, 7, count - 1] where step > 0 {
        var tiers = SortedTiers<Int>()
        for number in 0..<count { tiers.insert(number * step % max(count, 1)) }
        let expected = (0..<count).map { $0 * step % count }.sorted()
        #expect(tiers.sorted == expected)
        #expect((0..<count).map { _ in tiers.popLeast() } == expected)
        #expect(tiers.popLeast() == nil)
      }
    }
  }

  @Test func `the greatest within bounds is found, wherever it lies`() {
    var random = RandomStream(seed: 1, label: "bounds")
    var pair = Pair()
    for _ in 0..<2000 { pair.insert(Int.random(in: 0..<1000, using: &random)) }
    for low in stride(from: -5, to: 1005, by: 3) {
      let bounds = low...(low + low % 4 + 4)
      let isMeant = { (element: Int) in element.isMultiple(of: 2) }
      let expected = pair.sorted.last { bounds.contains($0) && isMeant($0) }
      #expect(pair.tiers.last(in: bounds, where: isMeant) == expected)
    }
  }

  @Test func `sorted tiers are equal where their elements are`() {
    var (left, right) = (SortedTiers<Int>(), SortedTiers<Int>())
    for number in 0..<500 {
      left.insert(number)
      right.insert(499 - number)
    }
    #expect(left == right)
    _ = left.popLeast()
    #expect(left != right)
    right.insert(1)
    _ = right.popLeast()
    #expect(left != right)
  }
}
