import TokenCore

/// A day of the Gregorian calendar, which ISO 8601 carries on in both directions for ever.
struct CivilDate: CustomStringConvertible {
  let year: Int64
  let month: Int64
  package let day: Int64

  /// 146 097 days make 400 years, counted from 0000-03-01 so that a leap day ends its year.
  package init(daysSinceEpoch days: Int64) {
    let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Nil for a day that no calendar has, such as February 29th in most years.
  package init?(year: Int64, month: Int64, day: Int64) {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    let same = CivilDate(daysSinceEpoch: daysSinceEpoch)
    guard same.month == month else { return nil }
  }

  var daysSinceEpoch: Int64 {
    let (era, yearOfEra) = (year - (month <= 2 ? 1 : 0)).flooredDivision(by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  package var description: String {
    let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
    return sign + digits(abs(year), 4) + "-" + digits(month, 2) + "-" + digits(day, 2)
  }
}

extension NumericDate {
  /// A timestamp of RFC 3339 §5.6: date, `T`, time, and `Z` or an offset. No leap seconds.
  package init?(timestamp text: String) {
    let form = #/(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)/#
    guard text.utf8.count <= 40, text.utf8.allSatisfy({ $0 < 0x80 }),
      let match = try? form.wholeMatch(in: text), let year = Int64(match.1),
      let month = Int64(match.2), let day = Int64(match.3), let hour = Int64(match.4),
      let minute = Int64(match.5), let second = Int64(match.6), hour < 24, minute < 60, second < 60,
      let date = CivilDate(year: year, month: month, day: day),
      let offset = Self.minutes(ofOffset: match.8)
    else { return nil }
    let seconds = date.daysSinceEpoch * 86_400 + (hour * 60 + minute - offset) * 60 + second
    let thousandths = Int64((match.7 ?? "").prefix(3).padded(to: 3)) ?? 0
    self.init(milliseconds: seconds * 1000 + thousandths)
  }

  private static func minutes(ofOffset text: Substring) -> Int64? {
    guard text.utf8.count == 6 else { return 0 }
    guard let hours = Int64(text.dropFirst().prefix(2)), let minutes = Int64(text.suffix(2)),
      hours < 24, minutes < 60
    else { return nil }
    return (text.first == "-" ? -1 : 1) * (hours * 60 + minutes)
  }
}

extension Substring {
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: "0", count: Swift.max(0, count - utf8.count))
  }
}
