import Foundation

/// A JSON value to be written; members come out in the order of their names, so that the same run
/// gives the same bytes.
enum JSONText: Encodable {
  case string(String)
  case integer(Int64)
  case bool(Bool)
  case array([JSONText])
  case object([String: JSONText])

  func encode(to encoder: Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let text): try container.encode(text)
    case .integer(let number): try container.encode(number)
    case .bool(let flag): try container.encode(flag)
    case .array(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    }
  }

  /// An object without the members that are nil.
  static func members(_ members: [String: JSONText?]) -> JSONText {
    .object(members.compactMapValues(\.self))
  }

  static func optional(_ text: String?) -> JSONText? { text.map(JSONText.string) }

  /// The value on one line.
  var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(self)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}
