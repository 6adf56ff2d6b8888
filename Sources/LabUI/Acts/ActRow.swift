import Canvas
import Simulation

/// What there is to say of an act, and what it does.
struct ActRow {
  let keys: [Key]
  var wireKeys: [Key] = []
  let label: String
  let sentence: String
  let deed: Deed
  /// Why it would do nothing; of an order this is asked only where there is none to give.
  let obstacle: (LabModel) -> String?

  enum Deed {
    /// Gives an order to the world; nil where there is nothing that it could be about.
    case order((LabModel) -> Command?)
    /// Goes to another moment.
    case travel((inout LabModel) -> Void)
    /// Changes what is looked at, or asks for something outside.
    case change((inout LabModel) -> [Effect])
  }
}

extension ActRow {
  /// An order about the focused device or its person.
  static func order(
    _ keys: [Key], _ label: String, _ sentence: String,
    _ command: @escaping (LabModel) -> Command
  ) -> ActRow {
    ActRow(
      keys: keys, label: label, sentence: sentence, deed: .order { command($0) },
      obstacle: { _ in nil })
  }

  /// An order that no key gives.
  static func order(
    _ label: String, _ sentence: String, _ command: @escaping (LabModel) -> Command
  ) -> ActRow {
    order([], label, sentence, command)
  }

  /// An order about the messages that are selected on the stopped wire.
  static func message(
    _ wireKey: Key, _ label: String, _ sentence: String,
    unless obstacle: @escaping (LabModel) -> String? = { _ in "nothing is on the wire" },
    _ order: @escaping (LabModel) -> WireOrder?
  ) -> ActRow {
    ActRow(
      keys: [], wireKeys: [wireKey], label: label, sentence: sentence,
      deed: .order { order($0).map(Command.wire) }, obstacle: obstacle)
  }

  static func travel(
    _ keys: [Key], _ label: String, _ sentence: String,
    unless obstacle: @escaping (LabModel) -> String? = { _ in nil },
    _ change: @escaping (inout LabModel) -> Void
  ) -> ActRow {
    ActRow(
      keys: keys, label: label, sentence: sentence, deed: .travel(change), obstacle: obstacle)
  }

  static func change(
    _ keys: [Key], _ label: String, _ sentence: String,
    unless obstacle: @escaping (LabModel) -> String? = { _ in nil },
    _ change: @escaping (inout LabModel) -> Void
  ) -> ActRow {
    effect(keys, label, sentence, unless: obstacle) { model in
      change(&model)
      return []
    }
  }

  /// A change that has the program do something outside.
  static func effect(
    _ keys: [Key], _ label: String, _ sentence: String,
    unless obstacle: @escaping (LabModel) -> String? = { _ in nil },
    _ change: @escaping (inout LabModel) -> [Effect]
  ) -> ActRow {
    ActRow(
      keys: keys, label: label, sentence: sentence, deed: .change(change), obstacle: obstacle)
  }
}
