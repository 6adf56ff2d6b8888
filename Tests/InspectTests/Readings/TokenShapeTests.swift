import Testing

@testable import Inspection
@testable import tokenlab

struct TokenShapeTests {
  @Test(
    arguments: [
      (Token.good, .signed), (Token.unsigned, .signed), (Token.proof, .signed),
      (Token.good + "=", .signed), (Token.good + ".AAAA", .signed), ("e30", .opaque),
      ("e30.e30", .signed), ("W10.e30.", .signed), ("eyJhbGciOiJIUzI1NiJ9", .opaque),
      ("eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d", .encrypted), ("eyJ!.a.b", .signed),
      (Token.opaque, .opaque), ("ya29.a0AfH6SMBx-_~+/==", .opaque), ("a.b.c", .opaque),
      ("", .noToken), (" ", .noToken), ("two words", .noToken), ("é", .noToken), ("===", .noToken),
      ("a\n", .noToken), ("Bearer " + Token.good, .withScheme("Bearer")),
      ("bearer x", .withScheme("Bearer")), ("dpop x", .withScheme("DPoP")), ("Bearer", .opaque),
    ] as [(String, TokenShape)])
  func `a text is judged by its looks`(text: String, shape: TokenShape) {
    #expect(TokenShape(text) == shape)
  }

  @Test(arguments: [
    ("a\n", "a"), ("a\r\n", "a"), ("a\n\n", "a\n"), ("a \n", "a "), ("a", "a"), ("", ""),
    ("\n", ""), ("a\u{2028}", "a\u{2028}"),
  ])
  func `one line end is taken off standard input`(text: String, token: String) {
    #expect(TokenSource.withoutLineEnd(text).utf8.elementsEqual(token.utf8))
  }
}
