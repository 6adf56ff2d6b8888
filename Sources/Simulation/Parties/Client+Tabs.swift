import TokenCore

extension Client {
  /// As many as a scenario gives a device.
  static let mostTabs = 16

  /// A tab beside the first whose refresh would not wait for another; nil where the guard lets no
  /// more through.
  var freeTab: Int? {
    if habit.guarding.spansTabs { return isRefreshing ? nil : 1 }
    return (1..<Self.mostTabs).first { tab in !refreshes.contains { $0.tab == tab } }
  }
}
