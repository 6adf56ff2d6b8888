/// What can wake the program: a key, the terminal, a signal, or the time that was asked for.
public enum InputEvent: Equatable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// The terminal has a new size. Several changes in quick succession come as one event.
  case resize(Size)
  /// Text pasted at once, at most 64 KiB of it; what was beyond that is dropped.
  case paste(String)
  /// A signal asks the program to end: its number (INT, QUIT or TERM).
  case interrupted(signal: Int32)
  /// The terminal is gone, or the session ends: leave without drawing.
  case hangup
  /// The program was stopped and is in the foreground again. Wall time has passed and the size may be
  /// another; the next frame presented is drawn in full.
  case resumed
  /// The time asked for has passed and nothing else happened.
  case timeout
}

/// A press or a turn of the wheel, at a cell.
public struct MouseEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case press, wheelUp, wheelDown
  }

  public var point: Point
  public var kind: Kind

  public init(x: Int, y: Int, kind: Kind) {
    self.point = Point(x: x, y: y)
    self.kind = kind
  }
}
