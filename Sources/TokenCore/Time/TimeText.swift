/// Durations as people write them (`15m`, `1h30m`, `500ms`) and clocks as screens show them.
extension TimeSpan {
  /// Reads one or more number-and-unit pairs (`ms`, `s`, `m`, `h`, `d`), largest first or not;
  /// whole numbers only, no spaces, no sign. Anything else gives nil.
  public init?(_ text: String) {
    var total: Int64 = 0
    var rest = Substring(text)
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let count = Int64(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      let unitName = rest.prefix { $0.isASCII && $0.isLetter }
      guard let unit = TimeSpan.units.first(where: { $0.name == unitName }) else { return nil }
      rest = rest.dropFirst(unitName.count)
      let (part, partOverflow) = unit.milliseconds.multipliedReportingOverflow(by: count)
      let (sum, overflow) = total.addingReportingOverflow(part)
      guard !partOverflow, !overflow else { return nil }
      total = sum
    }
    guard !text.isEmpty else { return nil }
    self.init(milliseconds: total)
  }

  /// The same notation back: `15m`, `1h30m`, `0s`; with a minus sign, which `init?(_:)` does not
  /// read, for a span below zero.
  public var shortText: String {
    guard milliseconds != 0 else { return "0s" }
    var rest = milliseconds.magnitude
    var text = milliseconds < 0 ? "-" : ""
    for unit in Self.units {
      let (count, remainder) = rest.quotientAndRemainder(dividingBy: UInt64(unit.milliseconds))
      if count > 0 { text += "\(count)\(unit.name)" }
      rest = remainder
    }
    return text
  }

  private static let units: [(name: String, milliseconds: Int64)] = [
    ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
  ]

  /// A countdown: `0:42`, `1:02:03`, `6d 23:59`. Rounded up, so that `0:00` means the end is here.
  package var countdownText: String {
    let seconds = milliseconds > 0 ? (milliseconds - 1) / 1000 + 1 : 0
    let (days, inDay) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let (hours, inHour) = inDay.quotientAndRemainder(dividingBy: 3600)
    let minutes = inHour / 60
    if days > 0 { return "\(days)d \(twoDigits(hours)):\(twoDigits(minutes))" }
    if hours > 0 { return "\(hours):\(twoDigits(minutes)):\(twoDigits(inHour % 60))" }
    return "\(minutes):\(twoDigits(inHour % 60))"
  }
}

extension Instant {
  /// The clock to a tenth of a second: `0:42.0`, `1:02:03.4`, `6d 23:59:00.0`.
  package var clockText: String {
    let tenths = max(0, milliseconds) % 1000 / 100
    return secondsText + ".\(tenths)"
  }

  /// The clock to the second, rounded down: `0:42`, `1:02:03`, `6d 23:59:00`.
  package var secondsText: String {
    let seconds = max(0, milliseconds) / 1000
    let (days, inDay) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let (hours, inHour) = inDay.quotientAndRemainder(dividingBy: 3600)
    let minutesAndSeconds = "\(inHour / 60):\(twoDigits(inHour % 60))"
    guard days > 0 || hours > 0 else { return minutesAndSeconds }
    let clock = "\(hours):\(twoDigits(inHour / 60)):\(twoDigits(inHour % 60))"
    return days > 0 ? "\(days)d \(clock)" : clock
  }
}

private func twoDigits(_ number: Int64) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}
