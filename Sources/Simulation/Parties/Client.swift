import TokenCore

/// The client application on one device. It treats tokens as opaque (RFC 9068 §6): what it knows of
/// an access token's end is `expires_in`, counted from the answer.
///
///     signedOut ──signIn──▶ authorizing ──code──▶ exchanging ──tokens──▶ signedIn
///         ▲                      │                     │                   │  ▲
///         └───────refused────────┴──────refused────────┘           refresh │  │ tokens
///         ▲                                                                ▼  │
///         └───────────────refused or logged out─────────────────────── refreshing
///
/// Not legal: two refreshes in flight at once; a refresh token used after its successor is stored.
public struct Client: Hashable, Sendable {
  public let id: DeviceID
  public let person: String
  public let device: String
  public let habit: ClientHabit
  public internal(set) var storage = Storage()
  public internal(set) var phase = Phase.signedOut(nil)
  /// The last answer that it got, for the views.
  public internal(set) var lastAnswer: Payload?
  var calls: [Int: PendingCall] = [:]
  var nextRequest = 0
  var nextTicket = 0
  /// The background timer that is armed now, for a habit that has one.
  var renewalTicket: Int?

  /// What lies in the device's storage, and so what a thief of the storage gets.
  public struct Storage: Hashable, Sendable {
    public var accessToken: AccessToken?
    /// When the client believes the access token ends: the answer's arrival plus `expires_in`.
    public var believedExpiry: Instant?
    public var refreshToken: RefreshToken?
  }

  public enum Phase: Hashable, Sendable {
    case signedOut(SignOutCause?)
    case authorizing(request: Int, verifier: String)
    case exchanging(Waiting, verifier: String)
    case signedIn
    case refreshing(Waiting)
  }

  /// A request that the client waits on, ready to be sent again.
  public struct Waiting: Hashable, Sendable {
    var request: Int
    var ticket: Int
    var attempt: Int
    let payload: TokenRequest
    /// API calls to be made once there is a new access token.
    var callsWaiting: Int
  }

  struct PendingCall: Hashable, Sendable {
    /// Whether it is the repetition after a refresh: refused again, it is not tried a third time.
    let isRepeat: Bool
    let ticket: Int
    /// The token that was sent with it; the client may hold another by the time of the answer.
    let token: AccessToken?
  }

  init(id: DeviceID, person: String, device: String, habit: ClientHabit) {
    self.id = id
    self.person = person
    self.device = device
    self.habit = habit
  }

  /// The name on the screen: `alice@laptop`.
  public var name: String { "\(person)@\(device)" }

  public static let clientID = "web"
  static let scope = Scope("read write")

  public var isSignedOut: Bool {
    if case .signedOut = phase { true } else { false }
  }

  /// Whether it lost its tokens otherwise than by logging out.
  var wasSignedOut: Bool {
    switch phase {
    case .signedOut(nil), .signedOut(.loggedOut): false
    case .signedOut: true
    case .authorizing, .exchanging, .signedIn, .refreshing: false
    }
  }

  public var isSignedIn: Bool { phase == .signedIn }
}

/// What a client asks the world to do for it.
enum Directive: Hashable, Sendable {
  /// Send a request under the client's own number.
  case send(Payload, to: Party, request: Int)
  /// Call back with the ticket after so long.
  case setTimer(ticket: Int, after: TimeSpan)
  /// Write something down in the trace.
  case note(ClientEvent)
}
