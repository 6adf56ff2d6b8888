import Simulation
import TokenCore

enum CallsKey: String, FieldKey {
  case every, from, until, daily, spans
}

enum DailyKey: String, FieldKey {
  case from
  case length = "for"
  case days
}

enum SpanKey: String, FieldKey {
  case from, until
}

extension Activity {
  init(_ cursor: Cursor, lasts: TimeSpan) throws(ScenarioError) {
    let fields = try Fields<CallsKey>(cursor)
    let interval = try fields.required(.every).duration(atLeast: .seconds(1))
    for key in [CallsKey.daily, .spans] {
      try fields.refuse(.from, with: key)
      try fields.refuse(.until, with: key)
    }
    try fields.refuse(.daily, with: .spans)
    if let daily = fields[.daily] {
      self.init(interval: interval, presence: try Self.days(daily))
    } else if let spans = fields[.spans] {
      self.init(interval: interval, presence: try Self.spans(spans))
    } else {
      let from = try fields[.from]?.instant() ?? .start
      let until = try fields[.until]?.instantOrNever() ?? .start + lasts
      self.init(interval: interval, presence: [try fields.cursor.span(from, until)])
    }
  }

  /// A span on each of so many days.
  private static func days(_ cursor: Cursor) throws(ScenarioError) -> [Range<Instant>] {
    let fields = try Fields<DailyKey>(cursor)
    let from = try fields.required(.from).instant()
    let length = try fields.required(.length).duration(atLeast: .milliseconds(1))
    let days = try fields.required(.days).number(in: 1...Int64(maximumSpans))
    guard length <= .days(1) else {
      throw fields.cursor.error(
        "'for' wants at most 1d, found \(length.shortText): the days would overlap")
    }
    return (0..<days).map { day in
      let start = from + .days(day)
      return start..<start + length
    }
  }

  static let maximumSpans = 3650

  /// Spans in order, none of which begins before the one before it is over.
  private static func spans(_ cursor: Cursor) throws(ScenarioError) -> [Range<Instant>] {
    var spans: [Range<Instant>] = []
    for item in try cursor.items("a span", atMost: maximumSpans) {
      let fields = try Fields<SpanKey>(item)
      let span = try item.span(
        try fields.required(.from).instant(), try fields.required(.until).instantOrNever())
      guard (spans.last?.upperBound ?? .start) <= span.lowerBound else {
        throw item.error("a span wants to begin after the one before it has ended")
      }
      spans.append(span)
    }
    guard !spans.isEmpty else { throw cursor.error("\(cursor.label) wants at least one span") }
    return spans
  }
}

extension Cursor {
  /// A moment, or `never`: later than anything that a run can reach.
  fileprivate func instantOrNever() throws(ScenarioError) -> Instant {
    if text == "never" { return .distantFuture }
    guard let text, TimeSpan(text) != nil else { throw wants("a duration like 20m or never") }
    return try instant()
  }

  fileprivate func span(
    _ from: Instant, _ until: Instant
  ) throws(ScenarioError) -> Range<Instant> {
    guard from < until else {
      let fromText = (from - .start).shortText
      throw error(
        "'from' (\(fromText)) must come before 'until' (\((until - .start).shortText))")
    }
    return from..<until
  }
}
