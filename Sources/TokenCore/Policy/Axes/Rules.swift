/// What a strategy stands on: the server's policy and the client's habit, where every axis lies.
package struct Rules: Hashable, Sendable {
  /// The server's half.
  package var policy: Policy
  /// The client's half.
  package var habit: ClientHabit

  /// Without a habit the client asks the person: for questions about the policy alone.
  package init(policy: Policy, habit: ClientHabit = ClientHabit(renews: .asksThePerson)) {
    self.policy = policy
    self.habit = habit
  }
}

/// The parts that only some policies have. Reading gives nil where a part is missing, and writing to it
/// there changes nothing.
extension Rules {
  var refresh: RefreshPolicy? {
    get { policy.refresh }
    set { if let newValue, policy.refresh != nil { policy.renewal = .refreshToken(newValue) } }
  }

  var session: SessionPolicy? {
    get { policy.session }
    set { if let newValue, policy.session != nil { policy.renewal = .session(newValue) } }
  }

  var reissue: ReissuePolicy? {
    get { policy.reissue }
    set { if let newValue, policy.reissue != nil { policy.renewal = .reissue(newValue) } }
  }

  var reuseResponse: ReuseResponse? {
    get { if case .rotating(let response, _) = refresh?.rotation { response } else { nil } }
    set {
      guard let newValue, case .rotating(_, let grace) = refresh?.rotation else { return }
      refresh?.rotation = .rotating(onReuse: newValue, grace: grace)
    }
  }

  var grace: Grace? {
    get { if case .rotating(_, let grace) = refresh?.rotation { grace } else { nil } }
    set {
      guard let newValue, case .rotating(let response, _) = refresh?.rotation else { return }
      refresh?.rotation = .rotating(onReuse: response, grace: newValue)
    }
  }

  var window: GraceWindow? {
    get { if case .window(let window) = grace { window } else { nil } }
    set { if let newValue, window != nil { grace = .window(newValue) } }
  }
}
