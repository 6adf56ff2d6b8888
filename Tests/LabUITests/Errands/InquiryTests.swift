import Canvas
import Simulation
import Testing
import TokenCore

@testable import LabUI

/// What is asked of copies of the world is asked bit by bit, and said while it is.
struct InquiryTests {
  private static func refused() throws -> LabModel {
    try LabModel.scenario("victim-first", at: .minutes(21))
  }

  @Test func `what would have turned an answer is said to be asked until it is known`() throws {
    var model = try Self.refused()
    _ = model.begin(.key("8"))
    #expect(model.frame(.large).text.contains("asking what would have turned it… 0 tried"))
    var slices = 0
    while model.isBusy {
      model.work()
      slices += 1
    }
    #expect(slices > 10)
    #expect(!model.frame(.large).text.contains("asking"))
    #expect(model.frame(.large) == (try Self.refused().after("8")).frame(.large))
  }

  @Test(arguments: [0, 1, 5, 20])
  func `a question is dropped where another is wanted`(slices: Int) throws {
    let whole = try Self.refused().after("8 up up")
    var model = try Self.refused()
    for key in ["8", .up, .up] as [Key] {
      _ = model.begin(.key(key))
      for _ in 0..<slices { model.work() }
    }
    model.finish()
    #expect(model.frame(.large) == whole.frame(.large))
  }

  @Test func `a pane that is left is asked about no more`() throws {
    var model = try Self.refused()
    _ = model.begin(.key("8"))
    model.work()
    #expect(model.isBusy)
    _ = model.begin(.key(.escape))
    #expect(!model.isBusy)
  }

  @Test(arguments: ["1", "2", "3"])
  func `what a party holds is said to be asked until it is known`(pane: String) throws {
    var model = try Self.refused()
    _ = model.begin(.key(try #require(Key(label: pane))))
    #expect(model.frame(.large).text.contains("asking w"))
    model.finish()
    #expect(!model.frame(.large).text.contains("asking w"))
    #expect(model.frame(.large) == (try Self.refused().after(pane)).frame(.large))
  }

  @Test func `a key tried on a copy can be left`() {
    var model = LabModel.quiet()
    _ = model.begin(.key("!"))
    _ = model.begin(.key("i"))
    #expect(model.frame(.medium).line(2).contains("trying i on a copy"))
    var left = model
    _ = left.begin(.key("?"))
    #expect(!left.isBusy && left.status == nil)
    model.finish()
    #expect(model.status?.hasPrefix("i would: ") == true)
    #expect(model.status == LabModel.quiet().after("! i").status)
  }

  @Test func `a card is measured bit by bit while it is shown`() {
    var model = LabModel.quiet().after("p")
    let strategy = Strategy.catalogue[0]
    model.press("home")
    model.startMeasuring(strategy)
    model.work()
    #expect(model.isBusy && model.measureLines.isEmpty)
    var left = model
    _ = left.begin(.key(.escape))
    #expect(!left.isBusy && left.measureLines.isEmpty)
    model.finish()
    var whole = LabModel.quiet()
    whole.measure(strategy)
    #expect(model.measureLines == whole.measureLines && !model.measureLines.isEmpty)
  }
}
