import ArgumentParser
import Foundation
import JOSE
import Narrative
import Simulation
import TokenCore

/// What a long run keeps, measured as growth of the process: for each refresh at the server, for each
/// event of the trace, and for each copy of the world that stays behind.
struct MemoryBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory", abstract: "Bytes that a run keeps for a refresh, an event and a copy.")

  @Option(help: "How many refreshes the run has.")
  var refreshes = 20_000

  private static let copies = 256

  func run() throws {
    try reporting {
      guard (1000...1_000_000).contains(refreshes) else {
        throw CommandError(.usage, "--refreshes wants 1000 to 1000000, found \(refreshes)")
      }
      // What an earlier run kept stays alive: no growth is hidden by memory that was given back. The
      // first pays for what every program needs once.
      let first = Run(1000, keeps: .copies(Self.copies)).played()
      let bare = Self.grown { Run(refreshes).played() }
      let told = Self.grown { Run(refreshes, keeps: .events).played() }
      let copied = Self.grown { Run(refreshes, keeps: .copies(Self.copies)).played() }
      let output = StandardOutput.shared
      try output.writeLine("one client that refreshes every second; growth of the process")
      try output.writeLine("what is kept                              how many   bytes each")
      try tell("a refresh: its two rows, what finds them,", refreshes, bare.bytes)
      try output.writeLine("  and when they end")
      try tell("an event of the trace", told.kept.events, told.bytes - bare.bytes)
      try tell("a copy of the world on the way", Self.copies, copied.bytes - bare.bytes)
      try output.writeLine(
        "a row is \(MemoryLayout<RefreshTokenRecord>.stride) bytes (refresh token) and "
          + "\(MemoryLayout<AccessTokenRecord>.stride) (access token), an event "
          + "\(MemoryLayout<TraceEvent>.stride) without what it carries")
      withExtendedLifetime((first, bare.kept, told.kept, copied.kept)) {}
    }
  }

  private func tell(_ what: String, _ count: Int, _ bytes: Int) throws(CommandError) {
    try StandardOutput.shared.sendLine(
      left(what, 42) + right("\(count)", 8) + right("\(max(0, bytes) / count)", 13))
  }

  /// What was made, and by how much the most memory that was ever held has grown.
  private static func grown<Kept>(_ make: () -> Kept) -> (kept: Kept, bytes: Int) {
    let before = peakBytes()
    let kept = make()
    return (kept, peakBytes() - before)
  }
}

/// A world in which one client refreshes every second, and what is kept beside it.
private struct Run {
  private var world: World
  private var trace = Trace()
  private var copies: [World] = []
  private let refreshes: Int
  private let keeps: Keeping

  enum Keeping {
    case nothing, events
    case copies(Int)
  }

  init(_ refreshes: Int, keeps: Keeping = .nothing) {
    var setting = Setting(strategy: .rotationStrict)
    setting.habit.renews = .onTimer(every: .seconds(1))
    world = World(setting, LabCryptography())
    world.schedule(.client(DeviceID(index: 0), .signIn), at: .start)
    self.refreshes = refreshes
    self.keeps = keeps
  }

  var events: Int { trace.count }

  func played() -> Run {
    var run = self
    while run.given < refreshes, run.world.step(into: &run.trace) {
      switch keeps {
      case .nothing: _ = run.trace.drain()
      case .events: break
      case .copies(let count):
        _ = run.trace.drain()
        if run.given * count / refreshes > run.copies.count { run.copies.append(run.world) }
      }
    }
    return run
  }

  private var given: Int { world.authorizationServer.refreshTokens.count }
}
