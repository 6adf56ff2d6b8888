extension JSONScanner {
  /// `-? int frac? exp?` (RFC 8259 §6): no plus sign, no leading zeros, digits around the point.
  mutating func readNumber() throws(JSONFlaw) -> JSONNumber {
    let start = position
    let isNegative = skip(UInt8(ascii: "-"))
    var negated: Int64? = 0
    let startsWithZero = peek == UInt8(ascii: "0")
    let digits = try readDigits(into: &negated)
    guard !startsWithZero || digits == 1 else { throw flaw(.invalid) }
    var exponent = 0
    if skip(UInt8(ascii: ".")) { exponent -= try readDigits(into: &negated) }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) { exponent += try readExponent() }
    return JSONNumber(
      description: String(decoding: bytes[start..<position], as: UTF8.self),
      significand: isNegative ? negated : negated.flatMap { Int64.zero.minus($0) },
      exponent: exponent)
  }

  /// At least one digit; returns how many. The sum runs downwards, where there is room for one number
  /// more, and becomes nil where it no longer fits.
  private mutating func readDigits(into negated: inout Int64?) throws(JSONFlaw) -> Int {
    let start = position
    while case UInt8(ascii: "0")...UInt8(ascii: "9") = peek {
      let digit = Int64(peek - UInt8(ascii: "0"))
      negated = negated?.timesTen.flatMap { $0.minus(digit) }
      position += 1
    }
    guard position > start else { throw flaw(.invalid) }
    return position - start
  }

  /// Exponents beyond a million are all alike: too large, or nothing.
  private mutating func readExponent() throws(JSONFlaw) -> Int {
    let isNegative = skip(UInt8(ascii: "-"))
    if !isNegative { _ = skip(UInt8(ascii: "+")) }
    var negated: Int64? = 0
    _ = try readDigits(into: &negated)
    let exponent = Int(max(negated ?? .min, -1_000_000))
    return isNegative ? exponent : -exponent
  }
}

extension Int64 {
  /// Nil instead of overflow.
  fileprivate var timesTen: Int64? {
    let (product, overflow) = multipliedReportingOverflow(by: 10)
    return overflow ? nil : product
  }

  /// Nil instead of overflow.
  fileprivate func minus(_ other: Int64) -> Int64? {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? nil : difference
  }
}
