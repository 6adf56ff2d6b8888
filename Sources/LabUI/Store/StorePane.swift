import Canvas
import Narrative
import Simulation
import TokenCore

/// The server's database: the rows that a real server would keep under this policy, and what the last
/// request cost there.
struct StorePane {
  let world: World
  /// The server's last piece of work.
  let work: ServerWork?
  /// How far it is scrolled from the first line.
  let scroll: Scroll

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let tables = StoreTables(world, work)
    let rows = tables.rows
    let title =
      "STORE  \(world.strategyID): \(rows.count) \(rows.count == 1 ? "row" : "rows")"
    let inside = frame.box(rect, title: title, trailing: "9")
    let head = headLines(rows, width: inside.width - 2)
    frame.put(head, in: inside)
    let list = inside.splitTop(head.count).rest
    let lines = tables.all.flatMap { self.lines(of: $0, width: list.width - 2) }
    let first = min(scroll.distance, max(0, lines.count - 1))
    frame.put(Array(lines.dropFirst(first)), in: list)
    frame.cursor = Point(x: list.x, y: list.y)
    if first + list.height < lines.count {
      frame.put(
        " \(lines.count - first - list.height) more: down ", endingAt: inside.right - 1,
        y: rect.bottom - 1, role: .key)
    }
  }

  /// What the last request cost, and where the policy keeps nothing, that it does.
  private func headLines(_ rows: StoredRows, width: Int) -> [[Span]] {
    let work = Text.wrap(workText, width: width).map { [Span($0, .strong)] }
    guard rows.isStateless else { return work }
    let sentence =
      "Of tokens the server keeps nothing: what is signed says all that it will ever know. "
      + "Accounts, SSO sessions, keys and a sign-in code for a minute are its only rows."
    return work + Text.wrap(sentence, width: width).map { [Span($0, .notice)] }
  }

  private var workText: String {
    guard let work else { return "no request has been answered yet" }
    guard let exchange = work.exchange else {
      return "last \(work.at.clockText) an act at the server; * marks what it wrote"
    }
    let cost = exchange.cost
    return "last \(work.at.clockText) \(exchange.from.initials): \(exchange.request.shortTitle) "
      + "→ \(exchange.status), \(count(cost.reads, "read")), \(count(cost.writes, "write"))"
      + (cost.writes > 0 ? "; * marks what it wrote" : "")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private func lines(of table: StoreTable, width: Int) -> [[Span]] {
    let title = [Span("\(table.title): \(table.rows.count)", .title)]
    guard !table.rows.isEmpty else { return [title] }
    let columns = table.shownColumns(width: width)
    let names = columns.map { Text.pad($0.name, width: $0.width) }.joined()
    return [title, [Span("  " + names, .dim)]]
      + table.rows.map { row in
        let cells = zip(row.cells, columns).map { cell, column in
          Text.pad(cell, width: column.width - 1) + " "
        }
        return [
          Span(row.isWritten ? "* " : "  ", .strong),
          Span(cells.joined(), row.isWritten ? .strong : .text),
        ]
      }
  }
}
