/// What an authorization server publishes of the status of its access tokens: an entry for each, at
/// the index that the token names. A Status List Token says this in claims (`typ` `statuslist+jwt`,
/// draft-ietf-oauth-status-list §5.1): the entries as bits, one for each token, compressed.
///
/// An entry is VALID (0x00) until the token is revoked and INVALID (0x01) from then on (§7.1). The list
/// is as long as it will ever have to be from the beginning, so that its length tells nobody how many
/// tokens there are.
public struct StatusList: Hashable, Codable, Sendable {
  /// Entries: more than the lab ever gives tokens.
  public static let size = 1 << 20

  /// `sub`: the list's address, which is `uri` in each token that it has an entry of.
  public let uri: String
  /// `iat`: when it was signed. The lab's server signs it anew for whoever fetches it.
  public let issuedAt: Instant
  /// `ttl`: for how long whoever has fetched it should go by its copy.
  public let ttl: TimeSpan
  /// Indices of the entries that are INVALID, in rising order.
  public let invalid: [Int]

  /// Whether the entry is there, and VALID. An index out of bounds has none (§8.3).
  public func isValid(at index: Int) -> Bool {
    guard (0..<Self.size).contains(index) else { return false }
    var (low, high) = (0, invalid.count)
    while low < high {
      let middle = (low + high) / 2
      if invalid[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low == invalid.count || invalid[low] != index
  }
}

/// The claim `status` of a token that has an entry in a list (draft-ietf-oauth-status-list §6.2).
public struct StatusReference: Hashable, Sendable {
  /// `idx`: the entry, from 0.
  public let index: Int
  /// `uri`: where the list is fetched.
  public let uri: String

  /// An entry of the list at that address.
  public init(index: Int, uri: String) {
    self.index = index
    self.uri = uri
  }
}

extension AuthorizationServer {
  /// Where the status list is fetched.
  var statusListURI: String { issuer + "/statuslists/1" }

  /// The list as it stands; nil where the policy has none.
  package func statusList(at now: Instant) -> StatusList? {
    guard case .statusList(let ttl) = policy.accessToken.check else { return nil }
    let invalid = accessTokens.compactMap { $0.revokedAt == nil ? nil : $0.statusIndex }
    return StatusList(uri: statusListURI, issuedAt: now, ttl: ttl, invalid: invalid)
  }

  /// What a new token says of its entry: it has the index of the token's row.
  func statusReference(of id: AccessTokenID) -> StatusReference? {
    guard case .statusList = policy.accessToken.check, policy.accessToken.form == .selfContained
    else { return nil }
    return StatusReference(index: id.index, uri: statusListURI)
  }

  /// What a forger would write, who can read the list as well as anybody: an entry that is VALID.
  package func validStatusReference(at now: Instant) -> StatusReference? {
    guard let list = statusList(at: now) else { return nil }
    let index = (0..<StatusList.size).first { list.isValid(at: $0) } ?? 0
    return StatusReference(index: index, uri: list.uri)
  }
}
