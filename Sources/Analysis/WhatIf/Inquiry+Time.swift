import Simulation
import TokenCore

/// When the request would have had to come.
extension Trial {
  /// A stretch in which nothing changed that matters, and a world that stands for all of it.
  private struct Stretch {
    let world: World
    let from: Instant
    let to: Instant
  }

  /// The shortest way back to a moment at which a refused request would have been granted. Between two
  /// changes only the clock matters, and an earlier clock grants more than a later one.
  func latestCounterfactual(_ inquiry: Inquiry) -> WhatIf.Counterfactual? {
    let beginning = inquiry.subject.beginning
    var pivots = inquiry.pivots[...]
    var end = instant - .milliseconds(1)
    var world = world
    var inFrontOf: [ServerEvent] = []
    for _ in 0...Inquiry.longestWalk {
      let pivot = latestPivot(before: end, in: world, &pivots)
      let stretch = Stretch(world: world, from: max(pivot?.at ?? .start, beginning), to: end)
      if stretch.from <= end, let found = lastGranted(in: stretch, inquiry),
        let counterfactual = confirmed(found, found == end ? inFrontOf : [], inquiry)
      {
        return counterfactual
      }
      guard let pivot, pivot.at > beginning,
        let earlier = inquiry.past(pivot.at - .milliseconds(1))
      else { return nil }
      (world, end, inFrontOf) = (earlier, pivot.at, pivot.changes)
    }
    return nil
  }

  /// The last moment at which something changed: at the server, or in what the API believes, because
  /// it fetched the keys for some other call.
  private func latestPivot(
    before end: Instant, in world: World, _ pivots: inout ArraySlice<Inquiry.Pivot>
  ) -> Inquiry.Pivot? {
    if presentation.request.isCall, let fetched = world.keysFetchedAt, fetched < end,
      fetched > pivots.first?.at ?? .start
    {
      return Inquiry.Pivot(at: fetched, changes: [])
    }
    return pivots.popFirst()
  }

  private func lastGranted(in stretch: Stretch, _ inquiry: Inquiry) -> Instant? {
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
  private func confirmed(
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
