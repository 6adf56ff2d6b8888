import Canvas
import Simulation

extension Act {
  /// The order that the act gives to the world, if it is one.
  func command(on device: DeviceID) -> Command? {
    switch self {
    case .signIn: .signIn(device)
    case .callAPI: .callAPI(device)
    case .refresh: .refresh(device)
    case .logOut: .logOut(device)
    case .dropNextResponse: .dropNextResponse(device)
    case .stealRefreshToken: .stealRefreshToken(device)
    case .stealAccessToken: .stealAccessToken(device)
    case .stealStorage: .stealStorage(device)
    case .attackerRefreshes: .attackerRefreshes
    case .attackerCallsAPI: .attackerCallsAPI
    case .help, .palette, .runOrPause, .step, .slower, .faster, .untilExpiry, .untilRefusal,
      .untilDetection, .startAgain, .strategies, .nextDevice, .previousRow, .nextRow, .newestRow,
      .zoom, .nextPane, .back, .zoomIn, .zoomOut, .copyRow, .theme, .mouse, .quit:
      nil
    }
  }

  /// Why the act would do nothing now; nil when it would do something.
  public func obstacle(in model: LabModel) -> String? {
    if let command = command(on: model.device) { return model.world.obstacle(to: command) }
    switch self {
    case .slower: return model.speed.slower == nil ? "time runs at its slowest, 1x" : nil
    case .faster: return model.speed.faster == nil ? "time runs at its fastest, 3600x" : nil
    case .nextDevice: return model.world.clients.count == 1 ? "there is one device only" : nil
    case .previousRow:
      return (model.selectedRow ?? model.chronicle.rows.count - 1) > 0
        ? nil : "this is the first event"
    case .nextRow, .newestRow:
      return model.selectedRow == nil ? "the newest event is selected already" : nil
    case .back:
      return model.overlay == nil && model.zoomed == nil && model.selectedRow == nil
        ? "nothing is open; q quits" : nil
    case .zoomIn: return model.timelineZoom >= 4 ? "the timeline is at its closest" : nil
    case .zoomOut: return model.timelineZoom <= -6 ? "the timeline is at its widest" : nil
    case .copyRow: return model.currentRow == nil ? "there is no event to copy" : nil
    case .help, .palette, .runOrPause, .step, .untilExpiry, .untilRefusal, .untilDetection,
      .startAgain, .strategies, .zoom, .nextPane, .theme, .mouse, .quit, .signIn, .callAPI,
      .refresh, .logOut, .dropNextResponse, .stealRefreshToken, .stealAccessToken, .stealStorage,
      .attackerRefreshes, .attackerCallsAPI:
      return nil
    }
  }
}
