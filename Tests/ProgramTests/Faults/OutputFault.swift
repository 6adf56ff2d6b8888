import Testing

/// Something that is wrong with standard output or standard error, as a shell brings it about, and
/// how a command ends that has something to write there.
struct OutputFault: Sendable, CustomTestStringConvertible {
  let name: String
  /// `"$0" "$@"` is the command.
  let script: String
  let status: Int32
  /// All of standard error.
  let errors: String

  var testDescription: String { name }

  /// One row is one fault.
  static let all = [
    OutputFault(
      name: "a full disk", script: #"exec "$0" "$@" >/dev/full"#, status: 74,
      errors: "tokenlab: standard output could not be written: No space left on device\n"),
    OutputFault(
      name: "closed output", script: #"exec "$0" "$@" >&-"#, status: 73,
      errors: "tokenlab: standard output is closed: nothing can be written\n"),
    OutputFault(
      name: "closed output and input", script: #"exec "$0" "$@" <&- >&-"#, status: 73,
      errors: "tokenlab: standard output is closed: nothing can be written\n"),
    OutputFault(
      name: "a broken pipe", script: brokenPipe + #"exec "$0" "$@" >&4 4>&-"#, status: 128 + 13,
      errors: ""),
    OutputFault(
      name: "a broken pipe, and nobody listens to its signal",
      script: brokenPipe + #"trap '' PIPE; exec "$0" "$@" >&4 4>&-"#, status: 141, errors: ""),
    OutputFault(
      name: "a full disk for both", script: #"exec "$0" "$@" >/dev/full 2>/dev/full"#, status: 74,
      errors: ""),
    OutputFault(
      name: "all three closed", script: #"exec "$0" "$@" <&- >&- 2>&-"#, status: 73, errors: ""),
  ]

  /// Standard error that takes nothing, which ends no command otherwise than it would have ended.
  static let ofErrors = [
    #"exec "$0" "$@" 2>&-"#, #"exec "$0" "$@" 2>/dev/full"#,
    brokenPipe + #"trap '' PIPE; exec "$0" "$@" 2>&4 4>&-"#,
  ]

  /// Opens a pipe as 4 and lets its only reader go.
  private static let brokenPipe =
    #"d=$(mktemp -d); mkfifo "$d/pipe"; exec 3<>"$d/pipe" 4>"$d/pipe" 3<&-; rm -r "$d"; "#
}
