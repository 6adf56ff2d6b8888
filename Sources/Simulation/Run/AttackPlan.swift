import TokenCore

/// An attack that runs by itself: the same theft under every strategy, so that strategies can be
/// compared.
public struct AttackPlan: Hashable, Sendable {
  /// When the copies are taken.
  public var at: Instant
  /// What the copies are taken from.
  public var device: DeviceID
  /// What is copied.
  public var takes: Loot
  /// From one API call to the next, until nothing opens anything any more.
  public var callsEvery: TimeSpan
  /// Whether the attacker renews what it took once that is refused.
  public var renews: Bool
  /// Where the attacker calls; it has to be there.
  public var server: ResourceServerID
  /// Whether the attacker, who can read the device all the time, takes the copies only when its person
  /// has left for good: the newest token, which nobody will ever collide with (the persistent theft
  /// of the browser-based applications' best practice).
  public var waitsUntilVictimIsGone: Bool

  /// Takes an interval above zero; any other stops the program.
  public init(
    at: Instant, device: DeviceID, takes: Loot, callsEvery: TimeSpan, renews: Bool = true,
    waitsUntilVictimIsGone: Bool = false, server: ResourceServerID = .first
  ) {
    precondition(callsEvery > .zero, "an interval is above zero, not \(callsEvery.shortText)")
    self.at = at
    self.device = device
    self.takes = takes
    self.callsEvery = callsEvery
    self.renews = renews
    self.server = server
    self.waitsUntilVictimIsGone = waitsUntilVictimIsGone
  }

  /// When the thief first comes, if the person has left the device for good at that moment.
  func begins(victimIsGoneAt gone: Instant?) -> Instant {
    waitsUntilVictimIsGone ? max(at, gone ?? at) : at
  }
}

/// What is taken.
public enum Loot: String, Hashable, CaseIterable, Sendable {
  /// The access token alone.
  case accessToken = "access-token"
  /// The refresh token alone.
  case refreshToken = "refresh-token"
  /// Both.
  case storage
}
