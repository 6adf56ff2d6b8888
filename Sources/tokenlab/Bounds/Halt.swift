import ArgumentParser

/// Why a command ends before it has done all that it was asked for.
enum Halt: Equatable {
  case steps(Int)
  case memory(Int)
  case output(Int)
  case signal(Int32)

  /// One line, with the place that was reached.
  func words(at place: String) -> String {
    switch self {
    case .steps(let most):
      "stopped at \(place) after \(most) steps, \(Self.bound): --max-steps raises it"
    case .memory(let most):
      "stopped at \(place) with more than \(bytes(most)) of memory taken, \(Self.bound): "
        + "--max-memory raises it"
    case .output(let most):
      "stopped at \(place) after more than \(bytes(most)) of output, \(Self.bound): "
        + "--max-output raises it"
    case .signal: "interrupted at \(place)"
    }
  }

  private static let bound = "the bound of one command"

  /// As an option takes it: `2G`.
  private func bytes(_ count: Int) -> String {
    let unit = ["G": 1 << 30, "M": 1 << 20, "K": 1 << 10].filter { count % $0.value == 0 }
      .max { $0.value < $1.value }
    return unit.map { "\(count / $0.value)\($0.key)" } ?? "\(count) bytes"
  }

  /// Sees to it that everything has gone out, says why it ends here, and ends the command: with the
  /// status of a reached bound, or as one that died of the signal. A note says what else is to know.
  func end(at place: String, _ note: String = "") throws -> Never {
    try StandardOutput.shared.flush()
    complain(words(at: place) + note)
    switch self {
    case .steps, .memory, .output: throw ExitStatus.stopped.code
    case .signal(let number): throw ExitCode(128 + number)
    }
  }
}
