import TokenCore

extension HabitOverride {
  /// What makes the habit out of a strategy's own.
  init(from strategy: Strategy, to habit: ClientHabit) {
    let usual = strategy.habit
    self.init(
      renews: habit.renews == usual.renews ? nil : habit.renews,
      guarding: habit.guarding == usual.guarding ? nil : habit.guarding,
      clockOffset: habit.clockOffset == usual.clockOffset ? nil : habit.clockOffset,
      responseTimeout: habit.responseTimeout == usual.responseTimeout ? nil : habit.responseTimeout,
      retries: habit.retries == usual.retries ? nil : habit.retries,
      storage: habit.storage == usual.storage ? nil : habit.storage)
  }

  /// Nil where nothing is said.
  var written: Written? {
    guard self != HabitOverride() else { return nil }
    return .fields([
      (HabitKey.renews, renews?.written), (.guarding, guarding.map { .choice($0) }),
      (.clockOffset, clockOffset.map { .span($0) }),
      (.responseTimeout, responseTimeout.map { .span($0) }),
      (.retries, retries.map { .word("\($0)") }), (.storage, storage.map { .choice($0) }),
    ])
  }
}

extension RenewalHabit {
  fileprivate var written: Written {
    switch self {
    case .whenRefused, .asksThePerson: .choice(kind)
    case .beforeExpiry(let margin, let source):
      .fields([
        (RenewsKey.beforeExpiry, .span(margin)),
        (.knownFrom, .choice(source).unless(source == .expiresIn)),
      ])
    case .onTimer(let every): .fields([(RenewsKey.every, .span(every))])
    case .whenWarned(let start, let stop):
      .fields([(RenewsKey.warnedFrom, .span(start)), (.warnedUntil, .span(stop))])
    case .onCheck(let every): .fields([(RenewsKey.checksEvery, .span(every))])
    }
  }
}
