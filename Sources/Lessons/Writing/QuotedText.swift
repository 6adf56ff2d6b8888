/// Text as a YAML scalar on one line: plain where every reader would take it for text, otherwise in
/// double quotation marks.
///
/// Escaped is all that does not print, and what `YAMLText` counts without looking whether it stands
/// in a text: opening brackets and the sign of an anchor.
func quotedWhereNeeded(_ text: String) -> String {
  guard !isPlain(text) else { return text }
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "[", "{", "&": result += escaped(scalar)
    default:
      if isPrinted(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += escaped(scalar)
      }
    }
  }
  return result + "\""
}

/// Words of letters, digits and a few signs that mean nothing in YAML.
private func isPlain(_ text: String) -> Bool {
  guard let first = text.utf8.first, isLetterOrDigit(first), text.utf8.last != 0x20 else {
    return false
  }
  return text.utf8.allSatisfy { isLetterOrDigit($0) || " ._@/-".utf8.contains($0) }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: false
  }
}

/// Whether a character stands for itself: what moves a cursor, hides or has no meaning yet does not.
func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
    false
  default: true
  }
}

/// `\x1B`, `\u202E` or `\U000E0001` (YAML 1.2 §5.7).
private func escaped(_ scalar: Unicode.Scalar) -> String {
  let (sign, width) =
    scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x1_0000 ? ("u", 4) : ("U", 8)
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "\\" + sign + String(repeating: "0", count: width - digits.count) + digits
}
