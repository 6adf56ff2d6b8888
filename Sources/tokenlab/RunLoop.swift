import Canvas
import LabUI
import TokenCore

/// The one place where a person's time and the terminal meet the model: wait, update, draw.
///
/// The wait is as long as nothing visible can change: for ever while paused. What takes longer than a key
/// may is done in slices, and between them it looks for input and draws.
struct RunLoop {
  private(set) var model: LabModel
  private var theme: Theme
  private let colors: Int
  /// A person's time, from anywhere; it stands still while the machine sleeps.
  private let clock: () -> Duration
  private var lastLook: Duration
  private var lastFrame: Duration

  init(
    model: LabModel, theme: Theme, colors: Int,
    clock: @escaping () -> Duration = { SuspendingClock.now - Self.start }
  ) {
    self.model = model
    self.theme = theme
    self.colors = colors
    self.clock = clock
    lastLook = clock()
    lastFrame = lastLook
  }

  private static let start = SuspendingClock.now

  /// Nobody waits longer for input to be looked for while there is work.
  private static let longestStretch = Duration.milliseconds(30)

  /// Ten frames a second. What a key set going is not stopped by the next key before it took so long: what
  /// nobody can have seen is not stopped.
  private static let frame = Duration.milliseconds(100)

  /// Keys that come faster than frames are taken together: one frame for all of them.
  private static let longestBurst = 512

  /// Runs until the person leaves (0), the terminal is gone (0) or a signal ends it (128 and its
  /// number).
  mutating func run(on screen: inout some Screen) -> Int32 {
    screen.setTheme(theme)
    present(on: &screen)
    while true {
      let timeout = model.isBusy ? 0 : model.millisecondsToNextChange
      let event = screen.next(timeoutMilliseconds: timeout)
      letTimePass(atMost: event == .resumed ? nil : timeout)
      work(for: Self.longestStretch, while: \.isBusy)
      if event != .timeout {
        if let status = takeIn(event, &screen) { return status }
        work(for: Self.longestStretch, while: \.isBusy)
      }
      if event != .timeout || !model.isBusy || clock() - lastFrame >= Self.frame {
        present(on: &screen)
      }
    }
  }

  private mutating func present(on screen: inout some Screen) {
    screen.present(model.frame(screen.size))
    lastFrame = clock()
  }

  /// Works as long as there is something to do, and not longer.
  private mutating func work(for stretch: Duration, while isNeeded: (LabModel) -> Bool) {
    let begin = clock()
    while isNeeded(model), clock() - begin < stretch { model.work() }
  }

  /// Takes in the event and what comes with it; an exit status ends the run.
  private mutating func takeIn(_ first: InputEvent, _ screen: inout some Screen) -> Int32? {
    let begin = clock()
    var event = first
    for taken in 1...Self.longestBurst where event != .timeout {
      if let status = handle(event, &screen) { return status }
      work(for: Self.frame, while: \.isUnderWay)
      guard taken < Self.longestBurst, clock() - begin < Self.frame else { break }
      event = screen.next(timeoutMilliseconds: 0)
    }
    return nil
  }

  /// Takes in one event; an exit status ends the run.
  private mutating func handle(_ event: InputEvent, _ screen: inout some Screen) -> Int32? {
    switch event {
    case .hangup: return 0
    case .interrupted(let signal): return 128 + signal
    case .timeout, .resize, .resumed: return nil
    case .paste(let text): paste(text)
    case .mouse(let mouse):
      if let key = key(for: mouse, size: screen.size), press(key, &screen) { return 0 }
    case .key(let key):
      if press(key, &screen) { return 0 }
    }
    return nil
  }

  /// Gives the model the time that has passed, never more than it asked to wait for and a little:
  /// a machine that slept, or a process that was stopped, makes no jump in virtual time. What is less
  /// than a millisecond waits for the next look.
  private mutating func letTimePass(atMost timeout: Int?) {
    let elapsed = (clock() - lastLook).components
    let milliseconds = elapsed.seconds * 1000 + elapsed.attoseconds / 1_000_000_000_000_000
    lastLook += .milliseconds(milliseconds)
    guard let timeout else { return }
    let longest = Int64(timeout) + 250
    _ = model.begin(.tick(milliseconds: min(milliseconds, longest)))
  }

  /// Presses a key; true when the person wants to leave.
  private mutating func press(_ key: Key, _ screen: inout some Screen) -> Bool {
    for effect in model.begin(.key(key)) {
      switch effect {
      case .quit: return true
      case .copy(let text):
        if let obstacle = screen.copy(text).obstacle { model = model.noticing(obstacle) }
      case .copyRun: copyRun(&screen)
      case .setMouse(let isOn): screen.setMouse(isOn)
      case .measure(let strategy): model.startMeasuring(strategy)
      case .nextTheme:
        theme = theme.next(colors: colors)
        screen.setTheme(theme)
      }
    }
    return false
  }

  /// The run that led here as a scenario string, on the clipboard; or why it cannot be one.
  private mutating func copyRun(_ screen: inout some Screen) {
    do {
      let text = try model.scenarioString
      let length = "\(text.utf8.count) characters"
      let obstacle = screen.copy(text).obstacle.map { "this run, \(length): \($0)" }
      model = model.noticing(
        obstacle ?? "copied this run, \(length): tokenlab open opens it")
    } catch {
      model = model.noticing("this run has no string: \(error)")
    }
  }

  /// Pasted text goes where typed text would; outside a line of text it is no row of keys.
  private mutating func paste(_ text: String) {
    guard model.isTyping else { return }
    for scalar in text.unicodeScalars.prefix(64) where Glyph.isDrawable(scalar) {
      _ = model.begin(.key(.character(scalar)))
    }
  }

  private func key(for mouse: MouseEvent, size: Size) -> Key? {
    switch mouse.kind {
    case .press: model.frame(size).key(at: mouse.point)
    case .wheelUp: .up
    case .wheelDown: .down
    }
  }
}

extension CopyOutcome {
  /// Why nothing was copied.
  fileprivate var obstacle: String? {
    switch self {
    case .sent: nil
    case .tooLong: "too long for the clipboard"
    case .noClipboard: "this terminal has no clipboard"
    }
  }
}

extension Theme {
  /// The theme after this one, among those that the terminal has the colours for.
  func next(colors: Int) -> Theme {
    let names: [Name] = colors >= 256 ? [.auto, .dark, .light, .mono] : [.auto, .mono]
    let index = names.firstIndex { Theme.named($0) == self } ?? 0
    return Theme.named(names[(index + 1) % names.count])
  }
}
