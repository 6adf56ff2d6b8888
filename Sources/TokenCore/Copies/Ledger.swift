/// Rows in the order in which they came, for a value that is copied often and changed a little.
///
/// A world is copied for every checkpoint and every question, and a copy of an array is whole as soon as
/// one of both is changed. A ledger's rows lie on pages of 64 and the pages on shelves of 64: copies
/// share them, and a change copies the one page and the one shelf that it touches.
public struct Ledger<Row> {
  /// All shelves but the last, and all pages but the last, are full.
  @usableFromInline var shelves: [[[Row]]] = []
  @usableFromInline var length = 0

  /// How many rows there are.
  @inlinable public var count: Int { length }

  /// Without a row.
  @inlinable public init() {}

  /// With these rows, in their order.
  @inlinable public init(_ rows: some Sequence<Row>) {
    for row in rows { append(row) }
  }

  /// Adds a row at the end.
  @inlinable public mutating func append(_ row: Row) {
    let place = Place(count)
    if place.shelf == shelves.count { shelves.append([]) }
    if place.page == shelves[place.shelf].count { shelves[place.shelf].append([]) }
    shelves[place.shelf][place.page].append(row)
    length += 1
  }

  /// Keeps the first so many rows; there must be as many.
  @inlinable package mutating func cut(to count: Int) {
    precondition((0...self.count).contains(count), "\(count) of \(self.count) rows are kept")
    guard count > 0 else { return self = Ledger() }
    let last = Place(count - 1)
    length = count
    shelves.removeSubrange((last.shelf + 1)...)
    shelves[last.shelf].removeSubrange((last.page + 1)...)
    shelves[last.shelf][last.page].removeSubrange((last.line + 1)...)
  }

  /// Where the row of a number lies.
  @usableFromInline struct Place {
    @usableFromInline let shelf: Int
    @usableFromInline let page: Int
    @usableFromInline let line: Int

    @inlinable init(_ number: Int) {
      shelf = number >> 12
      page = number >> 6 & 63
      line = number & 63
    }
  }
}

extension Ledger: RandomAccessCollection, MutableCollection {
  /// Zero.
  @inlinable public var startIndex: Int { 0 }
  /// The number that the next row will have.
  @inlinable public var endIndex: Int { count }

  /// The row of that number, from 0; one that is not there stops the program.
  @inlinable public subscript(number: Int) -> Row {
    get {
      let place = Place(number)
      return shelves[place.shelf][place.page][place.line]
    }
    _modify {
      let place = Place(number)
      yield &shelves[place.shelf][place.page][place.line]
    }
  }

  /// From the first row to the last, page by page.
  public struct Iterator: IteratorProtocol {
    @usableFromInline let ledger: Ledger
    @usableFromInline var page: [Row] = []
    @usableFromInline var number = 0

    @inlinable init(_ ledger: Ledger) { self.ledger = ledger }

    /// The next row; nil after the last.
    @inlinable public mutating func next() -> Row? {
      guard number < ledger.count else { return nil }
      let place = Place(number)
      if place.line == 0 { page = ledger.shelves[place.shelf][place.page] }
      number += 1
      return page[place.line]
    }
  }

  /// Reads all rows.
  @inlinable public func makeIterator() -> Iterator { Iterator(self) }
}

extension Ledger: ExpressibleByArrayLiteral {
  /// With these rows, in their order.
  @inlinable public init(arrayLiteral rows: Row...) { self.init(rows) }
}

extension Ledger: CustomStringConvertible, CustomReflectable {
  /// As an array of the rows is described.
  @inlinable public var description: String { Array(self).description }
  /// The rows: how they lie is nobody's business.
  @inlinable public var customMirror: Mirror {
    Mirror(self, unlabeledChildren: self, displayStyle: .collection)
  }
}

extension Ledger: Sendable where Row: Sendable {}
extension Ledger: Equatable where Row: Equatable {}
extension Ledger: Hashable where Row: Hashable {}

extension Ledger: Encodable where Row: Encodable {
  /// Writes what an array of the rows writes.
  @inlinable public func encode(to encoder: any Encoder) throws {
    var rows = encoder.unkeyedContainer()
    for row in self { try rows.encode(row) }
  }
}

extension Ledger: Decodable where Row: Decodable {
  /// Reads an array of rows.
  @inlinable public init(from decoder: any Decoder) throws {
    var rows = try decoder.unkeyedContainer()
    while !rows.isAtEnd { append(try rows.decode(Row.self)) }
  }
}
