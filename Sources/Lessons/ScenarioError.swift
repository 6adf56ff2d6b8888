/// Why a scenario cannot be read, as one line: where, what was expected, what was found.
///
///     first-login.yaml:12: 'at' wants a duration like 15m, found "soon"
///
/// Whatever the file put into the text is harmless to a terminal: control and formatting characters
/// are written out as `\u{1B}`.
public struct ScenarioError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name as the caller gave it.
  public let file: String
  /// Counted from 1; nil where the complaint is about the file as a whole.
  public let line: Int?
  public let problem: String

  public init(file: String, line: Int? = nil, problem: String) {
    self.file = harmless(file)
    self.line = line
    self.problem = harmless(problem)
  }

  public var description: String {
    guard let line else { return "\(file): \(problem)" }
    return "\(file):\(line): \(problem)"
  }
}
