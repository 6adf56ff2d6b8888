/// What makes a client renew.
public enum RenewalHabit: Hashable, Codable, Sendable {
  /// A 401: it refreshes and then repeats the call once (RFC 6750 §3.1).
  case whenRefused
  /// Use after the end less the margin, zero or more: it refreshes first. A 401 still makes it
  /// refresh.
  case beforeExpiry(margin: TimeSpan, knownFrom: ExpirySource = .expiresIn)
  /// A timer in the background, of a second or more, whether or not anybody is there.
  case onTimer(every: TimeSpan)
  /// A timer in the background asks the API whether the access token is still good, every second or
  /// more; a 401 makes it refresh.
  case onCheck(every: TimeSpan)
  /// The person, whom it warns of the end at every use from so long before it until so long before it.
  /// Whoever is there of their own accord has it renew then.
  case whenWarned(from: TimeSpan, until: TimeSpan)
  /// Nothing: the person is asked to sign in again.
  case asksThePerson

  /// The habit of that kind: a minute before the end, every fourteen minutes, a check every five, or a
  /// warning from an hour to ten minutes before the end.
  package init(_ kind: Kind) {
    switch kind {
    case .whenRefused: self = .whenRefused
    case .beforeExpiry: self = .beforeExpiry(margin: .minutes(1))
    case .onTimer: self = .onTimer(every: .minutes(14))
    case .onCheck: self = .onCheck(every: .minutes(5))
    case .whenWarned: self = .whenWarned(from: .minutes(60), until: .minutes(10))
    case .asksThePerson: self = .asksThePerson
    }
  }

  /// Where it learns when its access token ends; nil for one that does not ask.
  package var expirySource: ExpirySource? {
    if case .beforeExpiry(_, let source) = self { source } else { nil }
  }

  /// How often its timer goes off; nil for one that has none.
  package var interval: TimeSpan? {
    switch self {
    case .onTimer(let every), .onCheck(let every): every
    case .whenRefused, .beforeExpiry, .whenWarned, .asksThePerson: nil
    }
  }

  /// The habit without the time that goes with it.
  package var kind: Kind {
    switch self {
    case .whenRefused: .whenRefused
    case .beforeExpiry: .beforeExpiry
    case .onTimer: .onTimer
    case .onCheck: .onCheck
    case .whenWarned: .whenWarned
    case .asksThePerson: .asksThePerson
    }
  }

  /// What makes a client renew.
  package enum Kind: AxisChoice {
    case whenRefused, beforeExpiry, onTimer, onCheck, whenWarned, asksThePerson
  }
}

extension RenewalHabit.Kind {
  package var described: ValueDescription {
    switch self {
    case .whenRefused:
      ValueDescription(
        "when-refused", label: "after a 401",
        meaning: "A refused call makes the application renew, and repeat the call once.",
        source: "RFC 6750 §3.1")
    case .beforeExpiry:
      ValueDescription(
        "before-expiry", .mapping("{before-expiry: 60s}"), label: "before expiry",
        meaning: "The application renews before a call when the end is near.",
        source: "RFC 6749 §5.1")
    case .onTimer:
      ValueDescription(
        "every", .mapping("{every: 10m}"), label: "on a timer",
        meaning: "The application renews in the background, whether or not anybody is there.")
    case .onCheck:
      ValueDescription(
        "checks-every", .mapping("{checks-every: 5m}"), label: "after a check on a timer",
        meaning:
          "The application asks the API in the background whether its token is still good, and "
          + "renews when it is not.")
    case .whenWarned:
      ValueDescription(
        "warned-from", .mapping("{warned-from: 60m, warned-until: 10m}"), label: "warned, by hand",
        meaning: "The application warns of the end at every use, and the person has it renew.")
    case .asksThePerson:
      ValueDescription(
        "asks-the-person", label: "never: asks to sign in",
        meaning: "The application asks the person to sign in again.")
    }
  }
}
