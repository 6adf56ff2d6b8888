import Simulation
import TokenCore

/// The keys that the server published, each set with the time from which it stood.
extension TraceDocument {
  /// Null without secrets: the lab's keys are symmetric, and whoever can verify can sign.
  var keys: JSONText {
    guard withSecrets else { return .null }
    return .array(
      publications.map { at, keys in
        ["from_ms": .integer(at.milliseconds), "jwks": ["keys": .array(keys.map(jwk))]]
      })
  }

  /// At the start, and after each instant at which a key was made or withdrawn.
  private var publications: [(at: Instant, keys: [SigningKey])] {
    var times = [Instant.start]
    for event in telling.trace.events where event.changesKeys && event.at != times.last {
      times.append(event.at)
    }
    var past = telling.branch
    return times.map { at in
      past.seek(to: at)
      return (at, past.world.authorizationServer.publishedKeys)
    }
  }

  private func jwk(_ key: SigningKey) -> JSONText {
    [
      "kty": "oct", "kid": .string(key.keyID), "use": "sig", "alg": "HS256",
      "k": .string(base64URL(key.secret)),
    ]
  }
}

extension TraceEvent {
  fileprivate var changesKeys: Bool {
    switch kind {
    case .server(.signingKeyRotated), .server(.signingKeyWithdrawn): true
    case .commanded, .commandRefused, .sent, .lost, .wire, .received, .answered, .server, .client,
      .attacker, .accessTokenExpired, .refreshTokenExpired:
      false
    }
  }
}
