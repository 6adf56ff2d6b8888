import Narrative
import Simulation
import TokenCore

/// A slice of each search: it runs in a copy, and where it finds nothing one stays here.
func searched(
  _ search: consuming GoalSearch, in model: inout LabModel, _ steps: Int
) -> Errand? {
  switch search.run(atMost: steps) {
  case .onItsWay: return isFull(search.branch, in: &model) ? nil : .searching(search)
  case .reached: model.arrive(search.branch)
  case .never:
    let span = RunUntil.horizon.shortText
    model.status = "\(search.goal.words): does not happen in the next \(span)"
  }
  return nil
}

func searched(
  _ search: consuming EndOfAttackSearch, in model: inout LabModel, _ steps: Int
) -> Errand? {
  switch search.run(atMost: steps) {
  case .onItsWay: return isFull(search.branch, in: &model) ? nil : .searchingEndOfAttack(search)
  case .reached:
    model.arrive(search.branch)
    model.status = "the attacker's access ends here"
  case .never:
    let span = RunUntil.horizon.shortText
    model.status = "no end of the attacker's access in \(span), as far as was looked"
  }
  return nil
}

/// A slice of the way to where two are side by side.
func paired(
  _ pairing: consuming Pairing, in model: inout LabModel, _ moments: Int
) -> Errand? {
  let isThere = pairing.advance(atMost: moments)
  if model.keepingObstacle(with: model.history.branch, beside: pairing.sides) != nil {
    model.status =
      "side by side they are more than \(model.mostEvents) events, all that are kept"
  } else if isThere {
    model.duel = Duel(pairing)
  } else {
    return .pairing(pairing)
  }
  return nil
}

func searched(
  _ search: consuming DifferenceSearch, in model: inout LabModel, _ moments: Int
) -> Errand? {
  switch search.run(atMost: moments) {
  case .onItsWay:
    let sides = search.ahead.sides
    guard model.keepingObstacle(with: model.history.branch, beside: sides) != nil else {
      return .searchingDifference(search)
    }
    model.duel = search.ahead
    _ = model.stopWhereFull()
  case .reached:
    guard let difference = search.ahead.difference else { return nil }
    model.duel = search.ahead
    model.duel?.seek(to: difference.at)
    model.status = difference.words
  case .never:
    let span = RunUntil.horizon.shortText
    model.status = "no difference in the next \(span), as far as was looked"
  }
  return nil
}

/// Where no more is kept, the copy's place is as far as it goes.
private func isFull(_ copy: Branch, in model: inout LabModel) -> Bool {
  guard model.keepingObstacle(with: copy) != nil else { return false }
  model.arrive(copy)
  return model.stopWhereFull()
}
