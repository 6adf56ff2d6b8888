import TokenCore

/// Spans of time as sentences and figures say them.
extension TimeSpan {
  /// The two largest units, rounded down, which is as much as anybody compares: `14m59s`, `4d23h`.
  package var briefText: String {
    let units: [Int64] = [86_400_000, 3_600_000, 60_000, 1000]
    guard let largest = units.firstIndex(where: { milliseconds >= $0 }) else { return shortText }
    let unit = units[min(largest + 1, units.count - 1)]
    return TimeSpan(milliseconds: milliseconds / unit * unit).shortText
  }

  /// As a sentence says it: `4 min 58.8 s`, `15 min`, `6 d 23 h 45 min`. Rounded up, to a tenth of a
  /// second below an hour and to a second above: what is true of a span of which more is needed stays
  /// true.
  package var words: String {
    let step: Int64 = milliseconds < 3_600_000 ? 100 : 1000
    let (whole, part) = max(0, milliseconds).quotientAndRemainder(dividingBy: step)
    let tenths = (part == 0 ? whole : whole + 1) * (step / 100)
    let units: [(name: String, tenths: Int64)] = [("d", 864_000), ("h", 36_000), ("min", 600)]
    var rest = tenths
    var words: [String] = []
    for unit in units {
      let (count, remainder) = rest.quotientAndRemainder(dividingBy: unit.tenths)
      if count > 0 { words.append("\(count) \(unit.name)") }
      rest = remainder
    }
    if rest > 0 || words.isEmpty {
      words.append(rest % 10 == 0 ? "\(rest / 10) s" : "\(rest / 10).\(rest % 10) s")
    }
    return words.joined(separator: " ")
  }
}
