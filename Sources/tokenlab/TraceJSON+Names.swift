import Simulation
import TokenCore

/// Stable names for the JSON trace: part of its format.
extension TraceEvent.Kind {
  var name: String {
    switch self {
    case .commanded: "commanded"
    case .commandRefused: "command_refused"
    case .sent: "sent"
    case .lost: "lost"
    case .wire(let event): event.name
    case .received: "received"
    case .answered: "answered"
    case .server(let change): change.name
    case .client: "client"
    case .attacker: "attacker"
    case .accessTokenExpired: "access_token_expired"
    case .refreshTokenExpired: "refresh_token_expired"
    }
  }
}

extension WireEvent {
  var name: String {
    switch self {
    case .held: "held"
    case .released: "released"
    case .hurried: "hurried"
    case .duplicated: "duplicated"
    case .swapped: "swapped"
    }
  }

  /// The messages that it is about: of a doubled one, the first is what the second carries.
  var messages: [Message] {
    switch self {
    case .held(let message), .released(let message), .hurried(let message): [message]
    case .duplicated(let message, let copy): [message, copy]
    case .swapped(let first, let second): [first, second]
    }
  }
}

extension ServerEvent {
  var name: String {
    switch self {
    case .familyStarted: "family_started"
    case .accessTokenIssued: "access_token_issued"
    case .refreshTokenIssued: "refresh_token_issued"
    case .refreshTokenSpent: "refresh_token_spent"
    case .refreshTokenUsed: "refresh_token_used"
    case .refreshTokenRetried: "refresh_token_retried"
    case .refreshTokenDisplaced: "refresh_token_displaced"
    case .refreshTokenReused: "reuse_detected"
    case .familyRevoked: "family_revoked"
    case .familyClosed: "family_closed"
    case .accessTokenRevoked: "access_token_revoked"
    case .userChanged: "user_changed"
    case .signingKeyRotated: "signing_key_rotated"
    case .signingKeyWithdrawn: "signing_key_withdrawn"
    }
  }

  var members: [String: JSONText] {
    switch self {
    case .familyStarted(let family, let user):
      ["family": .string("\(family)"), "user": .string("\(user)")]
    case .accessTokenIssued(let id, let family, let expiresAt):
      [
        "token": .string("\(id)"), "family": .string("\(family)"),
        "expires_ms": .integer(expiresAt.milliseconds),
      ]
    case .refreshTokenIssued(let id, let family, let generation, let expiresAt):
      [
        "token": .string("\(id)"), "family": .string("\(family)"),
        "generation": .integer(Int64(generation)),
        "expires_ms": expiresAt.map { .integer($0.milliseconds) } ?? .string("never"),
      ]
    case .refreshTokenSpent(let id, let successor), .refreshTokenRetried(let id, let successor):
      ["token": .string("\(id)"), "successor": .string("\(successor)")]
    case .refreshTokenUsed(let id), .refreshTokenDisplaced(let id): ["token": .string("\(id)")]
    case .refreshTokenReused(let id, let family, let cause):
      [
        "token": .string("\(id)"), "family": .string("\(family)"),
        "because": .string(cause.rawValue),
      ]
    case .familyRevoked(let family, let reason):
      ["family": .string("\(family)"), "because": .string(reason.rawValue)]
    case .familyClosed(let family): ["family": .string("\(family)")]
    case .accessTokenRevoked(let id): ["token": .string("\(id)")]
    case .userChanged(let user, let change):
      ["user": .string("\(user)"), "change": .string(change.name)]
    case .signingKeyRotated(let keyID), .signingKeyWithdrawn(let keyID): ["kid": .string(keyID)]
    }
  }
}

extension UserChange {
  fileprivate var name: String {
    switch self {
    case .passwordChanged: "password_changed"
    case .disabled: "disabled"
    case .role(let isAdmin): isAdmin ? "admin" : "member"
    }
  }
}
