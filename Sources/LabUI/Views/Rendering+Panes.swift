import Canvas
import Narrative
import Simulation
import TokenCore

/// Each pane, of the model.
extension Rendering {
  /// A pane in its place beside the others; a click on it is its digit. The stopped wire takes the
  /// place of the timeline.
  func draw(_ pane: Pane, _ frame: inout Frame, _ rect: Rect) {
    switch pane {
    case .client: clientCard.draw(&frame, rect)
    case .server: serverCard.draw(&frame, rect)
    case .attacker: attackerCard.draw(&frame, rect)
    case .family: family.draw(&frame, rect)
    case .timeline where model.isWireShown: return wirePane.draw(&frame, rect)
    case .timeline: timeline.draw(&frame, rect)
    case .policy: policy.draw(&frame, rect)
    case .events: events.draw(&frame, rect)
    case .why: why.draw(&frame, rect)
    case .store: store.draw(&frame, rect)
    }
    if let digit = "\(pane.rawValue)".unicodeScalars.first {
      frame.hit(rect, .character(digit))
    }
  }

  /// A pane over the whole screen; some say more there.
  func drawWhole(_ pane: Pane, _ frame: inout Frame, _ rect: Rect) {
    switch pane {
    case .client: clientHoldings.draw(&frame, rect)
    case .server: residualAccess.draw(&frame, rect)
    case .attacker where model.viewpoint == .everything: attackerHoldings.draw(&frame, rect)
    case .attacker: attackerCard.draw(&frame, rect)
    case .family: generations.draw(&frame, rect)
    case .timeline: timeline.draw(&frame, rect)
    case .policy: policy.draw(&frame, rect)
    case .events: events.draw(&frame, rect)
    case .why:
      if let wholeWhy { wholeWhy.draw(&frame, rect) } else { why.draw(&frame, rect) }
    case .store: store.draw(&frame, rect)
    }
  }

  private var world: World { model.world }
  private var chronicle: Chronicle { model.chronicle }

  private var clientCard: ClientCard {
    ClientCard(
      device: model.device, last: chronicle.lastExchange[.client(model.device)], world: world)
  }

  private var serverCard: ServerCard {
    ServerCard(family: model.family, last: chronicle.lastTokenExchange, world: world)
  }

  private var attackerCard: AttackerCard {
    AttackerCard(
      victim: model.client.person, last: chronicle.lastExchange[.attacker],
      viewpoint: model.viewpoint, world: world)
  }

  private var family: FamilyPane {
    FamilyPane(
      family: model.family, client: model.client, marks: chronicle.refreshMarks,
      viewpoint: model.viewpoint, world: world)
  }

  private var generations: GenerationsPane {
    GenerationsPane(
      generations: model.generations, chronicle: chronicle, viewpoint: model.viewpoint,
      scroll: model.generationsScroll, world: world)
  }

  var timeline: TimelinePane {
    TimelinePane(
      family: model.family, device: model.device, chronicle: chronicle,
      viewpoint: model.viewpoint, zoom: model.timelineZoom, world: world)
  }

  var wirePane: WirePane {
    WirePane(wire: model.wireRows, isRunning: model.isRunning, setting: model.setting)
  }

  private var policy: PolicyPane {
    PolicyPane(strategyID: world.strategyID, policy: world.policy)
  }

  var events: EventsPane {
    EventsPane(
      rows: chronicle.rows, selectedRow: model.selectedRow, trace: model.trace,
      setting: model.setting, viewpoint: model.viewpoint)
  }

  private var why: WhyPane {
    WhyPane(
      answer: model.currentAnswer, setting: model.setting, policy: model.policyOfAnswer,
      viewpoint: model.viewpoint)
  }

  private var wholeWhy: WholeWhyPane? {
    model.currentAnswer.map {
      WholeWhyPane(
        answer: $0, whatIf: model.whatIf, asking: model.inquiry?.progressAtAnswer,
        viewpoint: model.viewpoint, policy: model.policyOfAnswer, world: world)
    }
  }

  private var store: StorePane {
    StorePane(world: world, work: chronicle.lastWork, scroll: model.storeScroll)
  }

  private var clientHoldings: HoldingsPane {
    holdings(
      of: .client(model.device), title: "CLIENT  what \(model.client.name) holds", number: 1)
  }

  private var attackerHoldings: HoldingsPane {
    holdings(
      of: .attacker, title: "ATTACKER  what it holds, and what would end it", number: 3)
  }

  private func holdings(of party: Party, title: String, number: Int) -> HoldingsPane {
    HoldingsPane(
      title: title, number: number,
      holdings: model.outlook(of: party)?.holdings,
      world: world)
  }

  private var residualAccess: ResidualAccessPane {
    ResidualAccessPane(
      card: serverCard,
      outlook: model.outlook(of: .authorizationServer))
  }
}
