import TokenCore

/// Which of the refresh tokens that it holds the attacker presents; without a word it is the newest.
public enum HeldRefreshToken: Hashable, Sendable {
  /// The one that it has held longest.
  case oldest
  /// The newest that the server has rotated out.
  case spent
  /// The one of that number, as traces and screens name it.
  case named(RefreshTokenID)
}

extension World {
  /// The token that is meant, if the attacker holds it.
  func held(_ token: HeldRefreshToken) -> RefreshToken? {
    switch token {
    case .oldest: attacker.refreshTokens.first
    case .spent: attacker.refreshTokens.last { $0.label.map(isSpent) ?? false }
    case .named(let id): attacker.refreshTokens.last { $0.label == id }
    }
  }

  private func isSpent(_ id: RefreshTokenID) -> Bool {
    switch authorizationServer.record(of: id).state {
    case .spent: true
    case .current, .displaced: false
    }
  }

  /// Why the attacker cannot present it; nil where it can.
  func obstacle(toPresenting token: HeldRefreshToken) -> String? {
    guard held(token) == nil else { return nil }
    guard !attacker.refreshTokens.isEmpty else { return "the attacker holds no refresh token" }
    return switch token {
    case .oldest: "the attacker holds no refresh token"
    case .spent: "the attacker holds no spent refresh token"
    case .named(let id): "the attacker does not hold \(id)"
    }
  }
}
