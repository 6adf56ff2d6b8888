import Foundation
import JOSE
import Testing

@testable import TokenCore

/// What a resource server holds of the keys: enough to verify, and no more than the policy shares.
struct VerifyingKeyTests {
  private static func server(
    _ signature: TokenSignature
  ) throws -> (server: AuthorizationServer, api: ResourceServer) {
    var bench = Bench(
      .rotating(access: AccessTokenPolicy(lifetime: .minutes(15), signature: signature)))
    let token = try bench.signIn().accessToken
    var api = ResourceServer(
      policy: bench.server.policy.accessToken, issuer: Bench.issuer, audience: Bench.api)
    let request = ResourceRequest(token: token, requiredScope: "read")
    let answer = api.answer(request, at: .start, asking: &bench.server, using: &bench.random)
    #expect(answer.response.status == 200)
    return (bench.server, api)
  }

  @Test func `an API that has served a call can sign nothing`() throws {
    let (server, api) = try Self.server(.ed25519)
    #expect(api.keySet.count == 1)
    #expect(api.keySet.allSatisfy { $0.signingKey == nil })
    let state = String(decoding: try JSONEncoder().encode(api), as: UTF8.self)
    let secret = server.signingKey.secret
    #expect(!state.contains(hexText(secret)))
    #expect(!state.contains(base64URL(secret)))
  }

  @Test func `with a shared secret an API signs as the server does`() throws {
    let (server, api) = try Self.server(.hs256)
    #expect(api.keySet.map(\.signingKey) == [server.signingKey])
  }

  @Test func `how a server signs changes none of its random values`() throws {
    let servers = try TokenSignature.allCases.map { try Self.server($0).server }
    #expect(Set(servers.map(\.signingKey.secret)).count == 1)
    #expect(Set(servers.map(\.accessTokens)).count == 1)
    #expect(Set(servers.map(\.signingKey)).count == 2)
  }

  @Test func `a new key signs as the policy says`() throws {
    for signature in TokenSignature.allCases {
      var server = try Self.server(signature).server
      var random = RandomStream(seed: 7, label: "rotation")
      _ = server.rotateSigningKey(using: &random, Bench.cryptography)
      #expect(server.signingKeys.map(\.signature) == [signature, signature])
      #expect(server.publishedKeys.map(\.keyID) == ["lab-1", "lab-2"])
    }
  }
}
