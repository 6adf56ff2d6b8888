import Simulation
import TokenCore

enum ScriptKey: String, FieldKey {
  case at
  case command = "do"
  case device, person, by, revoking, admin, scope, strategy, policy, token, text, message, with
  case endpoint = "to"
  case span = "for"
  case server, parameters, basic, together
}

/// Reads a story against the cast that it is about.
struct ScriptReader {
  static let maximumLines = 10_000

  let cast: Cast
  let lasts: TimeSpan

  init(_ cast: Cast, lasts: TimeSpan) {
    self.cast = cast
    self.lasts = lasts
  }

  /// The lines by time; those of the same time stay in the file's order.
  func lines(_ cursor: Cursor) throws(ScenarioError) -> [ScriptLine] {
    var lines: [ScriptLine] = []
    for item in try cursor.items("a story line", atMost: Self.maximumLines) {
      lines += try self.lines(of: item)
      guard lines.count <= Self.maximumLines else {
        throw item.error("a story has at most \(Self.maximumLines) commands, found more")
      }
    }
    return lines.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  /// One item of the story: one command, or several at the same instant.
  private func lines(of item: Cursor) throws(ScenarioError) -> [ScriptLine] {
    let fields = try Fields<ScriptKey>(item)
    let at = try fields.required(.at).instant(within: lasts)
    guard let together = fields[.together] else {
      _ = try fields.required(.command, or: ScriptKey.together.rawValue)
      return [ScriptLine(at: at, command: try command(fields))]
    }
    try fields.refuseAll(but: [.at, .together], because: "beside 'together'")
    var lines: [ScriptLine] = []
    for part in try together.items("a command", atMost: Self.maximumLines) {
      let fields = try Fields<ScriptKey>(part)
      try fields.refuse([.at, .together], because: "inside 'together'")
      lines.append(ScriptLine(at: at, command: try command(fields)))
    }
    return lines
  }

  private func command(_ fields: Fields<ScriptKey>) throws(ScenarioError) -> Command {
    let word: CommandWord = try fields.required(.command).word()
    try fields.refuseAll(
      but: [.at, .together, .command] + word.arguments, because: "with do: \(word.rawValue)")
    return try word.command(CommandArguments(fields: fields, cast: cast))
  }
}
