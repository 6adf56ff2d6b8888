import CustomDump
import Testing

/// Compares whole values and shows the members that differ. (The library's own `expectNoDifference`
/// records nothing under Swift Testing unless the target links `IssueReportingTestSupport`.)
func expectSame<Value: Equatable>(
  _ left: Value, _ right: Value, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(left == right, "\(diff(left, right) ?? "")", sourceLocation: sourceLocation)
}
