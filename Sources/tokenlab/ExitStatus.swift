import ArgumentParser

/// How the program ends, so that a script can tell why. From 64 on they are those of sysexits.h.
enum ExitStatus: Int32, CaseIterable {
  /// A token was refused, or a rule was seen to be broken.
  case refused = 1
  /// There is no terminal to draw on.
  case noTerminal = 2
  /// A bound was reached: what came out is whole, and ends early.
  case stopped = 3
  /// A wrong word on the command line.
  case usage = 64
  /// A file, a string or a key that is not what it should be.
  case badData = 65
  /// A file that is not there, or that nothing can be read from.
  case noInput = 66
  /// Nowhere to write to: standard output is closed.
  case noOutput = 73
  /// Reading or writing failed on the way.
  case inputOutput = 74
  /// Whoever read standard output went away: 128 and the number of SIGPIPE, which ends the program
  /// where it is not ignored.
  case brokenPipe = 141

  var code: ExitCode { ExitCode(rawValue) }
}
