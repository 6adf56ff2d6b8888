import JOSE
import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// The commands that would do something now.
struct PossibleCommandsTests {
  /// Nobody has signed in; alice is signed in and her refresh is on its way; the storage, the rows and the key
  /// are stolen, the thief has used what it has, and one message is held.
  enum Situation: CaseIterable {
    case fresh, refreshing, robbed

    var world: World {
      var run = Run(.rotationStrict)
      guard self != .fresh else { return run.world }
      run.order(.client(.laptop, .signIn), at: .zero)
      run.order(.client(.laptop, .refresh), at: .seconds(10))
      guard self != .refreshing else { return run.world }
      run.order(.attacker(.stealStorage(.laptop)), at: .seconds(20))
      run.order(.attacker(.stealCookie(.laptop)), at: .seconds(21))
      run.order(.attacker(.stealSigningKey), at: .seconds(21))
      run.order(.attacker(.refresh), at: .seconds(22))
      run.order(.client(.laptop, .callAPI), at: .seconds(30))
      run.order(.client(.laptop, .callAPI), at: .seconds(30))
      run.order(.wire(.hold(run.world.nextMessage - 1)), at: .seconds(30))
      return run.world
    }

    /// What is possible, as names; "on the wire" stands for the orders about messages to come.
    var expected: [Command] {
      let always = Self.network + Self.accounts
      switch self {
      case .fresh:
        return [
          .client(.laptop, .signIn), .client(.laptop, .restartBeforeStoring),
          .client(.laptop, .closeBrowser),
        ] + always
          + [
            .attacker(.stealDatabase), .attacker(.stealSigningKey),
            .attacker(.callWith("no token")),
          ]
          + Self.nextMessages
      case .refreshing:
        return Self.calls
          + [
            .client(.laptop, .refreshInAnotherTab), .client(.laptop, .logOut),
            .client(.laptop, .logOutAtServer), .client(.laptop, .logOutEverywhere),
            .client(.laptop, .restartBeforeStoring), .client(.laptop, .closeBrowser),
          ]
          + always
          + [
            .attacker(.stealAccessToken(.laptop)), .attacker(.stealRefreshToken(.laptop)),
            .attacker(.stealStorage(.laptop)), .attacker(.stealDatabase),
            .attacker(.stealSigningKey), .attacker(.clearStorage(.laptop)),
            .attacker(.startFlow(.laptop)), .attacker(.stealCookie(.laptop)),
            .attacker(.callWith("no token")), .wire(.hold(4)),
            .wire(.drop(4)), .wire(.duplicate(4)), .wire(.sendAgain(4)), .wire(.deliverNow(4)),
          ] + Self.nextMessages
      case .robbed: return robbed
      }
    }

    private var robbed: [Command] {
      Self.calls
        + [
          .client(.laptop, .refresh), .client(.laptop, .refreshInAnotherTab),
          .client(.laptop, .logOut), .client(.laptop, .logOutAtServer),
          .client(
            .laptop,
            .logOutEverywhere), .client(.laptop, .restartBeforeStoring),
          .client(
            .laptop,
            .closeBrowser),
        ] + Self.network + Self.accounts
        + [
          .stealAccessToken(.laptop), .stealRefreshToken(.laptop), .stealStorage(.laptop),
          .stealSpentRefreshToken(.laptop), .stealDatabase, .stealSigningKey,
          .clearStorage(.laptop), .callAPI, .refresh, .reissue, .presentRefreshToken,
          .refreshOnDevice(.laptop), .callOnDevice(.laptop), .refreshWith(.oldest),
          .refreshWith(.spent),
          .refreshWith(.named(.init(index: 1))), .refreshWith(.named(.init(index: 2))),
          .startFlow(.laptop), .stealCookie(.laptop), .startFlowElsewhere, .forge(.init(index: 0)),
          .forgeAdmin(.init(index: 0)),
          .callWith("no token"), .refreshWithAccessToken,
        ].map(Command.attacker)
        + [
          .hold(8), .release(9), .releaseNext, .drop(8), .drop(9), .duplicate(8), .duplicate(9),
          .sendAgain(8), .sendAgain(9), .deliverNow(8), .deliverNow(9), .swap(8, 9),
        ].map(Command.wire) + Self.nextMessages
    }

