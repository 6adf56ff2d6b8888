import Canvas
import Testing
import TokenCore

@testable import LabUI

/// One table of acts makes dispatch, key bar, help and palette.
struct ActTests {
  @Test func `every act has a key of its own or stands in the palette`() {
    let keys = Act.allCases.flatMap(\.keys)
    let keyless = Act.allCases.filter(\.keys.isEmpty)
    #expect(keyless.allSatisfy(Palette(query: "").matches.contains))
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { !("1"..."9").contains($0.label) })
    #expect(keys.allSatisfy { Key(label: $0.label) == $0 })
  }

  @Test func `every act has words, and no two the same`() {
    #expect(Act.allCases.allSatisfy { !$0.label.isEmpty && $0.sentence.hasSuffix(".") })
    #expect(Set(Act.allCases.map(\.label)).count == Act.allCases.count)
    #expect(Set(Act.allCases.map(\.sentence)).count == Act.allCases.count)
  }

  @Test(arguments: [Size.medium, .large, .extraLarge])
  func `the help shows every act with its keys`(size: Size) {
    var lines: Set<String> = []
    var model = LabModel.quiet().after("?")
    for _ in 0..<6 {
      lines.formUnion(model.frame(size).lines())
      model.press("space")
    }
    for act in Act.allCases {
      #expect(
        lines.contains { $0.contains(" \(act.keyText) ") && $0.contains(act.sentence) }, "\(act)")
    }
  }

  @Test(arguments: Act.allCases.filter { $0 != .help(.palette) })
  func `typing an act's label in the palette finds it`(act: Act) {
    #expect(Palette(query: "").matches.contains(act))
    #expect(Palette(query: act.label).matches.contains(act))
    #expect(Palette(query: act.label.uppercased() + "  ").matches.contains(act))
    let model = LabModel.quiet().after(":").typing(act.label)
    let key = act.keys.first?.label ?? " "
    #expect(model.frame(.medium).lines().contains { $0.contains(" \(key) ") })
  }

  @Test func `the palette does what its key would do`() throws {
    for act in Act.allCases where act != .help(.palette) && !act.keys.isEmpty {
      let start = try LabModel.scenario("victim-first", at: .minutes(12))
      let index = try #require(Palette(query: act.label).matches.firstIndex(of: act))
      let downs = Array(repeating: "down", count: index).joined(separator: " ")
      let typed = start.after(":").typing(act.label).after(downs + " enter")
      let pressed = start.after(act.keys[0].label)
      #expect(typed.trace == pressed.trace, "\(act)")
      #expect(typed.frame(.large) == pressed.frame(.large), "\(act)")
    }
  }

  @Test func `the palette scrolls to every act and says where there is none`() {
    var model = LabModel.quiet().after(":")
    var shown: Set<String> = []
    for _ in Act.allCases {
      shown.formUnion(model.frame(.medium).lines())
      model.press("down")
    }
    for act in Act.allCases where act != .help(.palette) {
      let words = act.obstacle(in: model).map { "\(act.label): \($0)" } ?? act.sentence
      #expect(shown.contains { $0.contains(words.prefix(58)) }, "\(act)")
    }
    let nothing = LabModel.quiet().after(":").typing("zebra")
    #expect(nothing.frame(.medium).text.contains("no command matches"))
    #expect(nothing.after("enter").status == "no command matches zebra")
  }

  @Test func `what cannot be typed stays out of the palette's line`() {
    var model = LabModel.quiet().after(":")
    for _ in 0..<200 { model.press("x") }
    #expect(model.overlay == .palette(Palette(query: String(repeating: "x", count: 40))))
    for _ in 0..<50 { model.press("backspace") }
    #expect(model.overlay == .palette(Palette()))
    #expect(model.after("esc").overlay == nil)
  }
}

extension LabModel {
  func typing(_ text: String) -> LabModel {
    var model = self
    for scalar in text.unicodeScalars { _ = model.update(.key(.character(scalar))) }
    return model
  }
}
