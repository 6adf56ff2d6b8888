import Simulation
import TokenCore

extension PolicyAxis {
  func moveRenewal(_ draft: inout PolicyDraft, _ step: Step) -> Bool {
    if self == .renewal { return moveRenewalKind(&draft, step) }
    if var reissue = draft.reissue {
      defer { draft.reissue = reissue }
      switch self {
      case .reissueWindow: return move(&reissue.window, step, on: Ladder.window)
      case .reissueAnchor: return move(&reissue.anchor, step, among: ReissueAnchor.allCases)
      case .reissueLook: return move(&reissue.looksAtUser, step, among: [false, true])
      default: return false
      }
    }
    guard var session = draft.session else { return false }
    defer { draft.session = session }
    switch self {
    case .sessionIdle: return move(&session.idle, step, on: Ladder.refreshLifetime)
    case .sessionAbsolute: return move(&session.absolute, step, on: Ladder.refreshLifetime)
    default: return false
    }
  }

  /// Each kind comes back as it was at the start, or as a shipped strategy has it.
  private func moveRenewalKind(_ draft: inout PolicyDraft, _ step: Step) -> Bool {
    let kinds: [Renewal] = [
      .none, Strategy.refreshWindow.policy.renewal, .everyRequest,
      Strategy.serverSession.policy.renewal, Strategy.rotationStrict.policy.renewal,
    ]
    let start = draft.start.policy.renewal
    let index = kinds.firstIndex { $0.kindWords == draft.policy.renewal.kindWords } ?? 0
    guard kinds.indices.contains(index + step.rawValue) else { return false }
    let next = kinds[index + step.rawValue]
    draft.policy.renewal = next.kindWords == start.kindWords ? start : next
    return true
  }

  func moveHabit(_ habit: inout ClientHabit, _ step: Step) -> Bool {
    switch self {
    case .habit: return moveHabitKind(&habit, step)
    case .habitSpan: return moveHabitSpan(&habit, step)
    case .guarding: return move(&habit.guarding, step, among: RefreshGuard.allCases)
    case .clockOffset: return move(&habit.clockOffset, step, on: Ladder.offset)
    default: return false
    }
  }

  private func moveHabitKind(_ habit: inout ClientHabit, _ step: Step) -> Bool {
    let kinds: [RenewalHabit] = [
      .whenRefused, .beforeExpiry(margin: .minutes(1)), .onTimer(every: .minutes(14)),
      .asksThePerson,
    ]
    let index = kinds.firstIndex { $0.kindWords == habit.renews.kindWords } ?? 0
    guard kinds.indices.contains(index + step.rawValue) else { return false }
    habit.renews = kinds[index + step.rawValue]
    return true
  }

  private func moveHabitSpan(_ habit: inout ClientHabit, _ step: Step) -> Bool {
    switch habit.renews {
    case .beforeExpiry(var margin):
      defer { habit.renews = .beforeExpiry(margin: margin) }
      return move(&margin, step, on: Ladder.margin)
    case .onTimer(var every):
      defer { habit.renews = .onTimer(every: every) }
      return move(&every, step, on: Ladder.window)
    case .whenRefused, .asksThePerson: return false
    }
  }
}

extension PolicyAxis {
  func move(_ value: inout TimeSpan, _ step: Step, on rungs: [TimeSpan]) -> Bool {
    guard let next = Ladder.step(value, step, on: rungs) else { return false }
    value = next
    return true
  }

  /// Nil stands above the highest rung.
  func move(_ value: inout TimeSpan?, _ step: Step, on rungs: [TimeSpan]) -> Bool {
    guard let next = Ladder.limit(value, step, on: rungs) else { return false }
    value = next
    return true
  }

  func move<Value: Equatable>(
    _ value: inout Value, _ step: Step, among values: [Value]
  ) -> Bool {
    guard let next = Ladder.step(value, step, among: values) else { return false }
    value = next
    return true
  }
}
