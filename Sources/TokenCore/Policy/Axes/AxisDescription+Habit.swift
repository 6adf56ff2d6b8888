/// The axes of the client's half.
extension AxisDescription {
  static let habit = AxisDescription(
    "client renews", word: "renews", meaning: "What makes the application renew.",
    scale: .choice(ChoiceScale(.at(\.renewsKind))))

  static let habitMargin = AxisDescription(
    "renews before expiry by", label: "by", depth: 1, word: "before-expiry",
    meaning: "How long before the end of its access token the application renews.",
    scale: .span(
      SpanScale(
        .at(\.renewalMargin), least: .zero, rungs: [TimeSpan](rungs: "5s 30s 1m 5m 14m"),
        samples: [.seconds(10)])))

  static let expirySource = AxisDescription(
    "expiry known from", label: "known from", depth: 1, word: "known-from",
    meaning: "What tells the application when its access token ends.",
    scale: .choice(ChoiceScale(.at(\.expirySource))))

  static let habitInterval = AxisDescription(
    "renews on a timer by", label: "by", depth: 1, word: "every",
    meaning: "How often the application renews in the background.",
    scale: .span(
      SpanScale(
        .at(\.renewalInterval), least: .seconds(1), rungs: windows, samples: [.seconds(15)])))

  static let checkInterval = AxisDescription(
    "checks on a timer by", label: "by", depth: 1, word: "checks-every",
    meaning: "How often the application asks in the background whether its token is still good.",
    scale: .span(
      SpanScale(
        .at(\.checkInterval), least: .seconds(1), rungs: windows, samples: [.seconds(15)])))

  static let warningStart = AxisDescription(
    "warns before the end from", label: "from", depth: 1, word: "warned-from",
    meaning: "How long before the end the application begins to warn the person.",
    scale: .span(
      SpanScale(
        .at(\.warningStart), least: .milliseconds(1),
        rungs: [TimeSpan](rungs: "1m 5m 15m 1h 1d"), samples: [.seconds(15), .minutes(5)])))

  static let warningEnd = AxisDescription(
    "warns before the end until", label: "until", depth: 1, word: "warned-until",
    meaning: "How long before the end the application gives up warning the person.",
    scale: .span(
      SpanScale(
        .at(\.warningEnd), least: .zero, rungs: [TimeSpan](rungs: "0s 30s 1m 10m 1h"),
        samples: [.zero, .seconds(5)])))

  static let guarding = AxisDescription(
    "one refresh at a time", word: "guard",
    meaning: "Who waits for a refresh that is in flight already.",
    scale: .choice(ChoiceScale(.at(\.habit.guarding))))

  static let clockOffset = AxisDescription(
    "client's clock", depth: 1, word: "clock-offset",
    meaning: "How far the application's clock is ahead of the servers', or behind them.",
    scale: .span(
      SpanScale(
        .at(\.clockOffset), least: .zero - SpanScale.most,
        rungs: [TimeSpan](rungs: "1h 10m 5m 1m 10s").map { $0.times(-1) }
          + [TimeSpan](rungs: "0s 10s 1m 5m 10m 1h"),
        samples: [.zero, .seconds(30), .seconds(-30)])))

  static let responseTimeout = AxisDescription(
    "response time-out", word: "response-timeout",
    meaning: "How long the application waits for an answer before it gives up or tries again.",
    scale: .span(
      SpanScale(
        .at(\.habit.responseTimeout), least: .milliseconds(1),
        rungs: [TimeSpan](rungs: "1s 2s 5s 10s 30s"),
        samples: [.seconds(1), .seconds(2), .seconds(10)])))

  static let retries = AxisDescription(
    "retries", word: "retries",
    meaning: "How often the application sends the same refresh again when no answer comes.",
    scale: .count(CountScale(\.habit.retries, range: 0...100, samples: [0, 1, 2])))

  static let tokenStorage = AxisDescription(
    "tokens are kept in", word: "storage",
    meaning:
      "Where the application keeps its tokens, and so what is left once the browser was closed.",
    scale: .choice(ChoiceScale(.at(\.tokenStorage))))
}
