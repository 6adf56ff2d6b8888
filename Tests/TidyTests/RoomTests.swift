import Foundation
import Testing

/// What `Sources/README.md` says of the rooms.
struct RoomTests {
  @Test func `every folder of sources has a row in the table, and every row a folder`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: SourceFile.repository.appendingPathComponent("Sources").path
    ).filter { !$0.contains(".") }
    #expect(try Set(Room.all().map(\.name)) == Set(folders + ["Assets"]), "see Sources/README.md")
  }

  @Test func `a room may import only rooms above it`() throws {
    let rooms = try Room.all()
    for (index, room) in rooms.enumerated() {
      let below = Set(rooms[index...].map(\.name))
      #expect(
        room.imports.isDisjoint(with: below),
        "Sources/README.md: move the row of \(room.name) below what it imports")
    }
  }

  @Test func `each file imports only what its room may import`() throws {
    for room in try Room.all() where room.name != "Assets" {
      for file in try SourceFile.all(in: "Sources/\(room.name)") {
        for (number, text) in file.code where text.contains("import ") {
          guard let module = text.firstMatch(of: #/^\s*(?:\w+ |@\w+ )*import (?:\w+ )?(\w+)/#)
          else { continue }
          if !room.imports.contains(String(module.1)) {
            Issue.record(
              """
              \(file.place(number)): \(room.name) may not import \(module.1); put the code where it \
              may, or change the table in Sources/README.md and say why
              """)
          }
        }
      }
    }
  }

  @Test func `the pure rooms have no clock, no randomness of their own and nothing that waits`()
    throws
  {
    for room in try Room.all() where room.isPure {
      for file in try SourceFile.all(in: "Sources/\(room.name)") {
        for (number, text) in file.code {
          guard let word = Self.impurity(in: text) else { continue }
          Issue.record(
            """
            \(file.place(number)): \(room.name) is pure and has no \(word); take the time or the \
            generator as an argument
            """)
        }
      }
    }
  }

  /// The first thing in a line of code that has no place in a pure room.
  static func impurity(in text: String) -> String? {
    if let word = banned.first(where: { stands($0, in: text) }) { return word }
    guard !text.contains("using"), !text.contains("func ") else { return nil }
    return draws.first { text.contains($0) }
  }

  private static let banned = [
    "import Foundation", "async", "await", "Date()", "UUID()", "hashValue",
    "SystemRandomNumberGenerator",
  ]

  /// What draws from the system's generator unless it is given another.
  private static let draws = [".random(", ".randomElement(", ".shuffled(", ".shuffle("]

  /// Whether the word is there and is not a part of a longer one.
  private static func stands(_ word: String, in text: String) -> Bool {
    guard let place = text.range(of: word) else { return false }
    let neighbours = [text[..<place.lowerBound].last, text[place.upperBound...].first]
    return !neighbours.contains { $0?.isLetter ?? false }
  }

  @Test(
    arguments: [
      ("let now = Date()", "Date()"), ("x = UUID().uuidString", "UUID()"),
      ("await answer()", "await"),
      ("Int.random(in: 0..<6)", ".random("), ("names.shuffled()", ".shuffled("),
      ("Int.random(in: 0..<6, using: &random)", nil), ("let asynchronous = updated()", nil),
    ] as [(String, String?)])
  func `an impure line is seen`(text: String, word: String?) {
    #expect(Self.impurity(in: text) == word)
  }
}
