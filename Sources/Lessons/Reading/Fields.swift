/// The keys that one kind of mapping takes. A new key is a new case: it is accepted, listed in
/// complaints about unknown keys, and looked for in the manual by a test.
protocol FieldKey: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {}

/// A mapping whose keys have all been recognised.
struct Fields<Key: FieldKey> {
  let cursor: Cursor
  private let values: [Key: Cursor]

  /// Refuses anything but a mapping, and any key that is not one of `Key`.
  init(_ cursor: Cursor) throws(ScenarioError) {
    let known = Key.allCases.map(\.rawValue)
    guard let pairs = cursor.pairs else {
      throw cursor.wants("a mapping of \(known.joined(separator: ", "))")
    }
    var values: [Key: Cursor] = [:]
    for (name, value) in pairs {
      guard let key = Key(rawValue: name) else {
        throw value.error(
          "\(cursor.label) takes the keys \(known.joined(separator: ", ")), found \(quoted(name))")
      }
      guard values.updateValue(value, forKey: key) == nil else {
        throw value.error("expected each key once, found \(quoted(name)) more than once")
      }
    }
    self.cursor = cursor
    self.values = values
  }

  subscript(key: Key) -> Cursor? { values[key] }

  /// The value of a key that has to be there; `alternative` says what would do instead.
  func required(
    _ key: Key, or alternative: String? = nil
  ) throws(ScenarioError) -> Cursor {
    if let value = values[key] { return value }
    guard let alternative else {
      throw cursor.error("\(cursor.label) wants '\(key.rawValue)', which is missing")
    }
    throw cursor.error(
      "\(cursor.label) wants '\(key.rawValue)' or '\(alternative)', found neither")
  }

  /// Refuses two keys that contradict each other.
  func refuse(_ key: Key, with other: Key) throws(ScenarioError) {
    guard let value = values[key], let otherValue = values[other] else { return }
    throw value.error(
      "\(value.label) and \(otherValue.label) (line \(otherValue.line)) exclude each other")
  }

  /// Refuses keys that mean nothing in view of something else, which `reason` names.
  func refuse(_ keys: [Key], because reason: String) throws(ScenarioError) {
    for key in keys {
      if let value = values[key] { throw value.error("\(value.label) means nothing \(reason)") }
    }
  }

  /// Refuses every key but those, in view of something that `reason` names.
  func refuseAll(but known: [Key], because reason: String) throws(ScenarioError) {
    try refuse(Key.allCases.filter { !known.contains($0) }, because: reason)
  }
}
