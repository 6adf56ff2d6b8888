import CTerminal
import Canvas

extension TerminalScreen {
  /// Waits for what happens next: at most the given time, or for ever where it is nil, and then
  /// without waking up once. After `hangup` there is nothing more to wait for.
  public func next(timeoutMilliseconds: Int?) -> InputEvent {
    let timeout = timeoutMilliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    let event = terminal_next(timeout)
    switch event.kind {
    case TERMINAL_TIMEOUT: return .timeout
    case TERMINAL_CHARACTER: return .key(Unicode.Scalar(event.code).map(Key.character) ?? .unknown)
    case TERMINAL_KEY: return .key(Key(code: event.code))
    case TERMINAL_PRESS: return mouse(event, .press)
    case TERMINAL_WHEEL_UP: return mouse(event, .wheelUp)
    case TERMINAL_WHEEL_DOWN: return mouse(event, .wheelDown)
    case TERMINAL_PASTE: return .paste(pastedText(count: Int(event.code)))
    case TERMINAL_SIGNAL: return .interrupted(signal: Int32(event.code))
    case TERMINAL_RESIZE:
      forgetLastFrame()
      return .resize(size)
    case TERMINAL_RESUMED:
      forgetLastFrame()
      return .resumed
    default: return .hangup
    }
  }

  private func mouse(_ event: terminal_event, _ kind: MouseEvent.Kind) -> InputEvent {
    .mouse(MouseEvent(x: Int(event.x), y: Int(event.y), kind: kind))
  }

  private func pastedText(count: Int) -> String {
    let start = UnsafeRawPointer(terminal_pasted_text())
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Key {
  init(code: UInt32) {
    let function = Int(code) - Int(TERMINAL_KEY_FUNCTION.rawValue)
    self = function > 0 ? .function(function) : Key.table[code] ?? .unknown
  }

  private static let table: [UInt32: Key] = [
    TERMINAL_KEY_ENTER.rawValue: .enter, TERMINAL_KEY_ESCAPE.rawValue: .escape,
    TERMINAL_KEY_TAB.rawValue: .tab, TERMINAL_KEY_BACK_TAB.rawValue: .backTab,
    TERMINAL_KEY_BACKSPACE.rawValue: .backspace, TERMINAL_KEY_DELETE.rawValue: .delete,
    TERMINAL_KEY_UP.rawValue: .up, TERMINAL_KEY_DOWN.rawValue: .down,
    TERMINAL_KEY_LEFT.rawValue: .left, TERMINAL_KEY_RIGHT.rawValue: .right,
    TERMINAL_KEY_PAGE_UP.rawValue: .pageUp, TERMINAL_KEY_PAGE_DOWN.rawValue: .pageDown,
    TERMINAL_KEY_HOME.rawValue: .home, TERMINAL_KEY_END.rawValue: .end,
  ]
}
