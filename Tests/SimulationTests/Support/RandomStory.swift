import TokenCore

@testable import Simulation

/// A policy, a habit, people and commands drawn from a seed: whatever can be ordered, in any order and
/// often at the very moment at which something else is due.
struct RandomStory {
  let setting: Setting
  let script: [(TimeSpan, Command)]

  init(seed: UInt64) {
    var random = RandomStream(seed: seed, label: "story")
    let latency = [0, 1, 100, 900].randomElement(using: &random) ?? 100
    setting = Setting(
      strategyID: "random-\(seed)", policy: Self.policy(using: &random),
      habit: Self.habit(using: &random), seed: seed, devices: [.alice, .aliceOnTablet, .bob],
      latency: .milliseconds(Int64(latency)))
    var now = TimeSpan.zero
    var script: [(TimeSpan, Command)] = []
    for device in [DeviceID.laptop, .tablet, .other] { script.append((.zero, .signIn(device))) }
    for _ in 0..<80 {
      now = now + Self.pause(using: &random)
      script.append((now, Self.command(using: &random)))
    }
    self.script = script
  }

  private static func policy(using random: inout RandomStream) -> Policy {
    let access = AccessTokenPolicy(
      lifetime: [.seconds(20), .minutes(5)].randomElement(using: &random) ?? .minutes(5),
      check: [.signatureOnly, .denyList, .allowList].randomElement(using: &random)
        ?? .signatureOnly,
      leeway: [.zero, .seconds(5)].randomElement(using: &random) ?? .zero,
      endsWithFamily: .random(using: &random), endsAtRefresh: .random(using: &random))
    guard Int.random(in: 0..<8, using: &random) > 0 else {
      return Policy(accessToken: access, renewal: .none)
    }
    let refresh = RefreshPolicy(
      idleLifetime: [nil, .minutes(2), .hours(1)].randomElement(using: &random) ?? nil,
      absoluteLifetime: [nil, .minutes(10), .hours(1)].randomElement(using: &random) ?? nil,
      rotation: rotation(using: &random),
      memory: [nil, nil, .minutes(1)].randomElement(using: &random) ?? nil)
    return Policy(accessToken: access, renewal: .refreshToken(refresh))
  }

  private static func rotation(using random: inout RandomStream) -> Rotation {
    guard Int.random(in: 0..<8, using: &random) > 0 else { return .reusable }
    let response = ReuseResponse.allCases.randomElement(using: &random) ?? .revokeFamily
    let window = GraceWindow(
      length: [.seconds(3), .seconds(30)].randomElement(using: &random) ?? .seconds(3),
      answer: GraceAnswer.allCases.randomElement(using: &random) ?? .sameSuccessor,
      reach: GraceReach.allCases.randomElement(using: &random) ?? .immediatePredecessor,
      anchor: GraceAnchor.allCases.randomElement(using: &random) ?? .firstUse)
    let graces: [Grace] = [.none, .untilSuccessorUsed, .window(window), .window(window)]
    return .rotating(onReuse: response, grace: graces.randomElement(using: &random) ?? .none)
  }

  private static func habit(using random: inout RandomStream) -> ClientHabit {
    let habits: [RenewalHabit] = [
      .whenRefused, .beforeExpiry(margin: .seconds(10)), .onTimer(every: .seconds(15)),
      .asksThePerson,
    ]
    return ClientHabit(
      renews: habits.randomElement(using: &random) ?? .whenRefused,
      retries: Int.random(in: 0...2, using: &random))
  }

  /// Often nothing at all, often a whole latency or a whole lifetime, sometimes anything.
  private static func pause(using random: inout RandomStream) -> TimeSpan {
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: .zero
    case 2: .milliseconds(100)
    case 3: .milliseconds(200)
    case 4: .seconds(20)
    case 5: .milliseconds(Int64.random(in: 0..<2000, using: &random))
    case 6: .seconds(Int64.random(in: 0..<60, using: &random))
    default: .seconds(1)
    }
  }

  private static func command(using random: inout RandomStream) -> Command {
    let device = DeviceID(index: Int.random(in: 0..<3, using: &random))
    return switch Int.random(in: 0..<20, using: &random) {
    case 0, 1: .signIn(device)
    case 2...6: .callAPI(device)
    case 7...10: .refresh(device)
    case 11: .logOut(device)
    case 12: .stealAccessToken(device)
    case 13: .stealRefreshToken(device)
    case 14: .stealStorage(device)
    case 15, 16: .attackerRefreshes
    case 17: .attackerCallsAPI
    default: .dropNextResponse(device)
    }
  }
}
