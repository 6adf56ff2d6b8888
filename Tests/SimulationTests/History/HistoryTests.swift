import JOSE
import Testing
import TokenCore

@testable import Simulation

/// Branches: opened by acting in the past, and never changed by one another.
struct HistoryTests {
  private let alice = DeviceID(index: 0)

  private func signedIn() -> History {
    let setting = Setting(strategy: .rotationStrict)
    let script = [ScriptLine(at: .start, command: .client(alice, .signIn))]
    var history = History(Branch(setting, script: script, LabCryptography()))
    history.move { $0.advance(to: .start + .minutes(1)) }
    return history
  }

  @Test func `an act at the end goes on in the same branch`() {
    var history = signedIn()
    #expect(history.give(.attacker(.stealRefreshToken(alice))) == .given)
    #expect(history.branches.count == 1)
    #expect(history.branch.ordersGiven.map(\.command) == [.attacker(.stealRefreshToken(alice))])
  }

  @Test func `an act in the past opens a branch and leaves the old future`() throws {
    var history = signedIn()
    _ = history.give(.attacker(.stealRefreshToken(alice)))
    history.move { $0.advance(to: .start + .minutes(5)) }
    _ = history.give(.client(alice, .refresh))
    history.move { $0.advance(to: .start + .minutes(9)) }
    let first = Place(history.branch)
    history.move { $0.seek(to: .start + .minutes(5) - .milliseconds(1)) }
    #expect(history.branch.isInPast)
    #expect(history.give(.attacker(.refresh)) == .branchOpened)
    #expect(history.branch.id == 2 && !history.branch.isInPast)
    #expect(
      history.branch.ordersGiven.map(\.command) == [
        .attacker(.stealRefreshToken(alice)), .attacker(.refresh),
      ])
    history.move { $0.advance(to: .start + .minutes(9)) }
    #expect(history.branch.world.attacker.refreshTokens.count == 2)
    history.go(to: 1)
    #expect(history.branch.isInPast)
    history.move { $0.seek(to: .start + .minutes(9)) }
    #expect(Place(history.branch) == first)
  }

  @Test func `looking into the past opens nothing`() {
    var history = signedIn()
    history.move { $0.seek(to: .start) }
    history.move { $0.seek(to: .start + .minutes(30)) }
    #expect(history.branches.count == 1 && !history.branch.isInPast)
  }

  @Test func `the branches are bounded, and a full history does nothing`() {
    var history = signedIn()
    let end = history.branch.world.now
    for _ in 1..<History.mostBranches {
      history.move { $0.seek(to: .start + .milliseconds(300)) }
      #expect(history.give(.client(alice, .callAPI)) == .branchOpened)
      history.move { $0.advance(to: end) }
    }
    #expect(history.isFull)
    history.move { $0.seek(to: .start + .milliseconds(300)) }
    let before = Place(history.branch)
    #expect(history.give(.client(alice, .callAPI)) == .noRoom)
    #expect(Place(history.branch) == before)
    history.forget(2)
    #expect(history.give(.client(alice, .callAPI)) == .branchOpened)
    #expect(history.branch.id == History.mostBranches + 1)
  }

  @Test func `a name belongs to its branch`() {
    var history = signedIn()
    history.move { $0.seek(to: .start) }
    _ = history.give(.client(alice, .signIn))
    history.name(1, "first")
    history.name(2, "second")
    #expect(history.branches.map(\.name) == ["first", "second"])
    history.name(1, nil)
    #expect(history.branches.map(\.name) == [nil, "second"])
  }

  @Test func `what is not there cannot be gone to`() {
    var history = signedIn()
    let (wrong, right) = (history.go(to: 7), history.go(to: 1))
    #expect(!wrong && right)
    #expect(history.branch(7) == nil)
  }
}
