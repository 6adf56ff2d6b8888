/// A screen that shows nothing: for benchmarks, and to run the whole program inside a test.
public struct NullScreen: Screen {
  public private(set) var size: Size
  /// The frame presented last.
  public private(set) var frame: Frame?
  public private(set) var presentedCount = 0
  public private(set) var bellCount = 0
  public private(set) var copied: [String] = []
  public private(set) var theme = Theme.mono
  public private(set) var isMouseOn = false
  public private(set) var isClosed = false
  private let copyOutcome: CopyOutcome
  private var script: ArraySlice<InputEvent>

  /// Gives the script's events in order, one for each call of `next`, and then only `hangup`.
  public init(_ size: Size, script: [InputEvent] = [], copying: CopyOutcome = .sent) {
    self.size = size
    copyOutcome = copying
    self.script = script[...]
  }

  @discardableResult
  public mutating func present(_ frame: Frame) -> Int {
    let changed = frame.changedCellCount(since: self.frame)
    self.frame = frame
    presentedCount += 1
    return changed
  }

  public mutating func next(timeoutMilliseconds: Int?) -> InputEvent {
    let event = script.popFirst() ?? .hangup
    if case .resize(let size) = event { self.size = size }
    return event
  }

  public mutating func setTheme(_ theme: Theme) { self.theme = theme }
  public mutating func setMouse(_ isOn: Bool) { isMouseOn = isOn }
  public mutating func bell() { bellCount += 1 }
  public mutating func close() { isClosed = true }

  public mutating func copy(_ text: String) -> CopyOutcome {
    copied.append(text)
    return copyOutcome
  }
}
