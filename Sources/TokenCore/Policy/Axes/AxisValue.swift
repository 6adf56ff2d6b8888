/// A value on one of the axes; of a length of time or a number it counts only whether there is a limit,
/// and on which side of zero it is.
package enum AxisValue: Hashable, Sendable {
  /// The value in that place among the values of the axis.
  case choice(PolicyAxis, Int)
  /// A length of time or a number of that size.
  case size(PolicyAxis, Size)

  /// What is told apart of a length of time or of a number.
  package enum Size: String, Hashable, CaseIterable, Sendable {
    case unlimited = "no limit"
    case negative = "below zero"
    case zero
    case positive = "above zero"

    init(_ number: some BinaryInteger) {
      self = number == 0 ? .zero : number < 0 ? .negative : .positive
    }
  }
}

extension AxisValue: CaseIterable, CustomStringConvertible {
  /// Every value that random rules can have, of each axis on which they can differ.
  package static let allCases = PolicyAxis.allCases.flatMap { axis in
    let values = values(of: axis)
    return values.count > 1 ? values : []
  }

  private static func values(of axis: PolicyAxis) -> [AxisValue] {
    switch axis.described.scale {
    case .choice(let scale): return scale.values.indices.map { .choice(axis, $0) }
    case .span(let scale):
      let sizes = scale.samples.map { $0.map { Size($0.milliseconds) } ?? .unlimited }
      return Size.allCases.filter(sizes.contains).map { .size(axis, $0) }
    case .count(let scale):
      let sizes = scale.samples.map { $0.map { Size($0) } ?? .unlimited }
      return Size.allCases.filter(sizes.contains).map { .size(axis, $0) }
    }
  }

  /// `rotation: rotating`, `refresh idle: no limit`.
  package var description: String {
    switch self {
    case .size(let axis, let size): return "\(axis.name): \(size.rawValue)"
    case .choice(let axis, let index):
      guard case .choice(let scale) = axis.described.scale else { return axis.name }
      return "\(axis.name): \(scale.values[index].label)"
    }
  }
}

extension Rules {
  /// Where the rules stand on every axis that they have and on which random rules can differ.
  package var axisValues: Set<AxisValue> {
    Set(PolicyAxis.allCases.compactMap { $0.value(in: self) }).intersection(AxisValue.allCases)
  }
}

extension PolicyAxis {
  fileprivate func value(in rules: Rules) -> AxisValue? {
    switch described.scale {
    case .choice(let scale): return scale.index(in: rules).map { .choice(self, $0) }
    case .span(let scale):
      switch scale.reading(of: rules) {
      case .absent: return nil
      case .unlimited: return .size(self, .unlimited)
      case .set(let span): return .size(self, .init(span.milliseconds))
      }
    case .count(let scale):
      switch scale.reading(of: rules) {
      case .absent: return nil
      case .unlimited: return .size(self, .unlimited)
      case .set(let count): return .size(self, .init(count))
      }
    }
  }
}
