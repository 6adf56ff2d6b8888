/// What an administrator, or the user on the account page, does at the server.
extension AuthorizationServer {
  /// The user has a new password. Whether that ends what the old one opened, sessions, codes and
  /// families, is a choice
  /// (RFC 9700 §4.14.2 says MAY, ASVS 5.0 7.4.3 asks for the option).
  public mutating func changePassword(
    of user: UserID, revoking: Bool, at now: Instant
  ) -> [ServerEvent] {
    var row = users[user.index]
    row.credentialsChangedAt = now
    change(.userChanged(row))
    let events: [ServerEvent] = [.userChanged(user, .passwordChanged)]
    return revoking
      ? events + revoke(everythingOf: user, because: .passwordChanged, at: now) : events
  }

  /// The account is closed: everything that was opened with it ends where the server can end it
  /// (ASVS 5.0 7.4.2).
  public mutating func disable(_ user: UserID, at now: Instant) -> [ServerEvent] {
    var row = users[user.index]
    row.isEnabled = false
    change(.userChanged(row))
    return [.userChanged(user, .disabled)]
      + revoke(everythingOf: user, because: .accountDisabled, at: now)
  }

  /// The account is open again. What ended with it stays ended, as far as a server looks at what ended;
  /// a re-issue that looks at nothing but the account gives again.
  public mutating func enable(_ user: UserID) -> [ServerEvent] {
    var row = users[user.index]
    row.isEnabled = true
    change(.userChanged(row))
    return [.userChanged(user, .enabled)]
  }

  /// The user may do more, or less. A token that says so already says so until it ends.
  public mutating func setRole(of user: UserID, isAdmin: Bool) -> [ServerEvent] {
    var row = users[user.index]
    row.isAdmin = isAdmin
    change(.userChanged(row))
    return [.userChanged(user, .role(isAdmin: isAdmin))]
  }

  /// The client may not have that scope any more. A token that has it already keeps it until it ends;
  /// the next one goes without (RFC 6749 §3.3).
  public mutating func withdraw(
    scope: String, from client: RegistrationID
  ) -> [ServerEvent] {
    var row = registrations[client.index]
    row.withheldScopes.append(scope)
    change(.clientChanged(row))
    return [.scopeWithdrawn(scope, from: client)]
  }

  /// A new key signs from now on; the old ones stay published for the tokens that they signed.
  public mutating func rotateSigningKey(
    using random: inout some RandomNumberGenerator, _ cryptography: some TokenCryptography
  ) -> [ServerEvent] {
    let key = SigningKey(
      keyID: "lab-\(keyCount + 1)", for: policy.accessToken.signature, secret: random.bytes(32),
      cryptography)
    change(.keysPublished(signingKeys + [key], count: keyCount + 1))
    return [.signingKeyRotated(keyID: key.keyID)]
  }

  /// Every key so far is taken as known to a thief: a new one signs, and only it is published. Who
  /// has cached the old set goes on believing it until the cache ends.
  public mutating func withdrawSigningKeys(
    using random: inout some RandomNumberGenerator, _ cryptography: some TokenCryptography
  ) -> [ServerEvent] {
    let withdrawn = signingKeys.map { ServerEvent.signingKeyWithdrawn(keyID: $0.keyID) }
    let rotated = rotateSigningKey(using: &random, cryptography)
    change(.keysPublished([signingKey], count: keyCount))
    return withdrawn + rotated
  }
}
