import TokenCore

/// Everything that a run starts from. The same setting and the same commands at the same times give
/// the same run, byte for byte.
public struct Setting: Hashable, Sendable {
  /// The strategy's name, or the file's own name for a policy written out.
  public var strategyID: String
  /// The authorization server's rules.
  public var policy: Policy
  /// How the application on every device refreshes.
  public var habit: ClientHabit
  /// What all randomness of the run is drawn from.
  public var seed: UInt64
  /// Who sits where; a person may have several.
  public var devices: [DeviceSetting]
  /// One way, on every link.
  public var latency: TimeSpan
  /// An attack that runs by itself; nil for none but what is commanded.
  public var attack: AttackPlan?
  /// Clients beside the one on the devices, for explicit requests.
  public var otherClients: [OtherClient]
  /// At least one; the first is the one that the application calls of its own accord.
  public var resourceServers: [ResourceServerSetting]

  /// Takes a latency of zero or more; any other stops the program.
  public init(
    strategyID: String, policy: Policy, habit: ClientHabit, seed: UInt64,
    devices: [DeviceSetting], latency: TimeSpan = .milliseconds(100), attack: AttackPlan? = nil,
    otherClients: [OtherClient] = [], resourceServers: [ResourceServerSetting] = [.api]
  ) {
    precondition(latency >= .zero, "latency is zero or more, not \(latency.shortText)")
    self.strategyID = strategyID
    self.policy = policy
    self.habit = habit
    self.seed = seed
    self.devices = devices
    self.latency = latency
    self.attack = attack
    self.otherClients = otherClients
    self.resourceServers = resourceServers
  }

  /// The authorization server of every run, as its tokens name it.
  public static let issuer = "https://as.example"

  /// What the run is under, axis by axis.
  package var rules: Rules { Rules(policy: policy, habit: habit) }

  /// Everybody who sits at a device, each once, in order: the server's users.
  public var people: [String] {
    var people: [String] = []
    for device in devices where !people.contains(where: { sameBytes($0, device.person) }) {
      people.append(device.person)
    }
    return people
  }

  /// The server's number for a person at one of the devices.
  public func user(named person: String) -> UserID? {
    people.firstIndex { sameBytes($0, person) }.map(UserID.init(index:))
  }

  /// The setting of a strategy.
  public init(
    strategy: Strategy, seed: UInt64 = 1, devices: [DeviceSetting] = [.alice],
    latency: TimeSpan = .milliseconds(100)
  ) {
    self.init(
      strategyID: strategy.id, policy: strategy.policy, habit: strategy.habit, seed: seed,
      devices: devices, latency: latency)
  }

  /// The same people and network under another strategy.
  public func under(_ strategy: Strategy) -> Setting {
    var setting = self
    setting.strategyID = strategy.id
    setting.policy = strategy.policy
    setting.habit = strategy.habit
    return setting
  }
}

/// A person at a device with the client application on it.
public struct DeviceSetting: Hashable, Sendable {
  /// Who sits there: the name of an account.
  public var person: String
  /// What stories call the device.
  public var device: String
  /// When the person uses it of their own accord.
  public var activity: Activity
  /// How many tabs the application has open here; each makes the person's calls.
  public var tabs: Int
  /// Whether the person begins as an administrator.
  public var isAdmin: Bool

  /// A person at a device.
  public init(
    person: String, device: String, activity: Activity = .none, tabs: Int = 1,
    isAdmin: Bool = false
  ) {
    self.person = person
    self.device = device
    self.activity = activity
    self.tabs = tabs
    self.isAdmin = isAdmin
  }

  /// Alice at a laptop, who does nothing of her own accord.
  public static let alice = DeviceSetting(person: "alice", device: "laptop")
}

/// A client that nobody in the story uses, but that requests can be made for.
public struct OtherClient: Hashable, Sendable {
  /// `client_id`
  public var clientID: String
  /// Nil for a public client.
  public var secret: String?
  /// The resource server that authenticates as this client, where one does.
  public var server: ResourceServerID?

  /// A client with that identifier; a resource server's has a secret.
  public init(clientID: String, secret: String? = nil, server: ResourceServerID? = nil) {
    self.clientID = clientID
    self.secret = secret
    self.server = server
  }
}

/// When a person uses the application of their own accord.
public struct Activity: Hashable, Sendable {
  /// From one API call to the next while present.
  public var interval: TimeSpan
  /// Spans of presence, in order and apart: from the first moment, up to but not at the second.
  public var presence: [Range<Instant>]
  /// How soon the person signs in again when the application asks; nil for never.
  public var signsInAgainAfter: TimeSpan?

  /// Takes an interval above zero; any other stops the program.
  public init(
    interval: TimeSpan, presence: [Range<Instant>], signsInAgainAfter: TimeSpan? = nil
  ) {
    precondition(interval > .zero, "an interval is above zero, not \(interval.shortText)")
    self.interval = interval
    self.presence = presence
    self.signsInAgainAfter = signsInAgainAfter
  }

  /// Nobody touches the device except by command.
  public static let none = Activity(interval: .minutes(1), presence: [])

  /// The next moment strictly after `now` at which the person makes a call, if there is one.
  func next(after now: Instant) -> Instant? {
    let index = spansOver(at: now)
    guard index < presence.count else { return nil }
    let span = presence[index]
    if now < span.lowerBound { return span.lowerBound }
    let count = (now - span.lowerBound).milliseconds / interval.milliseconds + 1
    let next = span.lowerBound + interval.times(count)
    if next < span.upperBound { return next }
    return index + 1 < presence.count ? presence[index + 1].lowerBound : nil
  }

  /// How many spans end at or before the moment, found by halving: ten years of days are asked for
  /// the next call at each of a hundred thousand calls.
  private func spansOver(at now: Instant) -> Int {
    var (low, high) = (0, presence.count)
    while low < high {
      let middle = (low + high) / 2
      if presence[middle].upperBound <= now { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// When the person has left for good; nil for somebody who never comes.
  var end: Instant? { presence.last?.upperBound }

  /// Whether the person is there.
  func isPresent(at now: Instant) -> Bool {
    let index = spansOver(at: now)
    return index < presence.count && presence[index].contains(now)
  }
}
