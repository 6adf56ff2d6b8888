import TokenCore

@testable import Simulation

/// What a step may not do at a client.
extension WorldStep {
  /// Token requests that a device sent in this step.
  private func tokenRequests(of device: DeviceID) -> [TokenRequest] {
    events.compactMap { event in
      guard case .sent(let message) = event.kind, message.from == .client(device),
        case .tokenRequest(let request) = message.payload
      else { return nil }
      return request
    }
  }

  /// A second request may go out only where the first was given up as overdue.
  var doubledRefresh: String? {
    after.clients.first { client in
      let sent = tokenRequests(of: client.id).count
      let tried = events.contains { event in
        guard event.party == .client(client.id), case .client(.triesAgain) = event.kind else {
          return false
        }
        return true
      }
      return sent > 1 || (sent == 1 && before.clients[client.id.index].waiting != nil && !tried)
    }
    .map(\.name)
  }

  var stalePresentation: String? {
    after.clients.first { client in
      tokenRequests(of: client.id).contains { request in
        guard let presented = request.form["refresh_token"].text else { return false }
        return presented != client.storage.refreshToken?.text
      }
    }
    .map(\.name)
  }

  var strayTokens: String? {
    after.clients.first { client in
      switch client.phase {
      case .signedOut, .authorizing, .exchanging: client.storage != Client.Storage()
      case .signedIn, .refreshing: client.storage.accessToken == nil
      }
    }
    .map(\.name)
  }
}
