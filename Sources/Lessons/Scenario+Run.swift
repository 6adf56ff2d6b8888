import Simulation
import TokenCore

extension Scenario {
  /// The scenario of a run: what it started from, and every command that was given in it, those by
  /// hand among them. It lasts until `end`, or until the last command where that is later.
  ///
  /// The title may be any text; the name is made of its letters and digits. What means nothing in the
  /// run is left out (`Setting.meaningful`), so that a file can hold it.
  public init(
    title: String, setting: Setting, commands: [(at: Instant, command: Command)],
    until end: Instant
  ) {
    let setting = setting.meaningful
    let last = commands.map(\.at).max() ?? .start
    let end = max(end, last, setting.attack?.at ?? .start, .start + .seconds(1))
    let story = commands.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map { ScriptLine(at: $0.element.at, command: $0.element.command.meaningful) }
    self.init(
      name: slug(of: title), title: headline(title), about: Self.aboutRuns, setting: setting,
      habitOverride: setting.habitOverride, lasts: end - .start, story: story)
  }

  private static let aboutRuns = "A run out of the lab, with every command that was given in it."
}

/// The title as a name: everything but lower-case letters and digits becomes dashes.
private func slug(of title: String) -> String {
  let words = title.lowercased().unicodeScalars.split { scalar in
    !scalar.isASCII || !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }
  let slug = words.map(String.init).joined(separator: "-").utf8.prefix(Cursor.longestName)
  return slug.isEmpty ? "run" : String(decoding: slug, as: UTF8.self)
}

/// The title on one line, harmless, and no longer than a title may be.
private func headline(_ title: String) -> String {
  let scalars = oneLine(harmless(title)).unicodeScalars.prefix(100)
  let line = oneLine(String(scalars))
  return line.isEmpty ? "A run" : line
}

extension Setting {
  /// The same run without what means nothing in it, which a file refuses: the habits of people who
  /// are never there, a way to renew where there is nothing to renew with, and what is remembered of
  /// spent tokens where none is ever spent.
  var meaningful: Setting {
    var setting = self
    for index in devices.indices where devices[index].activity.presence.isEmpty {
      setting.devices[index].activity = .none
      setting.devices[index].tabs = 1
      if attack?.device.index == index { setting.attack?.waitsUntilVictimIsGone = false }
    }
    if !habit.renews.suits(policy) { setting.habit.renews = .asksThePerson }
    if var refresh = policy.refresh, !refresh.rotation.spends {
      refresh.memory = nil
      setting.policy.renewal = .refreshToken(refresh)
    }
    return setting
  }

  /// How the habit differs from the strategy's, or from the usual one under a policy of its own.
  fileprivate var habitOverride: HabitOverride {
    let strategy = Strategy.named(strategyID).flatMap { $0.policy == policy ? $0 : nil }
    return HabitOverride(
      from: strategy ?? Strategy(ownPolicy: policy, name: strategyID), to: habit)
  }
}

extension Command {
  /// The same order without what means nothing in it: a browser and a call of the API bring no
  /// client's credentials, only such a call goes to one of several resource servers, and only in a
  /// browser somebody has signed in. Cookies and proofs mean something at two endpoints each, and an
  /// answer brings what its endpoint gives.
  fileprivate var meaningful: Command {
    guard case .visitor(var request) = self else { return self }
    if !request.endpoint.takesCredentials { request.basic = nil }
    if request.endpoint != .api { request.server = .first }
    if request.endpoint != .authorization { request.person = UserID(index: 0) }
    if !request.endpoint.takesCookie { request.cookie = nil }
    if request.endpoint == .api, request.cookie != nil { request.parameters = [] }
    if !request.endpoint.takesProof { request.proof = nil }
    request.headers = request.headers.filter(ExplicitRequest.isSayable)
    request.keeps = request.keeps.filter { request.endpoint.parts.contains($0.key) }
    return .visitor(request)
  }
}
