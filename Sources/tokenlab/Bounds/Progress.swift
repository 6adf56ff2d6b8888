import Foundation

/// How far a command has got, on standard error: once a second over itself on a terminal, a line every
/// five seconds elsewhere, and nothing at all within the first second.
struct Progress {
  private let start = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let isQuiet: Bool
  private var told: ContinuousClock.Instant?

  /// Where output runs over the same terminal meanwhile, that is progress enough.
  init(besideOutput: Bool = false) {
    isQuiet = besideOutput && isTerminal && isatty(STDOUT_FILENO) == 1
  }

  /// Says it, if it is time to say something.
  mutating func tell(_ text: () -> String) {
    guard !isQuiet else { return }
    let now = ContinuousClock.now
    let pause: Duration = isTerminal || told == nil ? .seconds(1) : .seconds(5)
    guard now - (told ?? start) >= pause else { return }
    told = now
    StandardError.write(isTerminal ? "\(text())\u{1B}[K\r" : "\(text())\n")
  }

  /// Leaves a clean line behind.
  func end() {
    if isTerminal, told != nil { StandardError.write("\u{1B}[K") }
  }
}
