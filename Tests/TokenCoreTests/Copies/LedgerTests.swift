import Testing

@testable import TokenCore

/// A ledger beside an array to which the same is done, with copies of both kept from every moment.
struct LedgerTests {
  /// Around the ends of a page (64 rows) and of a shelf (64 pages).
  static let counts = Array(0...130) + Array(4090...4100) + [8191, 8192, 8193]

  @Test func `a ledger of any length is its rows`() {
    for count in Self.counts {
      let ledger = Ledger(0..<count)
      #expect(ledger.count == count)
      #expect(ledger.elementsEqual(0..<count))
      #expect(ledger.indices.allSatisfy { ledger[$0] == $0 })
      #expect(ledger.last == (count == 0 ? nil : count - 1))
    }
  }

  @Test(arguments: counts)
  func `a ledger cut at any length is what it was when it was so long`(_ length: Int) {
    for kept in Self.counts where kept <= length {
      var ledger = Ledger(0..<length)
      ledger.cut(to: kept)
      #expect(ledger == Ledger(0..<kept))
      ledger.append(-1)
      #expect(Array(ledger.suffix(2)) == (kept == 0 ? [-1] : [kept - 1, -1]))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `what is done to a ledger changes no copy of it`(_ seed: UInt64) {
    var random = RandomStream(seed: seed, label: "ledger")
    var pairs: [(ledger: Ledger<Int>, rows: [Int])] = [([], [])]
    for _ in 0..<400 {
      var (ledger, rows) = pairs[Int.random(in: 0..<pairs.count, using: &random)]
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        act(on: &ledger, &rows, using: &random)
      }
      pairs.append((ledger, rows))
    }
    for (ledger, rows) in pairs {
      #expect(ledger.elementsEqual(rows))
      #expect(ledger == Ledger(rows))
    }
  }

  private func act(
    on ledger: inout Ledger<Int>, _ rows: inout [Int], using random: inout RandomStream
  ) {
    switch Int.random(in: 0..<10, using: &random) {
    case 0 where Int.random(in: 0..<8, using: &random) == 0:
      let kept = Int.random(in: 0...rows.count, using: &random)
      ledger.cut(to: kept)
      rows.removeSubrange(kept...)
    case 1...3 where !rows.isEmpty:
      let place = Int.random(in: 0..<rows.count, using: &random)
      ledger[place] += 1
      rows[place] += 1
    default:
      let row = Int.random(in: 0..<100, using: &random)
      ledger.append(row)
      rows.append(row)
    }
  }

  @Test func `ledgers are equal where their rows are`() {
    for count in [1, 64, 65, 4097] {
      let ledger = Ledger(repeatElement(7, count: count))
      for place in [0, count / 2, count - 1] {
        var other = ledger
        other[place] = 8
        #expect(other != ledger)
        other[place] = 7
        #expect(other == ledger)
      }
    }
  }

  @Test func `a ledger is described as an array is`() {
    #expect("\(Ledger([1, 2]))" == "[1, 2]")
    #expect(Mirror(reflecting: Ledger([1, 2])).children.map { $0.value as? Int } == [1, 2])
  }
}
