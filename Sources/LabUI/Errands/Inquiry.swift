import Analysis
import Narrative
import Simulation
import TokenCore

/// What the screen needs to have asked of copies of the world, on its way: with what it is asked of,
/// and how far it has come; nil where it has not begun.
enum Inquiry: Sendable {
  /// What would have turned an answer.
  case turning(AnswerPlace, WhatIfInquiry?)
  /// What a party holds, or who is served until when.
  case party(PartyOutlook.Place, PartyInquiry?)
  /// What an act would do.
  indirect case rehearsal(RehearsalPlace, Rehearsal?)
  /// What a strategy's day measures.
  case measures(Strategy, ContestRun?)

  /// Whether a key asked, for an answer in the line below the verdict.
  var isOfKey: Bool {
    if case .rehearsal(let place, _) = self { place.key != nil } else { false }
  }
}

extension LabModel {
  /// Begins to ask what the screen wants, once nothing is under way; what it no longer wants is dropped.
  mutating func ask() {
    guard errand == nil else { return }
    let wanted = Inquiry.wanted(in: self)
    if let inquiry, inquiry.isWanted(wanted, in: self) { return }
    inquiry = wanted
  }
}

extension Inquiry {
  /// What is not known of what is shown.
  static func wanted(in model: LabModel) -> Inquiry? {
    if case .palette(let palette) = model.overlay {
      guard let place = RehearsalPlace(in: palette, of: model) else { return nil }
      return model.rehearsed.value(of: place) == nil ? .rehearsal(place, nil) : nil
    }
    guard model.duel == nil, let zoomed = model.zoomed else { return nil }
    if zoomed == .why, !model.isRunning, let place = model.answerPlace,
      model.found.value(of: place) == nil
    {
      return .turning(place, nil)
    }
    guard let party = zoomed.party(on: model.device), model.outlook(of: party) == nil else {
      return nil
    }
    return .party(PartyOutlook.Place(party, in: model.history.branch), nil)
  }

  /// Whether it is to be gone on with where this is wanted now.
  func isWanted(_ wanted: Inquiry?, in model: LabModel) -> Bool {
    if isOfKey { return true }
    return switch (self, wanted) {
    case (.rehearsal(let place, _), .rehearsal(let here, _)): place == here
    case (.measures(let strategy, _), _): model.overlay?.strategy == strategy
    case (.turning(let place, _), .turning(let here, _)): place == here
    case (.party(let place, _), .party(let here, _)):
      place.isAsGood(as: here, whileRunning: model.isRunning)
    case (.turning, _), (.party, _), (.rehearsal, _): false
    }
  }

  /// One thing more is asked. What is still to be asked; nil where that was the last, and then the answer
  /// is kept.
  consuming func pursued(in model: inout LabModel, _ steps: Int) -> Inquiry? {
    let isOfKey = isOfKey
    switch consume self {
    case .turning(let place, let begun):
      guard var inquiry = begun ?? WhatIfInquiry(at: place, in: model) else {
        model.found.keep(nil, of: place)
        return nil
      }
      guard !inquiry.next() else { return .turning(place, inquiry) }
      model.found.keep(inquiry.whatIf, of: place)
    case .party(let place, let begun):
      var inquiry = begun ?? PartyInquiry(of: place.party, in: model.history.branch)
      guard !inquiry.next() else { return .party(place, inquiry) }
      model.outlooks.keep(inquiry.outlook, of: place)
    case .rehearsal(let place, let begun):
      var rehearsal = begun ?? Rehearsal(at: place, in: model)
      guard !rehearsal.next(steps) else { return .rehearsal(place, rehearsal) }
      model.rehearsed.keep(rehearsal.words, of: place)
      if isOfKey { model.status = rehearsal.words }
    case .measures(let strategy, let begun):
      var run = begun ?? ContestRun(MeasuringDay.contest(strategy), model.cryptography)
      guard !run.next() else { return .measures(strategy, run) }
      model.measureLines[strategy.id] = MeasureText.lines(of: run.measured.measures)
    }
    return nil
  }

  /// What is being asked, where a key asked for it.
  var progress: String? {
    guard case .rehearsal(let place, let rehearsal) = self, let key = place.key else { return nil }
    let now = rehearsal.map { ", now \($0.now.clockText)" } ?? ""
    return "trying \(key) on a copy\(now): any key leaves it"
  }

  /// What is being asked of an answer, and how much has been tried; nil where that is not the inquiry.
  var progressAtAnswer: String? {
    guard case .turning(_, let inquiry) = self else { return nil }
    return "asking what would have turned it… \(inquiry?.tried ?? 0) tried"
  }
}

extension WhatIfInquiry {
  fileprivate init?(at place: AnswerPlace, in model: LabModel) {
    let branch = model.history.branch
    self.init(
      branch.trace.event(place.event), before: branch.world(before: place.event),
      trace: branch.trace.events[..<place.event], past: { branch.world(at: $0) })
  }
}

extension Overlay {
  /// Whose card it shows.
  fileprivate var strategy: Strategy? {
    if case .strategies(let menu) = self { menu.strategy } else { nil }
  }
}
