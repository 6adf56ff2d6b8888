import Foundation
import JOSE
import Testing
import TokenCore

@testable import Inspection

struct KeyFileTests {
  private func file(_ text: String) throws -> KeyFile {
    try KeyFile(path: "key", bytes: Array(text.utf8))
  }

  private static let edDSA =
    #"{"kty":"OKP","crv":"Ed25519","kid":"ed","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
  private static let edPublicPEM = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEA/xNyz94ebVys/kvr1x6iQ7UX2KMRwwcZB+43CPaZGTM=
    -----END PUBLIC KEY-----
    """
  private static let edPrivatePEM = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEIPeufRnOTw46OTPb1a6i+Sl/U9rUFaa5q2RqGFgKcj/C
    -----END PRIVATE KEY-----
    """

  @Test func `the four forms are told apart`() throws {
    #expect(try KeyFile.jwk().keys.map(\.algorithm) == [.hs256])
    #expect(try file(Self.edDSA).keys.map(\.keyID) == ["ed"])
    #expect(try file(Self.edPublicPEM).keys.map(\.algorithm) == [.edDSA])
    let secret = try KeyFile(path: "key", bytes: Token.secret)
    #expect(secret.kind == "a shared secret" && secret.keys.map(\.algorithm) == [.hs256])
    let set = try file(#" {"keys":[\#(Self.edDSA),{"kty":"RSA","n":"AAAA","e":"AQAB"},5]}"#)
    #expect(set.kind == "a JWK set" && set.keys.count == 1)
    #expect(set.skipped == [.unreadable, .unsupported])
  }

  @Test func `of a private key the public part is taken`() throws {
    let pair = try [Self.edPublicPEM, Self.edPrivatePEM].map { try file($0).keys[0].jwk.thumbprint }
    #expect(pair[0] == pair[1])
  }

  @Test func `a key of a kind that verifies nothing here is no secret either`() throws {
    for text in [RSAKey.pem, #"{"kty":"RSA","n":"AAAA","e":"AQAB"}"#] {
      let file = try file(text)
      #expect(file.keys.isEmpty && file.skipped == [.unsupported])
    }
  }

  @Test func `no form of a public key becomes a shared secret`() throws {
    let der = Array(Data(base64Encoded: RSAKey.base64, options: .ignoreUnknownCharacters) ?? Data())
    let forms: [[UInt8]] = [
      der, Array(RSAKey.base64.utf8), Array("\n\(RSAKey.base64)\n".utf8),
      Array("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPeufRnOTw46OTPb1a6i user@host".utf8),
      [4] + [UInt8](repeating: 7, count: 64), Array("[\(Self.edDSA)]".utf8),
      Array("Bag Attributes\n\(RSAKey.pem)x".utf8), Self.wide(Self.edDSA),
      [0xFF, 0xFE] + Self.wide(Self.edPublicPEM), [0xFE, 0xFF, 0] + Self.wide(Self.edPublicPEM),
    ]
    for form in forms {
      let error = #expect(throws: KeyFileError.self) { try KeyFile(path: "key", bytes: form) }
      #expect(error?.words(for: "key").contains("'key'") == true)
    }
  }

  /// The text in UTF-16 with the low byte first.
  private static func wide(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test func `the mark that an editor puts before UTF-8 is read past`() throws {
    #expect(try file("\u{FEFF}" + Self.edDSA).keys.map(\.keyID) == ["ed"])
    #expect(try file("\u{FEFF}" + Self.edPublicPEM).keys.map(\.algorithm) == [.edDSA])
    let set = Array("\u{FEFF}{\"keys\":[\(Self.edDSA)]}".utf8)
    #expect(try KeyFile(setPath: "key", bytes: set).keys.map(\.keyID) == ["ed"])
  }

  @Test func `zeros are a secret like any other`() throws {
    #expect(try KeyFile(path: "key", bytes: [UInt8](repeating: 0, count: 32)).keys.count == 1)
  }

  @Test func `too little for a secret is refused with the number`() {
    for count in [0, 1, 31] {
      let error = #expect(throws: KeyFileError.self) {
        try KeyFile(path: "key", bytes: [UInt8](repeating: 7, count: count))
      }
      #expect(error?.words(for: "key").hasSuffix("'key' has \(count) bytes") == true)
    }
    #expect(throws: KeyFileError.self) { try file(#"{"kty":"oct","k":"AAAA"}"#) }
  }

  @Test func `a set is wanted where a set is asked for`() {
    let error = #expect(throws: KeyFileError.self) {
      try KeyFile(setPath: "key", bytes: Array(Self.edDSA.utf8))
    }
    #expect(error?.words(for: "key").contains("RFC 7517 §5") == true)
  }
}
