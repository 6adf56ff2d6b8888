import Simulation
import TokenCore

/// How long a party could go on calling the API with what it holds, if it did its best and everybody
/// else kept still. Nobody signs in again for it.
public enum LastAccess: Hashable, Sendable {
  /// Nothing that it holds opens the API or gets anything that does.
  case none
  /// It could be served up to, but not at, this instant; after so many renewals.
  case until(Instant, renewals: Int)
  /// No end was found: at this instant it would still be served, and could go on.
  case open(Reason, past: Instant)

  public enum Reason: Hashable, Sendable {
    /// It renews, each time as late as it can.
    case renews
    /// It signs its own tokens.
    case forges
  }
}

extension World {
  /// Plays the party's best game on copies: each thing that it holds is renewed at the last possible
  /// moment, again and again.
  public func lastAccess(of party: Party) -> LastAccess {
    let appraisal = Appraisal(world: self, party: party)
    var last: LastAccess = .none
    switch party == .attacker ? appraisal.usesOfKey().first?.until : nil {
    case .open: return .open(.forges, past: now)
    case .at(let end): last = .until(end, renewals: 0)
    case nil: break
    }
    for text in texts(heldBy: party) where !appraisal.uses(of: text).isEmpty {
      var chain = AccessChain(world: self, party: party, text: text)
      chain.run()
      last = last.later(chain.end)
    }
    return last
  }
}

extension LastAccess {
  /// The one that goes on longer.
  fileprivate func later(_ other: LastAccess) -> LastAccess {
    switch (self, other) {
    case (.none, _), (_, .open): other
    case (_, .none), (.open, _): self
    case (.until(let end, _), .until(let otherEnd, _)): otherEnd > end ? other : self
    }
  }
}
