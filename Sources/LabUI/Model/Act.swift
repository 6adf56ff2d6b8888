import Canvas
import Simulation

/// Everything that a key or the command palette can do. One table: dispatch, key bar, help and
/// palette all read it, so that they cannot disagree.
public enum Act: CaseIterable, Hashable, Sendable {
  case help, palette
  case runOrPause, step, slower, faster, untilExpiry, untilRefusal, untilDetection, startAgain
  case signIn, callAPI, refresh, logOut, dropNextResponse
  case stealRefreshToken, stealAccessToken, stealStorage, attackerRefreshes, attackerCallsAPI
  case strategies, nextDevice
  case previousRow, nextRow, newestRow, zoom, nextPane, back, zoomIn, zoomOut
  case copyRow, theme, mouse, quit

  /// Which part of the help it stands in.
  public enum Group: String, CaseIterable, Sendable {
    case time = "Time"
    case client = "The client"
    case attacker = "The attacker"
    case looking = "Looking"
    case program = "The program"
  }

  public var group: Group {
    switch self {
    case .runOrPause, .step, .slower, .faster, .untilExpiry, .untilRefusal, .untilDetection,
      .startAgain:
      .time
    case .signIn, .callAPI, .refresh, .logOut, .dropNextResponse, .nextDevice: .client
    case .stealRefreshToken, .stealAccessToken, .stealStorage, .attackerRefreshes,
      .attackerCallsAPI:
      .attacker
    case .previousRow, .nextRow, .newestRow, .zoom, .nextPane, .back, .zoomIn, .zoomOut: .looking
    case .help, .palette, .strategies, .copyRow, .theme, .mouse, .quit: .program
    }
  }
}

extension Act {
  /// The keys that do it; the first is the one shown.
  public var keys: [Key] {
    switch self {
    case .help: ["?"]
    case .palette: [":"]
    case .runOrPause: [" "]
    case .step: ["."]
    case .slower: ["["]
    case .faster: ["]"]
    case .untilExpiry: ["e"]
    case .untilRefusal: ["f"]
    case .untilDetection: ["d"]
    case .startAgain: ["0"]
    case .signIn: ["i"]
    case .callAPI: ["c"]
    case .refresh: ["r"]
    case .logOut: ["o"]
    case .dropNextResponse: ["x"]
    case .stealRefreshToken: ["s"]
    case .stealAccessToken: ["a"]
    case .stealStorage: ["S"]
    case .attackerRefreshes: ["R"]
    case .attackerCallsAPI: ["C"]
    case .strategies: ["p"]
    case .nextDevice: ["n"]
    case .previousRow: [.up, "k"]
    case .nextRow: [.down, "j"]
    case .newestRow: [.end, "G"]
    case .zoom: [.enter, "z"]
    case .nextPane: [.tab]
    case .back: [.escape]
    case .zoomIn: ["+", "="]
    case .zoomOut: ["-"]
    case .copyRow: ["y"]
    case .theme: ["T"]
    case .mouse: ["m"]
    case .quit: ["q"]
    }
  }

  /// One or two words for the key bar.
  public var label: String {
    switch self {
    case .help: "help"
    case .palette: "palette"
    case .runOrPause: "run"
    case .step: "step"
    case .slower: "slower"
    case .faster: "faster"
    case .untilExpiry: "to expiry"
    case .untilRefusal: "to refusal"
    case .untilDetection: "to detection"
    case .startAgain: "start again"
    case .signIn: "sign in"
    case .callAPI: "call API"
    case .refresh: "refresh"
    case .logOut: "log out"
    case .dropNextResponse: "drop answer"
    case .stealRefreshToken: "steal RT"
    case .stealAccessToken: "steal AT"
    case .stealStorage: "steal all"
    case .attackerRefreshes: "attacker"
    case .attackerCallsAPI: "attacker calls"
    case .strategies: "strategy"
    case .nextDevice: "next device"
    case .previousRow: "up"
    case .nextRow: "down"
    case .newestRow: "newest"
    case .zoom: "zoom"
    case .nextPane: "pane"
    case .back: "back"
    case .zoomIn: "zoom in"
    case .zoomOut: "zoom out"
    case .copyRow: "copy"
    case .theme: "theme"
    case .mouse: "mouse"
    case .quit: "quit"
    }
  }

  /// A sentence for the help and the palette.
  public var sentence: String {
    switch self {
    case .help: "Show or leave this help."
    case .palette: "Find a command by typing part of what it does."
    case .runOrPause: "Let time run, or pause it."
    case .step: "Pause, and go to the next event."
    case .slower: "Let time run slower, down to real time."
    case .faster: "Let time run faster, up to an hour a second."
    case .untilExpiry: "Run until a token expires."
    case .untilRefusal: "Run until a server refuses something."
    case .untilDetection: "Run until a reuse is detected."
    case .startAgain: "Go back to time zero and start the same run again."
    case .signIn: "The person signs in on the focused device."
    case .callAPI: "The client calls the API."
    case .refresh: "The client presents its refresh token."
    case .logOut: "The person logs out: tokens are forgotten and revoked."
    case .dropNextResponse: "Lose the next token response to the client."
    case .stealRefreshToken: "The attacker copies the client's refresh token."
    case .stealAccessToken: "The attacker copies the client's access token."
    case .stealStorage: "The attacker copies everything that the client stores."
    case .attackerRefreshes: "The attacker presents the newest refresh token it holds."
    case .attackerCallsAPI: "The attacker calls the API with its newest access token."
    case .strategies: "Choose another strategy and start again under it."
    case .nextDevice: "Act on the next device."
    case .previousRow: "Select the event before."
    case .nextRow: "Select the event after."
    case .newestRow: "Follow the newest event again."
    case .zoom: "Show one pane over the whole screen; 1 to 8 pick one."
    case .nextPane: "Show the next pane over the whole screen."
    case .back: "Leave what is open."
    case .zoomIn: "Show a shorter stretch of the timeline."
    case .zoomOut: "Show a longer stretch of the timeline."
    case .copyRow: "Copy the selected event as text."
    case .theme: "Change the colours."
    case .mouse: "Let clicks act on the screen, or leave them to the terminal."
    case .quit: "Leave. Nothing is lost: a run is its seed and its commands."
    }
  }
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  public init(unicodeScalarLiteral value: Unicode.Scalar) {
    self = .character(value)
  }
}
