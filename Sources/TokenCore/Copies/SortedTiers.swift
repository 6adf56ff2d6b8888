/// Elements of which the least is taken first, or any is looked up, for a value that is copied often.
///
/// What was put in last lies loose. When there is too much of it, the greater half becomes a tier: in
/// order and never changed again, so that all copies share it. Of tiers of one size there are at most
/// three: the fourth comes with all of them into one. So there are few to look through, each element
/// is moved a few times only, and copies of a long run together hold each but a few times.
///
/// It is public for the compiler's sake alone, which makes code of its own for each kind of element in
/// other rooms only of what is public.
public struct SortedTiers<Element: Comparable> {
  /// The least comes last, where it is taken from.
  @usableFromInline var loose: [Element] = []
  /// Each in ascending order, and none empty; the newest comes last. What was taken is cut off in front.
  @usableFromInline var tiers: [ArraySlice<Element>] = []

  @inlinable static var mostLoose: Int { 64 }
  @inlinable static var mostAlike: Int { 3 }

  /// Without an element.
  @inlinable public init() {}

  /// The one to be taken next; nil where there is none.
  @inlinable public var least: Element? {
    var least = loose.last
    for tier in tiers {
      if let first = tier.first, least.map({ first < $0 }) ?? true { least = first }
    }
    return least
  }

  /// Puts one more in.
  @inlinable public mutating func insert(_ element: Element) {
    loose.insert(element, at: loose.firstPlace { $0 < element })
    if loose.count > Self.mostLoose { settle() }
  }

  /// Takes the least out.
  @inlinable public mutating func popLeast() -> Element? {
    guard let least else { return nil }
    if loose.last == least { return loose.removeLast() }
    guard let index = tiers.firstIndex(where: { $0.first == least }) else { return nil }
    tiers[index].removeFirst()
    if tiers[index].isEmpty { tiers.remove(at: index) }
    return least
  }

  /// Takes out all that the condition holds for, at the cost of looking at each.
  @inlinable public mutating func removeAll(where isGone: (Element) -> Bool) {
    loose.removeAll(where: isGone)
    for index in tiers.indices where tiers[index].contains(where: isGone) {
      tiers[index].removeAll(where: isGone)
    }
    tiers.removeAll(where: \.isEmpty)
  }

  /// All of them, in no order.
  @inlinable public var unordered: some Sequence<Element> {
    ([loose[...]] + tiers).lazy.joined()
  }

  /// All of them, the least first.
  @inlinable public var sorted: [Element] { unordered.sorted() }

  /// The greatest within the bounds that the condition holds for.
  @inlinable public func last(
    in bounds: ClosedRange<Element>, where holds: (Element) -> Bool
  ) -> Element? {
    let inTiers = tiers.lazy.flatMap { tier in
      tier[tier.firstPlace { $0 >= bounds.lowerBound }...].prefix { $0 <= bounds.upperBound }
    }
    let inLoose = loose[loose.firstPlace { $0 <= bounds.upperBound }...]
      .prefix { $0 >= bounds.lowerBound }
    return [inTiers.filter(holds).max(), inLoose.filter(holds).max()].compactMap(\.self).max()
  }

  /// What will be taken soon stays loose.
  @inlinable mutating func settle() {
    let settled = loose.prefix(Self.mostLoose / 2)
    loose.removeFirst(settled.count)
    tiers.append(ArraySlice(settled.reversed()))
    while let alike = alikeAtEnd {
      let merged = alike.dropFirst().reduce(alike[0]) { Self.merged($0, $1) }
      tiers.removeLast(alike.count)
      tiers.append(merged)
    }
  }

  /// The last four, where the first of them is no longer than the others together.
  @inlinable var alikeAtEnd: [ArraySlice<Element>]? {
    let last = Array(tiers.suffix(Self.mostAlike + 1))
    guard last.count > Self.mostAlike else { return nil }
    return last[0].count <= last.dropFirst().reduce(0) { $0 + $1.count } ? last : nil
  }

  @inlinable static func merged(
    _ left: ArraySlice<Element>, _ right: ArraySlice<Element>
  ) -> ArraySlice<Element> {
    var (left, right) = (left, right)
    var merged: [Element] = []
    merged.reserveCapacity(left.count + right.count)
    while let first = left.first, let second = right.first {
      merged.append(second < first ? right.removeFirst() : left.removeFirst())
    }
    return (merged + left + right)[...]
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first place at which the condition holds; it holds for none before and for all after.
  @inlinable func firstPlace(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension SortedTiers: Sendable where Element: Sendable {}

/// The same elements, however they lie.
extension SortedTiers: Equatable {
  /// Whether they hold the same.
  @inlinable public static func == (left: SortedTiers, right: SortedTiers) -> Bool {
    (left.loose == right.loose && left.tiers == right.tiers) || left.sorted == right.sorted
  }
}
