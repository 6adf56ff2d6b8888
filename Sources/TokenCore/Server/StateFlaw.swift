/// Why a state that was read, or a change of it, cannot be: it is damaged, or somebody else's.
public struct StateFlaw: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where it is, as in `refreshTokens[3].parent`.
  public let place: String
  /// What would have been good there.
  public let expected: String
  /// What is there.
  public let found: String

  init(_ place: String, expected: String, found: String) {
    self.place = place
    self.expected = expected
    self.found = found
  }

  /// All three in one line.
  public var description: String { "\(place): expected \(expected), found \(found)" }

  func within(_ outer: String) -> StateFlaw {
    StateFlaw("\(outer).\(place)", expected: expected, found: found)
  }
}

/// The first flaw of a state, looked for in order.
struct StateInspection {
  private(set) var flaw: StateFlaw?

  /// Notes a flaw where the condition does not hold; only the first counts.
  mutating func expect(
    _ condition: Bool, _ expected: @autoclosure () -> String, at place: @autoclosure () -> String,
    found: @autoclosure () -> String
  ) {
    guard flaw == nil, !condition else { return }
    flaw = StateFlaw(place(), expected: expected(), found: found())
  }

  /// A row that is named is there.
  mutating func expect<ID: DenseID>(
    _ id: ID?, among count: Int, at place: @autoclosure () -> String
  ) {
    guard let id else { return }
    expect(
      (0..<count).contains(id.index), "one of \(count) rows", at: place(), found: id.description)
  }

  /// Rows are named by their places.
  mutating func expect<ID: DenseID>(_ id: ID, isAt index: Int, _ place: @autoclosure () -> String) {
    expect(
      id.index == index, ID(index: index).description, at: place() + ".id", found: id.description)
  }

  /// No two rows of a table say the same there; those that say nothing do not count.
  mutating func expectUnique<Value: Hashable>(
    _ values: [Value?], in table: String, by member: String
  ) {
    guard flaw == nil else { return }
    var places: [Value: Int] = [:]
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      if let first = places[value] {
        return expect(
          false, "another than in \(table)[\(first)]", at: "\(table)[\(index)].\(member)",
          found: "the same")
      }
      places[value] = index
    }
  }
}
