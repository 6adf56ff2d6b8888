import TokenCore

/// A JSON number as written, and its value exactly: `significand` times ten to the power `exponent`.
///
/// Binary floating point would round dates, and converting a large one to an integer would end the
/// program. A number with more digits than a 64-bit integer is known to be a number and no more.
package struct JSONNumber: Equatable, Sendable, CustomStringConvertible {
  /// As it stood in the text.
  package let description: String
  /// Whole, without trailing zeros; nil when the digits do not fit.
  private let significand: Int64?
  private let exponent: Int

  package init(_ whole: Int64) {
    self.init(description: String(whole), significand: whole, exponent: 0)
  }

  init(description: String, significand: Int64?, exponent: Int) {
    self.description = description
    guard var digits = significand, digits != 0 else {
      (self.significand, self.exponent) = (significand, 0)
      return
    }
    var exponent = exponent
    while digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent + 1) }
    (self.significand, self.exponent) = (digits, exponent)
  }

  /// Compares values where they are known: `1.0`, `1` and `10e-1` are the same number.
  package static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    guard let digits = left.significand, let others = right.significand else {
      return sameBytes(left.description, right.description)
    }
    return digits == others && left.exponent == right.exponent
  }

  /// The whole number, or nil when it has a fraction or does not fit.
  package var whole: Int64? {
    exponent < 0 ? nil : scaled(by: exponent)
  }

  /// Thousandths, rounded down: what a NumericDate keeps (RFC 7519 §2). Nil when it does not fit.
  package var milliseconds: Int64? {
    exponent >= -3 ? scaled(by: exponent + 3) : roundedDown(by: -(exponent + 3))
  }

  private func scaled(by power: Int) -> Int64? {
    guard var product = significand, product != 0 else { return significand }
    guard power < 19 else { return nil }
    for _ in 0..<power {
      let (next, overflow) = product.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      product = next
    }
    return product
  }

  private func roundedDown(by power: Int) -> Int64? {
    guard var quotient = significand else { return nil }
    for _ in 0..<min(power, 19) {
      quotient = quotient / 10 - (quotient % 10 < 0 ? 1 : 0)
    }
    return quotient
  }
}

extension NumericDate {
  /// Nil when the number is too large to be a date here (RFC 7493 §2.2).
  init?(_ number: JSONNumber) {
    guard let milliseconds = number.milliseconds else { return nil }
    self.init(milliseconds: milliseconds)
  }
}
