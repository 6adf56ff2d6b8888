import TokenCore

/// Which stretch of virtual time the timeline shows, and where an instant lies on it.
struct TimelineScale: Equatable {
  let start: Instant
  let span: TimeSpan
  /// Columns for the whole span; at least 1.
  let width: Int

  /// The stretch around `now`: four access tokens long at zoom 0, halved or doubled by each step,
  /// starting at a round time, with room to see what is still to come.
  init(now: Instant, lifetime: TimeSpan, zoom: Int, width: Int) {
    self.width = max(1, width)
    var span = max(60_000, lifetime.milliseconds * 4)
    for _ in 0..<abs(zoom) { span = zoom > 0 ? max(10_000, span / 2) : span * 2 }
    self.span = TimeSpan(milliseconds: span)
    let grid = max(1, span / 6)
    let ideal = now.milliseconds - span * 2 / 3
    start = Instant(milliseconds: max(0, ideal / grid * grid))
  }

  var end: Instant { start + span }

  /// The column of an instant; below 0 or at `width` and above when it lies outside.
  func column(_ instant: Instant) -> Int {
    let offset = (instant - start).milliseconds
    let (product, overflow) = offset.multipliedReportingOverflow(by: Int64(width))
    guard !overflow else { return offset < 0 ? -1 : width }
    let column = product / span.milliseconds
    return offset < 0 ? -1 : Int(min(column, Int64(width)))
  }

  /// Instants for labels along the axis, one every `spacing` columns or more.
  func ticks(spacing: Int) -> [Instant] {
    let candidates: [Int64] = [
      10, 30, 60, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800,
      604_800,
    ]
    let step =
      candidates.first { Int64(width) * $0 * 1000 / span.milliseconds >= Int64(spacing) }
      ?? 2_592_000
    let first = (start.milliseconds + step * 1000 - 1) / (step * 1000) * (step * 1000)
    return stride(from: first, to: end.milliseconds, by: Int64.Stride(step * 1000)).map {
      Instant(milliseconds: $0)
    }
  }
}
