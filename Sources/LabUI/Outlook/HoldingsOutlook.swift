import Analysis
import Canvas
import Narrative
import Simulation
import TokenCore

/// Everything that a party holds at a moment: lines for a pane of any width.
public struct HoldingsOutlook {
  private let holdings: [Holding]
  private let world: World

  /// Takes the world that the holdings are of.
  public init(_ holdings: [Holding], in world: World) {
    self.holdings = holdings
    self.world = world
  }

  /// What lives comes first, each in a block of its own; what opens nothing shares a line.
  public func blocks(width: Int) -> [[[Span]]] {
    guard !holdings.isEmpty else {
      return [[[Span(Text.cut("holds nothing", width: width), .dim)]]]
    }
    let live = holdings.filter(\.isLive).map { block(of: $0, width: width) }
    return live + dead(width: width)
  }

  /// The blocks below each other, a blank line between.
  public func lines(width: Int) -> [[Span]] {
    Array(blocks(width: width).joined(separator: [[]]))
  }

  private func block(of holding: Holding, width: Int) -> [[Span]] {
    let text = HoldingText(holding, in: world)
    let title = [text.name, text.sharing].compactMap(\.self).joined(separator: ": ")
    return hung("● ", .expiring, title, .strong, width)
      + text.uses.flatMap { hung("  ", .text, $0, .expiring, width) }
      + text.endings.flatMap { hung("  ", .text, $0, .text, width) }
  }

  /// Tokens that open nothing are named in one paragraph; a database of digests has its own, and so have
  /// prepared proofs.
  private func dead(width: Int) -> [[[Span]]] {
    let dead = holdings.filter { !$0.isLive }
    let names = dead.compactMap { holding -> String? in
      switch holding.item {
      case .accessToken(let id): id?.description ?? "a forged token"
      case .refreshToken(let id): id?.description ?? "a refresh token"
      case .sessionCookie(let id): "the cookie of \(id?.description ?? "a session")"
      case .backendCookie: "the cookie of an application"
      case .signingKey(let keyID): "the key \(keyID)"
      case .digests, .proofs: nil
      }
    }
    let others = dead.filter { !$0.item.isToken }.map { holding in
      let text = HoldingText(holding, in: world)
      return "\(text.name): \(text.uses.joined(separator: ", "))"
    }
    let sentence = names.isEmpty ? [] : ["worth nothing now: \(names.joined(separator: ", "))"]
    return (sentence + others).map { hung("○ ", .ended, $0, .dim, width) }
  }
}

extension Holding.Item {
  /// Whether it opens something, or did, by itself.
  fileprivate var isToken: Bool {
    switch self {
    case .accessToken, .refreshToken, .sessionCookie, .backendCookie, .signingKey: true
    case .digests, .proofs: false
    }
  }
}

extension HoldingsOutlook {
  /// Draws the blocks, in two columns where there is room for two; says how many lines did not fit.
  public func draw(_ frame: inout Frame, _ rect: Rect) {
    guard rect.width >= Self.widthForTwo else {
      return draw(lines(width: rect.width), &frame, rect)
    }
    let (left, right) = rect.splitLeft(rect.width / 2)
    let columns = halves(width: left.width - 2)
    draw(columns.left, &frame, left)
    draw(columns.right, &frame, right)
  }

  private static let widthForTwo = 140

  /// The blocks in two columns of about the same height, in order.
  private func halves(width: Int) -> (left: [[Span]], right: [[Span]]) {
    let blocks = blocks(width: width)
    let half = (blocks.reduce(0) { $0 + $1.count + 1 } + 1) / 2
    var left: [[[Span]]] = []
    var right: [[[Span]]] = []
    for block in blocks {
      let height = left.reduce(0) { $0 + $1.count + 1 }
      if right.isEmpty, left.isEmpty || height + block.count <= half + 1 {
        left.append(block)
      } else {
        right.append(block)
      }
    }
    return (Array(left.joined(separator: [[]])), Array(right.joined(separator: [[]])))
  }

  private func draw(_ lines: [[Span]], _ frame: inout Frame, _ rect: Rect) {
    let fits = lines.count <= rect.height
    let shown = fits ? lines.count : max(0, rect.height - 1)
    for (index, line) in lines.prefix(shown).enumerated() {
      frame.put(line, x: rect.x, y: rect.y + index, maxWidth: rect.width)
    }
    guard !fits, rect.height > 0 else { return }
    frame.put(
      "… \(lines.count - shown) more lines", x: rect.x, y: rect.bottom - 1, role: .dim,
      maxWidth: rect.width)
  }
}
