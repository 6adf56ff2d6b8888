import Simulation
import TokenCore

/// Something that a party holds, and what it is good for at a moment: found by asking the servers.
public struct Holding: Hashable, Sendable {
  public let item: Item
  /// What it opens now; empty where it opens nothing any more.
  public let uses: [Use]
  /// Who else holds the very same.
  public let sharedWith: [Party]
  /// What would end it, each tried on a copy of the world; empty for what opens nothing, and where so
  /// much is held that only the newest was looked at.
  public internal(set) var countermeasures: [Countermeasure] = []

  init(item: Item, uses: [Use] = [], sharedWith: [Party] = []) {
    self.item = item
    self.uses = uses
    self.sharedWith = sharedWith
  }

  public enum Item: Hashable, Sendable {
    /// A self-contained token or a handle; without an id, one that nobody issued.
    case accessToken(AccessTokenID?)
    case refreshToken(RefreshTokenID?)
    /// Of a browser's session at the authorization server.
    case sessionCookie(SSOSessionID?)
    /// Of the session that an application's own server has with a device.
    case backendCookie(DeviceID)
    case signingKey(keyID: String)
    /// So many proofs that were made in advance with a device's key, and the last moment that one of them
    /// claims to be of.
    case proofs(Int, until: Instant)
    /// So many digests out of a stolen database.
    case digests(Int)
  }

  public struct Use: Hashable, Sendable {
    public let purpose: Purpose
    public let until: End

    public init(_ purpose: Purpose, until: End) {
      self.purpose = purpose
      self.until = until
    }
  }

  public enum Purpose: Hashable, CaseIterable, Sendable {
    case callsAPI
    case callsAdminAPI
    /// Gets the next access token.
    case renews
    /// The same, but only from inside a device whose key signs for whoever is there.
    case renewsOnDevice
    /// Signs the person in without asking anybody.
    case signsIn
    /// Opens the first API, but only from inside such a device.
    case callsOnDevice
    /// Signs tokens in anybody's name.
    case forges
  }

  /// When it ends if nobody does anything.
  public enum End: Hashable, Sendable {
    /// It opens nothing from then on.
    case at(Instant)
    /// Time alone does not end it.
    case open
  }

  /// Something that somebody could do now, and what the item would be good for just afterwards.
  public struct Countermeasure: Hashable, Sendable {
    public let act: Command
    public let leaves: [Use]
  }

  /// Whether it opens anything.
  public var isLive: Bool { !uses.isEmpty }

  /// Whether the act changes anything about it.
  public func isChanged(by countermeasure: Countermeasure) -> Bool { countermeasure.leaves != uses }

  /// Who ends it by renewing with the same token first; nil where nobody would.
  public var endsWhenRenewedBy: Party? {
    countermeasures.first { countermeasure in
      switch countermeasure.act {
      case .client(_, let order): order == .refresh && countermeasure.leaves.isEmpty
      case .attacker(let order): order == .refresh && countermeasure.leaves.isEmpty
      case .network, .wire, .administration, .visitor: false
      }
    }?.act.party
  }
}
