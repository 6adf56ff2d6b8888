/// What became of the lines of a text: `-` for lines that are gone, `+` for new ones, each with its
/// number in its own text, and two lines around every change.
struct LineDiff: CustomStringConvertible {
  private let lines: [Line]
  private static let context = 2

  private struct Line {
    let mark: Character
    let number: Int
    let text: String
  }

  init(from old: String, to new: String) {
    let old = Self.split(old)
    let new = Self.split(new)
    var gone: Set<Int> = []
    var come: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    var lines: [Line] = []
    var next = (old: 0, new: 0)
    while next.old < old.count || next.new < new.count {
      if gone.contains(next.old) {
        lines.append(Line(mark: "-", number: next.old + 1, text: old[next.old]))
        next.old += 1
      } else if come.contains(next.new) {
        lines.append(Line(mark: "+", number: next.new + 1, text: new[next.new]))
        next.new += 1
      } else {
        lines.append(Line(mark: " ", number: next.new + 1, text: new[next.new]))
        next = (next.old + 1, next.new + 1)
      }
    }
    self.lines = lines
  }

  var isEmpty: Bool { lines.allSatisfy { $0.mark == " " } }

  var description: String {
    let changed = lines.indices.filter { lines[$0].mark != " " }
    let near = Set(changed.flatMap { $0 - Self.context...$0 + Self.context })
    var text = ""
    var wasShown = true
    for (index, line) in lines.enumerated() {
      defer { wasShown = near.contains(index) }
      guard near.contains(index) else { continue }
      if !wasShown { text += "        …\n" }
      let number = String(line.number)
      text += String(repeating: " ", count: max(0, 5 - number.count)) + number
      text += " \(line.mark) \(line.text)\n"
    }
    return text
  }

  /// Line feeds end lines; a missing one at the end of the text counts as a line of its own.
  private static func split(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() } else { lines[lines.count - 1] += " (no line feed)" }
    return lines
  }
}
