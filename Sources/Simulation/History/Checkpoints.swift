/// Copies of the world along a branch, so that any place in it is a short run away.
///
/// Their number is bounded: when there are too many, every second one goes and the next are taken half
/// as often. A seek then costs a run of one spacing, which grows with the length of the branch only.
struct Checkpoints: Sendable {
  struct Checkpoint: Sendable {
    let world: World
    let steps: Int
    /// How many events the trace had.
    let events: Int
    /// How many of the branch's orders had been given.
    let given: Int
  }

  /// The first is the start of the branch's run and stays.
  private(set) var list: [Checkpoint]
  private var spacing = Self.firstSpacing

  private static let firstSpacing = 16
  private static let most = 96

  init(start: Checkpoint) {
    list = [start]
  }

  /// Keeps it where the last one lies far enough behind.
  mutating func consider(_ steps: Int, _ checkpoint: () -> Checkpoint) {
    guard steps >= list[list.count - 1].steps + spacing else { return }
    list.append(checkpoint())
    if list.count > Self.most { thin() }
  }

  private mutating func thin() {
    spacing *= 2
    list = stride(from: 0, to: list.count, by: 2).map { list[$0] }
  }

  /// The last one that the condition holds for; it holds up to some checkpoint and for none after, and
  /// for the first always.
  func last(where holds: (Checkpoint) -> Bool) -> Checkpoint {
    var low = 0
    var high = list.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(list[middle]) { low = middle } else { high = middle }
    }
    return list[low]
  }

  /// Forgets what lies after so many steps.
  mutating func cut(after steps: Int) {
    list.removeAll { $0.steps > steps }
  }
}
