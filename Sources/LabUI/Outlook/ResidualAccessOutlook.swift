import Analysis
import Canvas
import Narrative
import Simulation
import TokenCore

/// The revocation residualAccess: a bar for each party, from the act to the last access it could still have.
public struct ResidualAccessOutlook {
  private let residualAccess: ResidualAccess
  private let setting: Setting
  private let now: Instant

  /// `now` divides what has passed of each bar from what is still ahead.
  public init(_ residualAccess: ResidualAccess, in setting: Setting, now: Instant) {
    self.residualAccess = residualAccess
    self.setting = setting
    self.now = now
  }

  /// Name, bar and figure on a line for each party; where that is too narrow, the figure below.
  public func lines(width: Int) -> [[Span]] {
    let names = residualAccess.bars.map { $0.party.name(in: setting) }
    let nameWidth = min(24, (names.map(Text.width).max() ?? 0) + 2)
    let figures = residualAccess.bars.map { $0.lastAccess.words(since: residualAccess.since) }
    let figureWidth = (figures.map(Text.width).max() ?? 0) + 2
    let beside = width - nameWidth - figureWidth
    let isNarrow = beside < Self.shortestBar
    let barWidth = max(1, min(Self.longestBar, isNarrow ? width - nameWidth : beside))
    return zip(zip(names, figures), residualAccess.bars).flatMap { texts, bar -> [[Span]] in
      let head =
        [Span(Text.pad(texts.0, width: nameWidth))] + spans(of: bar.lastAccess, width: barWidth)
      guard isNarrow else { return [head + [Span("  " + texts.1, role(of: bar.lastAccess))]] }
      return [head] + hung("  ", .text, texts.1, role(of: bar.lastAccess), width)
    }
  }

  private static let shortestBar = 12
  private static let longestBar = 80

  /// Past in full blocks, the rest in light ones; an arrow where no end was found.
  private func spans(of access: LastAccess, width: Int) -> [Span] {
    let full: Int
    switch access {
    case .none: return [Span(Text.pad("│", width: width), .ended)]
    case .open:
      return [Span(Text.pad("", width: width - 1).map { _ in "█" }.joined() + "►", .danger)]
    case .until(let end, _): full = max(1, cells(end - residualAccess.since, width: width))
    }
    let passed = min(full, max(0, cells(now - residualAccess.since, width: width)))
    let text =
      String(repeating: "█", count: passed) + String(repeating: "░", count: full - passed) + "┤"
    return [Span(Text.pad(Text.cut(text, width: width), width: width), role(of: access))]
  }

  /// How many cells a span takes, the longest bar with an end taking all but one.
  private func cells(_ span: TimeSpan, width: Int) -> Int {
    let longest = residualAccess.bars.reduce(TimeSpan.seconds(1)) { longest, bar in
      guard case .until(let end, _) = bar.lastAccess else { return longest }
      return max(longest, end - residualAccess.since)
    }
    let share = Double(max(.zero, span).milliseconds) / Double(longest.milliseconds)
    return Int((min(1, share) * Double(max(1, width - 1))).rounded())
  }

  private func role(of access: LastAccess) -> Role {
    switch access {
    case .none: .ended
    case .until: .expiring
    case .open: .danger
    }
  }
}
