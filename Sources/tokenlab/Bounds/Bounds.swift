import ArgumentParser

/// What one command may take: steps of the simulation, and memory in bytes.
struct Bounds: Equatable {
  let steps: Int
  let memory: Int
  /// Bytes on standard output; only a trace can come near it.
  var output = Int.max
}

/// The options that raise the bounds.
struct BoundOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "Stop after so many steps of the simulation.")
  var maxSteps = "20000000"

  @Option(
    parsing: .unconditional,
    help: "Stop when the program takes so much memory: bytes, or 500M, or 2G.")
  var maxMemory = "2G"

  var bounds: Bounds {
    get throws {
      guard let steps = Int(maxSteps), steps > 0 else {
        throw CommandError(
          .usage, "--max-steps wants a whole number from 1, found '\(excerpt(maxSteps))'")
      }
      return Bounds(steps: steps, memory: try Options.bytes(maxMemory, for: "--max-memory"))
    }
  }
}

extension Options {
  /// `4096`, `500M`, `2G`: at least one byte; K, M and G count in 1024s.
  static func bytes(_ text: String, for option: String) throws -> Int {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = text.last.flatMap { units[$0] }
    let digits = unit == nil ? text[...] : text.dropLast()
    guard let count = Int(digits), count > 0,
      case let (bytes, overflow) = count.multipliedReportingOverflow(by: unit ?? 1), !overflow
    else {
      throw CommandError(
        .usage, "\(option) wants bytes like 4096, 500M or 2G, found '\(excerpt(text))'")
    }
    return bytes
  }
}
