import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// What a message carried, sent once more.
struct RepeatedMessageTests {
  /// Alice signs in with messages 0 to 3 and refreshes with 4 and 5.
  private func played(_ more: [(TimeSpan, Command)]) -> Run {
    var run = Run(.rotationStrict)
    run.play(
      [(.zero, .client(.laptop, .signIn)), (.minutes(1), .client(.laptop, .refresh))] + more)
    return run
  }

  private func repeated(_ run: Run) -> [(Message, Message)] {
    run.all { if case .wire(.repeated(let first, let copy)) = $0 { (first, copy) } else { nil } }
  }

  @Test func `a request comes again long after it was answered, byte for byte`() throws {
    let run = played([(.minutes(30), .wire(.sendAgain(4)))])
    let (first, copy) = try #require(repeated(run).first)
    #expect(first.id == 4 && copy.id == 6)
    #expect(first.payload == copy.payload && first.from == copy.from && first.to == copy.to)
    #expect(copy.sentAt == .start + .minutes(30))
    let refusal = try #require(run.exchanges.last?.exchange.decision.denial)
    guard case .reuseDetected = refusal.reason else {
      Issue.record("\(refusal.reason)")
      return
    }
    // Nobody waits for the answer: Alice's application does not know yet.
    #expect(run.world.clients[0].storage.refreshToken != nil)
  }

  @Test func `a request that was lost comes after all`() {
    let run = played([
      (.minutes(2), .client(.laptop, .refresh)), (.minutes(2), .wire(.drop(6))),
      (.seconds(121), .wire(.sendAgain(6))),
    ])
    #expect(run.exchanges.last?.exchange.status == 200)
  }

  @Test func `a request by hand is repeated as often as it is ordered`() {
    let call = ExplicitRequest(
      endpoint: .api, parameters: [.init("token", .accessToken(of: .laptop))])
    let run = played([
      (.minutes(2), .visitor(call)), (.minutes(3), .wire(.sendAgain(6))),
      (.minutes(20), .wire(.sendAgain(6))),
    ])
    #expect(
      run.exchanges.filter { $0.exchange.from == .visitor }.map(\.exchange.status)
        == [200, 200, 401])
  }

  @Test func `no message makes a person sign in`() {
    let run = played([(.minutes(2), .wire(.sendAgain(0)))])
    #expect(run.refusals == ["no message makes a person sign in"])
  }

  /// Given by hand or in a file, the order does the same: what is recorded does not hang on it.
  @Test func `only the newest of what was sent is kept`() {
    let calls = (0..<Captures.most / 2).map {
      (TimeSpan.minutes(2 + Int64($0)), Command.client(.laptop, .refresh))
    }
    let late = TimeSpan.minutes(2 + Int64(calls.count))
    let run = played(
      calls + [(late, .wire(.sendAgain(5))), (late, .wire(.sendAgain(6)))])
    #expect(run.refusals == ["message 5 was sent before the last 64"])
    #expect(repeated(run).map(\.0.id) == [6])
    var live = played(calls)
    live.order(.wire(.sendAgain(6)), at: late + .seconds(31))
    #expect(repeated(live).map(\.0.id) == [6])
  }
}
