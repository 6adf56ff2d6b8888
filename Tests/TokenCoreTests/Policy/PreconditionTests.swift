import Testing

@testable import TokenCore

/// Mistakes of whoever builds a key stop the program instead of telling a wrong story.
struct PreconditionTests {
  @Test func `a short signing key is no key`() async {
    await #expect(processExitsWith: .failure) {
      _ = SigningKey(keyID: "short", secret: Array(repeating: 0, count: 31))
    }
  }

  @Test func `a digest has thirty-two bytes`() async {
    await #expect(processExitsWith: .failure) {
      _ = TokenDigest(Array(repeating: 0, count: 31))
    }
  }

  @Test func `what is long enough is accepted`() {
    #expect(SigningKey(keyID: "k", secret: Array(repeating: 0, count: 32)).secret.count == 32)
    #expect(TokenDigest(Array(repeating: 0xAB, count: 32)).description == "abababab")
    #expect(TokenDigest(Array(repeating: 0, count: 32)).description == "00000000")
  }
}
