import Canvas
import Narrative
import Simulation
import TokenCore

/// What a key or a tick set going and what may take longer than a key: it is done in slices, and the
/// next key stops it where it is.
enum Errand: Sendable {
  /// A person's time becomes virtual time.
  case passing(Passing)
  /// To an instant ahead, but no further than this step.
  case going(to: Instant, lastStep: Int)
  /// Until the wire is quiet, but no longer than to this instant.
  case settling(by: Instant)
  case searching(GoalSearch)
  case searchingEndOfAttack(EndOfAttackSearch)
  /// Two branches are taken to one instant, to be put side by side.
  case pairing(Pairing)
  /// A person's time becomes virtual time of two branches that are side by side.
  case watching(Passing)
  /// Both to an instant ahead.
  case goingTogether(to: Instant)
  case searchingDifference(DifferenceSearch)

  /// Steps of a world that fit well into a frame.
  static let sliceSteps = 100
}

extension LabModel {
  /// Whether a key or a tick set something going that is not finished.
  public var isUnderWay: Bool { errand != nil }

  /// Whether there is anything to work on: something is under way or being asked.
  public var isBusy: Bool { errand != nil || inquiry != nil }

  /// A slice of what is under way, or else of what is being asked: so many steps of a world at most, or
  /// one question to a copy; nil for as many as fit well into a frame. All slices together do the same,
  /// whatever their size.
  public mutating func work(steps: Int? = nil) {
    let steps = steps ?? Errand.sliceSteps
    if let errand = errand.take() {
      self.errand = errand.carriedOn(in: &self, steps)
      ask()
    } else if let inquiry = inquiry.take() {
      self.inquiry = inquiry.pursued(in: &self, steps)
    }
  }

  /// All slices at once, for whoever has no frames to draw in between.
  public mutating func finish() {
    while isBusy { work() }
  }

  /// Stops what is under way where it is. True where the key has done its work with that: escape, unless
  /// nobody could see that there was anything to stop.
  mutating func stop(by key: Key) -> Bool {
    if let inquiry, inquiry.isOfKey { self.inquiry = nil }
    guard let errand else { return false }
    reachedSpeed = errand.reachedSpeed(in: self)
    self.errand = nil
    errand.stop(in: &self)
    return errand.progress(in: self) != nil && key == .escape
  }

  /// The branch that is shown goes on at the place to which its copy has run.
  mutating func arrive(_ branch: Branch) {
    history.move { $0 = branch }
    chronicle.observe(trace)
    selectedRow = nil
  }
}
