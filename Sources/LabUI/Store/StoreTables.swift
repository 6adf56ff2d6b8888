import Narrative
import Simulation
import TokenCore

/// The tables of the server's database. The newest rows come first: a long table is read from where
/// things happen.
struct StoreTables {
  let server: AuthorizationServer
  let rows: StoredRows
  let work: ServerWork?
  let written: WrittenRows
  let world: World

  /// Takes the server's last piece of work, whose rows are marked.
  init(_ world: World, _ work: ServerWork?) {
    self.world = world
    server = world.authorizationServer
    rows = server.storedRows(at: world.now)
    self.work = work
    written = WrittenRows(work)
  }

  /// Those that the policy makes the server keep, then those that every server has.
  var all: [StoreTable] {
    let kept = rows.tables.map { table -> StoreTable in
      switch table {
      case .families, .sessions: familyTable(table)
      case .refreshTokens: refreshTable
      case .denyList, .allowList, .handles: accessTable(table)
      case .statusList: statusTable
      case .proofs: proofTable
      case .clearCopies: copyTable
      }
    }
    let apis = server.policy.accessToken.form.isHandle ? [] : [keySetTable]
    var copies = rows.tables.contains(.statusList) ? [statusCopyTable] : []
    if server.policy.accessToken.check == .signals { copies.append(endedSessionTable) }
    return kept + [sessionTable, userTable, keyTable] + apis + copies
  }

  /// How many lines they have together, headings included.
  var lineCount: Int { all.reduce(0) { $0 + $1.lineCount } }

  private var refreshTable: StoreTable {
    StoreTable(
      title: "refresh tokens",
      columns: columns("hash 9", "token 6", "fam 4", "gen 4", "state 15", "issued 9")
        + columns("idle end 13", "absolute end 13", "client 8", "key 9"),
      rows: rows.refreshTokens.reversed().map { record in
        let family = server.family(record.family)
        return StoreTable.Row(
          cells: [
            record.digest.description, "\(record.id)", "\(record.family)", "\(record.generation)",
            record.state.words, record.issuedAt.secondsText, end(record.idleDeadline),
            end(server.absoluteDeadline(of: record.family)), client(of: family), key(of: family),
          ],
          isWritten: written.refreshTokens.contains(record.id))
      })
  }

  private func familyTable(_ table: StoredTable) -> StoreTable {
    let hasSessions = server.policy.session != nil
    return StoreTable(
      title: table.rawValue,
      columns: columns("id 4", "user 8", "client 7", "state 15", "key 9", "began 9", "used 9")
        + columns("ends 13"),
      rows: rows.families.reversed().map { family in
        let isTouched = family.lastUsedAt == work?.at && hasSessions
        let ends = server.sessionEnd(of: family.id) ?? server.absoluteDeadline(of: family.id)
        return StoreTable.Row(
          cells: [
            "\(family.id)", server.user(family.user).name, client(of: family),
            family.state.words, key(of: family), family.startedAt.secondsText,
            hasSessions ? family.lastUsedAt.secondsText : "-", end(ends),
          ],
          isWritten: written.families.contains(family.id) || isTouched)
      })
  }

  private func accessTable(_ table: StoredTable) -> StoreTable {
    StoreTable(
      title: table == .denyList ? "deny-list: revoked and not expired" : table.rawValue,
      columns: columns("jti 13", "token 7", "fam 5", "issued 14", "expires 14", "revoked 14"),
      rows: rows.accessTokens.reversed().map { record in
        StoreTable.Row(
          cells: [
            "\(record.tokenID.prefix(8))…", "\(record.id)", "\(record.family)",
            record.issuedAt.secondsText, record.expiresAt.secondsText,
            record.revokedAt?.secondsText ?? "-",
          ],
          isWritten: written.accessTokens.contains(record.id))
      })
  }
}

extension RefreshTokenRecord.State {
  fileprivate var words: String {
    switch self {
    case .current: "current"
    case .spent(let at, _, _): "spent \(at.secondsText)"
    case .displaced(let at): "displaced \(at.secondsText)"
    }
  }
}

extension TokenFamily.State {
  fileprivate var words: String {
    switch self {
    case .active: "active"
    case .closed(let at): "closed \(at.secondsText)"
    case .revoked(let at, _): "REVOKED \(at.secondsText)"
    }
  }
}
