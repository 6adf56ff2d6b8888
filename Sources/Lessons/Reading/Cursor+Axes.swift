import TokenCore

extension Cursor {
  /// One of a choice's values by its word; a complaint gives the mappings, too, for those that are
  /// written as one.
  func choice<Choice: AxisChoice>(
    of type: Choice.Type = Choice.self
  ) throws(ScenarioError) -> Choice {
    let words = Choice.listed.filter { $0.described.form.takesWord }
    if let text, let choice = words.first(where: { $0.word == text }) { return choice }
    let forms = Choice.listed.compactMap(\.described.form.example).joined(separator: " or ")
    throw wants(alternatives(words.map(\.word) + (forms.isEmpty ? [] : [forms])))
  }

  /// A length of time inside the bounds of its axis.
  func span(of axis: PolicyAxis) throws(ScenarioError) -> TimeSpan {
    guard case .span(let scale) = axis.described.scale else { return try duration() }
    return scale.least < .zero ? try signedDuration() : try duration(atLeast: scale.least)
  }

  /// A whole number inside the bounds of its axis.
  func count(of axis: PolicyAxis) throws(ScenarioError) -> Int {
    guard case .count(let scale) = axis.described.scale else { return try number(in: 0...Int.max) }
    return try number(in: scale.range)
  }
}
