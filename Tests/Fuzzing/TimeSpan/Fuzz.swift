/// Durations as text: what is read is written back as the same duration, and every clock text of it
/// can be made.
import FuzzSupport
import TokenCore

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let text = text(start, count), let span = TimeSpan(text) else { return 0 }
  expect(span >= .zero, "no duration is negative")
  expect(TimeSpan(span.shortText) == span, "written and read, the same duration")
  let end = Instant.start + span
  let texts = [span.countdownText, end.clockText, end.secondsText]
  expect(texts.allSatisfy { $0.utf8.allSatisfy { 0x20..<0x7F ~= $0 } }, "clocks are plain text")
  expect((end + span) - end <= span, "sums saturate")
  return 0
}
