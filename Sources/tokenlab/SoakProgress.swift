import Foundation

/// How far a soak has got, on standard error: once a second over itself on a terminal, a line every
/// five seconds elsewhere, and nothing at all within the first second.
struct SoakProgress {
  private let start = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var told: ContinuousClock.Instant?

  mutating func tell(_ done: Int, of steps: Int) {
    let now = ContinuousClock.now
    let pause: Duration = isTerminal || told == nil ? .seconds(1) : .seconds(5)
    guard now - (told ?? start) >= pause else { return }
    told = now
    write("\(done) of \(steps) steps\(isTerminal ? "\r" : "\n")")
  }

  /// Leaves a clean line behind.
  func end() {
    if isTerminal, told != nil { write("\u{1B}[K") }
  }

  private func write(_ text: String) {
    StandardError.write(text)
  }
}
