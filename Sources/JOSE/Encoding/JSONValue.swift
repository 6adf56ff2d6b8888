import TokenCore

/// A JSON value (RFC 8259 §3) as a token carries it. Objects keep their members in the order of the
/// text, and texts are compared by their bytes: "é" and "e" + U+0301 are different (RFC 7519 §7.3).
package enum JSONValue: Equatable, Sendable {
  case null
  case boolean(Bool)
  case number(JSONNumber)
  case text(String)
  case array([JSONValue])
  case object(JSONObject)

  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.text(let left), .text(let right)): sameBytes(left, right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    case (.null, _), (.boolean, _), (.number, _), (.text, _), (.array, _), (.object, _): false
    }
  }

  /// The text, or nil when this is something else.
  package var asText: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The number, or nil when this is something else.
  package var asNumber: JSONNumber? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The members, or nil when this is something else.
  package var asObject: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The elements, or nil when this is something else.
  package var asArray: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }
}

/// A JSON object: an ordered list of members whose names differ after unescaping (RFC 7515 §10.13).
package struct JSONObject: Equatable, Sendable {
  package internal(set) var members: [JSONMember]

  package init(members: [JSONMember] = []) {
    self.members = members
  }

  package subscript(_ name: JSONName) -> JSONValue? {
    members.firstIndex(of: name).map { members[$0].value }
  }
}

/// One name and its value.
package struct JSONMember: Equatable, Sendable {
  package let name: JSONName
  package let value: JSONValue

  package init(_ name: String, _ value: JSONValue) {
    self.init(name: JSONName(name), value: value)
  }

  init(name: JSONName, value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension [JSONMember] {
  /// Where the member with this name is. Goes by index, because iterating would copy every member.
  func firstIndex(of name: JSONName) -> Int? {
    var index = 0
    while index < count, self[index].name != name { index += 1 }
    return index < count ? index : nil
  }
}
