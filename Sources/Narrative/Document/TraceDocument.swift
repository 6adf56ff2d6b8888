import Simulation
import TokenCore

/// A run as one JSON document: what it started from, every event on a line of its own, and how things
/// stand at the end. `Assets/Schemas/trace.schema.json` says what is in it.
///
/// Every object has all the members of its kind; null says that one has no value.
package struct TraceDocument: TraceForm {
  package static let format = "tokenlab-trace"
  package static let version = 2

  let name: String
  let title: String
  let setting: Setting
  let end: TimeSpan
  /// Whether it has what opens something: whole tokens, keys, and what was written out by hand.
  let withSecrets: Bool
  let words: Words
  /// What other rooms know how to say.
  package struct Words {
    /// The claims of a signed token; nil for any other text.
    let claims: (String) -> JSONText?
    /// A command as a scenario file has it: its word, and what stands beside it.
    let command: (Command) -> (word: String, arguments: JSONText)

    package init(
      claims: @escaping (String) -> JSONText?,
      command: @escaping (Command) -> (word: String, arguments: JSONText)
    ) {
      self.claims = claims
      self.command = command
    }
  }

  /// The tokens that servers gave out so far.
  private(set) var given: GivenTokens
  /// The keys that the server has published so far.
  private(set) var publications = Publications()
  /// The newest event, which is not written before it is known whether a comma follows.
  private var newest: String?

  /// The run called `name` of a world with that setting, up to `end`.
  package init(
    name: String, title: String, setting: Setting, end: TimeSpan, withSecrets: Bool, words: Words,
    _ cryptography: any TokenCryptography
  ) {
    self.name = name
    self.title = title
    self.setting = setting
    self.end = end
    self.withSecrets = withSecrets
    self.words = words
    given = GivenTokens(cryptography)
  }

  package mutating func opening(of world: World) -> [String] {
    publications.note(world.authorizationServer, at: .start)
    return [
      "{\"format\":\"\(Self.format)\",\"version\":\(Self.version),", "\"run\":\(run.line),",
      "\"events\":[",
    ]
  }

  package mutating func lines(for event: TraceEvent, in world: World) -> [String] {
    if case .answered(let exchange) = event.kind { given.note(exchange.response) }
    if event.changesKeys { publications.note(world.authorizationServer, at: event.at) }
    let line = self.event(event, in: world.authorizationServer).line
    defer { newest = line }
    return newest.map { [$0 + ","] } ?? []
  }

  package func ending(of world: World) -> [String] {
    [newest].compactMap(\.self) + [
      "],", "\"end\":\(endState(of: world).line),", "\"keys\":\(keys.line)}",
    ]
  }

  /// The text of something secret, where secrets are shown.
  func secret(_ text: String) -> JSONText { withSecrets ? .string(text) : .null }
}
