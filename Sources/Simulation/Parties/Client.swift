import TokenCore

/// The client application on one device. It treats tokens as opaque (RFC 9068 §6): what it knows of
/// an access token's end is `expires_in`, counted from the answer, unless its habit has it look into the
/// token.
///
///     signedOut ──signIn──▶ authorizing ──code──▶ exchanging ──tokens──▶ signedIn
///         ▲                      │                     │                   │
///         └───────refused────────┴──────refused────────┴──refused, out─────┘
///
/// Closing the browser leads from anywhere to closed, and opening it back to signed in where tokens are
/// left, else to signed out. While it is closed nothing is sent, and no answer is waited for.
///
/// While signed in, refreshes may be in flight: one for each tab, or one for all, or one for every
/// call, as the habit's guard says.
///
/// Not legal: a refresh that the guard would have made wait; a token used after its successor is
/// stored.
public struct Client: Hashable, Sendable {
  /// Its place in `World.clients`.
  public let id: DeviceID
  /// Whose application it is.
  public let person: String
  /// What it runs on.
  public let device: String
  package let habit: ClientHabit
  /// What the client may present to get the next access token.
  package internal(set) var renewsWith: RenewalCredential
  /// The host that it calls of its own accord, where there are several.
  let host: String?
  /// How many tabs share the storage; at least one.
  package let tabs: Int
  /// How its calls are made where the browser adds a cookie to them; nil where it sends its token.
  var browserCall: BrowserCall?
  /// A confidential client's secret. It lies on the client's own server, not in the storage.
  let credentials: ClientCredentials?
  /// The key on the device, where tokens are bound to one. It never leaves the device.
  var key: DeviceKey?
  /// What closing takes from it.
  package internal(set) var keepsTokens: Keeping
  /// The tokens that it holds.
  public internal(set) var storage = Storage()
  /// The application's own server, where that keeps the tokens; nil where they are on the device.
  package internal(set) var backend: Backend?
  /// What the browser on the device has of the authorization server: it lies with that server's origin,
  /// so the application cannot read it, and a thief of the application's storage does not get it.
  public internal(set) var cookie: SessionCookie?
  package internal(set) var phase = Phase.signedOut(nil)
  /// Renewals that no answer has come to yet.
  package internal(set) var refreshes: [Waiting] = []
  /// The last answer that it got, for the views.
  package internal(set) var lastAnswer: Payload?
  /// Refresh tokens that it has sent: what a log beside it would hold. The newest eight.
  package internal(set) var sentRefreshTokens: [RefreshToken] = []
  /// What the servers last gave it for its proofs. It forgets them only when it is closed.
  var nonces = KnownNonces()
  /// Whether the app will be restarted before it stores the next tokens.
  var restartsBeforeStoring = false
  package internal(set) var calls: [Int: PendingCall] = [:]
  var nextRequest = 0
  var nextTicket = 0
  /// The sign-in that an API has asked for, if one is under way.
  package internal(set) var stepUp: StepUp?
  /// The timer that ends the wait for the sign-in page.
  var signInTicket: Int?
  /// The background timer that is armed now, for a habit that has one.
  var renewalTicket: Int?

  /// What lies in the device's storage, and so what a thief of the storage gets.
  public struct Storage: Hashable, Sendable {
    /// Sent with every call; nil while signed out.
    public var accessToken: AccessToken?
    /// When the client believes the access token ends: the answer's arrival plus `expires_in`.
    public var believedExpiry: Instant?
    /// Nil where the server gives none.
    public var refreshToken: RefreshToken?

    package var isEmpty: Bool { self == Storage() }
  }

  package enum Phase: Hashable, Sendable {
    case signedOut(SignOutCause?)
    /// The browser is closed; why there will be no tokens when it is opened, where there are none.
    case closed(SignOutCause?)
    case authorizing(request: Int, verifier: String)
    case exchanging(Waiting, verifier: String)
    case signedIn
  }

  /// A token request that the client waits on, ready to be sent again.
  package struct Waiting: Hashable, Sendable {
    package internal(set) var request: Int
    var ticket: Int
    package internal(set) var attempt: Int
    let payload: TokenRequest
    package let tab: Int
    /// API calls to be made once there is a new access token.
    package internal(set) var calls: [WaitingCall]
    /// Whether it was asked again with a nonce: refused for that again, it is refused.
    var hasNonce = false
  }

