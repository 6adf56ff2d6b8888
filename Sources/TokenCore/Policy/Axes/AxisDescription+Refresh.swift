/// The axes of a refresh token.
extension AxisDescription {
  static let refreshForm = AxisDescription(
    "refresh form", word: "form", meaning: "What a refresh token is.",
    scale: .choice(ChoiceScale(.at(\.refreshFormKind))))

  static let refreshIdle = AxisDescription(
    "refresh idle", word: "idle",
    meaning: "How long a refresh token lives without use.", source: "RFC 9700 §4.14.2",
    scale: .span(
      SpanScale(
        \.refreshIdle, least: .milliseconds(1), rungs: lifetimes, unlimited: "no limit",
        samples: [nil, .minutes(2), .hours(1)])))

  static let refreshAbsolute = AxisDescription(
    "refresh absolute", word: "absolute",
    meaning: "How long after the sign-in nothing can be refreshed any more, however active.",
    source: "ASVS 5.0 10.4.8",
    scale: .span(
      SpanScale(
        \.refreshAbsolute, least: .milliseconds(1), rungs: lifetimes, unlimited: "no limit",
        samples: [nil, .minutes(10), .hours(1)])))

  static let rotation = AxisDescription(
    "rotation", word: "rotation",
    meaning: "Whether using a refresh token gives a new one in its place.",
    source: "RFC 9700 §4.14.2", scale: .choice(ChoiceScale(.at(\.rotationKind))))

  static let spendingGap = AxisDescription(
    "spending gap", depth: 1, word: "spends-after",
    meaning:
      "How long after it has read a refresh token the server writes that the token is spent; "
      + "another request in between finds it unspent.",
    source: "RFC 6819 §5.2.2.3",
    scale: .span(
      SpanScale(
        .at(\.spendingGap), least: .zero, rungs: [TimeSpan](rungs: "0s 10ms 50ms 200ms 1s 5s"),
        samples: [.zero, .zero, .zero, .milliseconds(150)])))

  static let reuseResponse = AxisDescription(
    "on reuse", depth: 1, word: "on-reuse",
    meaning: "What the server does when a spent refresh token comes back.",
    source: "RFC 9700 §4.14.2", scale: .choice(ChoiceScale(.at(\.reuseResponse))))

  static let grace = AxisDescription(
    "grace", depth: 1, word: "grace",
    meaning: "When a spent refresh token is taken for an honest retry.",
    scale: .choice(ChoiceScale(.at(\.graceKind))))

  static let graceLength = AxisDescription(
    "grace window", label: "length", depth: 2, word: "window",
    meaning: "How long a spent refresh token is taken for an honest retry.",
    scale: .span(
      SpanScale(
        .at(\.window, \.length), least: .milliseconds(1),
        rungs: [TimeSpan](rungs: "1s 2s 5s 10s 30s 1m 5m 30m"),
        samples: [.seconds(3), .seconds(30)])))

  static let graceAnswer = AxisDescription(
    "grace gives", label: "gives", depth: 2, word: "answer",
    meaning: "What a retry inside the window is given.",
    scale: .choice(ChoiceScale(.at(\.window, \.answer))))

  static let graceReach = AxisDescription(
    "grace for", label: "for", depth: 2, word: "for",
    meaning: "Which spent refresh tokens the window is for.",
    scale: .choice(ChoiceScale(.at(\.window, \.reach))))

  static let graceAnchor = AxisDescription(
    "grace counts from", label: "counts from", depth: 2, word: "from",
    meaning: "What starts the window.", scale: .choice(ChoiceScale(.at(\.window, \.anchor))))

  static let graceTimes = AxisDescription(
    "grace times", label: "times", depth: 2, word: "times",
    meaning: "How often a spent refresh token is taken for a retry inside the window.",
    scale: .count(
      CountScale(
        \.window, \.times, range: 1...10, unlimited: "any number", samples: [nil, 1, 2])))

  static let binding = AxisDescription(
    "RT bound to", word: "bound-to",
    meaning: "Whether holding a refresh token is enough to use it.", source: "RFC 9700 §4.14.2",
    scale: .choice(ChoiceScale(.at(\.refresh, \.binding))))

  static let client = AxisDescription(
    "client", word: "client",
    meaning: "Whether the application can keep a secret of its own.", source: "RFC 6749 §2.1",
    scale: .choice(ChoiceScale(.at(\.refresh, \.client))))

  static let memory = AxisDescription(
    "memory", label: "spent remembered for", word: "memory",
    meaning: "How long a spent refresh token is recognised when it comes back.",
    scale: .span(
      SpanScale(
        \.memory, least: .milliseconds(1), rungs: [TimeSpan](rungs: "1m 10m 1h 1d 7d"),
        unlimited: "the family's life", samples: [nil, nil, .minutes(1)])))
}
