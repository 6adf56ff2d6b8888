import Foundation

/// A row of the table of rooms in `Sources/README.md`.
struct Room: Sendable {
  let name: String
  /// The modules that it may import, beside the standard library.
  let imports: Set<String>
  /// Whether it stands above `JOSE`, among the rooms without clock, randomness and Foundation.
  let isPure: Bool

  /// The rows in their order.
  static func all() throws -> [Room] {
    var rooms: [Room] = []
    var isPure = true
    for line in try SourceFile("Sources/README.md").lines {
      guard let row = line.wholeMatch(of: #/\| `(\w+)`.*\|(.*)\| (.*) \|/#) else { continue }
      let name = String(row.1)
      isPure = isPure && name != "JOSE"
      let above = Set(rooms.map(\.name))
      let imports = modules(named: String(row.3), above)
      rooms.append(Room(name: name, imports: imports, isPure: isPure))
    }
    return rooms
  }

  private static func modules(named cell: String, _ above: Set<String>) -> Set<String> {
    var modules = Set(cell.matches(of: #/`(\w+)`/#).map { String($0.1) })
    for (words, found) in outside where cell.contains(words) { modules.formUnion(found) }
    return cell.contains("all of them") ? modules.union(above) : modules
  }

  /// What stands in the table without being a room, and the modules it comes as.
  private static let outside: [(String, [String])] = [
    ("swift-crypto", ["Crypto"]), ("Yams", ["Yams"]),
    ("swift-argument-parser", ["ArgumentParser"]), ("Foundation", ["Foundation"]),
    ("Synchronization", ["Synchronization"]),
    ("the C library", ["Glibc", "Musl", "Darwin"]),
  ]
}
