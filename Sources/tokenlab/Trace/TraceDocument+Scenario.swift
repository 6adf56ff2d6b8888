import JOSE
import Lessons
import Narrative
import Simulation
import TokenCore

extension TraceDocument {
  /// The document of a scenario's run, with tokens read by `JOSE` and commands as files have them.
  init(_ scenario: Scenario, end: TimeSpan, withSecrets: Bool) {
    let setting = scenario.setting
    let words = Words(
      claims: { text in
        LabCryptography().anatomy(of: text).map { anatomy in
          .object(anatomy.claims.map { JSONText.Member($0.name, .written($0.json)) })
        }
      },
      command: { command in
        let arguments = command.arguments(in: setting).filter { $0.name != "device" }
        return (
          command.scenarioWord,
          .object(arguments.map { JSONText.Member($0, as: $1, withSecrets: withSecrets) })
        )
      })
    self.init(
      name: scenario.name, title: scenario.title, setting: setting, end: end,
      withSecrets: withSecrets, words: words, LabCryptography())
  }
}

extension JSONText.Member {
  /// A key of a scenario file and its value. What somebody wrote out by hand, a token or a client's
  /// secret perhaps, counts as secret.
  fileprivate init(_ key: String, as value: Written?, withSecrets: Bool) {
    let isHidden = !withSecrets && ["text", "value", "secret", "ath"].contains(key)
    guard let value, !isHidden else {
      self.init(key, .null)
      return
    }
    if case .span(let span) = value {
      self.init(key + "_ms", .integer(span.milliseconds))
    } else {
      self.init(key, JSONText(value, withSecrets: withSecrets))
    }
  }
}

extension JSONText {
  fileprivate init(_ value: Written, withSecrets: Bool) {
    switch value {
    case .word(let text), .text(let text): self = .string(text)
    case .number(let number): self.init(number)
    case .flag(let isTrue): self = .boolean(isTrue)
    case .span(let span): self = .integer(span.milliseconds)
    case .list(let values): self = .array(values.map { JSONText($0, withSecrets: withSecrets) })
    case .mapping(let pairs):
      self = .object(pairs.map { JSONText.Member($0.key, as: $0.value, withSecrets: withSecrets) })
    }
  }
}
