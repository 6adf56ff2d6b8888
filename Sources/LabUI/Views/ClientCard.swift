import Canvas
import Narrative
import Simulation
import TokenCore

/// The card of a device: what its client stores, what it is doing, and the last answer to it.
struct ClientCard {
  let device: DeviceID
  let last: Exchange?
  let world: World

  private var client: Client { world.clients[device.index] }

  func draw(_ frame: inout Frame, _ rect: Rect) {
    let title = rect.width >= 34 ? "CLIENT  \(client.name)" : "CLIENT \(client.person)"
    let inside = frame.box(rect, title: title, trailing: "1")
    let lines = [
      TokenLine(client.storage.refreshToken?.label, none: noRefreshToken, in: world).spans,
      TokenLine(
        client.storage.accessToken?.label, none: "AT  none", width: inside.width, in: world
      ).spans,
      [Span(phaseText, client.isSignedOut ? .danger : .text)],
    ]
    frame.put(card: lines + [last?.lastLine].compactMap(\.self), in: inside)
  }

  /// Said where no refresh token is held: whether there could be one.
  private var noRefreshToken: String {
    world.policy.refresh == nil ? "RT  none issued" : "RT  none"
  }

  private var phaseText: String {
    switch client.phase {
    case .signedOut(nil): "not signed in"
    case .signedOut(.loggedOut): "logged out"
    case .signedOut: "must sign in again"
    case .closed: "the browser is closed"
    case .authorizing, .exchanging: "signing in"
    case .signedIn where client.stepUp != nil: "asked to sign in again"
    case .signedIn: renewalText
    }
  }

  private var renewalText: String {
    guard let waiting = client.refreshes.last else {
      guard client.backend == nil else { return "cookie here, tokens on its server" }
      return world.policy.renewal.clientWords ?? world.setting.habit.renews.words
    }
    let count = client.refreshes.count
    if waiting.isRetry { return "no answer: tries again" }
    return count > 1 ? "\(count) refreshes in flight" : "refreshing"
  }
}
