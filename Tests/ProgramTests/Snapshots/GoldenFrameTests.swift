import Canvas
import Testing

/// Screens as they were approved. Which scene at which size is chosen by what the size class shows.
struct GoldenFrameTests {
  @Test(arguments: GoldenFrameTests.pictures)
  func `a scene looks as it was approved`(picture: Picture) throws {
    try Golden(path: picture.path).check(picture.text())
  }

  struct Picture: CustomTestStringConvertible, Sendable {
    enum Kind: String, Sendable { case unicode, ascii, roles }

    let scene: Scene
    let size: Size
    let kind: Kind

    var testDescription: String { path }

    var path: String {
      let suffix = kind == .unicode ? "" : ".\(kind.rawValue)"
      return "Frames/\(scene.name).\(size.width)x\(size.height)\(suffix).txt"
    }

    func text() throws -> String {
      let frame = try scene.model().frame(size)
      let lines =
        switch kind {
        case .unicode: frame.lines()
        case .ascii: frame.ascii().lines()
        case .roles: frame.roleLines()
        }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  static let pictures: [Picture] =
    pictures(of: .signedIn, at: [(80, 24), (120, 36), (200, 60), (60, 16), (40, 8), (20, 3)])
    + pictures(of: .signedIn, at: [(80, 24), (40, 8)], .ascii)
    + pictures(of: .stolen, at: [(80, 24), (120, 36), (60, 16)])
    + pictures(of: .reuse, at: [(80, 24), (120, 36), (200, 60), (60, 16), (40, 8), (20, 3)])
    + pictures(of: .reuse, at: [(80, 24), (120, 36), (60, 16), (20, 3)], .ascii)
    + pictures(of: .reuse, at: [(80, 24), (120, 36)], .roles)
    + pictures(of: .falseAlarm, at: [(80, 24), (120, 36)])
    + pictures(of: .help, at: [(80, 24), (200, 60), (60, 16)])
    + pictures(of: .palette, at: [(80, 24), (40, 8)])
    + pictures(of: .palette, at: [(80, 24)], .roles)
    + pictures(of: .strategies, at: [(80, 24), (60, 16)])
    + pictures(of: .why, at: [(80, 24), (120, 36)])
    + pictures(of: .family, at: [(80, 24), (120, 36)])
    + pictures(of: .timeline, at: [(120, 36), (200, 60)])
    + pictures(of: .timeline, at: [(120, 36)], .ascii)
    + pictures(of: .store, at: [(80, 24), (120, 36)])
    + pictures(of: .editor, at: [(80, 24), (120, 36)])
    + pictures(of: .wire, at: [(80, 24), (120, 36), (60, 16), (40, 8)])
    + pictures(of: .wire, at: [(80, 24)], .ascii)
    + pictures(of: .wire, at: [(80, 24)], .roles)
    + pictures(of: .races, at: [(80, 24), (60, 16)])
    + pictures(of: .duel, at: [(80, 24), (120, 36), (60, 16), (40, 8)])
    + pictures(of: .duel, at: [(80, 24)], .ascii)
    + pictures(of: .underAnother, at: [(80, 24), (200, 60)])
    + pictures(of: .branches, at: [(80, 24), (120, 36)])
    + pictures(of: .holdings, at: [(80, 24), (200, 60)])
    + pictures(of: .residualAccess, at: [(80, 24), (60, 16)])
    + pictures(of: .serversView, at: [(80, 24), (120, 36)])
    + pictures(of: .inspector, at: [(80, 24), (60, 16)])
    + pictures(of: .obstacle, at: [(80, 24)])
    + pictures(of: .selected, at: [(80, 24), (120, 36)])

  private static func pictures(
    of scene: Scene, at sizes: [(Int, Int)], _ kind: Picture.Kind = .unicode
  ) -> [Picture] {
    sizes.map { Picture(scene: scene, size: Size(width: $0.0, height: $0.1), kind: kind) }
  }
}