  /// An API call that waits for a renewal.
  package struct WaitingCall: Hashable, Sendable {
    let path: ResourcePath
    var host: String?
    let tab: Int
    /// Whether it was refused before. If not, the renewal is ahead of time, and the call can still be
    /// made with the old token.
    let wasRefused: Bool
    /// Whether its person has signed in again for it: refused for that again, it is refused.
    var isSteppedUp = false
    var asker: Backend.Asker?
  }

  package struct PendingCall: Hashable, Sendable {
    let tab: Int
    let path: ResourcePath
    let host: String?
    /// Whether it is the repetition after a refresh: refused again, it is not tried a third time.
    let isRepeat: Bool
    /// Whether it is the repetition with a nonce.
    let hasNonce: Bool
    /// Whether it is the repetition after the sign-in that the API asked for.
    let isSteppedUp: Bool
    let ticket: Int
    /// The token that was sent with it; the client may hold another by the time of the answer.
    let token: AccessToken?
    var asker: Backend.Asker?
  }

  init(_ id: DeviceID, _ setting: Setting, key: DeviceKey?) {
    let device = setting.devices[id.index]
    self.id = id
    person = device.person
    self.device = device.device
    habit = setting.habit
    renewsWith = setting.policy.renewal.credential
    host = setting.host(of: .first)
    tabs = max(1, device.tabs)
    credentials = setting.policy.refresh?.client.hasSecret == true ? Self.secretCredentials : nil
    keepsTokens = Keeping(setting.policy, setting.habit)
    browserCall = setting.policy.session?.ownCall
    let isOnDevice = habit.storage.isOnDevice || setting.policy.session != nil
    backend = isOnDevice ? nil : Backend()
    self.key = key
  }

  /// The name on the screen: `alice@laptop`.
  public var name: String { "\(person)@\(device)" }

  /// All that the application can use. The server grants what the person may (RFC 6749 §3.3).
  package static let scope = Scope("read write admin")
  /// `client_id` of the application on every device.
  public static let clientID = "web"
  package static let secretCredentials = ClientCredentials(
    clientID: clientID, secret: "web-server-secret")

  /// Whether it holds no tokens and waits for none.
  public var isSignedOut: Bool {
    if case .signedOut = phase { true } else { false }
  }

  /// Whether it lost its tokens otherwise than by logging out.
  var wasSignedOut: Bool {
    switch phase {
    case .signedOut(let cause): Self.asksAgain(after: cause)
    case .closed, .authorizing, .exchanging, .signedIn: false
    }
  }

  /// Whether a person would sign in again who lost the tokens so.
  static func asksAgain(after cause: SignOutCause?) -> Bool {
    cause != nil && cause != .loggedOut
  }

  /// Whether nobody has the browser open.
  public var isClosed: Bool {
    if case .closed = phase { true } else { false }
  }

  /// Whether it holds tokens and can use them.
  public var isSignedIn: Bool { phase == .signedIn }
  package var isRefreshing: Bool { !refreshes.isEmpty }

  /// Whether it holds something to renew with.
  var canRenew: Bool {
    switch renewsWith {
    case .nothing: false
    case .accessToken: storage.accessToken != nil
    case .refreshToken: storage.refreshToken != nil
    }
  }
}

/// What a call is for, and the scope that it takes.
public enum ResourcePath: String, Hashable, Sendable {
  /// The person's own data; takes the scope `read`.
  case profile = "/me"
  /// Takes the scope `admin`.
  case administration = "/admin"
  /// Whether the token is still good, and nothing more; takes the scope `read`.
  case check = "/check"
  /// Changes the person's address; takes the scope `write`.
  case address = "/me/email"

  var requiredScope: String {
    switch self {
    case .profile, .check: "read"
    case .administration: "admin"
    case .address: "write"
    }
  }

  var method: HTTPMethod {
    switch self {
    case .profile, .check, .administration: .get
    case .address: .post
    }
  }
}

/// What a client asks the world to do for it.
enum Directive: Hashable, Sendable {
  /// Send a request under the client's own number.
  case send(Payload, to: Party, request: Int)
  /// Call back with the ticket after so long.
  case setTimer(ticket: Int, after: TimeSpan)
  /// Have the browser ask the application's own server for a page, under the browser's number.
  case openPage(ResourceRequest, request: Int)
  /// Answer whoever asked for one.
  case answerPage(status: Int, to: Backend.Asker)
  /// Write something down in the trace.
  case note(ClientEvent)
}

extension Client.Phase {
  /// Whether no sign-in is under way.
  package var isSettled: Bool {
    switch self {
    case .signedOut, .closed, .signedIn: true
    case .authorizing, .exchanging: false
    }
  }
}
