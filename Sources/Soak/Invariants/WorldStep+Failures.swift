import Simulation
import TokenCore

/// What a step may not do where a part of the authorization server has failed, or could have.
extension WorldStep {
  /// The first new refresh token beside another one of the same parent.
  var secondWinner: String? {
    guard let refresh = policy.refresh, refresh.spendingGap == .zero, isWithoutGrace(refresh)
    else { return nil }
    return touchedRows.first { id in
      guard id.index >= old.refreshTokens.count, let parent = new.record(of: id).parent
      else { return false }
      return new.refreshTokens.count { $0.parent == parent } > 1
    }
    .map { "\($0)" }
  }

  private func isWithoutGrace(_ refresh: RefreshPolicy) -> Bool {
    if case .rotating(_, .none) = refresh.rotation { true } else { false }
  }

  var keptWrite: String? {
    guard exchange?.decision.denial?.reason == .writeFailed else { return nil }
    return new == old.supposing(sound: .store) ? nil : "something was kept"
  }

  var servedUntold: String? {
    guard let served, let text = served.token?.text, old.isBroken(.introspection),
      case .introspection = policy.accessToken.check, policy.accessToken.onOutage == .failClosed
    else { return nil }
    let server = before.resourceServers[before.setting.server(at: served.host).index]
    let isTold = server.introspections[text].map { now < $0.until } ?? false
    return isTold ? nil : "\(served.token?.label.map { "\($0)" } ?? "a token")"
  }
}
