import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// Messages by their numbers: held, let go, dropped, doubled, hurried, swapped.
struct HoldingTests {
  /// Alice is signed in; at one minute her refresh, message 4, is half way to the server.
  private var refreshing: Run {
    var run = Run(.rotationStrict)
    run.play([(.zero, .client(.laptop, .signIn))])
    run.order(.client(.laptop, .refresh), at: .minutes(1))
    run.advance(to: .minutes(1) + .milliseconds(40))
    return run
  }

  private func order(_ order: WireOrder, _ run: inout Run) {
    run.order(.wire(order), at: run.world.now - .start)
  }

  @Test func `a held message takes the rest of its way when it is let go`() throws {
    var run = refreshing
    order(.hold(4), &run)
    #expect(run.world.messagesInFlight == [] && !run.world.hasMessagesInFlight)
    #expect(run.world.heldMessages.map(\.message.id) == [4])
    #expect(run.world.heldMessages.first?.remaining == .milliseconds(60))
    run.advance(to: .minutes(1) + .seconds(1))
    order(.release(4), &run)
    #expect(run.world.heldMessages == [] && run.world.hasMessagesInFlight)
    let message = try #require(run.world.message(4))
    #expect(message.arrivesAt == .start + .minutes(1) + .milliseconds(1060))
    run.advance(to: .minutes(2))
    let answered = try #require(run.exchanges.last)
    #expect(answered.at == message.arrivesAt)
    #expect(answered.exchange.sentAt == .start + .minutes(1))
    #expect(run.world.message(4) == nil)
  }

  @Test func `a client does not know that its request is held, and asks again`() {
    var run = refreshing
    order(.hold(4), &run)
    run.advance(to: .minutes(1) + .seconds(3))
    #expect(run.clientEvents.last == .storedTokens(.init(index: 1), .init(index: 1)))
    #expect(run.clientEvents.contains(.triesAgain(attempt: 2)))
    order(.release(4), &run)
    run.advance(to: .minutes(2))
    #expect(run.serverEvents.contains { if case .refreshTokenReused = $0 { true } else { false } })
  }

  @Test func `a dropped message is lost, held or not`() {
    for isHeld in [false, true] {
      var run = refreshing
      if isHeld { order(.hold(4), &run) }
      order(.drop(4), &run)
      let lost: [Int] = run.all { if case .lost(let message) = $0 { message.id } else { nil } }
      #expect(lost == [4])
      #expect(!run.world.hasMessagesInFlight && run.world.heldMessages == [])
      run.advance(to: .minutes(1) + .seconds(1))
      #expect(run.exchanges.count == 2)
    }
  }

  @Test func `a double has a number of its own and arrives right behind`() {
    var run = refreshing
    order(.duplicate(4), &run)
    #expect(run.world.messagesInFlight.map(\.id) == [4, 5])
    #expect(Set(run.world.messagesInFlight.map(\.arrivesAt)).count == 1)
    #expect(run.world.messagesInFlight[0].payload == run.world.messagesInFlight[1].payload)
    run.advance(to: .minutes(1) + .milliseconds(100))
    #expect(run.exchanges.suffix(2).map(\.exchange.status) == [200, 400])
    #expect(run.serverEvents.contains { if case .refreshTokenReused = $0 { true } else { false } })
  }

  @Test func `the double of a held message is held behind it`() {
    var run = refreshing
    order(.hold(4), &run)
    order(.duplicate(4), &run)
    #expect(run.world.heldMessages.map(\.message.id) == [4, 5])
    order(.releaseNext, &run)
    #expect(run.world.heldMessages.map(\.message.id) == [5])
    #expect(run.world.messagesInFlight.map(\.id) == [4])
  }

  @Test func `a doubled proof of possession is a replay`() {
    var run = Run(.senderConstrained)
    run.play([(.zero, .client(.laptop, .signIn))])
    run.order(.client(.laptop, .refresh), at: .minutes(1))
    order(.duplicate(4), &run)
    run.advance(to: .minutes(1) + .milliseconds(100))
    #expect(run.exchanges.suffix(2).map(\.exchange.status) == [200, 400])
    guard case .proofInvalid? = run.exchanges.last?.exchange.decision.denial?.reason else {
      Issue.record("\(run.exchanges.last?.exchange.decision.denial?.reason.words ?? "no denial")")
      return
    }
  }

  @Test func `a hurried message arrives at this moment, held or not`() {
    for isHeld in [false, true] {
      var run = refreshing
      if isHeld { order(.hold(4), &run) }
      order(.deliverNow(4), &run)
      #expect(run.exchanges.last?.at == .start + .minutes(1) + .milliseconds(40))
      #expect(run.world.messagesInFlight.map(\.id) == [5])
    }
  }

  @Test func `messages that arrive at the same moment swap their turns`() {
    var run = refreshing
    order(.duplicate(4), &run)
    order(.swap(4, 5), &run)
    #expect(run.world.messagesInFlight.map(\.id) == [5, 4])
    order(.swap(4, 5), &run)
    #expect(run.world.messagesInFlight.map(\.id) == [4, 5])
  }

  @Test func `messages swap the moments at which they arrive`() {
    var run = refreshing
    run.order(.client(.laptop, .refreshInAnotherTab), at: .minutes(1) + .milliseconds(50))
    #expect(run.world.messagesInFlight.map(\.id) == [4, 5])
    let moments = run.world.messagesInFlight.map(\.arrivesAt)
    order(.swap(4, 5), &run)
    #expect(run.world.messagesInFlight.map(\.id) == [5, 4])
    #expect(run.world.messagesInFlight.map(\.arrivesAt) == moments)
    #expect(run.world.message(5)?.arrivesAt == moments[0])
  }

  @Test func `a message that swaps with a held one is held in its stead`() {
    var run = refreshing
    order(.hold(4), &run)
    run.order(.client(.laptop, .refreshInAnotherTab), at: .minutes(1) + .milliseconds(50))
    order(.swap(4, 5), &run)
    #expect(run.world.heldMessages.map(\.message.id) == [5])
    #expect(run.world.heldMessages.first?.remaining == .milliseconds(60))
    #expect(run.world.message(4)?.arrivesAt == .start + .minutes(1) + .milliseconds(150))
  }

  @Test func `the causes of what befalls a message are told`() throws {
    var run = refreshing
    order(.hold(4), &run)
    order(.release(4), &run)
    run.advance(to: .minutes(2))
    let events = run.trace.events
    let told = events.filter { if case .wire = $0.kind { true } else { false } }
    #expect(told.allSatisfy { $0.isStory && $0.party == .network })
    #expect(
      told.map { $0.cause.map { events[$0].kind } } == [
        .commanded(.wire(.hold(4))), .commanded(.wire(.release(4))),
      ])
    let answered = try #require(events.last { $0.kind.exchange?.request.isRefresh ?? false })
    #expect(answered.cause.flatMap { events[$0].kind.sent?.id } == 4)
  }
}

extension Payload {
  fileprivate var isRefresh: Bool {
    if case .tokenRequest(let request) = self {
      request.form["grant_type"].text == "refresh_token"
    } else {
      false
    }
  }
}
