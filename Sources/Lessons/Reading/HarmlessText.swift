/// The text with every character that could move a cursor, reorder a line or hide itself written
/// out: C0 and C1 controls, line and paragraph separators, and formatting characters such as the
/// bidirectional overrides.
package func harmless(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isTreacherous) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if isTreacherous(scalar) {
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Whether a character has no place in a name or a title.
func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
  default: false
  }
}

/// What a file said, between quotation marks and cut to a length that leaves a message readable.
func quoted(_ text: String) -> String {
  let limit = 40
  let scalars = text.unicodeScalars
  guard scalars.count > limit else { return "\"\(text)\"" }
  var start = String.UnicodeScalarView()
  start.append(contentsOf: scalars.prefix(limit))
  return "\"\(String(start))…\""
}

/// `a`, `a or b`, `a, b or c`.
func alternatives(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " or " + last
}

/// The words of a text with one space between. Goes by code points: a combining mark after a space
/// would be white space to Swift, and reading what was written would lose it.
func oneLine(_ text: String) -> String {
  let words = text.unicodeScalars.split { $0.properties.isWhitespace }
  return words.map(String.init).joined(separator: " ")
}
