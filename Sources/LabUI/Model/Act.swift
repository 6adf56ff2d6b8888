/// Everything that a key or the command palette can do. One table: dispatch, key bar, help and
/// palette all read it, so that they cannot disagree.
public enum Act: CaseIterable, Hashable, Sendable {
  case help, palette, rehearse
  case runOrPause, step, stepBack, nextDecision, previousDecision, untilRefusal, previousRefusal
  case untilExpiry, untilDetection, untilAttackerIsOut, goTo, toStart, undo, slower, faster
  case branches, compareBranches, whoIsFirst
  case signIn, callAPI, refresh, logOut, dropNextResponse
  case callAdminAPI, callOtherServer, restartBeforeStoring, loseNextRequest, duplicateNextRequest
  case delayNextRequest, delayNextResponse, nextDevice
  case changePassword, changePasswordAndRevoke, disableAccount, changeRole
  case rotateSigningKey, withdrawSigningKeys
  case stealRefreshToken, stealAccessToken, stealStorage, attackerRefreshes, attackerCallsAPI
  case attackerReissues, stealSpentToken, stealDatabase, stealSigningKey, attackerForges
  case attackerCallsOtherServer, attackerUsesOldest, attackerUsesSpent, attackerStartsFlow
  case attackerForgesAdmin, clearStorage, attackerPresentsRefreshToken, attackerRefreshesOnDevice
  case stopWire, races, deliverMessage, holdMessage, releaseMessage, swapMessages, dropMessage
  case duplicateMessage, refreshInAnotherTab
  case strategies, editor
  case viewpoint, inspector
  case previousRow, nextRow, newestRow, zoom, nextPane, back, zoomIn, zoomOut
  case copyRow, copyRun, theme, mouse, quit

  /// Which part of the help it stands in.
  public enum Group: String, CaseIterable, Sendable {
    case time = "Time"
    case branches = "Branches"
    case client = "The client"
    case server = "The server"
    case attacker = "The attacker"
    case wire = "The wire"
    case looking = "Looking"
    case program = "The program"
  }

  public var group: Group {
    switch self {
    case .runOrPause, .step, .stepBack, .nextDecision, .previousDecision, .untilRefusal,
      .previousRefusal, .untilExpiry, .untilDetection, .untilAttackerIsOut,
      .goTo, .toStart, .undo, .slower, .faster:
      .time
    case .branches, .compareBranches, .whoIsFirst: .branches
    case .signIn, .callAPI, .refresh, .refreshInAnotherTab, .logOut, .dropNextResponse,
      .callAdminAPI, .callOtherServer,
      .restartBeforeStoring, .loseNextRequest, .duplicateNextRequest, .delayNextRequest,
      .delayNextResponse, .nextDevice:
      .client
    case .changePassword, .changePasswordAndRevoke, .disableAccount, .changeRole,
      .rotateSigningKey, .withdrawSigningKeys:
      .server
    case .stealRefreshToken, .stealAccessToken, .stealStorage, .attackerRefreshes,
      .attackerCallsAPI, .attackerReissues, .stealSpentToken, .stealDatabase, .stealSigningKey,
      .attackerForges, .attackerForgesAdmin, .attackerUsesOldest, .attackerUsesSpent,
      .attackerStartsFlow, .attackerCallsOtherServer, .clearStorage, .attackerPresentsRefreshToken,
      .attackerRefreshesOnDevice:
      .attacker
    case .viewpoint, .inspector, .previousRow, .nextRow, .newestRow, .zoom, .nextPane, .back,
      .zoomIn,
      .zoomOut:
      .looking
    case .stopWire, .races, .deliverMessage, .holdMessage, .releaseMessage, .swapMessages,
      .dropMessage, .duplicateMessage:
      .wire
    case .help, .palette, .rehearse, .strategies, .editor, .copyRow, .copyRun, .theme, .mouse,
      .quit:
      .program
    }
  }
}
