import Canvas
import Testing
import TokenCore

@testable import LabUI

/// A long run costs a frame no more than a short one.
struct TimelineWindowTests {
  @Test func `of a thousand tokens those in the window are drawn`() {
    var model = LabModel.quiet(.tokenPerRequest).after("i")
    for _ in 0..<1000 { model.press("c") }
    #expect(model.world.authorizationServer.accessTokens.count > 1000)
    let scale = TimelineScale(
      now: model.world.now, lifetime: .minutes(15), zoom: 0, width: 60)
    #expect(model.world.authorizationServer.accessTokens(within: scale).count == 120)
    #expect(
      model.world.authorizationServer.accessTokens(within: scale).last == AccessTokenID(index: 1000)
    )
    #expect(model.chronicle.actorEvents(within: scale).count <= 240)
    #expect(model.after("5").frame(.extraLarge).size == .extraLarge)
  }

  @Test func `what lies before and after the window is left out`() {
    var model = LabModel.quiet().after("i r")
    model.advance(to: .start + .days(3))
    let scale = TimelineScale(now: model.world.now, lifetime: .minutes(15), zoom: 0, width: 60)
    #expect(model.world.authorizationServer.accessTokens(within: scale).isEmpty)
    #expect(model.chronicle.actorEvents(within: scale).isEmpty)
  }

  @Test func `halving finds the first at or after`() {
    let times = [0, 1, 1, 3].map { Instant(milliseconds: $0) }
    #expect(times.firstIndex(from: Instant(milliseconds: -1), \.self) == 0)
    #expect(times.firstIndex(from: Instant(milliseconds: 1), \.self) == 1)
    #expect(times.firstIndex(from: Instant(milliseconds: 2), \.self) == 3)
    #expect(times.firstIndex(from: Instant(milliseconds: 4), \.self) == 4)
    #expect([Instant]().firstIndex(from: .start, \.self) == 0)
  }
}
