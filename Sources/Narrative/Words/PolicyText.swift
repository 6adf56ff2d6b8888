import TokenCore

/// A policy in words.
extension Policy {
  /// One line for the server's card.
  package var rotationWords: String {
    guard let refresh else { return renewal.words }
    if refresh.isBoundToKey, case .rotating = refresh.rotation {
      return accessToken.binding.needsProof
        ? "rotates, both bound to a key" : "rotates, RT bound to a key"
    }
    return switch refresh.rotation {
    case .reusable: "reusable refresh tokens"
    case .renewed: "another refresh token at each use"
    case .rotating(let response, let grace):
      grace == .none ? "rotates, reuse: \(response.shortLabel)" : "rotates, grace \(grace.words)"
    }
  }

  /// Name and value of every axis that applies and is not as usual.
  package var axes: [(name: String, value: String)] {
    var axes = [
      ("access token", accessToken.lifetime.shortText),
      (PolicyAxis.accessCheck.name, accessToken.check.words),
      (PolicyAxis.leeway.name, accessToken.leeway.shortText),
    ]
    if let words = accessToken.shortExpiry.words {
      axes.insert((PolicyAxis.shortExpiry.name, words), at: 1)
    }
    if accessToken.onOutage != .failClosed {
      axes.insert((PolicyAxis.outageResponse.name, accessToken.onOutage.label), at: 2)
    }
    if accessToken.signature != .ed25519, !accessToken.form.isHandle {
      axes.insert((PolicyAxis.accessSignature.name, accessToken.signature.label), at: 1)
    }
    if accessToken.form != .selfContained { axes.insert(("form", accessToken.form.label), at: 1) }
    if let age = accessToken.maxAge { axes.append((PolicyAxis.maxAge.name, age.shortText)) }
    if accessToken.binding != .bearer {
      axes.append((PolicyAxis.accessBinding.name, accessToken.binding.label))
    }
    if let proofNonce {
      axes.append((PolicyAxis.proofNonce.name, "another every \(proofNonce.shortText)"))
    }
    guard let refresh else { return axes + [(PolicyAxis.renewal.name, renewal.words)] }
    return axes + refresh.axes
  }
}

extension RefreshPolicy {
  fileprivate var axes: [(name: String, value: String)] {
    var axes = [
      (PolicyAxis.refreshIdle.name, idleLifetime?.shortText ?? "no limit"),
      (PolicyAxis.refreshAbsolute.name, absoluteLifetime?.shortText ?? "no limit"),
    ]
    switch rotation {
    case .reusable: axes.append((PolicyAxis.rotation.name, "none: reusable"))
    case .renewed: axes.append((PolicyAxis.rotation.name, "none: another at each use"))
    case .rotating(let response, let grace):
      axes += [
        (PolicyAxis.reuseResponse.name, response.label), (PolicyAxis.grace.name, grace.words),
      ]
    }
    if spendingGap > .zero { axes.append((PolicyAxis.spendingGap.name, spendingGap.shortText)) }
    if form != .opaque { axes.append((PolicyAxis.refreshForm.name, form.kind.label)) }
    if binding != .bearer { axes.append((PolicyAxis.binding.name, binding.label)) }
    if client != .public { axes.append((PolicyAxis.client.name, client.label)) }
    return axes
  }
}

extension ShortExpiry {
  /// Nil where there is none.
  package var words: String? {
    switch self {
    case .none: nil
    case .checked(let span): "useExp after \(span.shortText)"
    case .ignored(let span): "\(span.shortText), unknown to the API"
    }
  }
}

extension Grace {
  package var words: String {
    window.map { "\($0.length.shortText), \($0.answer.label)" } ?? kind.label
  }
}
