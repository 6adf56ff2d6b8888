import TokenCore

enum HabitKey: AxisKey {
  case renews, guarding, clockOffset, responseTimeout, retries, storage

  var axis: PolicyAxis {
    switch self {
    case .renews: .habit
    case .guarding: .guarding
    case .clockOffset: .clockOffset
    case .responseTimeout: .responseTimeout
    case .retries: .retries
    case .storage: .tokenStorage
    }
  }
}

enum RenewsKey: AxisKey {
  case beforeExpiry, knownFrom, every, checksEvery, warnedFrom, warnedUntil

  var axis: PolicyAxis {
    switch self {
    case .beforeExpiry: .habitMargin
    case .knownFrom: .expirySource
    case .every: .habitInterval
    case .checksEvery: .checkInterval
    case .warnedFrom: .warningStart
    case .warnedUntil: .warningEnd
    }
  }
}

extension HabitOverride {
  /// What the file says of the clients; nothing where it says nothing.
  init(_ cursor: Cursor?) throws(ScenarioError) {
    self.init()
    guard let cursor else { return }
    let fields = try Fields<HabitKey>(cursor)
    renews = try fields[.renews].map(RenewalHabit.init)
    guarding = try fields[.guarding]?.choice()
    clockOffset = try fields[.clockOffset]?.span(of: .clockOffset)
    responseTimeout = try fields[.responseTimeout]?.span(of: .responseTimeout)
    retries = try fields[.retries]?.count(of: .retries)
    storage = try fields[.storage]?.choice()
  }

  /// Refuses a way to renew that the policy does not allow for.
  func refuse(at cursor: Cursor?, with policy: Policy) throws(ScenarioError) {
    guard let cursor, let renews, !renews.suits(policy) else { return }
    throw cursor.error(
      "'renews' wants \(RenewalHabit.Kind.asksThePerson.word) or "
        + "\(RenewalHabit.Kind.onCheck.word) where there is nothing to renew with")
  }
}

extension RenewalHabit {
  init(_ cursor: Cursor) throws(ScenarioError) {
    guard cursor.isMapping else {
      self.init(try cursor.choice(of: Kind.self))
      return
    }
    let fields = try Fields<RenewsKey>(cursor)
    try fields.refuse(.every, with: .beforeExpiry)
    try fields.refuse(.every, with: .knownFrom)
    if let check = fields[.checksEvery] {
      try fields.refuseAll(but: [.checksEvery], because: "with 'checks-every'")
      self = .onCheck(every: try check.span(of: .checkInterval))
      return
    }
    if let start = fields[.warnedFrom] {
      try fields.refuseAll(but: [.warnedFrom, .warnedUntil], because: "with 'warned-from'")
      self = try .warned(from: start, until: fields.required(.warnedUntil))
      return
    }
    try fields.refuse([.warnedUntil], because: "without 'warned-from'")
    if let margin = fields[.beforeExpiry] {
      self = .beforeExpiry(
        margin: try margin.span(of: .habitMargin),
        knownFrom: try fields[.knownFrom]?.choice() ?? .expiresIn)
    } else {
      let every = try fields.required(.every, or: RenewsKey.beforeExpiry.word)
      self = .onTimer(every: try every.span(of: .habitInterval))
    }
  }

  /// A warning that ends before it begins would never be seen.
  private static func warned(
    from start: Cursor, until stop: Cursor
  ) throws(ScenarioError) -> RenewalHabit {
    let (from, until) = (try start.span(of: .warningStart), try stop.span(of: .warningEnd))
    guard until < from else {
      throw stop.error(
        "'warned-until' wants a duration below 'warned-from', \(from.shortText), "
          + "found \(until.shortText)")
    }
    return .whenWarned(from: from, until: until)
  }
}
