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
}
