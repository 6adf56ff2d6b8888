import Canvas

extension Act {
  /// The keys that do it; the first is the one shown. What has none is found in the palette.
  public var keys: [Key] {
    switch self {
    case .help: ["?"]
    case .palette: [":"]
    case .rehearse: ["!"]
    case .runOrPause: [" "]
    case .step: ["."]
    case .slower: ["["]
    case .faster: ["]"]
    case .untilExpiry: ["e"]
    case .untilRefusal: ["f", ">"]
    case .previousRefusal: ["<"]
    case .stepBack: [","]
    case .nextDecision: ["}"]
    case .previousDecision: ["{"]
    case .goTo: ["g"]
    case .undo: ["u"]
    case .branches: ["B"]
    case .compareBranches: ["="]
    case .whoIsFirst: ["V"]
    case .untilDetection: ["d"]
    case .untilAttackerIsOut: ["t"]
    case .toStart: ["0"]
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
    case .callAdminAPI: ["A"]
    case .loseNextRequest: ["X"]
    case .attackerReissues: ["E"]
    case .stealDatabase: ["D"]
    case .stealSigningKey: ["K"]
    case .attackerForges: ["F"]
    case .restartBeforeStoring, .duplicateNextRequest, .delayNextRequest, .delayNextResponse,
      .changePassword, .changePasswordAndRevoke, .disableAccount, .changeRole, .rotateSigningKey,
      .withdrawSigningKeys, .stealSpentToken, .clearStorage, .attackerPresentsRefreshToken,
      .attackerRefreshesOnDevice, .attackerForgesAdmin, .attackerUsesOldest, .attackerUsesSpent,
      .attackerStartsFlow, .callOtherServer, .attackerCallsOtherServer:
      []
    case .viewpoint: ["v"]
    case .inspector: ["I"]
    case .stopWire: ["w"]
    case .races: ["M"]
    case .deliverMessage, .holdMessage, .releaseMessage, .swapMessages, .dropMessage,
      .duplicateMessage, .refreshInAnotherTab:
      []
    case .strategies: ["p"]
    case .editor: ["P"]
    case .nextDevice: ["n"]
    case .previousRow: [.up, "k"]
    case .nextRow: [.down, "j"]
    case .newestRow: [.end, "G"]
    case .zoom: [.enter, "z"]
    case .nextPane: [.tab]
    case .back: [.escape]
    case .zoomIn: ["+"]
    case .zoomOut: ["-"]
    case .copyRow: ["y"]
    case .copyRun: ["Y"]
    case .theme: ["T"]
    case .mouse: ["m"]
    case .quit: ["q"]
    }
  }

  /// The keys as help and palette show them: what has none is typed after `:`.
  var keyText: String {
    let keys = keys + wireKeys
    return keys.isEmpty ? ":" : keys.map(\.label).joined(separator: " ")
  }
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  public init(unicodeScalarLiteral value: Unicode.Scalar) {
    self = .character(value)
  }
}
