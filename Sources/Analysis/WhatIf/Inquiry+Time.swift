import Simulation
import TokenCore

/// The shortest way back to a moment at which a refused request would have been granted. Between two
/// changes only the clock matters, and an earlier clock grants more than a later one; so it goes back
/// from change to change.
struct WayBack: Sendable {
  /// What is supposed all the way.
  let suppositions: [Supposition]
  private(set) var found: WhatIf.Counterfactual?
  private let trial: Trial
  private let beginning: Instant
  private var pivots: ArraySlice<Inquiry.Pivot>
  /// The stretch that is looked at ends here, and this world stands for it.
  private var end: Instant
  private var world: World
  private var inFrontOf: [ServerEvent] = []
  private var walked = 0

  /// From the request as it is in the trial, which has these suppositions in it.
  init(of trial: Trial, _ inquiry: Inquiry, under suppositions: [Supposition] = []) {
    self.suppositions = suppositions
    self.trial = trial
    beginning = inquiry.subject.beginning
    pivots = inquiry.pivots[...]
    end = trial.instant - .milliseconds(1)
    world = trial.world
  }

  /// Looks at one stretch; false when it was found, or there is nothing further back.
  mutating func next(_ inquiry: Inquiry) -> Bool {
    let pivot = trial.latestPivot(before: end, in: world, &pivots)
    let stretch = Stretch(world: world, from: max(pivot?.at ?? .start, beginning), to: end)
    if stretch.from <= end, let granted = trial.lastGranted(in: stretch, inquiry) {
      found = trial.confirmed(granted, granted == end ? inFrontOf : [], inquiry)
    }
    guard found == nil, walked < Inquiry.longestWalk, let pivot, pivot.at > beginning,
      let earlier = inquiry.past(pivot.at - .milliseconds(1))
    else { return false }
    (world, end, inFrontOf) = (earlier, pivot.at, pivot.changes)
    walked += 1
    return true
  }
}

/// A stretch in which nothing changed that matters, and a world that stands for all of it.
private struct Stretch {
  let world: World
  let from: Instant
  let to: Instant
}

/// When the request would have had to come.
extension Trial {
  /// The last moment at which something changed: at the server, or in what the API believes, because
  /// it fetched the keys or the status list for some other call, or was told of an end.
  fileprivate func latestPivot(
    before end: Instant, in world: World, _ pivots: inout ArraySlice<Inquiry.Pivot>
  ) -> Inquiry.Pivot? {
    if presentation.request.isCall, let learned = world.lastNews, learned < end,
      learned > pivots.first?.at ?? .start
    {
      return Inquiry.Pivot(at: learned, changes: [])
    }
    return pivots.popFirst()
  }

  fileprivate func lastGranted(in stretch: Stretch, _ inquiry: Inquiry) -> Instant? {
    let isGranted = { (milliseconds: Int64) in
      let instant = Instant(milliseconds: milliseconds)
      return stretch.world.asked(presentation, at: instant).isGranted
    }
    if isGranted(stretch.to.milliseconds) { return stretch.to }
    let ends = inquiry.subject.deadlines(in: stretch.world.authorizationServer)
      .map { $0.milliseconds - 1 }
      .filter { $0 >= stretch.from.milliseconds && $0 < stretch.to.milliseconds }
    let begin = ([stretch.from.milliseconds] + ends).sorted().last(where: isGranted)
    guard let begin else { return nil }
    return Instant(
      milliseconds: Bisection.lastHolding(
        from: begin, to: stretch.to.milliseconds, hints: [begin], isGranted))
  }

  /// Asked once more in the very world of that moment.
  fileprivate func confirmed(
    _ found: Instant, _ inFrontOf: [ServerEvent], _ inquiry: Inquiry
  ) -> WhatIf.Counterfactual? {
    let supposition = Supposition.earlier(by: instant - found)
    guard let answer = supposing(supposition, inquiry.past)?.answer, answer.isGranted else {
      return nil
    }
    return WhatIf.Counterfactual(suppositions: [supposition], answer: answer, inFrontOf: inFrontOf)
  }

  /// The first later moment at which the answer would have been another, if nothing happened until
  /// then but time.
  func firstLaterCounterfactual(_ inquiry: Inquiry) -> WhatIf.Counterfactual? {
    let isSame = { (milliseconds: Int64) in
      !inquiry.isTurned(world.asked(presentation, at: Instant(milliseconds: milliseconds)))
    }
    let horizon = instant + Knob.most
    let ends = inquiry.subject.deadlines(in: inquiry.server).filter { $0 > instant && $0 < horizon }
    var last = instant.milliseconds
    for end in (ends + [horizon]).sorted().map(\.milliseconds) {
      guard !isSame(end) else {
        last = end
        continue
      }
      let same = Bisection.lastHolding(from: last, to: end, hints: [end - 1], isSame)
      let turned = Instant(milliseconds: same + 1)
      return WhatIf.Counterfactual(
        suppositions: [.later(by: turned - instant)],
        answer: world.asked(presentation, at: turned), inFrontOf: [])
    }
    return nil
  }
}
