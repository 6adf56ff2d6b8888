import TokenCore

/// A value on its way into a scenario file, in YAML's flow style: `{every: 2m, from: 1m}`.
package indirect enum Written {
  /// One of the format's own words.
  case word(String)
  case number(Int)
  /// `yes` or `no`.
  case flag(Bool)
  case span(TimeSpan)
  /// What somebody else chose, quoted as far as it has to be.
  case text(String)
  case mapping([(key: String, value: Written)])
  case list([Written])

  /// The keys of one kind of mapping, in order; a key without a value is left out.
  static func fields<Key: FieldKey>(_ pairs: [(Key, Written?)]) -> Written {
    .mapping(pairs.compactMap { key, value in value.map { (key: key.rawValue, value: $0) } })
  }

  /// A length of time, or another word where there is none.
  static func span(_ span: TimeSpan?, or word: String) -> Written {
    span.map(Written.span) ?? .word(word)
  }

  static func moment(_ instant: Instant) -> Written { .span(instant - .start) }

  /// An enumeration's own word.
  static func named(_ value: some RawRepresentable<String>) -> Written {
    .word(value.rawValue)
  }

  /// The word of one of a choice's values.
  static func choice(_ value: some AxisChoice) -> Written { .word(value.word) }

  /// The word that a table of the reader has for a value.
  static func named<Value: Equatable>(
    _ value: Value, in words: KeyValuePairs<String, Value>
  ) -> Written? {
    words.first { $0.value == value }.map { .word($0.key) }
  }
}

extension Written {
  /// All on one line.
  var line: String {
    switch self {
    case .word(let word): word
    case .number(let number): "\(number)"
    case .flag(let isTrue): isTrue ? "yes" : "no"
    case .span(let span): span.shortText
    case .text(let text): quotedWhereNeeded(text)
    case .list(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\($0.key): \($0.value.line)" }.joined(separator: ", ") + "}"
    }
  }

  /// The same with the outermost level on lines of its own, each indented by two spaces.
  var block: [String] {
    switch self {
    case .word, .number, .flag, .span, .text: ["  " + line]
    case .list(let items): items.map { "  - " + $0.line }
    case .mapping(let pairs): pairs.map { "  \($0.key): \($0.value.line)" }
    }
  }

  /// The value, unless it is what the reader takes where nothing is written.
  func unless(_ isDefault: Bool) -> Written? { isDefault ? nil : self }
}
