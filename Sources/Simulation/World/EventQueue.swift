import TokenCore

/// What is due, ordered by time and then by the order in which it was put in.
package struct EventQueue: Sendable {
  private var due = SortedTiers<Entry>()
  private var nextOrder = 0

  package struct Entry: Comparable, Sendable {
    package let at: Instant
    package let order: Int
    package let event: DueEvent

    /// A command comes after whatever else happens at its moment, as it does when it is given live.
    private var rank: Int { if case .command = event { 1 } else { 0 } }

    package static func < (left: Entry, right: Entry) -> Bool {
      if left.at != right.at { return left.at < right.at }
      return left.rank == right.rank ? left.order < right.order : left.rank < right.rank
    }

    package static func == (left: Entry, right: Entry) -> Bool {
      (left.at, left.order) == (right.at, right.order)
    }
  }

  var nextTime: Instant? { due.least?.at }

  mutating func insert(_ event: DueEvent, at instant: Instant) {
    due.insert(Entry(at: instant, order: nextOrder, event: event))
    nextOrder += 1
  }

  mutating func popNext() -> Entry? { due.popLeast() }

  /// The arrival of the message with the number, if it is due.
  func arrival(of number: Int) -> Entry? {
    due.unordered.first { $0.event.message?.id == number }
  }

  /// So many arrivals of messages, soonest first; there must be as many.
  func arrivals(_ count: Int) -> [Message] {
    due.unordered.lazy.filter { $0.event.message != nil }.prefix(count).sorted()
      .compactMap(\.event.message)
  }

  /// Takes something out before it is due.
  mutating func remove(_ entry: Entry) {
    due.removeAll { $0.order == entry.order }
  }

  /// Takes out everything of a kind before it is due.
  mutating func removeAll(where isMeant: (DueEvent) -> Bool) {
    due.removeAll { isMeant($0.event) }
  }

  /// Lets something else happen in its place: at its moment, and in its turn.
  mutating func replace(_ entry: Entry, by event: DueEvent) {
    remove(entry)
    due.insert(Entry(at: entry.at, order: entry.order, event: event))
  }

  /// Everything due, in no order.
  package var unordered: [Entry] { Array(due.unordered) }

  /// Everything due, soonest first.
  var entries: [Entry] { due.sorted }
}

/// What is due, and in which turn, counts; how the heap happens to lie does not.
extension EventQueue: Equatable {
  package static func == (left: EventQueue, right: EventQueue) -> Bool {
    left.nextOrder == right.nextOrder
      && left.entries.elementsEqual(right.entries) { $0 == $1 && $0.event == $1.event }
  }
}

/// Something that will happen unless the run ends first.
package enum DueEvent: Hashable, Sendable {
  indirect case command(Command)
  indirect case arrival(Message, cause: Int)
  case timer(DeviceID, ticket: Int)
  case personActs(DeviceID)
  case personSignsIn(DeviceID)
  case attackerActs
  case accessTokenEnds(AccessTokenID)
  case refreshTokenEnds(RefreshTokenID)

  /// What arrives, if it is that.
  package var message: Message? {
    if case .arrival(let message, _) = self { message } else { nil }
  }
}
