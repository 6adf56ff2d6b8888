import Foundation
import Inspection
import Lessons

/// The most bytes that a thing from outside may have; 256 KiB and 64 KiB are far above what is met.
struct SizeLimit {
  /// `a scenario file`.
  let what: String
  let bytes: Int

  static let scenarioFile = SizeLimit(what: "a scenario file", bytes: Scenario.longestFile)
  /// More than a scenario string may have, with all that a mail adds to it.
  static let scenarioString = SizeLimit(what: "a scenario string", bytes: 256 * 1024)
  static let keyFile = SizeLimit(what: "a key file", bytes: 64 * 1024)
  static let token = SizeLimit(what: "a token", bytes: Inspection.longestToken)
}

/// Reads what is open to its end, and no further than it can matter.
struct Intake {
  let descriptor: Int32
  /// What complaints call it.
  let name: String
  let limit: SizeLimit

  /// Everything up to the end. More than the limit is an error, and so is a failure on the way:
  /// nothing is cut off silently.
  func bytes() throws(CommandError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count <= limit.bytes {
      let count = read(descriptor, &chunk, chunk.count)
      switch count {
      case 0: return bytes
      case 1...: bytes += chunk.prefix(count)
      default: try goOn(after: errno)
      }
    }
    throw CommandError(
      .badData,
      "\(name): \(limit.what) has at most \(limit.bytes / 1024) KiB, found \(foundSize)")
  }

  /// A signal and a wait are no failures.
  private func goOn(after problem: Int32) throws(CommandError) {
    switch problem {
    case EINTR: return
    case EAGAIN: wait(for: POLLIN, on: descriptor)
    case EBADF: throw CommandError(.inputOutput, "\(name) is closed: nothing can be read")
    default:
      throw CommandError(.inputOutput, "\(name) could not be read: \(systemWords(problem))")
    }
  }

  /// The size that a file says it has; of anything else only that it is more.
  private var foundSize: String {
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0 && Int(status.st_size) > limit.bytes
    return isKnown ? "\(status.st_size) bytes" : "more"
  }
}
