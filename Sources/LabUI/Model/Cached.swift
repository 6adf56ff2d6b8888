/// The last answer to a question that takes time, kept with what it was asked of.
struct Cached<Key: Equatable & Sendable, Value: Sendable>: Sendable {
  private var last: (key: Key, value: Value)?

  /// The answer, if it was asked of this; nil where something else was asked of last.
  func value(of key: Key) -> Value? { value { $0 == key } }

  /// The answer, if what it was asked of will do.
  func value(where willDo: (Key) -> Bool) -> Value? {
    last.flatMap { willDo($0.key) ? $0.value : nil }
  }

  mutating func keep(_ value: Value, of key: Key) {
    last = (key, value)
  }
}
