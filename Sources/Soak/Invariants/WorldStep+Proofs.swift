import Simulation
import TokenCore

/// Who may not be answered with tokens: whoever lacks what the policy asks for beside the token.
extension WorldStep {
  var strangerServed: String? {
    guard let refresh else { return nil }
    let owner = old.registrations[old.family(old.record(of: refresh.id).family).client.index]
    let request = refresh.request
    let named = request.basic?.clientID ?? request.form["client_id"].text ?? ""
    guard sameBytes(named, owner.clientID) else { return "\(refresh.id) for '\(named)'" }
    guard let secret = after.setting.secret(of: owner.clientID) else { return nil }
    let shown = request.basic?.secret ?? request.form["client_secret"].text ?? ""
    return sameBytes(shown, secret) ? nil : "\(refresh.id) without the secret"
  }

  /// The proof is looked at again, and compared with the key that the family was opened with.
  var unprovenRefresh: String? {
    guard policy.refresh?.binding.needsProof == true else { return nil }
    let bare = touchedFamilies.filter { new.family($0).keyThumbprint == nil }
    if let unbound = bare.first(where: isOfToday) {
      return "\(unbound) has no key"
    }
    guard let refresh, isOfToday(old.record(of: refresh.id).family) else { return nil }
    let verdict = after.cryptography.verify(
      proof: refresh.request.proof ?? "", method: "POST",
      target: old.tokenEndpoint, at: NumericDate(now))
    guard case .accepted(let thumbprint, _) = verdict else { return "\(refresh.id)" }
    if isReplayed(refresh.request.proof) { return "\(refresh.id), by a proof seen before" }
    let bound = old.family(old.record(of: refresh.id).family).keyThumbprint
    return bound == thumbprint ? nil : "\(refresh.id), by another key"
  }

  private func isReplayed(_ proof: String?) -> Bool {
    trace.events[..<events.startIndex].contains { event in
      guard case .answered(let exchange) = event.kind,
        case .tokenRequest(let request) = exchange.request
      else { return false }
      return request.proof == proof
    }
  }

  var unsignedRefresh: String? {
    guard case .signed(let isTyped) = policy.refresh?.form, let refresh else { return nil }
    let expectation = AccessTokenExpectation(
      issuer: old.issuer,
      audience: isTyped ? old.issuer : old.audiences[0],
      keys: old.publishedKeys, leeway: .days(3650), type: isTyped ? .refreshToken : .accessToken)
    let text = refresh.request.form["refresh_token"].text ?? ""
    if case .accepted = after.cryptography.verify(text, against: expectation, at: NumericDate(now))
    {
      return nil
    }
    return "\(refresh.id)"
  }
}

extension Setting {
  /// The secret that a client was registered with; nil for a public one.
  fileprivate func secret(of clientID: String) -> String? {
    guard !sameBytes(clientID, Client.clientID) else {
      return policy.refresh?.client.hasSecret == true ? Client.secretCredentials.secret : nil
    }
    return otherClients.first { sameBytes($0.clientID, clientID) }?.secret
  }
}
