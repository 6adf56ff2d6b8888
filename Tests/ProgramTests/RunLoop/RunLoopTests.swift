import Canvas
import JOSE
import LabUI
import Testing
import TokenCore

@testable import tokenlab

/// The run loop on a screen without a terminal: what comes in, what is shown, how it ends.
struct RunLoopTests {
  @Test func `a key is shown in the next frame and q ends well`() throws {
    let (loop, screen, status) = try run([.key("8"), .timeout, .key("q")], at: .minutes(12))
    #expect(status == 0)
    #expect(screen.presentedCount == 2)
    #expect(loop.model.zoomed == .why)
    #expect(screen.frame == loop.model.frame(.standard))
  }

  @Test func `keys that come together are shown together`() throws {
    let keys = [InputEvent.key("1"), .key("8"), .key(.up), .timeout, .key("q")]
    let (loop, screen, _) = try run(keys, at: .minutes(12))
    #expect(screen.presentedCount == 2)
    #expect(screen.frame == loop.model.frame(.standard))
  }

  @Test func `a card is shown while it is measured, and again with its measures`() throws {
    let timeouts = Array(repeating: InputEvent.timeout, count: 1000)
    let events = [.key("p")] + timeouts + [.key("q")]
    let (loop, screen, _) = try run(events, at: .minutes(12), passing: .milliseconds(20))
    #expect(screen.presentedCount > 3)
    #expect(loop.model.measureLines.count == 1)
    #expect(screen.frame == loop.model.frame(.standard))
  }

  /// Somebody who calls an API every two minutes for ever; paused.
  private static var busy: LabModel {
    var model = LabModel.freeLab(LabCryptography())
    _ = model.update(.key(" "))
    return model
  }

  private static let far = [InputEvent.key("g"), .key("4"), .key("0"), .key("d"), .key(.enter)]

  @Test(arguments: [0, 1, 5, 20])
  func `a signal is obeyed in the middle of a long way`(timeouts: Int) {
    let waits = Array(repeating: InputEvent.timeout, count: timeouts)
    let events = Self.far + waits + [.interrupted(signal: 15)]
    let (loop, _, status) = run(events, from: Self.busy, passing: .milliseconds(5))
    #expect(status == 143)
    #expect(loop.model.isUnderWay && loop.model.world.now < .start + .days(40))
  }

  @Test func `a long way is shown ten times a second, and a key stops it`() {
    let waits = Array(repeating: InputEvent.timeout, count: 30)
    let events = Self.far + waits + [.key(.escape), .timeout, .key("q")]
    let (loop, screen, status) = run(events, from: Self.busy, passing: .milliseconds(5))
    #expect(status == 0 && !loop.model.isUnderWay)
    #expect((5...20).contains(screen.presentedCount))
    #expect(loop.model.status == nil && loop.model.world.now < .start + .days(40))
  }

  @Test func `keys that come together do not stop what none can have seen`() throws {
    let keys = [InputEvent.key("d"), .key("8"), .timeout, .key("q")]
    let (loop, _, _) = try run(keys)
    #expect(loop.model.chronicle.verdict.isAlarm && loop.model.zoomed == .why)
  }

  @Test func `of cards that are passed in one burst only the last is measured`() throws {
    let keys = [InputEvent.key("p"), .key(.home), .key(.down), .key(.down), .timeout, .key("q")]
    let (loop, _, _) = try run(keys, at: .minutes(12))
    #expect(Array(loop.model.measureLines.keys) == [Strategy.catalogue[2].id])
  }

  @Test func `no event of a long burst is lost`() throws {
    for count in [0, 1, 510, 511, 512, 513, 1024, 1025] {
      let keys = Array(repeating: InputEvent.key("Z"), count: count)
      #expect(try run(keys + [.interrupted(signal: 15)]).status == 143, "after \(count) keys")
    }
  }

  @Test(arguments: [2, 3, 15] as [Int32])
  func `a signal ends it with 128 and its number`(signal: Int32) throws {
    #expect(try run([.interrupted(signal: signal)]).status == 128 + signal)
  }

  @Test func `a hang-up ends it without another frame`() throws {
    let (_, screen, status) = try run([.key("?"), .hangup, .timeout, .key("s")])
    #expect(status == 0)
    #expect(screen.presentedCount == 1)
  }

  @Test func `a new size is drawn at once`() throws {
    let size = Size(width: 120, height: 36)
    let (loop, screen, _) = try run([.resize(size), .timeout])
    #expect(screen.frame == loop.model.frame(size))
  }

  @Test func `time does not pass in a paused lab, whatever wakes it`() throws {
    let events = Array(repeating: [InputEvent.timeout, .resumed, .resize(.standard)], count: 100)
    let (loop, _, _) = try run(events.flatMap(\.self), at: .minutes(12))
    #expect(loop.model.world.now == .start + .minutes(12))
  }

