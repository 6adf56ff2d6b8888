import Narrative
import Simulation
import TokenCore

/// What of a long run lies in the timeline's window: found by halving, because records and actorEvents come
/// in the order of their time.
extension AuthorizationServer {
  /// The access tokens whose life may reach into the window; of more than can be told apart, the last.
  func accessTokens(within scale: TimelineScale) -> [AccessTokenID] {
    let records = accessTokens
    let longest = max(policy.accessToken.lifetime, policy.session?.absolute ?? .zero)
    let first = records.firstIndex(from: scale.start - longest - .seconds(1), \.issuedAt)
    let end = records.firstIndex(from: scale.end, \.issuedAt)
    return records[first..<max(first, end)].suffix(2 * scale.width).map(\.id)
  }
}

extension Chronicle {
  /// The actorEvents in the window; of more than can be told apart, the last.
  func actorEvents(within scale: TimelineScale) -> ArraySlice<ActorEvent> {
    let first = actorEvents.firstIndex(from: scale.start, \.at)
    let end = actorEvents.firstIndex(from: scale.end, \.at)
    return actorEvents[first..<max(first, end)].suffix(4 * scale.width)
  }
}

extension RandomAccessCollection where Index == Int {
  /// The index of the first element at or after the instant, of elements in the order of their time.
  func firstIndex(from instant: Instant, _ time: (Element) -> Instant) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if time(self[middle]) < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
