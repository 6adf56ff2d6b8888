/// What a run loop needs of a terminal; `NullScreen` has it without one.
public protocol Screen {
  /// The size to draw the next frame for.
  var size: Size { get }

  /// Shows the frame and returns how many cells changed.
  @discardableResult
  mutating func present(_ frame: Frame) -> Int

  /// Waits for what happens next: at most the given time, or for ever where it is nil.
  ///
  /// Input that is already there comes without waiting, so a loop that draws only once a call with
  /// time 0 has given `timeout` draws one frame for a burst of keys.
  mutating func next(timeoutMilliseconds: Int?) -> InputEvent

  mutating func setTheme(_ theme: Theme)

  /// While on, presses and the wheel come as events and the terminal's own selection does not work.
  mutating func setMouse(_ isOn: Bool)

  mutating func bell()

  /// Asks the terminal to put the text on the clipboard, or tells why it is not worth trying.
  mutating func copy(_ text: String) -> CopyOutcome

  /// Gives the terminal back as it was. Closing again does nothing.
  mutating func close()
}

/// What became of a text that was to be copied.
public enum CopyOutcome: Sendable {
  /// It was sent; whether the terminal takes it cannot be known.
  case sent
  /// It is longer than terminals take.
  case tooLong
  /// This type of terminal has no clipboard.
  case noClipboard
}
