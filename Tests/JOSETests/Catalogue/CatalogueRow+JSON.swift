import TokenCore

@testable import JOSE

extension CatalogueRow {
  /// Group C: the JSON layer, in the header and in the claims.
  static let json = noObjects + duplicates + notJSON + otherEncodings + sizes + unusual

  private static let noObjects: [CatalogueRow] =
    ["[]", #""x""#, "5", "null", ""].map {
      .refused("J-C01", "header \($0)", .headerInvalid, Forge.seal($0, Forge.payloadText))
    }
    + ["[]", #""x""#, "5", "null", " "].map {
      .refused("J-C01", "payload \($0)", .jsonInvalid, Forge.seal(Forge.headerText, $0))
    }

  private static let duplicates: [CatalogueRow] = [
    .refused(
      "J-C03", "alg none, then HS256", .duplicateMember,
      Forge.seal(
        #"{"alg":"none","alg":"HS256","typ":"at+jwt","kid":"hs-1"}"#, Forge.payloadText)),
    .refused(
      "J-C03", "alg HS256, then none", .duplicateMember,
      Forge.seal(
        #"{"alg":"HS256","alg":"none","typ":"at+jwt","kid":"hs-1"}"#, Forge.payloadText)),
    .refused(
      "J-C05", "exp twice, one escaped", .duplicateMember,
      Forge.seal(
        Forge.headerText, Forge.object(Forge.claims + [("\\u0065xp", "1700009999")]))),
    .refused(
      "J-C05", "twice inside an unknown claim", .duplicateMember,
      Forge.token(claims: ["x": #"{"a":1,"\u0061":1}"#])),
    .accepted(
      "J-C07", "header member with an escaped name",
      Forge.seal(#"{"\u0061lg":"HS256","typ":"at+jwt","kid":"hs-1"}"#, Forge.payloadText)),
    .accepted(
      "J-C07", "two names that only look alike",
      Forge.seal(
        Forge.headerText,
        Forge.object(Forge.claims + [("\u{E9}", "1"), ("e\u{301}", "2")]))),
  ]

  private static let notJSON: [CatalogueRow] =
    [
      "1700000300,", "1700000300/* soon */", "1700000300 // soon\n", "01700000300", "0x6553F100",
      "NaN", "Infinity", "-Infinity", "+1700000300", "1700000300.", ".5", "1e", "--1", "1_000",
      "'1700000300'", "soon", "True", "nul", "",
    ].map { (json: String) in
      .refused("J-C09", "exp \(json)", .jsonInvalid, Forge.token(claims: ["exp": json]))
    } + [
      .refused(
        "J-C09", "single quotes", .jsonInvalid,
        Forge.seal("{'alg':'HS256'}", Forge.payloadText)),
      .refused(
        "J-C09", "name without quotes", .jsonInvalid,
        Forge.seal("{alg:\"HS256\"}", Forge.payloadText)),
      .refused(
        "J-C09", "trailing comma in the header", .jsonInvalid,
        Forge.seal(Forge.headerText.dropLast() + ",}", Forge.payloadText)),
      .refused(
        "J-C09", "something behind the object", .jsonInvalid,
        Forge.seal(Forge.headerText, Forge.payloadText + "X")),
      .refused(
        "J-C09", "a second object", .jsonInvalid,
        Forge.seal(Forge.headerText, Forge.payloadText + Forge.payloadText)),
      .refused(
        "J-C09", "not closed", .jsonInvalid,
        Forge.seal(Forge.headerText, String(Forge.payloadText.dropLast()))),
    ]

  private static let otherEncodings: [CatalogueRow] =
    Widened.allCases.flatMap { encoding -> [CatalogueRow] in
      let header = encoding.bytes(of: Forge.headerText)
      let payload = encoding.bytes(of: Forge.payloadText)
      return [
        .refused(
          "J-C11", "header in \(encoding)", .jsonInvalid,
          Forge.seal(header, Array(Forge.payloadText.utf8))),
        .refused(
          "J-C11", "payload in \(encoding)", .jsonInvalid,
          Forge.seal(Array(Forge.headerText.utf8), payload)),
      ]
    } + [
      .refused(
        "J-C11", "UTF-8 with a byte-order mark", .jsonInvalid,
        Forge.seal(Array(Forge.headerText.utf8), [0xEF, 0xBB, 0xBF] + Forge.payloadText.utf8)),
      .refused(
        "J-C13", "half a surrogate pair", .jsonInvalid, Forge.token(claims: ["x": #""\ud800""#])),
      .refused(
        "J-C13", "the other half", .jsonInvalid, Forge.token(claims: ["x": #""\udc00""#])),
      .refused(
        "J-C13", "two first halves", .jsonInvalid,
        Forge.token(claims: ["x": #""\ud800\ud800""#])),
      .accepted(
        "J-C13", "a whole surrogate pair", Forge.token(claims: ["x": #""\ud83d\ude00""#])),
    ]

  private static let sizes: [CatalogueRow] = [
    .refused("J-C15", "100 000 members", .tooLarge, members(100_000)),
    .refused("J-C15", "65 members", .tooLarge, members(65)),
    .accepted("J-C15", "64 members", members(64)),
    .refused("J-C15", "audience of 10 000", .tooLarge, audience(of: 10_000)),
    .refused("J-C15", "audience of 17", .tooLarge, audience(of: 17)),
    .accepted("J-C15", "audience of 16", audience(of: 16)),
    .refused("J-C15", "17 levels", .tooLarge, nested(17)),
    .accepted("J-C15", "16 levels", nested(16)),
    .refused("J-C15", "2 500 levels", .tooLarge, nested(2500)),
  ]

  private static let unusual: [CatalogueRow] = [
    .accepted("J-C17", "exp 17e8", Forge.token(claims: ["iat": "16.5e8", "exp": "17.5e8"])),
    .accepted("J-C17", "iat 1.7e9", Forge.token(claims: ["iat": "1.7e9"])),
    .accepted("J-C17", "nbf -0", Forge.token(claims: ["nbf": "-0"])),
    .accepted("J-C17", "exp with a fraction", Forge.token(claims: ["exp": "1700000000.5"])),
    .accepted("J-C17", "white space", Forge.seal(spaced, Forge.payloadText)),
  ]

  private static let spaced =
    "\r\n { \"alg\" :\t\"HS256\" , \"typ\":\"at+jwt\" , \"kid\":\"hs-1\" } \n"

  private static func members(_ count: Int) -> String {
    let added = (0..<count - Forge.claims.count).map { (name: "x\($0)", json: "0") }
    return Forge.seal(Forge.headerText, Forge.object(Forge.claims + added))
  }

  private static func audience(of count: Int) -> String {
    let others = (1..<count).map { ",\"https://\($0).example\"" }.joined()
    return Forge.token(claims: ["aud": "[\"https://api.example\"\(others)]"])
  }

  /// The claims are the first level.
  private static func nested(_ levels: Int) -> String {
    let open = String(repeating: "[", count: levels - 1)
    let close = String(repeating: "]", count: levels - 1)
    return Forge.token(claims: ["x": open + close])
  }
}

/// The encodings that decoders of other languages guess at.
private enum Widened: CaseIterable {
  case utf16LittleEndian, utf16BigEndian, utf32LittleEndian, utf32BigEndian

  /// ASCII text with the zeros that the encoding puts around each byte.
  func bytes(of text: String) -> [UInt8] {
    text.utf8.flatMap { byte -> [UInt8] in
      switch self {
      case .utf16LittleEndian: [byte, 0]
      case .utf16BigEndian: [0, byte]
      case .utf32LittleEndian: [byte, 0, 0, 0]
      case .utf32BigEndian: [0, 0, 0, byte]
      }
    }
  }
}
