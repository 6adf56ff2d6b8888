import Foundation

/// Ctrl-C, `kill` and a terminal that goes away, for commands that end with what there is: the first is noted, to be looked at
/// between steps; a second one ends the program at once.
enum Interruption {
  private nonisolated(unsafe) static var noted: Int32 = 0

  /// The signal that came, if one did.
  static var signal: Int32? { noted == 0 ? nil : noted }

  /// Notes signals from here on; one that was ignored when the program began stays ignored.
  static func watch() {
    noted = 0  // once before any handler runs, so that none is the first to touch it
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let before = Foundation.signal(number, note)
      if isIgnoring(before) { _ = Foundation.signal(number, SIG_IGN) }
    }
  }

  /// Does only what a handler may: sets a number and gives the signals their usual effect back.
  private static let note: @convention(c) (Int32) -> Void = { number in
    Interruption.noted = number
    _ = Foundation.signal(SIGINT, SIG_DFL)
    _ = Foundation.signal(SIGTERM, SIG_DFL)
    _ = Foundation.signal(SIGHUP, SIG_DFL)
  }

  private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
