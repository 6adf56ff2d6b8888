import Simulation
import TokenCore

/// The keys that the server published, each set with the time from which it stood.
extension TraceDocument {
  /// Null without secrets: the lab's keys are symmetric, and whoever can verify can sign.
  var keys: JSONText {
    guard withSecrets else { return .null }
    return .array(
      publications.list.map { at, keys in
        ["from_ms": .integer(at.milliseconds), "jwks": ["keys": .array(keys.map(jwk))]]
      })
  }

  private func jwk(_ key: SigningKey) -> JSONText {
    [
      "kty": "oct", "kid": .string(key.keyID), "use": "sig", "alg": "HS256",
      "k": .string(base64URL(key.secret)),
    ]
  }
}

/// What keys a server published, at the start and after each instant at which one was made or
/// withdrawn.
struct Publications {
  private(set) var list: [(at: Instant, keys: [SigningKey])] = []

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
