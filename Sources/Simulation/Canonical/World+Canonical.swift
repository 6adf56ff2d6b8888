import TokenCore

extension World {
  /// What is left of the world when everything is taken away that no rule reads: two worlds with equal
  /// forms answer every sequence of commands in the same way, up to the names of things and a shift of
  /// time. A search that has seen a form need not look at another world with it.
  ///
  /// Left out, and why that is sound:
  /// - the lab's notes that no rule reads: rows of tokens and families that nobody holds and no message
  ///   carries, since nothing can present them any more; generations, times of issue, reasons of
  ///   revocation, labels; last answers, the first theft, digests stolen, what was sent long ago;
  /// - numbers that only have to be fresh: of requests, timers, messages, visits, forgeries, families and
  ///   tokens. What is mentioned is numbered in the order in which the form mentions it;
  /// - random bytes: the streams, tokens, codes, verifiers, `jti`, digests and thumbprints. Each stands
  ///   for the row that it opens, or for the things that it is equal to;
  /// - what was sent lately: only an order to send it again reads it. So such orders are excepted, but for
  ///   one that waits and finds its message there;
  /// - what only another policy would read: when a token was spent where there is no grace. So commands
  ///   that change the policy are excepted;
  /// - the clock: times are told from now, and one that is over is only over. What remains of it is the
  ///   part of a second, because `iat` and `exp` are whole seconds;
  /// - what is due without effect: timers that nobody waits on any more, and the ends of tokens, which
  ///   are written down and change nothing.
  ///
  /// A name of something in a command stands for what has the same place in the form: a message or a
  /// refresh token by its number. While a command waits in the queue it may name anything that is or is
  /// yet to come, so the form keeps numbers and texts as they are until it has happened.
  ///
  /// What is told of an answer besides status, error and grant may differ: facts of a denial, true reasons
  /// that the same refusal has, counts of rows. The text of a token, typed by hand, has the same meaning
  /// in both worlds only where it is the text of none, and a `jti` only where no server has seen it. An attacker is taken to hold fewer than 64 tokens
  /// of a kind; the oldest falls out beyond that.
  public var canonicalForm: CanonicalWorld {
    var writer = CanonicalWriter(self)
    writer.write()
    return CanonicalWorld(
      setting: setting.canonical(at: now, under: policy), plan: attacker.plan?.canonical,
      atoms: writer.atoms)
  }
}

/// The part of a world that can make a difference; see `World.canonicalForm`.
public struct CanonicalWorld: Hashable, Sendable {
  let setting: Setting
  let plan: AttackPlan?
  let atoms: [CanonicalAtom]
}

/// One word of a canonical form.
enum CanonicalAtom: Hashable, Sendable {
  /// What kind of thing comes next.
  case word(String)
  /// Text from outside, compared byte for byte.
  case text([UInt8])
  case number(Int64)
  case flag(Bool)
  /// From now.
  case span(TimeSpan)
  /// A thing by the place of its first mention.
  case name(Int)
  case command(Command)
  case faults([NetworkFault])
}

extension Setting {
  /// What of a setting still counts: the policy of now; presence that is not over, told from now; not the seed, since
  /// what it draws is only ever new, nor the plan, which is the attacker's.
  fileprivate func canonical(at now: Instant, under policy: Policy) -> Setting {
    var setting = self
    setting.policy = policy
    setting.seed = 0
    setting.attack = nil
    for index in devices.indices {
      setting.devices[index].activity.presence = devices[index].activity.presence
        .filter { now < $0.upperBound }
        .map { $0.lowerBound.canonical(at: now)..<$0.upperBound.canonical(at: now) }
    }
    return setting
  }
}

extension Instant {
  /// The same moment on a clock that shows zero now; never stays never.
  fileprivate func canonical(at now: Instant) -> Instant {
    self == .distantFuture ? self : .start + (self - now)
  }
}

extension AttackPlan {
  /// Its first moment is in the queue.
  fileprivate var canonical: AttackPlan {
    var plan = self
    plan.at = .start
    return plan
  }
}
