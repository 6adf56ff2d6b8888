import ArgumentParser
import Lessons

/// What ends a command early: one line on standard error, and a status.
struct CommandError: Error {
  let status: ExitStatus
  /// Nil where there is nothing to say.
  let message: String?

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// An end that nobody has to be told of.
  init(quietly status: ExitStatus) {
    self.status = status
    message = nil
  }

  /// A scenario, out of a file or a string, that is not what it should be.
  init(_ error: ScenarioError) {
    self.init(.badData, error.description)
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
    if let message = error.message { complain(message) }
    throw error.status.code
  }
}

/// Writes one line to standard error, under the program's name; where that fails there is nobody to
/// tell. Whatever of it came from outside does nothing to a terminal.
func complain(_ message: String) {
  StandardError.write("tokenlab: \(harmless(message))\n")
}
