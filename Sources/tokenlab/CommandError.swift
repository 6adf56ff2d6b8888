import ArgumentParser

/// What ends a command early: one line on standard error, and a status.
struct CommandError: Error {
  let status: ExitStatus
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// What was expected, what was found, and what there is to choose from.
  static func unknown(_ what: String, _ found: String, of names: [String]) -> CommandError {
    CommandError(
      .usage, "unknown \(what) '\(excerpt(found))'; there are: \(names.joined(separator: ", "))")
  }
}

/// Runs a command's body, sees to it that all it wrote has gone out, and turns what it throws into a
/// line and an exit status.
func reporting(_ body: () throws -> Void) throws {
  do {
    let ended = Result(catching: body)
    try StandardOutput.shared.flush()
    try ended.get()
  } catch let error as CommandError {
    complain(error.message)
    throw error.status.code
  }
}

/// Writes one line to standard error, under the program's name; where that fails there is nobody to
/// tell.
func complain(_ message: String) {
  StandardError.write("tokenlab: \(message)\n")
}
