import Testing

@testable import TokenCore

/// The index beside a dictionary.
struct RowIndexTests {
  @Test func `a row is found by its bits, and no other`() {
    var random = RandomStream(seed: 1, label: "index")
    var index = RowIndex()
    var rows: [UInt32: Int] = [:]
    for row in 0..<3000 {
      let bits = UInt32.random(in: 0...UInt32.max, using: &random)
      index.insert(bits, row: row)
      rows[bits] = row
    }
    for (bits, row) in rows {
      #expect(index.row(of: bits) { _ in true } == row)
      #expect(index.row(of: bits) { _ in false } == nil)
      if rows[bits &+ 1] == nil { #expect(index.row(of: bits &+ 1) { _ in true } == nil) }
    }
  }

  @Test(arguments: [0, 7, UInt32.max])
  func `rows with the same bits are told apart by whoever asks`(_ bits: UInt32) {
    var index = RowIndex()
    for row in 0..<500 { index.insert(bits, row: row) }
    for row in 0..<500 { #expect(index.row(of: bits) { $0 == row } == row) }
    #expect(index.row(of: bits) { _ in true } == 499)
  }
}
