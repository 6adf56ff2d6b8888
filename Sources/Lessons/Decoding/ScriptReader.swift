import Simulation
import TokenCore

enum ScriptKey: String, FieldKey {
  case at
  case command = "do"
  case device, person, by, revoking, admin, scope, strategy, policy, token, text, message, with
  case endpoint = "to"
  case span = "for"
  case server, parameters, basic, cookie, proof, headers, keep, together
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
    var lines: [(line: ScriptLine, cursor: Cursor)] = []
    for item in try cursor.items("a story line", atMost: Self.maximumLines) {
      lines += try self.lines(of: item)
      guard lines.count <= Self.maximumLines else {
        throw item.error("a story has at most \(Self.maximumLines) commands, found more")
      }
    }
    let sorted = lines.enumerated()
      .sorted { ($0.element.line.at, $0.offset) < ($1.element.line.at, $1.offset) }
      .map(\.element)
    try refuseUnknownNames(in: sorted)
    return sorted.map(\.line)
  }

  /// What no request before it asks to keep, a request cannot use; whether an answer brought it is the
  /// run's to say.
  private func refuseUnknownNames(
    in lines: [(line: ScriptLine, cursor: Cursor)]
  ) throws(ScenarioError) {
    var known: Set<String> = []
    for (line, cursor) in lines {
      guard case .visitor(let request) = line.command else { continue }
      if let name = request.keptNames.first(where: { !known.contains($0) }) {
        throw cursor.error(
          "'kept' wants a name that a request before it keeps, found \(quoted(name))")
      }
      known.formUnion(request.keeps.values)
    }
  }

  /// One item of the story: one command, or several at the same instant.
  private func lines(
    of item: Cursor
  ) throws(ScenarioError) -> [(line: ScriptLine, cursor: Cursor)] {
    let fields = try Fields<ScriptKey>(item)
    let at = try fields.required(.at).instant(within: lasts)
    guard let together = fields[.together] else {
      _ = try fields.required(.command, or: ScriptKey.together.rawValue)
      return [(ScriptLine(at: at, command: try command(fields)), item)]
    }
    try fields.refuseAll(but: [.at, .together], because: "beside 'together'")
    var lines: [(line: ScriptLine, cursor: Cursor)] = []
    for part in try together.items("a command", atMost: Self.maximumLines) {
      let fields = try Fields<ScriptKey>(part)
      try fields.refuse([.at, .together], because: "inside 'together'")
      lines.append((ScriptLine(at: at, command: try command(fields)), part))
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
