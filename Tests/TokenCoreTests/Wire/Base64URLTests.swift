import Testing
import TokenCore

/// base64url without padding.
struct Base64URLTests {
  /// RFC 4648 §10, with its padding left out.
  @Test(arguments: [
    ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
    ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
  ])
  func `the vectors of RFC 4648 come out`(_ plain: String, _ encoded: String) {
    #expect(base64URL(Array(plain.utf8)) == encoded)
  }

  @Test func `the vector of RFC 7515 Appendix C comes out`() {
    #expect(base64URL([3, 236, 255, 224, 193]) == "A-z_4ME")
  }

  /// RFC 7636 Appendix B: the octets of the verifier.
  @Test func `the vector of RFC 7636 Appendix B comes out`() {
    let octets: [UInt8] = [
      116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77,
      105, 214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
    ]
    #expect(base64URL(octets) == "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
  }

  @Test func `every one of the sixty-four letters is used in its place`() {
    let groups = (0..<64 as Range<UInt8>).map { base64URL([$0 << 2]).first }
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    #expect(groups == alphabet.map { $0 })
  }

  @Test(arguments: [(16, 22), (20, 27), (31, 42), (32, 43), (33, 44)])
  func `a text is as long as its bytes need`(_ bytes: Int, _ letters: Int) {
    #expect(base64URL(Array(repeating: 255, count: bytes)).utf8.count == letters)
  }
}
