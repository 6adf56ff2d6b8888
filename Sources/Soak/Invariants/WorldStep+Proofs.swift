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
    guard policy.refresh?.isBoundToKey == true else { return nil }
    let bare = touchedFamilies.filter { new.family($0).keyThumbprint == nil }
    if let unbound = bare.first(where: isOfToday) {
      return "\(unbound) has no key"
    }
    guard let refresh, isOfToday(old.record(of: refresh.id).family) else { return nil }
    let thumbprint = thumbprint(
      of: refresh.request.proof,
      for: ProofExpectation(method: "POST", target: old.issuer + "/token"), old.nonces)
    guard let thumbprint else { return "\(refresh.id)" }
    if isReplayed(refresh.request.proof) { return "\(refresh.id), by a proof seen before" }
    let bound = old.family(old.record(of: refresh.id).family).keyThumbprint
    return bound == thumbprint ? nil : "\(refresh.id), by another key"
  }

  /// What the token says of its key was noted when it was given; whoever forges one says it itself, so
  /// there is only what the token says.
  var unprovenCall: String? {
    guard policy.accessToken.binding.needsProof, let served else { return nil }
    let host = after.setting.resourceServers[after.setting.server(at: served.host).index]
    let server = after.resourceServers[after.setting.server(at: served.host).index]
    let expectation = ProofExpectation(
      method: "GET", target: "https://\(host.name).example\(served.path)",
      accessToken: served.token?.text ?? "")
    let name = served.token?.label?.description ?? "a forged token"
    guard let thumbprint = thumbprint(of: served.proof, for: expectation, server.nonces) else {
      return name
    }
    if isReplayed(served.proof) { return "\(name), by a proof seen before" }
    guard let record = served.token?.label.map(old.record) else { return nil }
    return record.confirmation == thumbprint ? nil : "\(name), by another key"
  }

  /// Whose proof it is, if it is a good one now. With nonces the time in it does not count.
  private func thumbprint(
    of proof: String?, for expectation: ProofExpectation, _ nonces: ProofNonces?
  ) -> String? {
    var expectation = expectation
    if nonces != nil { expectation.window = nil }
    let verdict = after.cryptography.verify(
      proof: proof ?? "", against: expectation, at: NumericDate(now))
    guard case .accepted(let thumbprint, _, let nonce) = verdict else { return nil }
    return nonces?.takes(nonce, at: now, after.cryptography) ?? true ? thumbprint : nil
  }

  /// Whether any server has taken the very same for a proof before, and has not lost the memory of it
  /// with whatever else it could not store.
  private func isReplayed(_ proof: String?) -> Bool {
    trace.events[..<events.startIndex].contains { event in
      guard case .answered(let exchange) = event.kind, exchange.request.proof == proof,
        exchange.decision.denial?.reason != .writeFailed
      else { return false }
      return exchange.decision.isAccepted
        || exchange.decision.lines.contains { $0.check == .keyMatches && $0.passed }
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
