import Simulation
import TokenCore

/// What the person at the focused device does, their client, or the network to its next request.
public enum ClientAct: CaseIterable, Hashable, Sendable {
  case signIn, callAPI, refresh, logOut, dropNextResponse
  case logOutAtServer, logOutEverywhere
  case callAdminAPI, callOtherServer, restartBeforeStoring, loseNextRequest, duplicateNextRequest
  case delayNextRequest, delayNextResponse, nextDevice, closeBrowser, openBrowser

  var row: ActRow {
    switch self {
    case .signIn:
      .order(["i"], "sign in", "The person signs in on the focused device.") {
        .client($0.device, .signIn)
      }
    case .callAPI:
      .order(["c"], "call API", "The client calls the API.") { .client($0.device, .callAPI) }
    case .refresh:
      .order(["r"], "refresh", "The client presents its refresh token.") {
        .client($0.device, .refresh)
      }
    case .logOut:
      .order(
        ["o"], "log out", "Tokens are forgotten, and revoked where the server can."
      ) { .client($0.device, .logOut) }
    case .logOutAtServer:
      .order("log out at server", "The person logs out on the server's own page.") {
        .client($0.device, .logOutAtServer)
      }
    case .logOutEverywhere:
      .order("log out of both", "The application logs out, and at the server, too.") {
        .client($0.device, .logOutEverywhere)
      }
    case .dropNextResponse:
      .order(["x"], "drop answer", "Lose the next token response to the client.") {
        .network($0.device, .dropNextResponse)
      }
    case .callAdminAPI:
      .order(["A"], "call admin API", "The client calls what only an administrator may.") {
        .client($0.device, .callAdminAPI)
      }
    case .callOtherServer:
      .order("call 2nd API", "The client calls the second resource server.") {
        .client($0.device, .callServer(.second))
      }
    case .restartBeforeStoring:
      .order("restart app", "The app restarts before it stores the next tokens.") {
        .client($0.device, .restartBeforeStoring)
      }
    case .loseNextRequest:
      .order(["X"], "lose request", "Lose the client's next token request.") {
        .network($0.device, .dropNextRequest)
      }
    case .duplicateNextRequest:
      .order("double request", "Let the client's next token request arrive twice.") {
        .network($0.device, .duplicateNextRequest)
      }
    case .delayNextRequest:
      .order("delay request", "Let the client's next token request come ten seconds late.") {
        .network($0.device, .delayNextRequest(by: Self.delay))
      }
    case .delayNextResponse:
      .order("delay answer", "Let the next token response come ten seconds late.") {
        .network($0.device, .delayNextResponse(by: Self.delay))
      }
    case .closeBrowser:
      .order("close browser", "The person closes the browser, and what ends with it.") {
        .client($0.device, .closeBrowser)
      }
    case .openBrowser:
      .order("open browser", "The person opens the browser again.") {
        .client($0.device, .openBrowser)
      }
    case .nextDevice:
      .change(
        ["n"], "next device", "Act on the next device.",
        unless: { $0.world.clients.count == 1 ? "there is one device only" : nil }
      ) { $0.device = DeviceID(index: ($0.device.index + 1) % $0.world.clients.count) }
    }
  }

  /// Longer than a client waits for an answer, so that it tries again meanwhile.
  private static let delay = TimeSpan.seconds(10)
}

extension ResourceServerID {
  /// The one that keys speak of beside the first.
  static let second = ResourceServerID(index: 1)
}
