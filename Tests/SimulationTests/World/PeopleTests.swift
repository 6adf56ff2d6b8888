import TestRuns
import Testing
import TokenCore

@testable import Simulation

/// People who use the application of their own accord.
struct PeopleTests {
  /// Present from 1 to 2 h and from 5 to 6 h, a call every 25 min.
  static let activity = Activity(
    interval: .minutes(25),
    presence: [hour(1)..<hour(2), hour(5)..<hour(6)], signsInAgainAfter: .minutes(1))

  static func hour(_ count: Int64) -> Instant { .start + .hours(count) }

  @Test(
    arguments: [
      (-1, 60), (0, 60), (59, 60), (60, 85), (84, 85), (85, 110), (109, 110), (110, 300),
      (119, 300), (120, 300), (300, 325), (349, 350), (350, nil), (1000, nil),
    ] as [(Int64, Int64?)])
  func `the next act comes after now and within a presence`(_ now: Int64, _ next: Int64?) {
    let found = Self.activity.next(after: .start + .minutes(now))
    #expect(found == next.map { .start + .minutes($0) })
  }

  @Test func `an act that would fall on the end of a presence belongs to the next`() {
    let activity = Activity(interval: .minutes(20), presence: Self.activity.presence)
    #expect(activity.next(after: .start + .minutes(99)) == .start + .minutes(100))
    #expect(activity.next(after: .start + .minutes(100)) == .start + .minutes(300))
    #expect(activity.next(after: .start + .minutes(340)) == nil)
  }

  @Test(
    arguments: [
      (59, false), (60, true), (119, true), (120, false), (300, true), (360, false),
    ] as [(Int64, Bool)])
  func `presence includes its beginning and not its end`(_ minute: Int64, _ isThere: Bool) {
    #expect(Self.activity.isPresent(at: .start + .minutes(minute)) == isThere)
  }

  /// The span that holds the moment or the first one after it, looked for from the beginning.
  private static func scanned(_ activity: Activity, after now: Instant) -> Instant? {
    for span in activity.presence {
      let starts = sequence(first: span.lowerBound) { $0 + activity.interval }
      if let next = starts.prefix(while: { $0 < span.upperBound }).first(where: { $0 > now }) {
        return next
      }
    }
    return nil
  }

  @Test(arguments: [TimeSpan.hours(1), .hours(24)], [TimeSpan.minutes(7), .hours(25)])
  func `among many days the next act is the one that a search from the first day finds`(
    length: TimeSpan, interval: TimeSpan
  ) {
    let days = (0..<60).map { day in
      Self.hour(9) + .days(day)..<Self.hour(9) + .days(day) + length
    }
    let activity = Activity(interval: interval, presence: days)
    var random = RandomStream(seed: 6, label: "moments")
    let edges = days.flatMap { [$0.lowerBound, $0.upperBound] }
    let moments = edges.flatMap { [$0 - .milliseconds(1), $0, $0 + .milliseconds(1)] }
    let others = (0..<200).map { _ in
      Instant(milliseconds: .random(in: 0..<TimeSpan.days(62).milliseconds, using: &random))
    }
    for moment in moments + others {
      #expect(activity.next(after: moment) == Self.scanned(activity, after: moment), "\(moment)")
      let isThere = days.contains { $0.contains(moment) }
      #expect(activity.isPresent(at: moment) == isThere, "\(moment)")
    }
  }

  private func run(
    _ strategy: Strategy, _ activity: Activity, _ script: [(TimeSpan, Command)],
    until end: TimeSpan
  ) -> Run {
    let device = DeviceSetting(person: "alice", device: "laptop", activity: activity)
    var run = Run(Setting(strategy: strategy, devices: [device]))
    for (span, command) in script { run.world.schedule(command, at: .start + span) }
    run.advance(to: end)
    return run
  }

  private func signInTimes(_ run: Run) -> [Instant] {
    run.trace.events.filter {
      guard case .sent(let message) = $0.kind, case .authorizationRequest = message.payload
      else { return false }
      return true
    }
    .map(\.at)
  }

  @Test func `a person calls at each act while signed in`() {
    let run = run(
      .reusableRefresh, Self.activity, [(.zero, .client(.laptop, .signIn))], until: .hours(8))
    #expect(run.clientEvents.count { if case .callServed = $0 { true } else { false } } == 6)
  }

  @Test func `nobody signs in who was never signed in`() {
    let run = run(.reusableRefresh, Self.activity, [], until: .hours(8))
    #expect(run.trace.events.isEmpty)
  }

  /// Each call finds the token dead, signs out, and a minute later there is a new sign-in.
  @Test func `a person who is asked signs in again while there`() {
    let run = run(
      .loginAgain, Self.activity, [(.zero, .client(.laptop, .signIn))], until: .hours(8))
    let refused = Self.hour(1) + .milliseconds(200)
    #expect(
      signInTimes(run) == [
        .start, refused + .minutes(1), refused + .minutes(26), refused + .minutes(51),
        Self.hour(5) + .milliseconds(200) + .minutes(1),
        Self.hour(5) + .milliseconds(200) + .minutes(26),
        Self.hour(5) + .milliseconds(200) + .minutes(51),
      ])
  }

  @Test func `a person who logged out stays out`() {
    let run = run(
      .reusableRefresh, Self.activity,
      [(.zero, .client(.laptop, .signIn)), (.minutes(90), .client(.laptop, .logOut))],
      until: .hours(8))
    #expect(signInTimes(run) == [.start])
    #expect(run.world.clients[0].phase == .signedOut(.loggedOut))
  }

  @Test func `a person who is not minded to sign in again does not`() {
    var activity = Self.activity
    activity.signsInAgainAfter = nil
    let run = run(.loginAgain, activity, [(.zero, .client(.laptop, .signIn))], until: .hours(8))
    #expect(signInTimes(run) == [.start])
  }

  /// The application lost its tokens at night; the person finds out in the morning.
  @Test func `a person who comes back to a signed-out application signs in`() {
    let run = run(
      .rotationStrict, Self.activity,
      [
        (.zero, .client(.laptop, .signIn)), (.minutes(150), .network(.laptop, .dropNextResponse)),
        (.minutes(150), .client(.laptop, .refresh)),
      ],
      until: .hours(8))
    #expect(run.clientEvents.contains(.signedOut(.renewalRefused(.invalidGrant))))
    #expect(signInTimes(run) == [.start, Self.hour(5) + .minutes(1)])
    #expect(run.world.clients[0].isSignedIn)
  }

  @Test func `whoever has left before the minute is over signs in next time`() {
    var activity = Self.activity
    activity.signsInAgainAfter = .minutes(30)
    let run = run(.loginAgain, activity, [(.zero, .client(.laptop, .signIn))], until: .hours(3))
    // Refused at 1:00, signed in at 1:30; refused at 1:50 and gone at 2:20.
    #expect(signInTimes(run) == [.start, Self.hour(1) + .minutes(30) + .milliseconds(200)])
  }

  @Test func `a log-out in the meantime cancels the new sign-in`() {
    let run = run(
      .loginAgain, Self.activity,
      [
        (.zero, .client(.laptop, .signIn)),
        (.minutes(60) + .seconds(10), .client(.laptop, .signIn)),
        (.minutes(60) + .seconds(20), .client(.laptop, .logOut)),
      ],
      until: .hours(2))
    #expect(signInTimes(run) == [.start, Self.hour(1) + .seconds(10)])
  }
}
