import Testing

@testable import Canvas

struct FrameDiffTests {
  @Test func `frames that differ in one cell differ in that cell`() {
    let before = Frame(width: 5, height: 3)
    var after = before
    after.put("4", x: 2, y: 1)
    #expect(after.changedCells(since: before) == [Point(x: 2, y: 1)])
    #expect(after.changedCellCount(since: before) == 1)
    #expect(before.changedCells(since: before) == [])
  }

  @Test func `a change of role is a change`() {
    let before = Frame(width: 5, height: 3)
    var after = before
    after.paint(Rect(x: 0, y: 2, width: 5, height: 1), role: .focus)
    #expect(after.changedCellCount(since: before) == 5)
  }

  @Test func `without a frame of the same size before it everything changes`() {
    let frame = Frame(width: 5, height: 3)
    #expect(frame.changedCellCount(since: nil) == 15)
    #expect(frame.changedCellCount(since: Frame(width: 3, height: 5)) == 15)
    #expect(frame.changedCells(since: nil).count == 15)
  }

  @Test func `a null screen counts what it is shown and plays its script`() {
    var screen = NullScreen(Size(width: 4, height: 1), script: [.key(.enter), .timeout])
    var frame = Frame(screen.size)
    #expect(screen.present(frame) == 4)
    frame.put("0:04", x: 0, y: 0)
    #expect(screen.present(frame) == 4)
    #expect(screen.present(frame) == 0)
    #expect(screen.presentedCount == 3)
    #expect(screen.next(timeoutMilliseconds: nil) == .key(.enter))
    #expect(screen.next(timeoutMilliseconds: 5) == .timeout)
    #expect(screen.next(timeoutMilliseconds: nil) == .hangup)
  }

  @Test func `a null screen takes the size its script says`() {
    let size = Size(width: 9, height: 2)
    var screen = NullScreen(.zero, script: [.resize(size)])
    #expect(screen.next(timeoutMilliseconds: nil) == .resize(size))
    #expect(screen.size == size)
  }
}
