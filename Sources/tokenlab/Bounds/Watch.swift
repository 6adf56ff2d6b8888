import Foundation

/// Looks between the steps of a command whether it is to go on, and says how far it has got.
struct Watch {
  private let bounds: Bounds
  private var progress: Progress
  /// Steps at the last look at what takes a moment to find out.
  private var looked = -Self.seldom

  /// From here on signals are noted. Progress is not told over output on the same terminal.
  init(_ bounds: Bounds, writesMeanwhile: Bool = false) {
    self.bounds = bounds
    progress = Progress(besideOutput: writesMeanwhile)
    Interruption.watch()
  }

  /// Why the command is to stop after so many steps and bytes of output, with more to come; nil to go
  /// on. `place` says how far it is, and of what.
  mutating func halt(steps: Int, output: Int = 0, _ place: () -> String) -> Halt? {
    if let signal = Interruption.signal { return .signal(signal) }
    if steps >= bounds.steps { return .steps(bounds.steps) }
    if output > bounds.output { return .output(bounds.output) }
    guard steps - looked >= Self.seldom else { return nil }
    looked = steps
    if residentBytes() > bounds.memory { return .memory(bounds.memory) }
    progress.tell(place)
    return nil
  }

  /// A few milliseconds' worth of steps.
  private static let seldom = 512

  /// Leaves a clean line behind.
  func end() { progress.end() }
}

/// The memory that the process takes now. Its peak would do, but on Linux that begins with what the
/// program that started this one had taken.
private func residentBytes() -> Int {
  #if os(Linux)
    guard let file = fopen("/proc/self/statm", "r") else { return peakMegabytes() << 20 }
    defer { fclose(file) }
    var (size, resident) = (0, 0)
    let found = withUnsafeMutablePointer(to: &size) { size in
      withUnsafeMutablePointer(to: &resident) { resident in
        withVaList([size, resident]) { vfscanf(file, "%ld %ld", $0) }
      }
    }
    return found == 2 ? resident * Int(getpagesize()) : peakMegabytes() << 20
  #else
    return peakMegabytes() << 20
  #endif
}
