import Foundation

/// The three descriptors that every program expects to have.
enum StandardStreams {
  /// Fills the place of each that is closed; the next file to be opened would get its number, and be
  /// written to. What stands there is `/dev/null` the wrong way round: reading from it and writing to
  /// it fail just as with the closed one.
  static func fillGaps() {
    let directions = [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ]
    for (descriptor, direction) in directions where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", direction)
    }
  }
}

/// The system's words for an error number: `No space left on device`.
func systemWords(_ problem: Int32) -> String { String(cString: strerror(problem)) }

/// Waits until a descriptor that somebody made non-blocking is ready.
func wait(for events: Int32, on descriptor: Int32) {
  var watched = pollfd(fd: descriptor, events: Int16(events), revents: 0)
  _ = poll(&watched, 1, -1)
}
