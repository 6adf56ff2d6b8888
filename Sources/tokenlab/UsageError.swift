import ArgumentParser
import Foundation

/// A wrong word on the command line: one line on standard error, exit status 64.
struct UsageError: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }

  /// What was expected, what was found, and what there is to choose from.
  static func unknown(_ what: String, _ found: String, of names: [String]) -> UsageError {
    UsageError("unknown \(what) '\(excerpt(found))'; there are: \(names.joined(separator: ", "))")
  }
}

/// Runs a command's body and turns what it throws into a line and an exit status.
func reporting(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as UsageError {
    complain(error.message)
    throw ExitCode(64)
  }
}

/// Writes one line to standard error, under the program's name.
func complain(_ message: String) {
  FileHandle.standardError.write(Data("tokenlab: \(message)\n".utf8))
}
