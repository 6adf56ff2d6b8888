import Canvas
import Testing
import TokenCore

@testable import LabUI

struct StoreViewTests {
  @Test(arguments: Strategy.catalogue)
  func `the store shows as many rows as the policy makes the server keep`(strategy: Strategy) {
    for keys in ["", "i", "i c", "i r", "i s r R", "i c c c"] {
      let model = LabModel.quiet(strategy).after(keys)
      let rows = model.world.authorizationServer.storedRows(at: model.world.now)
      let shown = model.storeTables.all.reduce(0) { $0 + $1.rows.count }
      let apis = model.setting.policy.accessToken.form.isHandle ? 0 : 1
      let check = strategy.policy.accessToken.check
      let copies = rows.tables.contains(.statusList) || check == .signals ? 1 : 0
      let beside =
        rows.ssoSessions.count + rows.users.count + rows.keyIDs.count + apis + copies
      #expect(shown == rows.count + beside, "\(keys)")
      let text = model.after("9").frame(.large).text
      #expect(text.contains("STORE  \(strategy.id): \(rows.count) row"), "\(keys)")
      #expect(text.contains("keeps nothing") == rows.isStateless, "\(keys)")
    }
  }

  @Test func `what the last request wrote carries a star, and its cost is told`() {
    let model = LabModel.quiet().after("i r")
    let tokens = model.storeTables.all.first { $0.title == "refresh tokens" }
    #expect(tokens?.rows.map(\.isWritten) == [true, true])
    let text = model.after("9").frame(.medium).text
    #expect(text.contains("refresh RT1 → 200, 3 reads, 2 writes; * marks what it wrote"))
    let called = model.after("c")
    #expect(called.storeTables.all.allSatisfy { !$0.rows.contains(where: \.isWritten) })
    #expect(called.after("9").frame(.medium).text.contains("→ 200, 0 reads, 0 writes"))
  }

  @Test func `an act at the server marks the row that it wrote`() {
    var model = LabModel.quiet().after("i")
    _ = model.attempt(.server(.disableAccount))
    model.finish()
    let users = model.storeTables.all.first { $0.title == "users" }
    #expect(users?.rows.map(\.isWritten) == [true])
    #expect(model.after("9").frame(.medium).text.contains("an act at the server"))
  }

  @Test func `using a session touches its row`() {
    let model = LabModel.quiet(.serverSession).after("i c")
    #expect(model.storeTables.all.first?.rows.map(\.isWritten) == [true])
  }

  @Test func `up and down move the rows while the store is open`() {
    let model = LabModel.quiet().after("i r 9")
    #expect(model.after("up").status == "this is the first row")
    #expect(model.after("down down up").storeScroll.distance == 1)
    let end = model.after(Array(repeating: "down", count: 60).joined(separator: " "))
    #expect(end.storeScroll.distance == model.storeTables.lineCount - 1)
    #expect(end.status == "this is the last row")
    #expect(model.after("9 up").selectedRow != nil)
  }
}
