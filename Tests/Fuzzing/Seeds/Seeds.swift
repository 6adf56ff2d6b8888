/// Writes the corpora that fuzzing begins with, from the tables of the tests: a folder for each
/// target, a file for each input, named by what it holds. Takes the folder to write to.
import Foundation
import TestKeys
import TokenCore

@testable import JOSE

@main
struct Seeds {
  private let folder: URL

  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      print("usage: FuzzSeeds FOLDER")
      exit(64)
    }
    let seeds = Seeds(folder: URL(fileURLWithPath: CommandLine.arguments[1]))
    try seeds.writeTokens()
    try seeds.writeProofs()
    try seeds.writeKeys()
    try seeds.writeTexts()
  }

  private func writeTokens() throws {
    for row in CatalogueRow.all where row.token.utf8.count <= 4096 {
      try write(Array(row.token.utf8), for: "AccessToken")
      let parts = Forge.parts(row.token)
      for part in parts { try write(Array(part.utf8), for: "Base64URL") }
      guard parts.count == 3, let header = Base64URL.decode(parts[0]),
        let payload = Base64URL.decode(parts[1])
      else { continue }
      try write(header + [0] + payload, for: "AccessToken")
      for text in [header, payload] { try write(text, for: "JSON") }
    }
    let edDSA = Forge.headerText.replacing("HS256", with: "EdDSA").replacing("hs-1", with: "ed-1")
    try write(Array(edDSA.utf8) + [0] + Array(Forge.payloadText.utf8), for: "AccessToken")
  }

  private func writeProofs() throws {
    var proof = DPoPProof(
      proofID: "proof-1", method: "POST", target: "https://as.example/token",
      issuedAt: Fixture.now)
    for key in [Fixture.edDSA, Fixture.es256] {
      proof.nonce = proof.nonce == nil ? "nonce-1" : nil
      proof.accessTokenHash = DPoPProof.hash(ofAccessToken: proof.nonce ?? "")
      let token = try proof.sealed(with: key)
      try write(Array(token.utf8), for: "Proof")
      let parts = Forge.parts(token).map { Base64URL.decode($0) ?? [] }
      try write(parts[0] + [0] + parts[1], for: "Proof")
    }
    for target in ["HTTPS://AS.example:443/a/../%74oken?x#y", "http://[2001:DB8::1]:80/./%c3%a9/"] {
      try write(Array(target.utf8), for: "Proof")
    }
  }

  private func writeKeys() throws {
    let pems = [
      OpenSSLKeys.p256Public, OpenSSLKeys.p256SEC1, OpenSSLKeys.p256PKCS8,
      OpenSSLKeys.ed25519Public, OpenSSLKeys.ed25519PKCS8, OpenSSLKeys.rsaPublic,
      OpenSSLKeys.p384Public,
    ]
    let private25519 =
      #"{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","#
      + #""x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
    let secret = #"{"kty":"oct","k":"\#(Base64URL.encode(Fixture.signingKey.secret))"}"#
    let set = JWKSet.document(publishing: Fixture.allKeys.map(\.verificationKey))
    for key in pems + [private25519, secret, set] { try write(Array(key.utf8), for: "Keys") }
  }

  private func writeTexts() throws {
    for text in ["15m", "1h30m", "500ms", "0s", "106751991167d", "9223372036854775807ms", "1d1d"] {
      try write(Array(text.utf8), for: "TimeSpan")
    }
    for text in ["grant_type=refresh_token&refresh_token=x", "a=1&a=2", "é=1&e\u{301}=2", "&=&"] {
      try write(Array(text.utf8), for: "Form")
    }
  }

  /// The name is a hash, so that the same input is one file.
  private func write(_ bytes: [UInt8], for target: String) throws {
    let corpus = folder.appendingPathComponent(target)
    try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
    let name = Base64URL.encode(LabCryptography().digest(bytes)).prefix(16)
    try Data(bytes).write(to: corpus.appendingPathComponent(String(name)))
  }
}
