import Testing

/// A file that is none, or whose bytes are none of a scenario or a key, and what is said of it.
struct InputFault: Sendable, CustomTestStringConvertible {
  /// Its name in a folder of the test's, or where it is.
  let name: String
  /// What brings it about: a line of shell in which `$f` is its path.
  let script: String
  let status: Int32
  let words: String
  /// What is said where it is given as a key; the same unless told otherwise.
  let keyWords: String

  init(
    _ name: String, making script: String = ":", _ status: Int32, _ words: String,
    asKey keyWords: String? = nil
  ) {
    self.name = name
    self.script = script
    self.status = status
    self.words = words
    self.keyWords = keyWords ?? words
  }

  var testDescription: String { name }

  /// One row is one file.
  static let all = [
    InputFault("missing.yaml", 66, "expected a file to read, found none"),
    InputFault("no/such/folder.yaml", 66, "expected a file to read, found none"),
    InputFault(
      "folder.yaml", making: "mkdir $f", 66, "expected a file to read, found a directory"),
    InputFault(
      "pipe.yaml", making: "mkfifo $f", 66,
      "expected a file to read, found a pipe that nobody writes to"),
    InputFault(
      "loop.yaml", making: "ln -s loop.yaml $f", 66, "found one that does not open: Too many levels"
    ),
    InputFault("/dev/zero", 66, "expected a file to read, found a device"),
    InputFault("/dev/null", 66, "expected a file to read, found a device"),
    InputFault("/dev/ptmx", 66, "expected a file to read, found a terminal"),
    InputFault("/dev/tty", 66, "expected a file to read, found a"),
    InputFault("/proc/self/mem", 74, "/proc/self/mem could not be read: Input/output error"),
    InputFault(
      "empty.yaml", making: ": >$f", 65, "empty.yaml:1: expected a scenario, found nothing",
      asKey: "empty.yaml' has 0 bytes"),
    InputFault(
      "large.yaml", making: "head -c 262145 /dev/zero >$f", 65,
      "large.yaml: a scenario file has at most 256 KiB, found 262145 bytes",
      asKey: "large.yaml: a key file has at most 64 KiB, found 262145 bytes"),
    InputFault(
      "utf-16.yaml",
      making: "printf '\\377\\376{\\0\"\\0k\\0t\\0y\\0\"\\0:\\0\"\\0o\\0c\\0t\\0' >$f", 65,
      "utf-16.yaml: expected UTF-8, found UTF-16: the first bytes are FF FE",
      asKey: "utf-16.yaml' is text in UTF-16"),
    InputFault(
      "latin-1.yaml", making: "printf 'scenario: a\\ntitle: caf\\351\\n' >$f", 65,
      "latin-1.yaml:2: expected UTF-8, found the byte 0xE9 at offset 22",
      asKey: "latin-1.yaml' has 24 bytes"),
    InputFault(
      "nul.yaml", making: "printf 'scenario: a\\0\\n' >$f", 65,
      "nul.yaml:1: expected text, found a NUL byte at offset 11", asKey: "nul.yaml' has 13 bytes"),
  ]
}
