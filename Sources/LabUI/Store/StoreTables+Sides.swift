import Narrative
import Simulation
import TokenCore

/// The tables beside the tokens: proofs, copies in clear, sessions, accounts and keys.
extension StoreTables {
  var proofTable: StoreTable {
    StoreTable(
      title: "proofs seen", columns: columns("jti 13", "seen 14"),
      rows: rows.proofs.reversed().map { proof in
        StoreTable.Row(
          cells: ["\(proof.proofID.prefix(8))…", proof.seenAt.clockText],
          isWritten: work?.exchange != nil && proof.seenAt == work?.at)
      })
  }

  /// The one table that a thief of the database can use.
  var copyTable: StoreTable {
    StoreTable(
      title: "refresh tokens in clear, for a retry",
      columns: columns("token 7", "until 14"),
      rows: rows.clearCopies.reversed().map { copy in
        StoreTable.Row(
          cells: ["\(copy.id)", copy.until.clockText],
          isWritten: written.refreshTokens.contains(copy.id))
      })
  }

  /// Browsers in which somebody signed in.
  var sessionTable: StoreTable {
    StoreTable(
      title: "SSO sessions",
      columns: columns("hash 9", "id 4", "user 8", "signed in 10", "used 9", "ends 13"),
      rows: rows.ssoSessions.reversed().map { session in
        StoreTable.Row(
          cells: [
            session.digest.description, "\(session.id)", server.user(session.user).name,
            session.authenticatedAt.secondsText, session.lastUsedAt.secondsText,
            server.expiry(of: session.id).secondsText,
          ],
          isWritten: written.ssoSessions.contains(session.id))
      })
  }

  var userTable: StoreTable {
    StoreTable(
      title: "users",
      columns: columns("name 12", "account 10", "role 8", "version 9", "password changed 17"),
      rows: rows.users.map { user in
        StoreTable.Row(
          cells: [
            user.name, user.isEnabled ? "enabled" : "DISABLED", user.isAdmin ? "admin" : "user",
            "\(user.tokenVersion)", user.credentialsChangedAt?.secondsText ?? "-",
          ],
          isWritten: written.users.contains(user.id))
      })
  }

  var keyTable: StoreTable {
    StoreTable(
      title: "signing keys", columns: columns("kid 12", "use 20"),
      rows: rows.keyIDs.reversed().map { id in
        let isNewest = id == rows.keyIDs.last
        return StoreTable.Row(
          cells: [id, isNewest ? "signs" : "published"], isWritten: written.keyIDs.contains(id))
      })
  }

  /// The list that is published: an entry for each token that is not past its `exp`.
  var statusTable: StoreTable {
    StoreTable(
      title: "status list, as it is published",
      columns: columns("idx 6", "token 7", "fam 5", "status 9", "issued 14", "expires 14"),
      rows: rows.accessTokens.reversed().map { record in
        StoreTable.Row(
          cells: [
            record.statusIndex.map { "\($0)" } ?? "-", "\(record.id)", "\(record.family)",
            record.revokedAt == nil ? "VALID" : "INVALID", record.issuedAt.secondsText,
            record.expiresAt.secondsText,
          ],
          isWritten: written.accessTokens.contains(record.id))
      })
  }

  /// What the APIs go by of it, beside the server's own rows.
  var statusCopyTable: StoreTable {
    StoreTable(
      title: "APIs: their copies of the status list",
      columns: columns("api 12", "fetched 12", "age 10", "kept to 12", "INVALID 14"),
      rows: zip(world.resourceServers, world.setting.resourceServers).map { api, setting in
        let list = api.statusList
        let invalid = list?.invalid.map { "\(AccessTokenID(index: $0))" }.joined(separator: " ")
        return StoreTable.Row(
          cells: [
            setting.name, list?.issuedAt.secondsText ?? "-",
            list.map { (world.now - $0.issuedAt).shortText } ?? "-",
            list.map { ($0.issuedAt + api.policy.check.belief).secondsText } ?? "-",
            invalid.map { $0.isEmpty ? "none" : $0 } ?? "-",
          ],
          isWritten: false)
      })
  }

  /// What the APIs were told, beside the server's own rows.
  var endedSessionTable: StoreTable {
    StoreTable(
      title: "APIs: revoked sessions that they were told of",
      columns: columns("api 12", "told of 40"),
      rows: zip(world.resourceServers, world.setting.resourceServers).map { api, setting in
        let told = api.endedSessions.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        let words = told.map { "\($0.key) at \($0.value.secondsText)" }
        return StoreTable.Row(
          cells: [setting.name, words.isEmpty ? "none" : words.joined(separator: ", ")],
          isWritten: false)
      })
  }

  /// What the APIs hold, beside the server's own rows.
  var keySetTable: StoreTable {
    StoreTable(
      title: "APIs: what they hold of the keys",
      columns: columns("api 12", "kid 16", "they 14", "fetched 12", "tokens verified 16"),
      rows: zip(world.resourceServers, world.setting.resourceServers).map { api, setting in
        let signs = api.keySet.contains { $0.signingKey != nil }
        let verified = api.verified.count(at: world.now, leeway: api.policy.leeway)
        return StoreTable.Row(
          cells: [
            setting.name, api.keySet.map(\.keyID).joined(separator: " "),
            api.keySet.isEmpty ? "-" : signs ? "verify, SIGN" : "verify only",
            api.keysFetchedAt?.secondsText ?? "-", "\(verified) of \(VerifiedTokens.limit)",
          ],
          isWritten: false)
      })
  }
}

extension StoreTables {
  /// Columns from `name width`.
  func columns(_ texts: String...) -> [StoreTable.Column] {
    texts.map { text in
      let words = text.split(separator: " ")
      return StoreTable.Column(
        name: words.dropLast().joined(separator: " "), width: words.last.flatMap { Int($0) } ?? 9)
    }
  }

  func end(_ instant: Instant?) -> String { instant?.secondsText ?? "no limit" }

  func client(of family: TokenFamily) -> String {
    server.registrations[family.client.index].clientID
  }

  func key(of family: TokenFamily) -> String {
    family.keyThumbprint.map { String($0.prefix(8)) } ?? "-"
  }
}
