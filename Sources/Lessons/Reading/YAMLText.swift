/// The text of a YAML file, looked over before any parser sees it: what would cost a parser time or
/// stack out of proportion to the file's size is refused here, in one pass over the bytes.
struct YAMLText {
  static let maximumBytes = 256 * 1024
  /// Of open brackets, and of columns before a line's first word. A scenario needs about ten.
  static let maximumDepth = 64

  let text: String
  let file: String

  init(_ text: String, file: String) throws(ScenarioError) {
    guard text.utf8.count <= Self.maximumBytes else {
      throw ScenarioError(
        file: file, problem: "a scenario file has at most 256 KiB, found \(text.utf8.count) bytes")
    }
    self.text = text
    self.file = file
    try refuseDepth()
    try refuseAliases()
  }

  private func refuseDepth() throws(ScenarioError) {
    var depth = 0
    var column = 0
    var isBeforeFirstWord = true
    var line = 1
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        (line, column, isBeforeFirstWord) = (line + 1, 0, true)
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
      isBeforeFirstWord = isBeforeFirstWord && Self.indicators.contains(byte)
      if isBeforeFirstWord { column += 1 }
      guard depth <= Self.maximumDepth, column <= Self.maximumDepth else {
        throw ScenarioError(
          file: file, line: line,
          problem: "a scenario nests at most \(Self.maximumDepth) levels, found more")
      }
    }
  }

  /// What may stand before a line's first word; each of them can open a level.
  private static let indicators = Array(" \t-?:".utf8)

  /// A few lines of aliases of aliases stand for billions of values. An anchor without an alias, and
  /// an asterisk or ampersand in prose, are nothing to worry about.
  private func refuseAliases() throws(ScenarioError) {
    let bytes = Array(text.utf8)
    let anchors = Set(Self.names(in: bytes, after: UInt8(ascii: "&")).map(\.name))
    guard !anchors.isEmpty else { return }
    let alias = Self.names(in: bytes, after: UInt8(ascii: "*")).first { anchors.contains($0.name) }
    guard let alias else { return }
    let name = String(decoding: alias.name, as: UTF8.self)
    throw ScenarioError(
      file: file, line: alias.line,
      problem: "a scenario takes no aliases: write the value out, found \(quoted("*" + name))")
  }

  private static func names(
    in bytes: [UInt8], after sign: UInt8
  ) -> [(name: ArraySlice<UInt8>, line: Int)] {
    var found: [(name: ArraySlice<UInt8>, line: Int)] = []
    var line = 1
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == sign else { continue }
      let name = bytes[(index + 1)...].prefix(while: isNameByte)
      if !name.isEmpty { found.append((name, line)) }
    }
    return found
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
