extension JSONText {
  /// The value on one line, without white space. Control characters are escaped, and so are those
  /// that hide or turn a line around: it does nothing to a terminal (RFC 8259 §7 asks it of U+0000 to
  /// U+001F).
  package var line: String {
    var text = ""
    append(to: &text)
    return text
  }

  private func append(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let number): text += String(number)
    case .string(let string):
      text += "\""
      Self.append(string, to: &text, isQuoted: false)
      text += "\""
    case .written(let json): Self.append(json, to: &text, isQuoted: true)
    case .array(let elements):
      Self.append(elements, between: "[", "]", to: &text) { $0.append(to: &$1) }
    case .object(let members):
      Self.append(members, between: "{", "}", to: &text) { member, text in
        JSONText.string(member.name).append(to: &text)
        text += ":"
        member.value.append(to: &text)
      }
    }
  }

  private static func append<Element>(
    _ elements: [Element], between open: String, _ close: String, to text: inout String,
    each: (Element, inout String) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      each(element, &text)
    }
    text += close
  }

  /// In JSON that is written already, quotation marks and backslashes are in their place. Most texts
  /// have nothing to escape and go out in one piece.
  private static func append(_ piece: String, to text: inout String, isQuoted: Bool) {
    if piece.utf8.allSatisfy({ isPlain($0, isQuoted: isQuoted) }) {
      text += piece
    } else {
      for scalar in piece.unicodeScalars { append(scalar, to: &text, isQuoted: isQuoted) }
    }
  }

  /// Whether a byte of UTF-8 stands for itself and needs no escape; of other characters than ASCII's
  /// each is looked at.
  private static func isPlain(_ byte: UInt8, isQuoted: Bool) -> Bool {
    let isControl = byte < 0x20 || byte >= 0x7F
    let isMark = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    return !isControl && (isQuoted || !isMark)
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String, isQuoted: Bool) {
    if isTreacherous(scalar) {
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    } else {
      if !isQuoted, scalar == "\"" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
  }

  /// Whether a terminal would do something else with it than show it in its place.
  private static func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
