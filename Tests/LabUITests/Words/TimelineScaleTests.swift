import Testing
import TokenCore

@testable import LabUI

struct TimelineScaleTests {
  @Test(arguments: [-6, -1, 0, 1, 4], [0, 1, 900_000, 90_000_000, 4_000_000_000] as [Int64])
  func `the present is always on the timeline and columns follow time`(zoom: Int, now: Int64) {
    for width in [1, 11, 61, 160] {
      let now = Instant(milliseconds: now)
      let scale = TimelineScale(now: now, lifetime: .minutes(15), zoom: zoom, width: width)
      #expect((0..<width).contains(scale.column(now)))
      #expect(scale.column(scale.start) == 0)
      #expect(scale.column(scale.end) == width)
      #expect(scale.column(scale.start - .milliseconds(1)) == -1)
      let ticks = scale.ticks(spacing: 10).map(scale.column)
      #expect(ticks == ticks.sorted() && ticks.allSatisfy { (0..<width).contains($0) })
      #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $1 - $0 >= 9 })
    }
  }

  @Test(arguments: [Instant(milliseconds: .min), .distantFuture])
  func `the ends of time lie outside and not in a trap`(instant: Instant) {
    for now in [Instant.start, .start + .days(40), .distantFuture] {
      let scale = TimelineScale(now: now, lifetime: .minutes(15), zoom: 0, width: 60)
      #expect((-1...60).contains(scale.column(instant)))
      #expect(scale.ticks(spacing: 10).count < 60)
    }
  }

  @Test func `one step closer shows half as long a stretch`() {
    let spans = (-6...4).map { zoom in
      TimelineScale(now: .start, lifetime: .minutes(15), zoom: zoom, width: 60).span.milliseconds
    }
    #expect(spans == (-6...4).map { (3_600_000 * 64) >> ($0 + 6) })
  }
}
