/// Where the token comes from: the command line, or standard input for `-`.
enum TokenSource {
  /// The token. From standard input one line end is taken off and nothing else: a space that was
  /// copied along is a flaw to be shown.
  static func token(_ argument: String) throws -> String {
    guard argument == "-" else { return argument }
    let bytes = try StandardInput.bytes(.token)
    return withoutLineEnd(String(decoding: bytes, as: UTF8.self))
  }

  static func withoutLineEnd(_ text: String) -> String {
    guard let last = text.last, last.isNewline, last.utf8.allSatisfy({ $0 == 10 || $0 == 13 })
    else { return text }
    return String(text.dropLast())
  }
}
