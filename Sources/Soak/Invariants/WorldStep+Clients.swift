import Simulation
import TokenCore

/// What a step may not do at a client.
extension WorldStep {
  var crowdedGuard: String? {
    after.clients.first { client in
      switch client.habit.guarding {
      case .none: false
      case .perTab: Set(client.refreshes.map(\.tab)).count < client.refreshes.count
      case .acrossTabs: client.refreshes.count > 1
      }
    }
    .map { "\($0.name): \($0.refreshes.count)" }
  }

  /// A token request that nobody waits for would be a refresh past the guard.
  var forgottenRequest: String? {
    firstSent { client, message in
      guard case .tokenRequest = message.payload else { return false }
      return client.waiting(for: message.request) == nil
    }
  }

  /// Without a new refresh token the old one stays (RFC 6749 §6).
  var unstoredGrant: String? {
    for event in events {
      guard case .client(.storedTokens(let access, let refresh)) = event.kind,
        case .client(let device) = event.party
      else { continue }
      let (old, new) = (before.clients[device.index], after.clients[device.index])
      let kept = refresh ?? old.storage.refreshToken?.label
      if new.storage.accessToken?.label != access || new.storage.refreshToken?.label != kept {
        return new.name
      }
    }
    return nil
  }

  /// A repetition repeats what it was; everything else carries what is stored now.
  var stalePresentation: String? {
    firstSent { client, message in
      switch message.payload {
      case .resourceRequest(let request) where request.browser?.isFromOtherSite == true:
        request.token.map { $0 != client.storage.accessToken } ?? false
      case .resourceRequest(let request): request.token != client.storage.accessToken
      case .tokenRequest(let request):
        client.waiting(for: message.request).map { !$0.isRetry && !client.stores(request) } ?? false
      case .authorizationRequest, .revocationRequest, .endSessionRequest, .introspectionRequest,
        .authorizationResponse, .tokenResponse, .resourceResponse, .revocationResponse,
        .endSessionResponse, .introspectionResponse, .securityEvent, .securityEventReceipt:
        false
      }
    }
  }

  /// The first message out of a client in this step that is as described.
  private func firstSent(_ isWrong: (Client, Message) -> Bool) -> String? {
    for event in events {
      guard let message = event.kind.sent, case .client(let device) = message.from else { continue }
      let client = after.clients[device.index]
      if isWrong(client, message) { return "\(client.name), message \(message.id)" }
    }
    return nil
  }

  /// Whether the policy was changed on the way: what was given and kept before it was under other rules.
  var hasOtherRules: Bool {
    trace.events.contains { if case .server(.policyChanged) = $0.kind { true } else { false } }
  }

  var strayTokens: String? {
    after.clients.first { client in
      switch client.phase {
      case .signedOut where client.backend?.session != nil: client.storage.accessToken == nil
      case .signedOut, .authorizing, .exchanging:
        !client.storage.isEmpty || !client.refreshes.isEmpty
      case .closed where client.backend != nil: false
      case .closed where client.stepUp != nil: true
      case .closed:
        !client.refreshes.isEmpty || !client.calls.isEmpty || !client.mayHold && !hasOtherRules
      case .signedIn: client.storage.accessToken == nil
      }
    }
    .map(\.name)
  }
}

extension Client {
  /// Whether a closed browser may still hold what it holds.
  fileprivate var mayHold: Bool { keepsTokens.afterBrowser || storage.isEmpty }

  fileprivate func waiting(for request: Int) -> Waiting? {
    if case .exchanging(let waiting, _) = phase, waiting.request == request { return waiting }
    if let waiting = stepUp?.waiting, waiting.request == request { return waiting }
    return refreshes.first { $0.request == request }
  }

  /// Whether what the request presents, if it presents a token, is what lies in the storage.
  fileprivate func stores(_ request: TokenRequest) -> Bool {
    request.form.parameters.allSatisfy { parameter in
      switch parameter.name {
      case "refresh_token": parameter.value == storage.refreshToken?.text
      case "access_token": parameter.value == storage.accessToken?.text
      default: true
      }
    }
  }
}
