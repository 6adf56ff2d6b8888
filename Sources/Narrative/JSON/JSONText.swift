import TokenCore

/// A JSON value to be written. Members keep the order in which they are given, so that the same run
/// gives the same bytes.
package enum JSONText: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case string(String)
  case array([JSONText])
  case object([Member])
  /// JSON that was written elsewhere, such as a claim of a token.
  case written(String)

  /// One name and its value.
  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSONText

    package init(_ name: String, _ value: JSONText) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONText {
  package init(_ text: String?) { self = text.map(JSONText.string) ?? .null }

  /// What names a thing in a run, such as `RT1`; null for nothing.
  package init(_ id: (some DenseID)?) { self.init(id?.description) }

  package init(_ number: Int) { self = .integer(Int64(number)) }

  /// An object whose members stand in the order of their names; those without a value are left out.
  package static func sorted(_ members: [String: JSONText?]) -> JSONText {
    .object(
      members.sorted { $0.key < $1.key }.compactMap { name, value in
        value.map { Member(name, $0) }
      })
  }

  /// The members of an object with others behind them.
  package static func + (left: JSONText, right: JSONText) -> JSONText {
    .object(left.members + right.members)
  }

  private var members: [Member] {
    switch self {
    case .object(let members): members
    case .null, .boolean, .integer, .string, .array, .written: []
    }
  }
}

extension JSONText: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
  package init(dictionaryLiteral elements: (String, JSONText)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }

  package init(arrayLiteral elements: JSONText...) { self = .array(elements) }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral
{
  package init(stringLiteral text: String) { self = .string(text) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
}
