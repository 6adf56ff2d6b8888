import Analysis
import Canvas
import Narrative
import Simulation
import TokenCore

/// What keys mean while something lies over the screen.
extension LabModel {
  mutating func pressInHelp(_ key: Key, _ top: Int) -> [Effect] {
    switch key {
    case .down, "j", .pageDown, " ": overlay = .help(top: min(top + 1, Self.lastHelpPage))
    case .up, "k", .pageUp: overlay = .help(top: max(0, top - 1))
    case "q": return [.quit]
    default: overlay = nil
    }
    return []
  }

  /// More pages than the smallest screen needs; the view stops at the last that has lines.
  private static let lastHelpPage = 12

  mutating func openStrategies() {
    let base = setting.strategyID.prefix { $0 != "*" }
    let current = Strategy.catalogue.firstIndex { $0.id == base }
    show(strategy: current ?? 0)
  }

  /// Shows a strategy's card. Its day is measured when it is first looked at.
  mutating func show(strategy index: Int) {
    overlay = .strategies(selected: index)
    let strategy = Strategy.catalogue[index]
    guard measureLines[strategy.id] == nil else { return }
    let run = MeasuringDay.contest(strategy).run(cryptography)
    measureLines[strategy.id] = MeasureText.lines(of: run.measures)
  }

  mutating func pressInStrategies(_ key: Key, _ selected: Int) -> [Effect] {
    let last = Strategy.catalogue.count - 1
    switch key {
    case .down, "j": show(strategy: min(selected + 1, last))
    case .up, "k": show(strategy: max(selected - 1, 0))
    case .home: show(strategy: 0)
    case .end: show(strategy: last)
    case .enter:
      overlay = nil
      start(under: Strategy.catalogue[selected])
    case "=":
      compare(under: Strategy.catalogue[selected])
    case .escape, "p": overlay = nil
    case "q": return [.quit]
    default: status = "enter starts a run under it, = puts it beside this one, esc leaves"
    }
    return []
  }

  mutating func pressInPalette(_ key: Key, _ query: String, _ selected: Int) -> [Effect] {
    let matches = Palette.matches(query)
    switch key {
    case .escape: overlay = nil
    case .enter:
      overlay = nil
      guard matches.indices.contains(selected) else {
        status = "no command matches \(query)"
        return []
      }
      return attempt(matches[selected])
    case .down, .tab:
      overlay = .palette(query: query, selected: min(selected + 1, max(0, matches.count - 1)))
    case .up: overlay = .palette(query: query, selected: max(0, selected - 1))
    case .backspace: overlay = .palette(query: String(query.dropLast()), selected: 0)
    case .character(let scalar) where query.unicodeScalars.count < Palette.longestQuery:
      overlay = .palette(query: query + String(Character(scalar)), selected: 0)
    default: break
    }
    return []
  }
}

/// The commands that a typed word finds.
public enum Palette {
  static let longestQuery = 40

  /// The acts whose label or sentence holds every word typed, in the table's order.
  public static func matches(_ query: String) -> [Act] {
    let words = query.lowercased().split(separator: " ")
    return Act.allCases.filter { act in
      let text = "\(act.label) \(act.sentence)".lowercased()
      return act != .help(.palette) && words.allSatisfy { text.contains($0) }
    }
  }
}
