extension ScenarioString {
  /// What stands between the dots of a string of this format.
  struct Parts: Hashable {
    let payload: String
    let checksum: String
  }

  static func parts(of string: String) throws(ScenarioError) -> Parts {
    let text = try cleaned(string)
    guard let format = format(of: text) else {
      throw error("expected one that begins with tokenlab1., found \(quoted(text))")
    }
    guard format == version else {
      throw error("made by a newer tokenlab: expected format \(version), found format \(format)")
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().map(
      String.init)
    guard parts.count > 1, parts[1].utf8.count >= checksumLength else {
      throw error(
        "cut off: expected a dot and \(checksumLength) digits at the end, found the end after "
          + "\(text.utf8.count) characters")
    }
    guard parts.count == 2 else {
      throw damaged("expected 3 parts between dots, found \(parts.count + 1)")
    }
    try refuseForeign(in: text)
    return Parts(payload: parts[0], checksum: parts[1])
  }

  static let checksumLength = 8

  /// Whether it begins like a scenario string of any format.
  static func begins(_ text: String) -> Bool {
    let start = String(
      text.unicodeScalars.lazy.filter { !isAdded($0) }.prefix(40).map(Character.init))
    return format(of: start) != nil
  }

  /// The number behind `tokenlab`, if that is how it begins.
  private static func format(of text: String) -> String? {
    guard text.hasPrefix("tokenlab") else { return nil }
    let digits = text.utf8.dropFirst(8).prefix { (0x30...0x39).contains($0) }
    guard let first = digits.first, first != 0x30, digits.count <= 4 else { return nil }
    let next = text.utf8.dropFirst(8 + digits.count).first
    guard next == nil || next == UInt8(ascii: ".") else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Without what is not part of any string. Half of it may be such additions.
  private static func cleaned(_ string: String) throws(ScenarioError) -> String {
    guard string.utf8.count <= 2 * maximumLength else { throw tooLong(string.utf8.count) }
    var text = String.UnicodeScalarView()
    for scalar in string.unicodeScalars where !isAdded(scalar) { text.append(scalar) }
    let cleaned = String(text)
    guard cleaned.utf8.count <= maximumLength else { throw tooLong(cleaned.utf8.count) }
    return cleaned
  }

  /// White space, quotation marks of all kinds and the signs that mails quote or embrace with.
  private static func isAdded(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "`", "<", ">", "\u{2018}"..."\u{201F}", "\u{AB}", "\u{BB}", "\u{FEFF}": true
    default: scalar.properties.isWhitespace
    }
  }

  private static func tooLong(_ bytes: Int) -> ScenarioError {
    error("expected at most \(maximumLength / 1024) KiB, found \(bytes) bytes")
  }

  private static func refuseForeign(in text: String) throws(ScenarioError) {
    let scalars = text.unicodeScalars
    guard let index = scalars.firstIndex(where: { !isOwn($0) }) else { return }
    let place = scalars.distance(from: scalars.startIndex, to: index) + 1
    throw damaged(
      "expected letters, digits, - and _, found \(quoted(String(scalars[index]))) at character "
        + "\(place)")
  }

  private static func isOwn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
    default: false
    }
  }
}
