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
  /// moment, again and again. `LastAccessInquiry` plays the same bit by bit.
  public func lastAccess(of party: Party) -> LastAccess {
    var inquiry = LastAccessInquiry(of: party, in: self)
    while inquiry.next() {}
    return inquiry.last
  }
}

/// How long a party could be served, while it is being found: a value that can be kept between two
/// renewals, and dropped.
public struct LastAccessInquiry: Sendable {
  /// As far as has been looked; the answer once nothing is left to look at.
  public private(set) var last: LastAccess = .none
  private let world: World
  private let party: Party
  /// What is still to be looked at, the next first.
  private var texts: ArraySlice<Appraisal.Text> = []
  private var chain: AccessChain?

  /// In this world, as it is.
  public init(of party: Party, in world: World) {
    let world = world.withSoundStore
    self.world = world
    self.party = party
    switch party == .attacker ? Appraisal(world: world, party: party).usesOfKey().first?.until : nil
    {
    case .open:
      last = .open(.forges, past: world.now)
      return
    case .at(let end): last = .until(end, renewals: 0)
    case nil: break
    }
    texts = world.texts(heldBy: party).filter { party == .attacker || !$0.isCookie }[...]
  }

  /// Looks at one thing more, or renews once; false when nothing is left.
  public mutating func next() -> Bool {
    guard var chain else { return begin() }
    let goesOn = chain.next()
    self.chain = goesOn ? chain : nil
    if !goesOn { last = last.later(chain.end) }
    return true
  }

  private mutating func begin() -> Bool {
    guard let text = texts.popFirst() else { return false }
    if !Appraisal(world: world, party: party).uses(of: text).isEmpty {
      let (holder, text) = behind(text)
      chain = AccessChain(world: world, party: holder, text: text)
    }
    return true
  }

  /// A cookie has the application's own server use what that holds.
  private func behind(_ text: Appraisal.Text) -> (Party, Appraisal.Text) {
    guard case .backendCookie(let cookie) = text else { return (party, text) }
    let application = Party.client(cookie.device)
    return (application, world.texts(heldBy: application).first ?? text)
  }
}

extension Appraisal.Text {
  /// An application signs nobody in again without being told; a thief does.
  fileprivate var isCookie: Bool {
    if case .cookie = self { true } else { false }
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
