import TokenCore

/// The whole lab as one value. Only `step` changes it; a copy is a checkpoint, a copy that goes its
/// own way is a branch.
public struct World: Sendable {
  /// What the run began with.
  public private(set) var setting: Setting
  /// The virtual clock.
  public internal(set) var now = Instant.start
  /// The server that gives tokens, as it stands.
  public internal(set) var authorizationServer: AuthorizationServer
  /// The APIs, in the order of the setting.
  public internal(set) var resourceServers: [ResourceServer]
  /// The applications, in the order of the setting's devices.
  public internal(set) var clients: [Client]
  /// Whoever holds copies.
  public internal(set) var attacker: Attacker
  /// Faults that are pending for coming token requests, in the order in which they were asked for.
  package internal(set) var faults: [NetworkFault] = []
  /// Messages that were stopped on their way: the one held first comes first.
  package internal(set) var heldMessages: [HeldMessage] = []
  package let cryptography: any TokenCryptography
  package internal(set) var random: RandomStreams
  package internal(set) var queue = EventQueue()
  var nextMessage = 0
  /// Messages on the wire that are not held.
  package internal(set) var inFlight = 0
  /// Messages that are to be sent again.
  var captures = Captures()
  /// Whoever sends explicit requests.
  package internal(set) var visitor = Visitor()
  /// Explicit requests so far.
  var visits = 0
  /// Whether a new sign-in is scheduled for the person at each device.
  var willSignIn: [Bool]

  /// A world at time zero: everybody signed out, nothing on the wire.
  public init(_ setting: Setting, _ cryptography: any TokenCryptography) {
    if let fault = setting.policy.faults.first { preconditionFailure(fault.description) }
    self.setting = setting
    self.cryptography = cryptography
    random = RandomStreams(seed: setting.seed)
    authorizationServer = AuthorizationServer(
      policy: setting.policy, issuer: Setting.issuer, audiences: setting.audiences,
      using: &random.server, cryptography)
    resourceServers = []
    for server in setting.resourceServers {
      resourceServers.append(server.server(under: setting.policy, using: &random.server))
    }
    willSignIn = Array(repeating: false, count: setting.devices.count)
    attacker = Attacker(plan: setting.attack, in: setting.circumstances)
    clients = []
    register()
    for index in setting.devices.indices {
      let key = setting.policy.bindsToKey ? random.clients.bytes(32) : nil
      clients.append(Client(DeviceID(index: index), setting, key: key.map(DeviceKey.init(seed:))))
      scheduleActivity(of: DeviceID(index: index), after: Instant(milliseconds: -1))
    }
    schedulePlan()
  }

  private mutating func schedulePlan() {
    guard let plan = attacker.plan else { return }
    let gone = setting.devices[plan.device.index].activity.end
    queue.insert(.attackerActs, at: plan.begins(victimIsGoneAt: gone))
  }

  private mutating func register() {
    switch setting.policy.refresh?.client ?? .public {
    case .public: authorizationServer.register(publicClient: Client.clientID)
    case .confidential: register(Client.clientID, secret: Client.secretCredentials.secret)
    }
    for other in setting.otherClients {
      if let secret = other.secret {
        let audience = other.server.map { setting.resourceServers[$0.index].audience }
        register(other.clientID, secret: secret, audience: audience)
      } else {
        authorizationServer.register(publicClient: other.clientID)
      }
    }
    for person in setting.people {
      let isAdmin = setting.devices.contains { sameBytes($0.person, person) && $0.isAdmin }
      authorizationServer.addUser(named: person, isAdmin: isAdmin)
    }
  }

  private mutating func register(_ clientID: String, secret: String, audience: String? = nil) {
    authorizationServer.register(
      confidentialClient: clientID, secret: secret, audience: audience, cryptography)
  }

  /// The same world with another attack ahead of it: a branch, for asking what that would have led
  /// to. Only before the theft; a plan that has begun is not changed.
  public func attacked(by plan: AttackPlan) -> World {
    var world = self
    world.setting.attack = plan
    world.attacker.change(to: plan, in: world.setting.circumstances)
    return world
  }

  /// Whether nothing that the planned attack could do opens anything any more.
  package var isAttackOver: Bool { attacker.planState == .finished }

  /// When the next thing is due; nil when nothing is.
  public var nextEventTime: Instant? { queue.nextTime }

  /// Messages on their way, soonest arrival first; `heldMessages` are not among them.
  package var messagesInFlight: [Message] { queue.arrivals(inFlight) }

  /// Whether anything is on its way.
  package var hasMessagesInFlight: Bool { inFlight > 0 }

  /// Orders a command for a time; a time in the past means now.
  public mutating func schedule(_ command: Command, at instant: Instant) {
    if let device = command.device {
      precondition(
        setting.devices.indices.contains(device.index), "there is no device \(device.index)")
    }
    queue.insert(.command(command), at: max(instant, now))
  }

  /// Lets the next due thing happen and gives false when nothing is due.
  public mutating func step(into trace: inout Trace) -> Bool {
    guard let entry = queue.popNext() else { return false }
    now = max(now, entry.at)
    happen(entry.event, &trace)
    return true
  }

  /// Lets everything happen that is due up to and at the instant, and puts the clock there.
  public mutating func advance(to instant: Instant, into trace: inout Trace) {
    while let next = queue.nextTime, next <= instant, step(into: &trace) {}
    now = max(now, instant)
  }

  private mutating func happen(_ event: DueEvent, _ trace: inout Trace) {
    switch event {
    case .command(let command): perform(command, &trace)
    case .arrival(let message, let cause): deliver(message, because: cause, &trace)
    case .timer(let device, let ticket):
      let directives = clients[device.index].timerFired(ticket)
      carryOut(directives, of: device, because: nil, &trace)
    case .personActs(let device): personActs(at: device, &trace)
    case .personSignsIn(let device): personSignsIn(at: device, &trace)
    case .attackerActs: attackerActs(&trace)
    case .accessTokenEnds(let id):
      _ = trace.append(
        .accessTokenExpired(id), by: .authorizationServer, at: now, because: nil)
    case .refreshTokenEnds(let id): refreshTokenEnds(id, &trace)
    }
  }

  /// A deadline that use has moved on, or a token that is no longer current, ends nothing.
  private mutating func refreshTokenEnds(_ id: RefreshTokenID, _ trace: inout Trace) {
    let record = authorizationServer.record(of: id)
    guard record.isCurrent, !authorizationServer.family(record.family).isRevoked,
      let expiry = authorizationServer.expiry(of: id)
    else { return }
    guard expiry <= now else { return queue.insert(.refreshTokenEnds(id), at: expiry) }
    forgetOtherEnds(of: id)
    _ = trace.append(
      .refreshTokenExpired(id), by: .authorizationServer, at: now, because: nil)
  }
}

/// Independent streams, so that one more draw by one party changes nothing for the others.
package struct RandomStreams: Hashable, Sendable {
  var server: RandomStream
  var clients: RandomStream
  var attacker: RandomStream

  init(seed: UInt64) {
    server = RandomStream(seed: seed, label: "server")
    clients = RandomStream(seed: seed, label: "clients")
    attacker = RandomStream(seed: seed, label: "attacker")
  }
}
