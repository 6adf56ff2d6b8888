import CustomDump
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// A person's time becomes virtual time.
struct TickTests {
  @Test(arguments: Speed.steps)
  func `a second is as many virtual seconds as the speed says`(speed: Speed) {
    var model = LabModel.quiet().after("space")
    model.speed = speed
    _ = model.update(.tick(milliseconds: 1000))
    #expect(model.world.now == .start + .seconds(Int64(speed.factor)))
  }

  @Test(arguments: Speed.steps)
  func `many short ticks are one long tick`(speed: Speed) throws {
    var whole = try LabModel.scenario("first-login").after("space")
    whole.speed = speed
    var split = whole
    _ = whole.update(.tick(milliseconds: 1000))
    for length in [1, 99, 300, 7, 593] as [Int64] {
      _ = split.update(.tick(milliseconds: length))
    }
    #expect(split.world.now == whole.world.now)
    expectNoDifference(split.trace, whole.trace)
  }

  @Test func `speed goes up and down by the steps and stays over a restart`() {
    var model = LabModel.quiet()
    #expect(model.speed.factor == 60)
    for factor in [30, 10, 5, 2, 1, 1] {
      model.press("[")
      #expect(model.speed.factor == factor)
    }
    for factor in [2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 3600] {
      model.press("]")
      #expect(model.speed.factor == factor)
    }
    #expect(model.after("0").speed.factor == 3600)
  }

  @Test(arguments: [0, -1, .min] as [Int64])
  func `no time passes in no time`(milliseconds: Int64) {
    var model = LabModel.quiet().after("space")
    _ = model.update(.tick(milliseconds: milliseconds))
    #expect(model.world.now == .start)
  }

  @Test func `no time passes while paused`() throws {
    var model = try LabModel.scenario("victim-first")
    _ = model.update(.tick(milliseconds: 10_000))
    #expect(model.world.now == .start)
    #expect(model.trace == (try LabModel.scenario("victim-first")).trace)
  }

  @Test func `time stops at the alarm and the rest of the tick is dropped`() throws {
    var model = try LabModel.scenario("victim-first", at: .minutes(19)).after("space k")
    _ = model.update(.tick(milliseconds: 10 * 60_000))
    let alarm = Instant.start + .milliseconds(1_200_100)
    #expect(model.world.now == alarm && !model.isRunning && model.selectedRow == nil)
    _ = model.update(.tick(milliseconds: 1000))
    #expect(model.world.now == alarm)
    model.press("space")
    _ = model.update(.tick(milliseconds: 1000))
    #expect(model.world.now == alarm + .minutes(1) && model.isRunning)
  }

  @Test func `a tick that ends a millisecond before the alarm does not stop`() throws {
    var model = try LabModel.scenario("victim-first", at: .minutes(20)).after("space")
    model.speed = Speed(factor: 1)
    _ = model.update(.tick(milliseconds: 99))
    #expect(model.isRunning && !model.chronicle.verdict.isAlarm)
    _ = model.update(.tick(milliseconds: 1))
    #expect(!model.isRunning && model.chronicle.verdict.isAlarm)
  }

  @Test func `a paused lab finishes what a key began`() {
    let model = LabModel.quiet().after("i")
    #expect(!model.world.hasMessagesInFlight)
    #expect(model.client.storage.refreshToken != nil)
    #expect(model.world.now == .start + .milliseconds(400))
  }

  @Test func `a running lab leaves it to time`() {
    let model = LabModel.quiet().after("space i")
    #expect(model.world.now == .start && model.world.hasMessagesInFlight)
  }

  @Test(arguments: [
    (1, 0, 1000), (1, 1, 999), (1, 999, 1), (60, 0, 100), (3600, 500, 100), (2, 0, 500),
    (5, 1, 200), (10, 0, 100),
  ])
  func `the next look is when the clock's second changes, ten times a second at most`(
    factor: Int, milliseconds: Int64, expected: Int
  ) {
    var model = LabModel.quiet()
    model.advance(to: Instant(milliseconds: milliseconds))
    model.press("space")
    model.speed = Speed(factor: factor)
    #expect(model.millisecondsToNextChange == expected)
  }

  @Test func `the next look is no later than the next event`() {
    var model = LabModel.quiet().after("space")
    model.speed = Speed(factor: 1)
    model.press("i")
    #expect(model.millisecondsToNextChange == 100)
  }
}
