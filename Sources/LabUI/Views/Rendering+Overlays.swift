import Canvas
import TokenCore

/// What lies over the screen.
extension Rendering {
  func drawOverlay(_ frame: inout Frame) {
    switch model.overlay {
    case nil, .rehearsal: break
    case .help(let help): HelpWindow(page: help.scroll.distance).draw(&frame)
    case .palette(let palette): PaletteWindow(palette, of: model).draw(&frame)
    case .strategies(let menu): strategies(menu).draw(&frame)
    case .editor(let draft): EditorWindow(draft: draft, status: model.status).draw(&frame)
    case .branches(let menu):
      BranchesWindow(history: model.history, selected: menu.selected).draw(&frame)
    case .inspector(let inspector): self.inspector(inspector).draw(&frame)
    case .goTo(let prompt):
      PromptWindow(title: "GO TO A TIME, SUCH AS 16m30s", label: "t", text: prompt.text)
        .draw(&frame)
    case .naming(let prompt):
      PromptWindow(title: "NAME OF BRANCH \(prompt.branch)", label: ":", text: prompt.text)
        .draw(&frame)
    case .races(let menu):
      RacesWindow(selected: menu.selected, device: model.device, world: model.world).draw(&frame)
    }
  }

  private func strategies(_ menu: StrategyMenu) -> StrategyWindow {
    StrategyWindow(
      selected: menu.selected, runningID: model.world.strategyID,
      measures: model.measureLines[menu.strategy.id] ?? [])
  }

  private func inspector(_ inspector: Inspector) -> InspectorWindow {
    InspectorWindow(
      inspector: inspector, bench: model.inspectorBench, world: model.world,
      status: model.status)
  }
}
