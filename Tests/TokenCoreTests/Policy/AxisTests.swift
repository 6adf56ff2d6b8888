import Testing

@testable import TokenCore

/// What is said of every axis, and that it is true of the rules.
struct AxisTests {
  @Test(arguments: PolicyAxis.allCases)
  func `an axis says in one sentence what it decides`(axis: PolicyAxis) {
    let described = axis.described
    for sentence in [described.meaning] + axis.values.map(\.meaning) {
      #expect(sentence.hasSuffix(".") && !sentence.dropLast().contains(". "), "\(sentence)")
    }
    #expect(!described.name.isEmpty && !described.word.contains(" "))
    #expect(described.source?.isEmpty != true)
  }

  @Test(arguments: PolicyAxis.allCases)
  func `the values of an axis differ in their words and fit a screen`(axis: PolicyAxis) {
    #expect(Set(axis.values.map(\.word)).count == axis.values.count)
    #expect(Set(axis.values.map(\.label)).count == axis.values.count)
    #expect(axis.values.allSatisfy { $0.label.unicodeScalars.count <= 30 && $0.odds > 0 })
  }

  @Test func `every axis has a name of its own`() {
    #expect(Set(PolicyAxis.allCases.map(\.name)).count == PolicyAxis.allCases.count)
  }

  @Test(arguments: PolicyAxis.allCases)
  func `what is set is read again, and nothing else changes its place`(axis: PolicyAxis) {
    for strategy in Strategy.catalogue {
      let start = Rules(policy: strategy.policy, habit: strategy.habit)
      switch axis.described.scale {
      case .choice(let scale):
        for index in scale.values.indices {
          var rules = start
          scale.choose(index, in: &rules)
          #expect(scale.index(in: rules) == scale.index(in: start).map { _ in index })
        }
      case .span(let scale):
        for span in scale.rungs {
          var rules = start
          scale.set(span, in: &rules)
          let isAbsent = scale.reading(of: start) == .absent
          #expect(scale.reading(of: rules) == (isAbsent ? .absent : .set(span)))
        }
      case .count: break
      }
    }
  }

  @Test(arguments: PolicyAxis.allCases)
  func `the steps of a length of time rise inside its bounds`(axis: PolicyAxis) {
    guard case .span(let scale) = axis.described.scale else { return }
    #expect(!scale.rungs.isEmpty && scale.rungs == Array(Set(scale.rungs)).sorted())
    #expect(scale.rungs.allSatisfy { $0 >= scale.least && $0 <= SpanScale.most })
    #expect(scale.samples.allSatisfy { $0.map { $0 >= scale.least } ?? (scale.unlimited != nil) })
  }

  @Test func `random rules have no faults and reach every value`() {
    var random = RandomStream(seed: 1, label: "axes")
    var seen: Set<AxisValue> = []
    for _ in 0..<1500 {
      let rules = Rules.random(using: &random)
      #expect(rules.policy.faults.isEmpty)
      seen.formUnion(rules.axisValues)
    }
    #expect(seen == Set(AxisValue.allCases))
  }
}

extension PolicyAxis {
  fileprivate var values: [ValueDescription] {
    if case .choice(let scale) = described.scale { scale.values } else { [] }
  }
}
