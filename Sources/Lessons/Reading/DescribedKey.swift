import TokenCore

/// Keys whose words are said where the axes are described.
protocol DescribedKey: FieldKey {
  var word: String { get }
}

extension DescribedKey {
  var rawValue: String { word }

  init?(rawValue: String) {
    guard let key = Self.allCases.first(where: { $0.word == rawValue }) else { return nil }
    self = key
  }
}

/// Keys that each hold an axis.
protocol AxisKey: DescribedKey {
  var axis: PolicyAxis { get }
}

extension AxisKey {
  var word: String { axis.word }
}