    private static let calls: [Command] = [
      .client(.laptop, .callAPI), .client(.laptop, .callAdminAPI),
    ]
    private static let network = [
      NetworkOrder.dropNextResponse, .dropNextRequest, .duplicateNextRequest,
      .delayNextRequest(by: .seconds(3)), .delayNextResponse(by: .seconds(3)),
    ].map { Command.network(.laptop, $0) }
    private static let accounts = [
      AdministrationOrder.changePassword(.init(index: 0), revoking: false),
      .changePassword(.init(index: 0), revoking: true), .disableAccount(.init(index: 0)),
      .setRole(.init(index: 0), isAdmin: false), .setRole(.init(index: 0), isAdmin: true),
      .withdrawScope("read"), .withdrawScope("write"), .withdrawScope("admin"),
      .rotateSigningKey, .withdrawSigningKeys, .stopIntrospection, .failNextWrite,
    ].map(Command.administration)
    private static let nextMessages = [
      WireOrder.holdNextRequest(.laptop), .holdNextResponse(.laptop), .holdAttackersNextRequest,
      .holdAttackersNextResponse,
    ].map(Command.wire)
  }

  @Test(arguments: Situation.allCases)
  func `in each situation these are possible`(_ situation: Situation) {
    #expect(situation.world.possibleCommands == situation.expected)
  }

  @Test(arguments: Situation.allCases)
  func `what is listed does something, and what is on the menu besides does nothing`(
    _ situation: Situation
  ) {
    let world = situation.world
    let possible = world.possibleCommands
    for command in Command.menu(in: world) {
      var other = world
      var trace = Trace()
      other.schedule(command, at: other.now)
      other.advance(to: other.now, into: &trace)
      let isDone = trace.events.contains { $0.kind == .commanded(command) }
      #expect(isDone == possible.contains(command), "\(command)")
      #expect(
        (other.still != world.still || trace.count > 1) == isDone,
        "\(command)")
    }
  }

  /// The situations with two APIs, so that calls to a server of several are possible too, with a
  /// closed account and a closed browser, which can be opened again, and another policy, which can be
  /// taken back.
  @Test func `every kind of order is possible somewhere`() {
    let two = Run.severalServers.world
    let closed = Run.closedAccount.world
    var served = Run(.rotationStrict)
    served.play([(.zero, .client(.laptop, .signIn)), (.seconds(10), .client(.laptop, .callAPI))])
    var away = Run(.rotationStrict)
    away.order(.client(.laptop, .closeBrowser), at: .zero)
    let migrated = Run.changedPolicy.world
    let outage = Run.brokenIntrospection.world
    var riding = Run(.serverSession)
    riding.play([(.zero, .client(.laptop, .signIn))])
    let all =
      Situation.allCases.flatMap(\.world.possibleCommands) + two.possibleCommands
      + closed.possibleCommands + served.world.possibleCommands
      + away.world.possibleCommands + riding.world.possibleCommands
      + outage.possibleCommands
      + migrated.possibleCommands
      + Run(.boundEverything).world.possibleCommands
    let client = all.compactMap { if case .client(_, let order) = $0 { order.kind } else { nil } }
    #expect(Set(client) == Set(ClientOrder.Kind.allCases))
    let network = all.compactMap { if case .network(_, let order) = $0 { order.kind } else { nil } }
    #expect(Set(network) == Set(NetworkOrder.Kind.allCases))
    let attacker = all.compactMap { if case .attacker(let order) = $0 { order.kind } else { nil } }
    #expect(Set(attacker) == Set(AttackerOrder.Kind.allCases))
    let wire = all.compactMap { if case .wire(let order) = $0 { order.kind } else { nil } }
    #expect(Set(wire) == Set(WireOrder.Kind.allCases))
    let accounts = all.compactMap {
      if case .administration(let order) = $0 { order.kind } else { nil }
    }
    #expect(Set(accounts) == Set(AdministrationOrder.Kind.allCases))
  }
}

extension Run {
  fileprivate static var changedPolicy: Run {
    var run = Run(.rotationStrict)
    run.order(.administration(.changePolicy(Strategy.reusableRefresh.policy)), at: .zero)
    return run
  }

  fileprivate static var brokenIntrospection: Run {
    var run = Run(.rotationStrict)
    run.order(.administration(.stopIntrospection), at: .zero)
    return run
  }

  fileprivate static var closedAccount: Run {
    var run = Run(.rotationStrict)
    run.order(.administration(.disableAccount(UserID(index: 0))), at: .zero)
    return run
  }

  /// Alice is signed in where there are two APIs, and her tokens are stolen.
  fileprivate static var severalServers: Run {
    var setting = Setting(strategy: .rotationStrict)
    setting.resourceServers = [.api, ResourceServerSetting(name: "other")]
    var run = Run(setting)
    run.order(.client(.laptop, .signIn), at: .zero)
    run.order(.attacker(.stealStorage(.laptop)), at: .seconds(10))
    return run
  }
}
