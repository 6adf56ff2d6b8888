import Canvas
import Foundation
import Testing

/// A shell in a real terminal, which is a tmux of its own: the program is started, driven and looked
/// at as a person would do it. Nothing here asserts on time: it waits for what must come.
///
/// With `TOKENLAB_WATCH` set, every key waits for a step from whoever watches (see Tests/README.md).
final class TerminalSession {
  private let folder: TemporaryFolder
  private var wordCount = 0
  private static let tmux = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/bin"]
    .map { $0 + "/tmux" }.first(where: FileManager.default.isExecutableFile)
  private static let isWatched = ProcessInfo.processInfo.environment["TOKENLAB_WATCH"] != nil
  /// Far beyond what anything takes, on any machine.
  private static let patience = Duration.seconds(60)

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Opens the terminal and waits for the shell's prompt.
  init(width: Int = 80, height: Int = 24, environment: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    let shell = Self.environment.merging(environment) { $1 }.map { "\($0)=\($1)" }.sorted()
    try tmux(
      ["set", "-g", "status", "off", ";", "set", "-g", "default-terminal", "tmux-256color", ";"]
        + ["set", "-s", "escape-time", "0", ";", "set", "-s", "set-clipboard", "on", ";"]
        + ["bind", "-n", "F12", "wait-for", "-S", "step", ";"]
        + ["new-session", "-d", "-x", "\(width)", "-y", "\(height)", "-c", folder.url.path]
        + ["env", "-i"] + shell + ["/bin/sh", "-i", ";", "set", "-g", "window-size", "manual"])
    try waitFor(Self.prompt)
    try enter("stty -g >modes-before; echo opened")
    try waitFor(line: "opened")
  }

  deinit { try? hangUp() }

  /// Takes the terminal away from whatever runs in it.
  func hangUp() throws { try tmux(["kill-server"]) }

  static let prompt = "ready>"

  private static let environment = [
    "PATH": "\(Program.folder.path):/usr/bin:/bin", "HOME": "/nonexistent",
    "TERM": "tmux-256color", "LC_ALL": "C.UTF-8", "PS1": "\(prompt) ",
    "SWIFT_BACKTRACE": "enable=no",
  ]

  /// Types a line into the shell.
  func enter(_ line: String) throws {
    try tmux(["send-keys", "-l", line, ";", "send-keys", "Enter"])
  }

  /// Presses keys, by the names that tmux has for them: `s`, `Enter`, `C-z`.
  func press(_ keys: String...) throws { try pressAll(keys) }

  func pressAll(_ keys: [String]) throws {
    if Self.isWatched { try tmux(["wait-for", "step"]) }
    try tmux(["send-keys"] + keys)
  }

  /// Sends bytes as a terminal would, such as a click.
  func send(_ bytes: String) throws { try tmux(["send-keys", "-l", bytes]) }

  /// A click as a terminal sends it in the encoding that it was asked for; the first cell is 1, 1.
  func click(x: Int, y: Int) throws {
    if try state("mouse_sgr_flag") == "1" {
      try send("\u{1B}[<0;\(x);\(y)M\u{1B}[<0;\(x);\(y)m")
    } else {
      let place = [x, y].compactMap { Unicode.Scalar(32 + $0) }.map(String.init).joined()
      try send("\u{1B}[M \(place)\u{1B}[M#\(place)")
    }
  }

  func paste(_ text: String) throws {
    try tmux(["set-buffer", text, ";", "paste-buffer", "-p"])
  }

  func resize(width: Int, height: Int) throws {
    try tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
  }

  /// The rows of the screen without the blanks at their ends.
  func screen() throws -> [String] {
    var lines = try tmux(["capture-pane", "-p"]).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The same with the sequences that colour it.
  func colouredScreen() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  /// A word that has not stood on the screen before, for an answer that cannot be an older one.
  func nextWord() -> String {
    wordCount += 1
    return "done-\(wordCount)"
  }

  /// A file that a command in the shell has written.
  func fileText(_ name: String) throws -> String { try folder.text(name) }

  /// What tmux knows of the terminal, such as `alternate_on` or `cursor_flag`.
  func state(_ name: String) throws -> String {
    try tmux(["display-message", "-p", "#{\(name)}"]).filter { $0 != "\n" }
  }

  func clipboard() throws -> String { try tmux(["show-buffer"]) }

  /// Waits until the text stands on the screen, in one row.
  func waitFor(_ text: String) throws {
    try wait(for: "\"\(text)\"") { $0.contains { $0.contains(text) } }
  }

  /// Waits until one row is the text and nothing else: an answer, and not the question typed.
  func waitFor(line: String) throws {
    try wait(for: "the row \"\(line)\"") { $0.contains(line) }
  }

  /// Waits until the screen shows the frame, cell for cell.
  func expect(_ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let expected = frame.lines()
    do {
      try wait(for: "the frame") { $0 == expected }
    } catch let failure as Failure {
      let shown = try screen().map { $0 + "\n" }.joined()
      let difference = LineDiff(from: expected.map { $0 + "\n" }.joined(), to: shown)
      Issue.record(
        "the frame (-) is not on the screen (+):\n\(difference)\n\(failure)",
        sourceLocation: sourceLocation)
    }
  }

  /// Waits until a file holds the text.
  func waitForFile(_ name: String, _ text: String) throws {
    var last = ""
    let isThere = poll {
      last = (try? fileText(name)) ?? ""
      return last == text
    }
    if !isThere { throw Failure(description: "waited in vain for \(name); it holds: \(last)") }
  }

  private func wait(for what: String, _ isThere: ([String]) -> Bool) throws {
    var last: [String] = []
    let isThere = try poll {
      last = try screen()
      return isThere(last)
    }
    let shown = last.joined(separator: "\n")
    if !isThere {
      throw Failure(description: "waited in vain for \(what); the screen shows:\n\(shown)")
    }
  }

  /// Looks again and again until it is so; false when patience ends.
  private func poll(_ isSo: () throws -> Bool) rethrows -> Bool {
    let deadline = ContinuousClock.now + Self.patience
    while try !isSo() {
      guard ContinuousClock.now < deadline else { return false }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return true
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    guard let tmux = Self.tmux else {
      throw Failure(
        description: "tmux is not installed, and end-to-end tests drive it: .ci/install --tests")
    }
    let outcome = try Program.run(
      URL(fileURLWithPath: tmux), ["-L", "tokenlab", "-f", "/dev/null"] + arguments,
      environment: ["TMUX_TMPDIR": Self.isWatched ? "/tmp" : folder.url.path])
    guard outcome.status == 0 else {
      throw Failure(description: "tmux \(arguments.prefix(2)): \(outcome.errors)")
    }
    return outcome.out
  }
}
