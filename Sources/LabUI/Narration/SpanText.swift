import TokenCore

/// Spans of time as sentences and figures say them.
extension TimeSpan {
  /// The two largest units, rounded down, which is as much as anybody compares: `14m59s`, `4d23h`.
  public var briefText: String {
    let units: [Int64] = [86_400_000, 3_600_000, 60_000, 1000]
    guard let largest = units.firstIndex(where: { milliseconds >= $0 }) else { return shortText }
    let unit = units[min(largest + 1, units.count - 1)]
    return TimeSpan(milliseconds: milliseconds / unit * unit).shortText
  }
}
