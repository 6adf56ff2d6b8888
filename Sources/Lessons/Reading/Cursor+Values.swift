import TokenCore

extension Cursor {
  /// The longest time that a scenario speaks of: ten years.
  static let longest = SpanScale.most

  /// A duration in the notation of `TimeSpan`, of at least `minimum` and at most ten years.
  func duration(atLeast minimum: TimeSpan = .zero) throws(ScenarioError) -> TimeSpan {
    guard let text, let span = TimeSpan(text) else { throw wants("a duration like 15m") }
    guard span >= minimum else {
      throw wants(
        minimum == .milliseconds(1) ? "more than 0s" : "at least \(minimum.shortText)")
    }
    guard span <= Self.longest else { throw wants("at most \(Self.longest.shortText)") }
    return span
  }

  /// A duration above zero, or `none`, which gives nil.
  func durationOrNone() throws(ScenarioError) -> TimeSpan? {
    if text == "none" { return nil }
    guard let text, TimeSpan(text) != nil else { throw wants("a duration like 15m or none") }
    return try duration(atLeast: .milliseconds(1))
  }

  /// A duration that a minus sign may turn round, of at most ten years either way.
  func signedDuration() throws(ScenarioError) -> TimeSpan {
    let isNegative = text?.hasPrefix("-") == true
    guard let text, let span = TimeSpan(isNegative ? String(text.dropFirst()) : text) else {
      throw wants("a duration like 20m or -90s")
    }
    guard span <= Self.longest else { throw wants("at most \(Self.longest.shortText) either way") }
    return isNegative ? .zero - span : span
  }

  /// A moment, counted from the start of the run.
  func instant() throws(ScenarioError) -> Instant {
    .start + (try duration())
  }

  /// A moment not after the end of the run.
  func instant(within lasts: TimeSpan) throws(ScenarioError) -> Instant {
    let instant = try instant()
    guard instant <= .start + lasts else {
      throw wants("a time within 'lasts' (\(lasts.shortText))")
    }
    return instant
  }

  /// A whole number in decimal digits.
  func number<Number: FixedWidthInteger>(
    in range: ClosedRange<Number>
  ) throws(ScenarioError) -> Number {
    guard let text, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Number(text), range.contains(number)
    else { throw wants("a whole number from \(range.lowerBound) to \(range.upperBound)") }
    return number
  }

  func flag() throws(ScenarioError) -> Bool {
    try word(of: ["yes": true, "no": false, "true": true, "false": false])
  }

  /// One of a few words; `form` says what else the caller would have taken.
  func word<Value>(
    of words: KeyValuePairs<String, Value>, or form: String? = nil
  ) throws(ScenarioError) -> Value {
    if let value = words.first(where: { $0.key == text })?.value { return value }
    throw wants(alternatives(words.map(\.key) + (form.map { [$0] } ?? [])))
  }

  /// One of an enumeration's words.
  func word<Value: RawRepresentable & CaseIterable>(
    of type: Value.Type = Value.self
  ) throws(ScenarioError) -> Value where Value.RawValue == String {
    guard let text, let value = Value(rawValue: text) else {
      throw wants(alternatives(Value.allCases.map(\.rawValue)))
    }
    return value
  }
}
