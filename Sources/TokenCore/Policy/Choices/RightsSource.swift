/// When it is decided what a token, or a session, lets its holder do.
public enum RightsSource: AxisChoice {
  /// When it is given: what the token or its row says then holds to its end.
  case atIssue
  /// At each request: what the rows of user and client no longer allow is gone at once. What they allow
  /// since then takes a new sign-in, since a grant never grows.
  case atRequest

  /// Whether the rows have a say at each request.
  package var isReadAgain: Bool {
    switch self {
    case .atIssue: false
    case .atRequest: true
    }
  }

  package var described: ValueDescription {
    switch self {
    case .atIssue:
      ValueDescription(
        "at-issue", label: "as they were at issue",
        meaning: "A right that was taken away is gone with the next token.")
    case .atRequest:
      ValueDescription(
        "at-request", label: "read at each request",
        meaning: "A right that was taken away is gone at the next request, where a record is read.",
        source: "RFC 7662 §2.2")
    }
  }
}
