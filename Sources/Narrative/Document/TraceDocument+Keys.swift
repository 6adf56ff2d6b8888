import Simulation
import TokenCore

/// The keys that the server published, each set with the time from which it stood.
extension TraceDocument {
  /// Null without the tokens that they verify. A shared secret is among them, so that whoever has the
  /// trace can verify; of a pair only the public key is.
  var keys: JSONText {
    guard withSecrets else { return .null }
    return .array(
      publications.list.map { at, keys in
        ["from_ms": .integer(at.milliseconds), "jwks": ["keys": .array(keys.map(jwk))]]
      })
  }

  private func jwk(_ key: VerifyingKey) -> JSONText {
    switch key.material {
    case .ed25519(let publicKey):
      [
        "kty": "OKP", "crv": "Ed25519", "kid": .string(key.keyID), "use": "sig", "alg": "EdDSA",
        "x": .string(base64URL(publicKey)),
      ]
    case .hs256(let secret):
      [
        "kty": "oct", "kid": .string(key.keyID), "use": "sig", "alg": "HS256",
        "k": .string(base64URL(secret)),
      ]
    }
  }
}

/// What keys a server published, at the start and after each instant at which one was made or
/// withdrawn.
struct Publications {
  private(set) var list: [(at: Instant, keys: [VerifyingKey])] = []

  /// The server stands as it does after what happened at the instant, the newest so far.
  mutating func note(_ server: borrowing AuthorizationServer, at instant: Instant) {
    if list.last?.at == instant { list.removeLast() }
    list.append((instant, server.publishedKeys))
  }
}

extension TraceEvent {
  var changesKeys: Bool {
    switch kind {
    case .server(.signingKeyRotated), .server(.signingKeyWithdrawn): true
    case .commanded, .commandRefused, .sent, .lost, .wire, .received, .answered, .server, .client,
      .attacker, .accessTokenExpired, .refreshTokenExpired:
      false
    }
  }
}
