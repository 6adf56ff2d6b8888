extension JSONScanner {
  /// `-? int frac? exp?` (RFC 8259 §6): no plus sign, no leading zeros, digits around the point.
  mutating func readNumber() throws(JSONFlaw) -> JSONNumber {
    let isNegative = skip(UInt8(ascii: "-"))
    var significand: Int64? = 0
    let startsWithZero = peek == UInt8(ascii: "0")
    let digits = try readDigits(into: &significand)
    guard !startsWithZero || digits == 1 else { throw flaw(.invalid) }
    var exponent = 0
    if skip(UInt8(ascii: ".")) { exponent -= try readDigits(into: &significand) }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) { exponent += try readExponent() }
    return JSONNumber(
      significand: significand.map { isNegative ? -$0 : $0 }, exponent: exponent)
  }

  /// At least one digit; returns how many. The sum becomes nil where it no longer fits.
  private mutating func readDigits(into sum: inout Int64?) throws(JSONFlaw) -> Int {
    let start = position
    while case UInt8(ascii: "0")...UInt8(ascii: "9") = peek {
      let digit = Int64(peek - UInt8(ascii: "0"))
      if let small = sum { sum = small < Self.lastBeforeOverflow ? small * 10 + digit : nil }
      position += 1
    }
    guard position > start else { throw flaw(.invalid) }
    return position - start
  }

  /// Exponents beyond a million are all alike: too large, or nothing.
  private mutating func readExponent() throws(JSONFlaw) -> Int {
    let isNegative = skip(UInt8(ascii: "-"))
    if !isNegative { _ = skip(UInt8(ascii: "+")) }
    var sum: Int64? = 0
    _ = try readDigits(into: &sum)
    let exponent = Int(min(sum ?? .max, 1_000_000))
    return isNegative ? -exponent : exponent
  }

  /// Sums below this have room for one more digit.
  private static let lastBeforeOverflow = Int64.max / 10
}
