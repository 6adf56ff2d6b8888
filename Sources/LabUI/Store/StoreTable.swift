/// A table of the server's database as the store shows it.
struct StoreTable: Equatable {
  let title: String
  let columns: [Column]
  let rows: [Row]

  struct Column: Equatable {
    let name: String
    let width: Int
  }

  struct Row: Equatable {
    let cells: [String]
    /// Whether the server's last piece of work wrote it.
    let isWritten: Bool
  }

  /// As many columns as fit, from the left, after the two that the mark takes.
  func shownColumns(width: Int) -> ArraySlice<Column> {
    var left = width - 2
    return columns.prefix { column in
      left -= column.width
      return left >= 0
    }
  }

  /// Its title, its columns' names and its rows.
  var lineCount: Int { rows.isEmpty ? 1 : rows.count + 2 }
}
