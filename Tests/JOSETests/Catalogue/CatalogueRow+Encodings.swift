import TokenCore

@testable import JOSE

extension CatalogueRow {
  /// Group B: the compact serialization and base64url.
  static let encodings: [CatalogueRow] =
    wrongShapes + [
      .refused("J-B03", "padded with =", .malformed, genuine + "="),
      .refused("J-B03", "padded with ==", .malformed, genuine + "=="),
      .refused("J-B05", "+ for -", .malformed, standardAlphabet("-", "+")),
      .refused("J-B05", "/ for _", .malformed, standardAlphabet("_", "/")),
      .refused("J-B07", "a part of 4n + 1 characters", .malformed, genuine + "AA"),
      .refused("J-B07", "unused bits not zero", .malformed, unusedBits),
      .refused("J-B09", "NUL at the end", .malformed, genuine + "\0"),
      .refused("J-B09", "line feed at the end", .malformed, genuine + "\n"),
      .refused("J-B09", "dots U+FF0E", .malformed, dots("\u{FF0E}")),
      .refused("J-B09", "dots U+3002", .malformed, dots("\u{3002}")),
      .refused("J-B11", "Bearer in front", .malformed, "Bearer " + genuine),
      .refused(
        "J-B13", "a claim of 1 MB", .tooLarge,
        Forge.token(claims: ["x": "\"" + String(repeating: "a", count: 1_000_000) + "\""])),
    ]

  private static let genuine = Forge.token()

  private static let wrongShapes: [CatalogueRow] = [
    ("nothing", ""), ("two dots", ".."), ("three dots", "..."), ("no dot", "abcd"),
    ("two parts", Forge.parts(genuine).prefix(2).joined(separator: ".")),
    ("four parts", genuine + ".AAAA"), ("five parts, as encrypted tokens have", genuine + "..AA"),
    ("empty payload", Forge.parts(genuine)[0] + ".." + Forge.parts(genuine)[2]),
  ].map { .refused("J-B01", $0, .malformed, $1) }

  private static func standardAlphabet(_ from: String, _ to: String) -> String {
    let token = Forge.token { Forge.parts($0)[2].contains(from) }
    return token.split(separator: from, omittingEmptySubsequences: false).joined(separator: to)
  }

  /// A signature's last character has two unused bits; the next character of the alphabet sets one.
  private static var unusedBits: String {
    let last = genuine.utf8.suffix(1).map { $0 + 1 }
    return genuine.dropLast() + String(decoding: last, as: UTF8.self)
  }

  private static func dots(_ dot: String) -> String {
    Forge.parts(genuine).joined(separator: dot)
  }
}
