import TokenCore

/// Moments as people write them and as a token's reader wants to see them.
extension NumericDate {
  /// Reads `2026-01-01T00:00:00Z` (RFC 3339 §5.6, with a fraction or an offset if wanted), Unix
  /// seconds, or a time from now such as `+15m` and `-2h`. Anything else gives nil.
  package init?(moment text: String, now: NumericDate) {
    if let seconds = Int64(text), !text.hasPrefix("+") {
      self.init(seconds: seconds)
    } else if let sign = text.first, sign == "+" || sign == "-",
      let span = TimeSpan(String(text.dropFirst()))
    {
      let distance = sign == "+" ? span : TimeSpan.zero - span
      self.init(milliseconds: (Instant(milliseconds: now.milliseconds) + distance).milliseconds)
    } else {
      self.init(timestamp: text)
    }
  }

  /// ISO 8601 in UTC: `2026-01-01T00:00:00Z`, with three digits behind the point where the moment is
  /// no whole second. A year that has not four digits has a sign.
  package var timestamp: String {
    let (days, inDay) = milliseconds.flooredDivision(by: 86_400_000)
    let date = CivilDate(daysSinceEpoch: days)
    let (seconds, fraction) = inDay.flooredDivision(by: 1000)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { digits($0, 2) }
    let thousandths = fraction == 0 ? "" : "." + digits(fraction, 3)
    return "\(date)T" + clock.joined(separator: ":") + thousandths + "Z"
  }

  /// How far away the moment is: `in 4 min 10 s`, `3 days ago`, `now`.
  package func distance(from now: NumericDate) -> String {
    let (difference, overflow) = milliseconds.subtractingReportingOverflow(now.milliseconds)
    if difference == 0 { return "now" }
    let length = overflow ? "ages" : lengthText(difference.magnitude)
    return (overflow ? self > now : difference > 0) ? "in \(length)" : "\(length) ago"
  }
}

extension TimeSpan {
  /// The length in its two largest units: `4 min 10 s`, `3 days`.
  var roughText: String { lengthText(milliseconds.magnitude) }
}

/// Never rounded up: what is left is at least what the text says.
private func lengthText(_ milliseconds: UInt64) -> String {
  let seconds = milliseconds / 1000
  let year: UInt64 = 31_556_952
  switch seconds {
  case 0: return "\(milliseconds) ms"
  case ..<60: return "\(seconds) s"
  case ..<3600: return joined(seconds / 60, "min", seconds % 60, "s")
  case ..<86_400: return joined(seconds / 3600, "h", seconds / 60 % 60, "min")
  case ..<(86_400 * 7):
    return joined(seconds / 86_400, seconds < 172_800 ? "day" : "days", seconds / 3600 % 24, "h")
  case ..<(2 * year): return "\(seconds / 86_400) days"
  default: return "about \(seconds / year) years"
  }
}

private func joined(_ large: UInt64, _ unit: String, _ small: UInt64, _ part: String) -> String {
  small == 0 ? "\(large) \(unit)" : "\(large) \(unit) \(small) \(part)"
}

package func digits(_ number: Int64, _ count: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, count - text.count)) + text
}

extension Int64 {
  /// Rounded towards the past, where the rest is never negative.
  func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
