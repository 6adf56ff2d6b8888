import Testing
import TokenCore

@testable import Simulation

/// What is due comes out by time, and in the order of putting in where times are equal.
struct EventQueueTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `what is due comes out in order`(_ seed: UInt64) {
    var random = RandomStream(seed: seed, label: "queue")
    var queue = EventQueue()
    let times = (0..<500).map { _ in Int64.random(in: 0..<40, using: &random) }
    for (index, time) in times.enumerated() {
      queue.insert(.personActs(DeviceID(index: index)), at: Instant(milliseconds: time))
    }
    let expected = times.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
    #expect(queue.nextTime?.milliseconds == expected.first?.element)
    #expect(queue.entries.map(\.event) == expected.map { .personActs(DeviceID(index: $0.offset)) })
    var popped: [DueEvent] = []
    while let entry = queue.popNext() { popped.append(entry.event) }
    #expect(popped == expected.map { .personActs(DeviceID(index: $0.offset)) })
    #expect(queue.nextTime == nil)
  }

  @Test func `an arrival can be taken out, and another put in its place`() throws {
    var queue = EventQueue()
    for (number, at) in [(0, 30), (1, 10), (2, 20), (3, 10)] as [(Int, Int64)] {
      queue.insert(.arrival(.numbered(number), cause: 0), at: Instant(milliseconds: at))
    }
    #expect(queue.arrival(of: 4) == nil)
    queue.remove(try #require(queue.arrival(of: 2)))
    let first = try #require(queue.arrival(of: 1))
    queue.replace(first, by: .arrival(.numbered(9), cause: 0))
    let numbers = queue.entries.map { entry in
      if case .arrival(let message, _) = entry.event { message.id } else { -1 }
    }
    #expect(numbers == [9, 3, 0])
    #expect(queue.entries.first?.order == first.order)
  }
}

extension Message {
  fileprivate static func numbered(_ number: Int) -> Message {
    Message(
      id: number, from: .visitor, to: .resourceServer,
      payload: .resourceRequest(ResourceRequest(token: nil)), request: 0, sentAt: .start,
      arrivesAt: .start)
  }
}
