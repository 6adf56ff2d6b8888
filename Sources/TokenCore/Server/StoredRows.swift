/// The rows that a real server would keep under this policy, and nothing else.
///
/// The lab's own server notes more than that, so that its story can be told; here is only what an
/// answer may depend on. A row goes when nothing that it says can change an answer any more.
package struct StoredRows: Hashable, Sendable {
  /// What the policy makes the server keep, filled or not.
  package let tables: [StoredTable]
  /// Families that refresh tokens descend from, or sessions.
  package let families: [TokenFamily]
  package let refreshTokens: [RefreshTokenRecord]
  /// Revoked ones for a deny-list, live ones for an allow-list or for handles, all that have an entry
  /// for a status list.
  package let accessTokens: [AccessTokenRecord]
  /// `jti` of proofs and when each was seen, oldest first.
  package let proofs: [StoredProof]
  /// Successors that lie in clear for a retry, and until when.
  package let clearCopies: [StoredCopy]
  /// Sessions that answer for somebody. They, accounts and keys: every server has them, whatever tokens it gives, so they are not counted.
  package let ssoSessions: [SSOSession]
  package let users: [User]
  package let keyIDs: [String]

  /// Rows that are there because of sign-ins and tokens.
  package var count: Int {
    families.count + refreshTokens.count + accessTokens.count + proofs.count + clearCopies.count
  }

  /// Whether the policy asks for no row at all, whoever signs in.
  package var isStateless: Bool { tables.isEmpty }
}

/// A kind of row.
package enum StoredTable: String, Hashable, CaseIterable, Sendable {
  case families, sessions
  case refreshTokens = "refresh tokens"
  case denyList = "deny-list"
  case allowList = "allow-list"
  case statusList = "status list"
  case handles
  case proofs
  case clearCopies = "clear copies"
}

/// A proof that was seen (RFC 9449 §11.1).
package struct StoredProof: Hashable, Sendable {
  package let proofID: String
  package let seenAt: Instant
}

/// A refresh token that lies in the store in clear, so that a retry can be given it again.
package struct StoredCopy: Hashable, Sendable {
  package let id: RefreshTokenID
  package let until: Instant
}

extension Policy {
  /// What a server has to keep rows of.
  package var storedTables: [StoredTable] {
    StoredTable.allCases.filter(keeps)
  }

  private func keeps(_ table: StoredTable) -> Bool {
    switch table {
    case .families, .refreshTokens: refresh?.form == .opaque
    case .sessions: refresh?.form != .opaque && keepsSessions
    case .denyList: accessToken.check.kind == .denyList
    case .statusList: accessToken.check.kind == .statusList
    case .allowList: !accessToken.form.isHandle && asksForLiveTokens
    case .handles: accessToken.form.isHandle && session == nil
    case .proofs: bindsToKey
    case .clearCopies:
      if case .window(let window) = refresh?.rotation.grace {
        window.answer == .sameSuccessor
      } else {
        false
      }
    }
  }

  private var keepsSessions: Bool { session != nil || accessToken.check == .sessionRecord }

  private var asksForLiveTokens: Bool {
    accessToken.check.judgesHandles && accessToken.check != .sessionRecord
  }
}
