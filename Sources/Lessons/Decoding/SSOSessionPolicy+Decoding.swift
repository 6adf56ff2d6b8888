import TokenCore

enum SSOSessionKey: AxisKey {
  case idle, absolute, endsFamilies, onePerPerson

  var axis: PolicyAxis {
    switch self {
    case .idle: .ssoIdle
    case .absolute: .ssoAbsolute
    case .endsFamilies: .ssoEndsFamilies
    case .onePerPerson: .ssoOnePerPerson
    }
  }
}

extension SSOSessionPolicy {
  /// What is left out is as usual.
  init(_ cursor: Cursor) throws(ScenarioError) {
    let fields = try Fields<SSOSessionKey>(cursor)
    let usual = SSOSessionPolicy()
    self.init(
      idle: try fields[.idle]?.span(of: .ssoIdle) ?? usual.idle,
      absolute: try fields[.absolute]?.span(of: .ssoAbsolute) ?? usual.absolute,
      endsFamilies: try fields[.endsFamilies]?.flag() ?? usual.endsFamilies,
      onePerPerson: try fields[.onePerPerson]?.flag() ?? usual.onePerPerson)
  }
}
