/// The axes of what gets a client its next access token, where that is no refresh token.
extension AxisDescription {
  static let renewal = AxisDescription(
    "renewal", word: "renewal",
    meaning: "How a client whose access token has ended gets another.",
    scale: .choice(ChoiceScale(.at(\.renewalKind))))

  static let reissueWindow = AxisDescription(
    "re-issue window", label: "window", depth: 1, word: "window",
    meaning: "How long an expired access token is exchanged for a new one.",
    scale: .span(
      SpanScale(
        .at(\.reissue, \.window), least: .milliseconds(1), rungs: windows,
        samples: [.seconds(30), .minutes(10), .days(5)])))

  static let reissueAnchor = AxisDescription(
    "re-issue window counts from", label: "window counts from", depth: 1, word: "from",
    meaning: "What the re-issue window is counted from.",
    scale: .choice(ChoiceScale(.at(\.reissue, \.anchor))))

  static let reissueLook = AxisDescription(
    "re-issue looks at the user", label: "looks at the user", depth: 1, word: "looks-at-user",
    meaning: "Whether the server reads the user's row before it gives another access token.",
    scale: .choice(
      ChoiceScale(
        .at(\.reissue, \.looksAtUser),
        no: "Nothing but the end of the window refuses, not even a changed password.",
        yes: "A disabled account and a password changed since the sign-in are refused.")))

  static let reissueRecord = AxisDescription(
    "re-issue looks at the record", label: "looks at the record", depth: 1, word: "looks-at-record",
    meaning: "Whether the server reads the token's own record before it gives another.",
    source: "RFC 7009 §3",
    scale: .choice(
      ChoiceScale(
        .at(\.reissue, \.looksAtRecord),
        no: "A token that was struck off is exchanged as long as its window is open.",
        yes: "A token that was struck off is exchanged for nothing.")))

  static let sessionIdle = AxisDescription(
    "session idle", label: "idle", depth: 1, word: "idle",
    meaning: "How long a session lasts without a request.",
    scale: .span(
      SpanScale(
        .at(\.session, \.idle), least: .milliseconds(1), rungs: lifetimes,
        samples: [.seconds(15), .minutes(30)])))

  static let sessionAbsolute = AxisDescription(
    "session absolute", label: "absolute", depth: 1, word: "absolute",
    meaning: "How long after the sign-in a session ends, however much it is used.",
    scale: .span(
      SpanScale(
        .at(\.session, \.absolute), least: .milliseconds(1), rungs: lifetimes,
        samples: [.minutes(1), .hours(8)])))

  static let cookieKind = AxisDescription(
    "session cookie", label: "cookie", depth: 1, word: "cookie",
    meaning: "How long the browser keeps the cookie that names the session.",
    source: "RFC 6265 §5.3", scale: .choice(ChoiceScale(.at(\.session, \.cookie))))

  static let cookieSameSite = AxisDescription(
    "SameSite", depth: 1, word: "same-site",
    meaning: "Whether the cookie goes along with what another site's page has the browser send.",
    source: "RFC 6265bis", scale: .choice(ChoiceScale(.at(\.session, \.sameSite))))

  static let cookieHeader = AxisDescription(
    "API asks for a header", label: "asks for a header", depth: 1, word: "asks-for-header",
    meaning: "Whether the API serves nobody without a header that another site's page cannot set.",
    source: "RFC 6750 §5.3",
    scale: .choice(
      ChoiceScale(
        .at(\.session, \.asksForHeader),
        no: "The cookie is enough, whichever page had the browser send it.",
        yes: "The cookie alone is refused: the application's own page adds a header.")))

  static let windows = [TimeSpan](rungs: "1m 10m 30m 1h 8h 1d 5d 30d")
  static let lifetimes = [TimeSpan](rungs: "1m 5m 15m 30m 1h 8h 1d 7d 30d 90d")
}
