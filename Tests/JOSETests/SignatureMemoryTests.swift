import Testing

@testable import JOSE

/// What is remembered of signatures, held against what is computed.
struct SignatureMemoryTests {
  private let memory = SignatureMemory()
  private let texts = [[], Array("a.b".utf8), [UInt8](repeating: 7, count: 900)] as [[UInt8]]

  @Test func `a remembered signature is the one that is computed`() throws {
    for seed in 1...70 as ClosedRange<UInt8> {
      let computing = try key(seed)
      let remembered = SealingKey(
        keyID: nil, material: .ed25519(memory.key(ofSeed: bytes(seed))))
      for text in texts {
        let signature = try computing.signature(over: text)
        #expect(try remembered.signature(over: text) == signature)
        for _ in 1...2 { #expect(try memory.signature(over: text, with: computing) == signature) }
      }
    }
  }

  @Test func `no signature passes that is not computed so, however often it is asked`() throws {
    let (key, other) = (try key(1), try key(2))
    let signature = try memory.signature(over: texts[0], with: key)
    var changed = signature
    changed[63] ^= 1
    for _ in 1...2 {
      #expect(memory.isValid(signature, over: texts[0], by: key.verificationKey))
      #expect(!memory.isValid(changed, over: texts[0], by: key.verificationKey))
      #expect(!memory.isValid([], over: texts[0], by: key.verificationKey))
      #expect(!memory.isValid(signature, over: texts[1], by: key.verificationKey))
      #expect(!memory.isValid(signature, over: texts[0], by: other.verificationKey))
    }
  }

  @Test func `a signature that came from elsewhere is computed, and good`() throws {
    let key = try key(3)
    let signature = try key.signature(over: texts[1])
    for _ in 1...2 { #expect(memory.isValid(signature, over: texts[1], by: key.verificationKey)) }
  }

  /// More than there is room for.
  @Test func `what was forgotten is answered as before`() throws {
    let key = try key(4)
    let many = (0..<2100).map { Array("text \($0)".utf8) }
    let signatures = try many.map { try memory.signature(over: $0, with: key) }
    for index in [0, 1, 1050, 2099] {
      #expect(try memory.signature(over: many[index], with: key) == signatures[index])
      #expect(memory.isValid(signatures[index], over: many[index], by: key.verificationKey))
      #expect(!memory.isValid(signatures[index], over: many[2098], by: key.verificationKey))
    }
  }

  private func bytes(_ seed: UInt8) -> [UInt8] { [UInt8](repeating: seed, count: 32) }
  private func key(_ seed: UInt8) throws -> SealingKey { try SealingKey(ed25519: bytes(seed)) }
}
