import TokenCore

/// A JSON number as written: `significand` times ten to the power of `exponent`, exactly.
///
/// Binary floating point would round dates, and converting a large one to an integer would end the
/// program. A number with more than 18 significant digits is known to be one and no more.
public struct JSONNumber: Hashable, Sendable {
  /// Whole, without trailing zeros; nil when the digits do not fit.
  let significand: Int64?
  let exponent: Int

  public init(_ whole: Int64) {
    self.init(significand: whole, exponent: 0)
  }

  init(significand: Int64?, exponent: Int) {
    var (digits, exponent) = (significand ?? 1, exponent)
    while digits != 0, digits % 10 == 0 { (digits, exponent) = (digits / 10, exponent + 1) }
    self.significand = significand == nil ? nil : digits
    self.exponent = digits == 0 ? 0 : exponent
  }

  /// The whole number, or nil when it has a fraction or does not fit.
  public var whole: Int64? {
    exponent < 0 ? nil : scaled(by: exponent)
  }

  /// Thousandths, rounded down: what a NumericDate keeps (RFC 7519 §2). Nil when it does not fit.
  public var milliseconds: Int64? {
    exponent >= -3 ? scaled(by: exponent + 3) : roundedDown(by: -(exponent + 3))
  }

  private func scaled(by power: Int) -> Int64? {
    guard var product = significand, power < 19 || product == 0 else { return nil }
    if product == 0 { return 0 }
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
