import Canvas
import Simulation

/// The lines above and below the panes, of the model.
extension Rendering {
  var header: Header {
    Header(title: model.title, strategyID: model.world.strategyID, clock: clock)
  }

  var clock: Clock {
    model.duel.map { Clock(of: $0, model.speed, reached: model.reachedSpeed) }
      ?? Clock(
        of: model.history, isRunning: model.isRunning, isWireStopped: model.wire != nil,
        to: model.viewpoint, model.speed, reached: model.reachedSpeed)
  }

  var verdictLine: VerdictLine {
    VerdictLine(
      verdict: model.verdictNow, person: model.client.person, viewpoint: model.viewpoint,
      world: model.world)
  }

  var coachLine: CoachLine {
    let status = model.errand?.progress(in: model) ?? model.inquiry?.progress ?? model.status
    let advice = status == nil ? Coach.line(for: model) : ""
    return CoachLine(
      status: status,
      hint: model.duel == nil
        ? "try: \(advice)" : "d: where do they first differ?   1 or 2: go to that one",
      advice: advice)
  }

  var keyBar: KeyBar { model.duel == nil ? KeyBar(of: model) : .duel }

  var answerLines: AnswerLines {
    AnswerLines(exchange: model.currentAnswer?.exchange, policy: model.policyOfAnswer)
  }

  var actorRows: ActorRows {
    ActorRows(client: model.client, family: model.family, world: model.world)
  }

  var lastEvents: LastEvents {
    LastEvents(rows: model.chronicle.rows, trace: model.trace, setting: model.setting)
  }
}
