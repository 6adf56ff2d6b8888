import TokenCore

enum HabitKey: String, FieldKey {
  case renews
  case guarding = "guard"
  case clockOffset = "clock-offset"
  case responseTimeout = "response-timeout"
  case retries
}

enum RenewsKey: String, FieldKey {
  case beforeExpiry = "before-expiry"
  case every
}

extension HabitOverride {
  /// What the file says of the clients; nothing where it says nothing.
  init(_ cursor: Cursor?) throws(ScenarioError) {
    self.init()
    guard let cursor else { return }
    let fields = try Fields<HabitKey>(cursor)
    renews = try fields[.renews].map(RenewalHabit.init)
    guarding = try fields[.guarding]?.word()
    clockOffset = try fields[.clockOffset]?.signedDuration()
    responseTimeout = try fields[.responseTimeout]?.duration(atLeast: .milliseconds(1))
    retries = try fields[.retries]?.number(in: 0...100)
  }

  /// Refuses a way to renew that the policy does not allow for.
  func refuse(at cursor: Cursor?, with policy: Policy) throws(ScenarioError) {
    guard let cursor, let renews, !renews.suits(policy) else { return }
    throw cursor.error("'renews' wants asks-the-person where there is nothing to renew with")
  }
}

extension RenewalHabit {
  init(_ cursor: Cursor) throws(ScenarioError) {
    guard cursor.isMapping else {
      self = try cursor.word(
        of: ["when-refused": .whenRefused, "asks-the-person": .asksThePerson],
        or: "{before-expiry: 60s} or {every: 10m}")
      return
    }
    let fields = try Fields<RenewsKey>(cursor)
    try fields.refuse(.every, with: .beforeExpiry)
    if let margin = fields[.beforeExpiry] {
      self = .beforeExpiry(margin: try margin.duration())
    } else {
      let every = try fields.required(.every, or: "before-expiry")
      self = .onTimer(every: try every.duration(atLeast: .seconds(1)))
    }
  }
}
