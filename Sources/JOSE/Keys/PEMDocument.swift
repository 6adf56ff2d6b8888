/// The text form of keys (RFC 7468): a label and, between two lines, the bytes in base64.
struct PEMDocument {
  let label: String
  let bytes: [UInt8]

  /// Takes exactly one document; text around it is not allowed, white space is.
  init(_ text: String) throws(KeyFlaw) {
    guard text.utf8.count <= CompactJWS.sizeLimit else { throw .unreadable }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { $0 != " " } }
    guard lines.count > 2, let label = Self.label(of: lines[0], after: "-----BEGIN"),
      label == Self.label(of: lines[lines.count - 1], after: "-----END"),
      let bytes = Self.decode(lines[1..<lines.count - 1].joined())
    else { throw .unreadable }
    self.label = label
    self.bytes = bytes
  }

  private static func label(of line: String, after start: String) -> String? {
    guard line.hasPrefix(start), line.hasSuffix("-----"), line.count > start.count + 5 else {
      return nil
    }
    return String(line.dropFirst(start.count).dropLast(5))
  }

  /// Ordinary base64 with its padding (RFC 4648 §4), by way of the strict reader of the other kind.
  private static func decode(_ text: String) -> [UInt8]? {
    let padding = text.reversed().prefix { $0 == "=" }.count
    guard text.utf8.count % 4 == 0, padding <= 2, !text.contains("-"), !text.contains("_") else {
      return nil
    }
    let characters = text.utf8.dropLast(padding).map { byte in
      switch byte {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      default: byte
      }
    }
    return Base64URL.decode(characters[...])
  }
}
