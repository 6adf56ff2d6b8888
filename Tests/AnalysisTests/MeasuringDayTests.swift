import JOSE
import Simulation
import Testing
import TokenCore

@testable import Analysis

/// The day on a strategy's card, against what can be worked out with a pencil: calls on the minute, and
/// at noon seven minutes of every access token's life are over.
struct MeasuringDayTests {
  private func measures(_ strategy: Strategy) -> Measures {
    MeasuringDay.contest(strategy).run(LabCryptography()).measures
  }

  @Test func `a long token serves its thief to the end of the day, and nobody notices`() {
    let measures = measures(.longLivedJWT)
    #expect(measures.exposure == Measures.Exposure(span: Self.untilMidnight, isOpen: true))
    #expect(measures.accessTokenExposure == measures.exposure)
    #expect(measures.detectionLatency == nil)
    #expect(measures.logins == Measures.Logins(expected: 1))
    #expect(measures.calls == 8 * 60 - 1, "the first minute goes on signing in")
    #expect(measures.tokenRequests == 1)
  }

  @Test func `signing in at each expiry bounds the theft and costs a sign-in each time`() {
    let measures = measures(.loginAgain)
    #expect((.minutes(1)...(.minutes(15))).contains(measures.exposure?.span ?? .zero))
    #expect(measures.exposure?.isOpen == false)
    #expect((28...32).contains(measures.logins.expected))
  }

  @Test func `strict rotation notices the theft within an access token's life`() {
    let measures = measures(.rotationStrict)
    #expect((measures.detectionLatency ?? .days(1)) <= .minutes(16))
    #expect((.minutes(7)...(.minutes(31))).contains(measures.exposure?.span ?? .zero))
    #expect(measures.accessTokenExposure == Measures.Exposure(span: Self.restOfLife, isOpen: false))
    #expect(measures.logins == Measures.Logins(expected: 1, afterTheft: 1))
  }

  @Test func `a key for the refresh token leaves the thief the access token`() {
    let measures = measures(.senderConstrained)
    #expect(measures.exposure == measures.accessTokenExposure)
    #expect(measures.exposure?.span != .zero)
    #expect(measures.logins == Measures.Logins(expected: 1))
  }

  @Test(arguments: [Strategy.recommended, .boundEverything])
  func `a key for both tokens leaves the thief nothing`(_ strategy: Strategy) {
    let measures = measures(strategy)
    #expect(measures.exposure?.span == .zero)
    #expect(measures.logins == Measures.Logins(expected: 1))
  }

  @Test func `an API that wants a sign-in of the last hour asks for one every hour`() {
    let measures = measures(.stepUp)
    #expect(measures.logins == Measures.Logins(expected: 8, afterTheft: 1))
  }

  /// She signs in at 11:53 for the last time and leaves at half past twelve; who has waited for that has
  /// until 12:53.
  @Test(arguments: [
    (Strategy.stepUp, TimeSpan.minutes(22) + .milliseconds(100), false),
    (.rotationStrict, untilMidnight - .minutes(30), true),
  ])
  func `a thief who is alone refreshes on, and is served no longer than the sign-in is recent`(
    _ strategy: Strategy, _ span: TimeSpan, _ isOpen: Bool
  ) {
    var contest = MeasuringDay.contest(strategy)
    let leave = Instant.start + .hours(12) + .minutes(30)
    contest.setting.attack?.waitsUntilVictimIsGone = true
    contest.setting.devices[0].activity = Activity(
      interval: MeasuringDay.callsEvery, presence: [MeasuringDay.begin..<leave],
      signsInAgainAfter: .seconds(30))
    let measures = contest.run(LabCryptography()).measures
    #expect(measures.exposure == Measures.Exposure(span: span, isOpen: isOpen))
    #expect(measures.detectionLatency == nil)
  }

  /// The token of 11:53 ends at 12:08; the last call before that is a minute earlier.
  private static let restOfLife = TimeSpan.minutes(7) + .milliseconds(100)

  /// The last call of the day arrives one latency before midnight, if it is made a minute before it.
  private static let untilMidnight = TimeSpan.hours(12) - .minutes(1) + .milliseconds(100)
}
