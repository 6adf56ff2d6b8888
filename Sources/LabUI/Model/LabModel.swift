import Analysis
import Canvas
import Narrative
import Simulation
import TokenCore

/// Everything that the program knows while it runs: the world, its story, and what the person at the
/// keyboard looks at. `update` changes it; views only read it.
public struct LabModel: Sendable {
  /// What stands in the first line: a scenario's name, or "free lab".
  public let title: String
  /// Every branch of the lab, and the place in one of them that is shown.
  package internal(set) var history: History
  package internal(set) var chronicle = Chronicle()
  public internal(set) var isRunning: Bool
  public internal(set) var speed = Speed.standard { didSet { reachedSpeed = nil } }
  /// The device that the keys act on.
  public internal(set) var device = DeviceID(index: 0)
  /// The selected row of the story; nil follows the newest.
  public internal(set) var selectedRow: Int?
  public internal(set) var overlay: Overlay?
  /// Two branches side by side, in place of the panes.
  public internal(set) var duel: Duel?
  /// One pane over the whole screen, or nil for all of them.
  public internal(set) var zoomed: Pane?
  /// Why the last key did nothing, or what it did that is not seen otherwise.
  public internal(set) var status: String?
  public internal(set) var timelineZoom = 0
  /// Through whose eyes.
  public internal(set) var viewpoint = Viewpoint.everything
  /// How far the generations are scrolled up from the newest.
  public internal(set) var generationsScroll = Scroll()
  public internal(set) var isMouseOn = false
  /// How far the store is scrolled down from its first line.
  public internal(set) var storeScroll = Scroll()
  /// The stopped wire, while somebody stops it: then nothing that is sent arrives by itself.
  public internal(set) var wire: StoppedWire?
  /// What a key or a tick set going, until it is finished or stopped.
  var errand: Errand?
  /// What is being asked of copies of the world for the screen.
  var inquiry: Inquiry?
  /// How many seconds of virtual time pass in a second where the machine is too slow for the speed.
  var reachedSpeed: Int?
  /// The most events that are kept, over all branches; time stops where there are as many.
  public var mostEvents = Self.usualMostEvents
  /// What would have turned the answer that was asked of last.
  var found = Cached<AnswerPlace, WhatIf?>()
  /// What was found of the party whose pane was shown last.
  var outlooks = Cached<PartyOutlook.Place, PartyOutlook>()
  /// What the command that the palette shows would do.
  var rehearsed = Cached<RehearsalPlace, String>()
  /// What was measured of each strategy that was looked at, by its id: told on its card.
  public internal(set) var measureLines: [String: [String]] = [:]
  let cryptography: any TokenCryptography & TokenAnatomist

  /// A run at time zero with its opening commands in the queue.
  package init(
    title: String, setting: Setting, opening: [(at: Instant, command: Command)],
    isRunning: Bool, _ cryptography: any TokenCryptography & TokenAnatomist
  ) {
    self.title = title
    self.isRunning = isRunning
    self.cryptography = cryptography
    let script = opening.map { ScriptLine(at: $0.at, command: $0.command) }
    history = History(Branch(setting, script: script, cryptography))
    chronicle.observe(trace)
  }

  /// The lab that opens without arguments: Alice signs in and goes on using the application.
  package static func freeLab(
    strategy: Strategy = .rotationStrict, seed: UInt64 = 1,
    _ cryptography: any TokenCryptography & TokenAnatomist
  ) -> LabModel {
    let always = Instant.start..<Instant.distantFuture
    let alice = DeviceSetting(
      person: "alice", device: "laptop",
      activity: Activity(interval: .minutes(2), presence: [always]))
    return LabModel(
      title: "free lab", setting: Setting(strategy: strategy, seed: seed, devices: [alice]),
      opening: [(.start, .client(DeviceID(index: 0), .signIn))], isRunning: true, cryptography)
  }

  public var world: World { history.branch.world }
  public var trace: Trace { history.branch.trace }
  public var setting: Setting { world.setting }
  public var client: Client { world.clients[device.index] }

  /// The family that the focused device's tokens belong to, or the last one that it had.
  public var family: TokenFamily? {
    let server = world.authorizationServer
    let held =
      client.storage.refreshToken?.label.map { server.record(of: $0).family }
      ?? client.storage.accessToken?.label.map { server.record(of: $0).family }
    if let held { return server.family(held) }
    return server.families.last { family in
      sameBytes(server.user(family.user).name, client.person)
    }
  }

  /// How things stand, to whoever looks.
  var verdictNow: Verdict {
    viewpoint == .server
      ? chronicle.verdict.knownToServers : chronicle.verdict.unlessWorse(in: world)
  }

  /// The tree of the focused person's refresh tokens.
  var generations: Generations {
    Generations(
      of: client.person, in: world.authorizationServer, chronicle,
      withCopies: viewpoint == .everything)
  }

  var storeTables: StoreTables { StoreTables(world, chronicle.lastWork) }

  var inspectorBench: InspectorBench { InspectorBench(client, in: world, cryptography) }

  /// Whether keys are taken as text.
  public var isTyping: Bool { overlay?.isTyping ?? false }

  /// The selected row of the story, or the newest.
  package var currentRow: Chronicle.Row? {
    guard let selectedRow, chronicle.rows.indices.contains(selectedRow) else {
      return chronicle.rows.last
    }
    return chronicle.rows[selectedRow]
  }

  /// The answer behind the selected row, or the last one before it that was one.
  var currentAnswer: Answered? {
    let last = selectedRow ?? chronicle.rows.count - 1
    for index in stride(from: min(last, chronicle.rows.count - 1), through: 0, by: -1) {
      let row = chronicle.rows[index]
      let event = trace.event(row.event)
      if case .answered(let exchange) = event.kind {
        return Answered(event: row.event, at: event.at, exchange: exchange, effects: row.effects)
      }
    }
    return nil
  }

  /// What the server went by when it gave the selected answer.
  var policyOfAnswer: Policy {
    currentAnswer.map { chronicle.policy(at: $0.event, now: world.policy) } ?? world.policy
  }
}

/// Whose knowledge the screen shows: an omniscient viewer's, or the servers'. No server knows who asks; to
/// them nobody is the attacker.
public enum Viewpoint: Hashable, Sendable {
  case everything, server
}

/// The parts of the screen, numbered as on it.
public enum Pane: Int, CaseIterable, Sendable {
  case client = 1
  case server, attacker, family, timeline, policy, events, why, store
}

extension LabModel {
  /// The same model with a line for the person at the keyboard, if there is one.
  public func noticing(_ notice: String?) -> LabModel {
    var model = self
    model.status = notice ?? status
    return model
  }
}