  @Test func `no time passes for a program that was stopped`() throws {
    let start = try Scene.stolen.model()
    var running = start
    for key in ["]", "]", "]", "]", "]", "]", " "] as [Key] { _ = running.update(.key(key)) }
    #expect(running.isRunning && running.speed.factor == 3600)
    let stops = Array(repeating: [InputEvent.resumed, .timeout], count: 50).flatMap(\.self)
    let (loop, _, _) = run(
      stops + [.resumed, .hangup], from: running, passing: .milliseconds(20))
    #expect(loop.model.world.now == start.world.now)
  }

  @Test func `a click on the key bar is its key`() throws {
    let model = try Scene.stolen.model()
    for area in model.frame(.standard).hitAreas where area.rect.y == 23 && area.key != "q" {
      let click = MouseEvent(x: area.rect.x, y: 23, kind: .press)
      var pressed = model
      if area.key == " " { continue }
      _ = pressed.update(.key(area.key))
      let (loop, _, _) = run([.mouse(click)], from: model)
      #expect(loop.model.frame(.standard) == pressed.frame(.standard), "\(area.key)")
    }
  }

  @Test func `a click on a pane shows it, the wheel selects, a click beside does nothing`() throws {
    let click = { (x: Int, y: Int) in InputEvent.mouse(MouseEvent(x: x, y: y, kind: .press)) }
    #expect(try run([click(30, 5)]).loop.model.zoomed == .server)
    #expect(try run([click(60, 12)]).loop.model.zoomed == .timeline)
    let beside = try run([click(79, 0), click(-1, 5), click(500, 500)], at: .minutes(12))
    #expect(beside.loop.model.frame(.standard) == (try Scene.stolen.model()).frame(.standard))
    let wheel = { (kind: MouseEvent.Kind) in InputEvent.mouse(MouseEvent(x: 0, y: 0, kind: kind)) }
    let up = try run([wheel(.wheelUp), wheel(.wheelUp), wheel(.wheelDown)], at: .minutes(12))
    #expect(up.loop.model.selectedRow == up.loop.model.chronicle.rows.count - 2)
  }

  @Test func `pasted text is typed in the palette and is no row of keys elsewhere`() throws {
    let typed = try run([.key(":"), .paste("co\u{1B}[2Jpy\n")])
    guard case .palette(let palette) = typed.loop.model.overlay else { return #expect(Bool(false)) }
    #expect(palette.query == "co[2Jpy" && palette.selected == 0)
    let outside = try run([.paste("qsR q")], at: .minutes(5))
    #expect(outside.loop.model.world.attacker.firstTheftAt == nil)
  }

  @Test func `copying, colours and the mouse reach the screen`() throws {
    let (_, screen, _) = try run([.key("y"), .key("m"), .key("T")], at: .minutes(12))
    #expect(screen.copied == ["10:00.0  A  copies RT1 from alice@laptop"])
    #expect(screen.isMouseOn)
    #expect(screen.theme == .named(.dark))
  }

  @Test(
    arguments: [
      (CopyOutcome.tooLong, "too long for the clipboard"),
      (.noClipboard, "this terminal has no clipboard"),
    ], ["y", "Y"] as [Key])
  func `what cannot be copied says why`(outcome: (CopyOutcome, String), key: Key) throws {
    var screen = NullScreen(.standard, script: [.key(key), .timeout], copying: outcome.0)
    var loop = RunLoop(model: try Scene.stolen.model(), theme: .auto, colors: 256)
    _ = loop.run(on: &screen)
    #expect(screen.frame?.lines().contains { $0.contains(outcome.1) } == true)
  }

  @Test(arguments: [(256, 4), (8, 2), (0, 2)])
  func `the colours come round again`(colors: Int, count: Int) {
    var theme = Theme.named(.auto)
    var names: [Theme.Name] = []
    for _ in 0..<count {
      theme = theme.next(colors: colors)
      names.append(theme.name)
    }
    #expect(theme == .named(.auto) && Set(names).count == count)
    #expect(colors >= 256 || !names.contains(.dark) && !names.contains(.light))
  }

  private func run(
    _ events: [InputEvent], at time: TimeSpan = .zero, passing step: Duration = .zero
  ) throws -> (loop: RunLoop, screen: NullScreen, status: Int32) {
    let scenario = try Options.scenario("victim-first", strategy: nil, seed: nil)
    var model = LabModel(scenario, LabCryptography())
    model.advance(to: .start + time)
    return run(events, from: model, passing: step)
  }

  /// A person's time passes by a step whenever somebody looks at the clock, so that nothing depends on
  /// how fast the machine is.
  private func run(
    _ events: [InputEvent], from model: LabModel, size: Size = .standard,
    passing step: Duration = .zero
  ) -> (loop: RunLoop, screen: NullScreen, status: Int32) {
    var screen = NullScreen(size, script: events)
    var now = Duration.zero
    var loop = RunLoop(model: model, theme: .auto, colors: 256) {
      now += step
      return now
    }
    let status = loop.run(on: &screen)
    return (loop, screen, status)
  }
}

extension Size {
  /// What a terminal has unless somebody says otherwise.
  static let standard = Size(width: 80, height: 24)
}
