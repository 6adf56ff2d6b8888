/// The values of one axis that is a closed choice, each described once. Where a value carries more than
/// its name, the choice is its kind, and what it carries are axes of their own.
package protocol AxisChoice: CaseIterable, Codable, Hashable, Sendable {
  /// What files, screens and random runs know of this value.
  var described: ValueDescription { get }
  /// Every value in the order in which a complaint lists them; the order of the cases, in which a person
  /// would try them, unless the choice says otherwise.
  static var listed: [Self] { get }
}

extension AxisChoice {
  package static var listed: [Self] { Array(allCases) }

  /// The value in a scenario file.
  package var word: String { described.word }
  /// The value on a screen.
  package var label: String { described.label }

  /// Reads the value's word in a scenario file.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let word = try container.decode(String.self)
    guard let value = Self.listed.first(where: { sameBytes($0.word, word) }) else {
      let words = Self.listed.map(\.word).joined(separator: ", ")
      throw container.refusal(expected: "one of \(words)", found: "\"\(word)\"")
    }
    self = value
  }

  /// Writes the value's word in a scenario file.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(word)
  }
}

/// What is said of one value of a choice, wherever it is read, written or shown.
package struct ValueDescription: Hashable, Sendable {
  /// What files call it.
  package let word: String
  /// How files write it.
  package let form: FileForm
  /// A few words for a screen, at most 30 columns.
  package let label: String
  /// One sentence of what it does, without the value's name.
  package let meaning: String
  /// The specification that has it, with its section; nil where none has.
  package let source: String?
  /// How often it is drawn, against the other values of its axis.
  let odds: Int

  init(
    _ word: String, _ form: FileForm = .word, label: String, meaning: String,
    source: String? = nil, odds: Int = 1
  ) {
    self.word = word
    self.form = form
    self.label = label
    self.meaning = meaning
    self.source = source
    self.odds = odds
  }
}

/// How a scenario file writes a value: by its word, as a mapping of which an example is given, or either.
package enum FileForm: Hashable, Sendable {
  case word
  case mapping(String)
  case wordOrMapping(String)

  /// Whether the word alone will do.
  package var takesWord: Bool {
    switch self {
    case .word, .wordOrMapping: true
    case .mapping: false
    }
  }

  /// An example of the mapping, where there is one.
  package var example: String? {
    switch self {
    case .word: nil
    case .mapping(let example), .wordOrMapping(let example): example
    }
  }
}
