import Canvas
import Narrative
import Simulation
import TokenCore

/// An act, and the place in a run at which somebody would like to know what it would do.
struct RehearsalPlace: Equatable, Sendable {
  let act: Act
  /// The key that was tried; nil where the palette shows it.
  let key: String?
  let branch: Int
  let moment: Moment
}

extension RehearsalPlace {
  /// Where an act is tried that a key asked for, or nobody.
  init(of act: Act, by key: String?, in model: LabModel) {
    let branch = model.history.branch
    self.init(act: act, key: key, branch: branch.id, moment: branch.moment)
  }

  /// The command that is selected in the palette; nil where it would do nothing.
  init?(in palette: Palette, of model: LabModel) {
    let matches = palette.matches
    guard matches.indices.contains(palette.selected) else { return nil }
    let act = matches[palette.selected]
    guard act.obstacle(in: model) == nil else { return nil }
    self.init(of: act, by: nil, in: model)
  }
}

/// What an act would do, found by doing it in a copy, slice by slice.
struct Rehearsal: Sendable {
  private var copy: LabModel
  private let name: String
  private let branch: Int
  private let since: Instant
  private let rows: Int
  /// What there is to say without trying.
  private let answer: String?

  init(at place: RehearsalPlace, in model: LabModel) {
    let act = place.act
    copy = model
    name = place.key ?? act.keys.first?.label ?? act.label
    (branch, since) = (model.history.branch.id, model.world.now)
    rows = model.chronicle.rows.count
    if let obstacle = act.obstacle(in: model) {
      answer = "\(name) would do nothing: \(obstacle)"
    } else {
      answer = act.changesTheWorld ? nil : "\(name): \(act.sentence)"
    }
    guard answer == nil else { return }
    (copy.status, copy.errand, copy.inquiry, copy.isRunning) = (nil, nil, nil, false)
    _ = copy.attempt(act)
  }

  /// Where the copy is.
  var now: Instant { copy.world.now }

  /// So many steps further at most; false when it has been done.
  mutating func next(_ steps: Int) -> Bool {
    guard copy.isUnderWay else { return false }
    copy.work(steps: steps)
    copy.inquiry = nil
    return true
  }

  /// In one line: `R would: refresh RT1 400 reuse detected, family f1 REVOKED`.
  var words: String { answer ?? "\(name) would: \(news)" }

  /// What the story tells in the copy that it did not tell before, shortened to what matters most.
  private var news: String {
    let chronicle = copy.chronicle
    let seen = copy.world.now < since ? chronicle.rows.count : rows
    let deeds = chronicle.rows.dropFirst(seen).map { row in
      let event = copy.trace.event(row.event)
      let text = event.storyText(in: copy.setting, effects: row.effects)
      return [text.shortWhat, String(text.outcome.prefix(3)), text.effect].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    let opened = copy.history.branch.id == branch ? [] : ["open branch \(copy.history.branch.id)"]
    guard let last = deeds.last else {
      return (opened + ["go to \(copy.world.now.clockText)"]).joined(separator: ", ")
    }
    let told = deeds.count == 1 ? [last] : [deeds[deeds.count - 2], last]
    return (opened + told).joined(separator: "; ")
  }
}
