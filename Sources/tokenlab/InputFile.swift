import Foundation
import Lessons

/// A file that somebody named. Nothing is waited for that may never come: what is not a file, and has
/// nothing to say, is refused with what it is.
enum InputFile {
  /// All its bytes. A pipe with somebody behind it, such as a shell's `<(…)`, is read like a file.
  /// Refused are what does not open (`noInput`), what cannot be read on the way (`inputOutput`), and
  /// more than is taken (`badData`).
  static func bytes(at path: String, _ limit: SizeLimit) throws(CommandError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw doesNotOpen(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    let kind = FileKind(status, isTerminal: isatty(descriptor) == 1)
    guard kind == .file || kind == .pipe else { throw refusal(path, kind.words) }
    let bytes = try Intake(descriptor: descriptor, name: harmless(path), limit: limit).bytes()
    guard kind == .file || !bytes.isEmpty else {
      throw refusal(path, "a pipe that nobody writes to")
    }
    return bytes
  }

  /// What is there and does not open may be a file, or a socket, which never does.
  private static func doesNotOpen(_ path: String, _ problem: Int32) -> CommandError {
    guard problem != ENOENT && problem != ENOTDIR else { return refusal(path, "none") }
    var status = stat()
    let isThere = stat(path, &status) == 0
    let what = isThere ? FileKind(status, isTerminal: false).words : "one"
    return refusal(path, "\(what) that does not open: \(systemWords(problem))")
  }

  private static func refusal(_ path: String, _ found: String) -> CommandError {
    CommandError(.noInput, "\(harmless(path)): expected a file to read, found \(found)")
  }
}

/// What a name stands for.
enum FileKind {
  case file, directory, pipe, terminal, device, socket

  init(_ status: stat, isTerminal: Bool) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .directory
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    default: self = isTerminal ? .terminal : .device
    }
  }

  /// `a directory`.
  var words: String {
    switch self {
    case .file: "a file"
    case .directory: "a directory"
    case .pipe: "a pipe"
    case .terminal: "a terminal"
    case .device: "a device"
    case .socket: "a socket"
    }
  }
}
