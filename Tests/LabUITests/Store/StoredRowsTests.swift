import Simulation
import Testing
import TokenCore

@testable import LabUI

/// The rows that a real server would keep: what the policy asks for and nothing else.
struct StoredRowsTests {
  @Test(
    arguments: [
      ("long-lived-jwt", []), ("login-again", []), ("two-signed-jwts", []), ("two-expiry-jwt", []),
      ("refresh-window", []), ("tracked-jti", [.allowList]), ("token-per-request", [.allowList]),
      ("server-session", [.sessions]), ("rotation", [.families, .refreshTokens]),
      ("grace-new-branch", [.families, .refreshTokens]),
      ("grace-same-successor", [.families, .refreshTokens, .clearCopies]),
      ("status-list", [.families, .refreshTokens, .statusList]),
      ("shared-signals", [.families, .refreshTokens]),
      ("sender-constrained", [.families, .refreshTokens, .proofs]),
      ("bound-everything", [.families, .refreshTokens, .proofs]),
      ("step-up", [.families, .refreshTokens]),
      ("device-bound-session", [.families, .refreshTokens, .handles, .proofs]),
      ("bff", [.families, .refreshTokens]),
      ("recommended", [.families, .refreshTokens, .proofs, .clearCopies]),
    ] as [(String, [StoredTable])])
  func `a policy asks for these tables`(strategy: String, tables: [StoredTable]) throws {
    let policy = try #require(Strategy.named(strategy)).policy
    #expect(policy.storedTables == tables)
  }

  @Test(arguments: Strategy.catalogue)
  func `only asked-for tables have rows, and a stateless policy has none`(strategy: Strategy) {
    for keys in ["", "i", "i c", "i s r R", "i c e c r", "i o i"] {
      let rows = rows(of: LabModel.quiet(strategy).after(keys))
      let tables = rows.tables
      #expect(rows.isStateless == tables.isEmpty)
      #expect(!rows.isStateless || rows.count == 0)
      #expect(rows.refreshTokens.isEmpty || tables.contains(.refreshTokens))
      #expect(rows.proofs.isEmpty || tables.contains(.proofs))
      #expect(rows.clearCopies.isEmpty || tables.contains(.clearCopies))
      #expect(rows.families.isEmpty || tables.contains(.families) || tables.contains(.sessions))
      let lists: Set<StoredTable> = [.allowList, .denyList, .statusList, .handles]
      #expect(rows.accessTokens.isEmpty || !lists.isDisjoint(with: tables))
    }
  }

  @Test func `a row stays until its end and not a moment longer`() {
    var model = LabModel.quiet(.rotationStrict).after("i r")
    let end = model.world.authorizationServer.expiry(of: RefreshTokenID(index: 1)) ?? .start
    model.advance(to: end - .milliseconds(1))
    #expect(rows(of: model).refreshTokens.map(\.id.index) == [0, 1])
    model.advance(to: end)
    #expect(rows(of: model).count == 0)
  }

  @Test func `without an end the table only grows`() {
    var model = LabModel.quiet(.oneTimeNoExpiry).after("i r r r")
    model.advance(to: .start + .days(4000))
    #expect(rows(of: model).refreshTokens.count == 4)
  }

  @Test func `an allow-list holds what lives, a deny-list what was revoked`() {
    var deny = Strategy.loginAgain.policy
    deny.accessToken.check = .denyList()
    deny.accessToken.endsWithFamily = true
    let strategy = Strategy(
      id: "deny", summary: "", origin: "", policy: deny, habit: Strategy.loginAgain.habit)
    let model = LabModel.quiet(strategy).after("i")
    #expect(rows(of: model).accessTokens.isEmpty)
    var out = model.after("o")
    #expect(rows(of: out).accessTokens.count == 1)
    out.advance(to: .start + .minutes(16))
    #expect(rows(of: out).accessTokens.isEmpty)
    let tracked = LabModel.quiet(.trackedJTI).after("i")
    #expect(rows(of: tracked).accessTokens.count == 1)
    #expect(rows(of: tracked.after("o")).accessTokens.isEmpty)
  }

  @Test func `a spent token's row stays as long as its family lives`() throws {
    var model = LabModel.quiet(.rotationStrict).after("i")
    model.advance(to: .start + .days(6))
    model = model.after("r")
    model.advance(to: .start + .days(8))
    #expect(rows(of: model).refreshTokens.count == 2)
    model.advance(to: .start + .days(14))
    #expect(rows(of: model).refreshTokens.isEmpty)
  }

  @Test func `a session goes when it idles out`() throws {
    var model = LabModel.quiet(.serverSession).after("i")
    let end = try #require(
      model.world.authorizationServer.sessionEnd(of: FamilyID(index: 0)))
    model.advance(to: end - .milliseconds(1))
    #expect(rows(of: model).families.count == 1)
    model.advance(to: end)
    #expect(rows(of: model).count == 0)
  }

  private func rows(of model: LabModel) -> StoredRows {
    model.world.authorizationServer.storedRows(at: model.world.now)
  }
}
