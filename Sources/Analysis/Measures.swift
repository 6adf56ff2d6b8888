import Simulation
import TokenCore

/// What a run cost and what it gave away, all of it read off the trace.
public struct Measures: Hashable, Sendable {
  /// From the theft to the attacker's last served call; nil without a theft.
  public var exposure: Exposure?
  /// The same where only the access token was taken.
  public var accessTokenExposure: Exposure?
  /// From the theft to the first detected reuse; nil if there was none.
  public var detectionLatency: TimeSpan?
  /// From the first revocation to the last call served with a token of that family; nil without a
  /// revocation.
  public var revocationLatency: TimeSpan?
  /// From the detection to the attacker's last served call; nil without a detection.
  public var residualAccess: TimeSpan?
  public var logins = Logins()
  /// Token requests that clients made.
  public var tokenRequests = 0
  /// Calls that clients made, and how many of them were refused with a 401.
  public var calls = 0
  public var refusedCalls = 0
  public var authorizationServer = StoreCost.none
  public var resourceServer = StoreCost.none
  /// The most rows that the server kept, counted every hour.
  public var rowsKept = 0
  /// Bytes of access tokens that clients sent with their calls.
  public var tokenBytes = 0

  public init() {}

  /// Credential bytes on an average call.
  public var bytesPerCall: Int { calls == 0 ? 0 : tokenBytes / calls }

  public struct Exposure: Hashable, Sendable {
    public var span: TimeSpan
    /// The run ended while the attacker was still being served: it would have gone on.
    public var isOpen: Bool

    public init(span: TimeSpan, isOpen: Bool) {
      self.span = span
      self.isOpen = isOpen
    }
  }

  /// Interactive sign-ins, by what made them necessary.
  public struct Logins: Hashable, Sendable {
    /// The first of each device, and those after something had run out or somebody had logged out.
    public var expected = 0
    /// After a family had ended that the attacker held a token of.
    public var afterTheft = 0
    /// After a family had ended, or a token been refused as spent, that no attacker had touched.
    public var falseAlarm = 0

    public init(expected: Int = 0, afterTheft: Int = 0, falseAlarm: Int = 0) {
      self.expected = expected
      self.afterTheft = afterTheft
      self.falseAlarm = falseAlarm
    }

    public var total: Int { expected + afterTheft + falseAlarm }
  }
}
