import TokenCore

extension Cursor {
  static let longestName = 64

  /// A scenario's name: what is typed on a command line and makes a file name.
  func slug() throws(ScenarioError) -> String {
    guard let text, Self.isSlug(text) else {
      throw wants("1 to \(Self.longestName) lower-case letters, digits and dashes")
    }
    return text
  }

  private static func isSlugByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// What a policy goes by: a name, and perhaps a star behind it, the lab's sign for one that was
  /// changed. Without the star it must not pass for a shipped strategy.
  func policyName() throws(ScenarioError) -> String {
    guard let text, Self.isPolicyName(text) else {
      throw wants(
        "1 to \(Self.longestName) lower-case letters, digits and dashes, perhaps with a star "
          + "behind them")
    }
    guard Strategy.named(text) == nil else {
      throw wants("another name than that of a shipped strategy")
    }
    return text
  }

  static func isPolicyName(_ text: String) -> Bool {
    isSlug(text.hasSuffix("*") ? String(text.dropLast()) : text)
  }

  static func isSlug(_ text: String) -> Bool {
    (1...longestName).contains(text.utf8.count) && text.utf8.allSatisfy(isSlugByte)
  }

  /// Words for a reader, on one line: runs of white space become one space.
  func prose(atMost limit: Int) throws(ScenarioError) -> String {
    guard let text else { throw wants("text") }
    let words = oneLine(text)
    guard !words.isEmpty else { throw wants("text") }
    guard words.unicodeScalars.count <= limit else {
      throw wants("at most \(limit) characters")
    }
    guard !words.unicodeScalars.contains(where: isTreacherous) else {
      throw wants("text without control characters")
    }
    return words
  }

  /// `person@device`: both parts there, no white space, nothing that a terminal would act on.
  func deviceName() throws(ScenarioError) -> (person: String, device: String) {
    let parts = text?.split(separator: "@", omittingEmptySubsequences: false) ?? []
    guard parts.count == 2, parts.allSatisfy(Self.isNamePart) else {
      throw wants(
        "person@device like alice@laptop, each at most \(Self.longestName) characters")
    }
    return (String(parts[0]), String(parts[1]))
  }

  private static func isNamePart(_ part: Substring) -> Bool {
    (1...longestName).contains(part.unicodeScalars.count)
      && !part.contains(where: \.isWhitespace)
      && !part.unicodeScalars.contains(where: isTreacherous)
  }

  /// A name of something on the wire: of a parameter, a client or its secret.
  func name() throws(ScenarioError) -> String {
    guard let text, (1...Self.longestName).contains(text.unicodeScalars.count),
      !text.unicodeScalars.contains(where: isTreacherous)
    else {
      throw wants("1 to \(Self.longestName) characters without control characters")
    }
    return text
  }

  static let longestText = 16 * 1024

  /// Whatever somebody may put into a request: empty, hostile, or full of control characters.
  func anyText() throws(ScenarioError) -> String {
    guard let text else { throw wants("text") }
    guard text.utf8.count <= Self.longestText else {
      throw wants("at most \(Self.longestText / 1024) KiB")
    }
    return text
  }
}
