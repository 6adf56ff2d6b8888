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
  case beforeExpiry, knownFrom, every, checksEvery

  var axis: PolicyAxis {
    switch self {
    case .beforeExpiry: .habitMargin
    case .knownFrom: .expirySource
    case .every: .habitInterval
    case .checksEvery: .checkInterval
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
      "'renews' wants \(RenewalHabit.Kind.asksThePerson.word) where there is nothing to renew with")
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
      for key in [RenewsKey.beforeExpiry, .knownFrom, .every] {
        try fields.refuse(key, with: .checksEvery)
      }
      self = .onCheck(every: try check.span(of: .checkInterval))
      return
    }
    if let margin = fields[.beforeExpiry] {
      self = .beforeExpiry(
        margin: try margin.span(of: .habitMargin),
        knownFrom: try fields[.knownFrom]?.choice() ?? .expiresIn)
    } else {
      let every = try fields.required(.every, or: RenewsKey.beforeExpiry.word)
      self = .onTimer(every: try every.span(of: .habitInterval))
    }
  }
}
