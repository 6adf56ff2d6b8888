import TokenCore

/// The attack that runs by itself, if the setting has one.
extension World {
  mutating func schedulePlan() {
    guard let plan = setting.attack else { return }
    let gone = setting.devices[plan.device.index].activity.end ?? plan.at
    queue.insert(
      .attackerActs, at: plan.waitsUntilVictimIsGone ? max(plan.at, gone) : plan.at)
  }

  /// The theft first, then a call every so often, and a renewal after each refusal.
  mutating func attackerActs(_ trace: inout Trace) {
    guard let plan = setting.attack else { return }
    switch attacker.planState {
    case .notBegun: return beginPlan(plan, &trace)
    case .finished: return
    case .refused: renewForPlan(plan, &trace)
    case .ready:
      if let token = attacker.accessTokens.last {
        attackerCalls(at: plan.server, with: token, because: nil, &trace)
      } else {
        renewForPlan(plan, &trace)
      }
    }
    guard attacker.planState != .finished else { return }
    queue.insert(.attackerActs, at: now + plan.callsEvery)
  }

  private mutating func beginPlan(_ plan: AttackPlan, _ trace: inout Trace) {
    let storage = clients[plan.device.index].storage
    guard storage != Client.Storage() else {
      // Nothing there yet: the thief comes back.
      return queue.insert(.attackerActs, at: now + plan.callsEvery)
    }
    let takesAccess = plan.takes != .refreshToken
    let takesRefresh = plan.takes != .accessToken
    attacker.planState = .ready
    steal(access: takesAccess, refresh: takesRefresh, from: plan.device, because: nil, &trace)
    queue.insert(.attackerActs, at: now + plan.callsEvery)
  }

  private mutating func renewForPlan(_ plan: AttackPlan, _ trace: inout Trace) {
    let request =
      switch setting.policy.renewal.credential {
      case .refreshToken: attacker.refreshRequest()
      case .accessToken: attacker.reissueRequest()
      case .nothing: nil as TokenRequest?
      }
    guard plan.renews, let request else {
      attacker.planState = .finished
      return
    }
    attackerSends(request, because: nil, &trace)
  }
}
