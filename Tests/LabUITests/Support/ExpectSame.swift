import CustomDump
import Testing

/// Expects two values to be the same, and shows only the lines in which they differ.
func expectSame<Value: Equatable>(
  _ value: Value, _ expected: Value, _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard value != expected else { return }
  let difference = diff(expected, value) ?? "the values differ, but their dumps do not"
  Issue.record(
    "\(comment.map { "\($0)\n" } ?? "")expected (-), found (+):\n\(difference)",
    sourceLocation: sourceLocation)
}
