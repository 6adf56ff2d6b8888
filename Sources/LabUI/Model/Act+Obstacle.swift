import Narrative
import Simulation

extension Act {
  /// Why the act would do nothing now; nil when it would do something.
  public func obstacle(in model: LabModel) -> String? {
    if let command = command(in: model) { return model.world.obstacle(to: command) }
    switch self {
    case .stepBack, .previousDecision, .previousRefusal, .toStart:
      return model.world.now == .start ? "this is the start" : nil
    case .undo:
      return model.history.branch.ordersGiven.isEmpty ? "you have done nothing yet to undo" : nil
    case .branches: return nil
    case .untilAttackerIsOut: return model.attackerIsOutObstacle
    case .compareBranches: return model.compareObstacle
    case .whoIsFirst: return model.whoIsFirstObstacle
    case .deliverMessage, .holdMessage, .releaseMessage, .dropMessage, .duplicateMessage:
      return "nothing is on the wire"
    case .swapMessages: return model.swapObstacle
    case .slower: return model.speed.slower == nil ? "time runs at its slowest, 1x" : nil
    case .faster: return model.speed.faster == nil ? "time runs at its fastest, 3600x" : nil
    case .nextDevice: return model.world.clients.count == 1 ? "there is one device only" : nil
    case .previousRow: return upObstacle(model)
    case .nextRow: return downObstacle(model)
    case .newestRow: return model.selectedRow == nil ? Self.newestSelected : nil
    case .back:
      return model.overlay == nil && model.zoomed == nil && model.selectedRow == nil
        && model.wire == nil
        ? "nothing is open; q quits" : nil
    case .zoomIn: return model.timelineZoom >= 4 ? "the timeline is at its closest" : nil
    case .zoomOut: return model.timelineZoom <= -6 ? "the timeline is at its widest" : nil
    case .copyRow: return model.currentRow == nil ? "there is no event to copy" : nil
    default: return nil
    }
  }

  private static let newestSelected = "the newest event is selected already"

  private func upObstacle(_ model: LabModel) -> String? {
    if model.isWireShown { return model.wireRow == 0 ? "this is the first message" : nil }
    if model.zoomed == .store { return model.storeTop == 0 ? "this is the first row" : nil }
    if model.zoomed == .family {
      return model.generationsUp + 1 < model.generationsCount ? nil : "this is the first line"
    }
    let selected = model.selectedRow ?? model.chronicle.rows.count - 1
    return selected > 0 ? nil : "this is the first event"
  }

  private func downObstacle(_ model: LabModel) -> String? {
    if model.isWireShown {
      return model.wireRow + 1 < model.wireRows.count ? nil : "this is the last message"
    }
    if model.zoomed == .store {
      return model.storeTop + 1 < model.storeLineCount ? nil : "this is the last row"
    }
    if model.zoomed == .family {
      return model.generationsUp > 0 ? nil : "this is the last line"
    }
    return model.selectedRow == nil ? Self.newestSelected : nil
  }
}
