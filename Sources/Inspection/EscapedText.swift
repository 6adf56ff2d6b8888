/// Text from a token written out so that it can do nothing and hide nothing: whatever is invisible,
/// moves the cursor, turns the line around or sits on the letter before it becomes `\u{1B}`.
package func unhidden(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if isHidden(scalar) {
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The same with two backslashes for one, so that the text can be read back without doubt.
package func escaped(_ text: String) -> String {
  unhidden(text.replacing("\\", with: "\\\\"))
}

/// The same between quotation marks, cut to a length that a line can carry.
func quoted(_ text: String, limit: Int = 160) -> String {
  "\"" + shortened(escaped(text).replacing("\"", with: "\\\""), limit: limit) + "\""
}

/// The beginning, and how much there is, where a text is longer than the limit.
package func shortened(_ text: String, limit: Int) -> String {
  let count = text.unicodeScalars.count
  guard count > limit else { return text }
  return String(text.unicodeScalars.prefix(limit)) + "… (\(count) characters)"
}

/// JSON whose strings hold nothing but what a terminal shows as it is: the rest as `\u001b`, beyond
/// U+FFFF as a pair (RFC 8259 §7).
package func escaped(json: String) -> String {
  var result = ""
  for scalar in json.unicodeScalars {
    guard isHidden(scalar) else {
      result.unicodeScalars.append(scalar)
      continue
    }
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
  return result
}

/// Whether a character cannot be seen as what it is: controls, formatting and bidirectional marks,
/// separators other than the space, accents on their own, private and unassigned ones.
func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
  if scalar.properties.isDefaultIgnorableCodePoint { return true }
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
    .spaceSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
    return true
  default: return false
  }
}
