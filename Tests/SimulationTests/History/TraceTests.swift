import JOSE
import Testing
import TokenCore

@testable import Simulation

struct TraceTests {
  @Test func `an event is found by its number, whether or not others were drained`() {
    var trace = Trace()
    var drained: [Int] = []
    for id in 0..<6 {
      if id == 3 { drained = trace.drain().map(\.id) }
      let instant = Instant.start + .seconds(Int64(id))
      _ = trace.append(
        .accessTokenExpired(.init(index: id)), by: .network, at: instant, because: nil)
    }
    #expect(drained == [0, 1, 2])
    #expect(trace.count == 6)
    for id in 3..<6 { #expect(trace.event(id).id == id) }
    #expect(trace.events(since: 4).map(\.id) == [4, 5])
    #expect(trace.events(since: 6).isEmpty)
  }
}
