import JOSE
import Testing

@testable import TokenCore

/// Mistakes of whoever builds a key stop the program instead of telling a wrong story.
struct PreconditionTests {
  @Test func `a short signing key is no key`() async {
    await #expect(processExitsWith: .failure) {
      _ = SigningKey(
        keyID: "short", for: .hs256, secret: Array(repeating: 0, count: 31), LabCryptography())
    }
  }

  @Test func `a digest has thirty-two bytes`() async {
    await #expect(processExitsWith: .failure) {
      _ = TokenDigest(Array(repeating: 0, count: 31))
    }
  }

  @Test func `what is long enough is accepted`() {
    let secret = [UInt8](repeating: 0, count: 32)
    let key = SigningKey(keyID: "k", for: .hs256, secret: secret, LabCryptography())
    #expect(key.secret == secret)
    #expect(TokenDigest(Array(repeating: 0xAB, count: 32)).description == "abababab")
    #expect(TokenDigest(Array(repeating: 0, count: 32)).description == "00000000")
  }
}
