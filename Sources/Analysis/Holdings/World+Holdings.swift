import Simulation
import TokenCore

extension World {
  /// Everything that the party holds: refresh tokens first, then access tokens, then session cookies,
  /// each the newest first, then what came from the server. A party that holds nothing has no holdings. `HoldingInquiry` finds
  /// the same bit by bit.
  public func holdings(of party: Party) -> [Holding] {
    var inquiry = HoldingInquiry(of: party, in: self)
    while inquiry.next() {}
    return inquiry.holdings
  }

  /// Tokens and cookies that the party holds, newest first.
  func texts(heldBy party: Party) -> [Appraisal.Text] {
    switch party {
    case .attacker:
      attacker.refreshTokens.reversed().map(Appraisal.Text.refresh)
        + attacker.accessTokens.reversed().map(Appraisal.Text.access)
        + attacker.cookies.reversed().map(Appraisal.Text.cookie)
        + [attacker.backendCookie.map(Appraisal.Text.backendCookie)].compactMap(\.self)
    case .client(let device):
      [clients[device.index].storage.refreshToken.map(Appraisal.Text.refresh)].compactMap(\.self)
        + [clients[device.index].storage.accessToken.map(Appraisal.Text.access)].compactMap(\.self)
        + [clients[device.index].cookie.map(Appraisal.Text.cookie)].compactMap(\.self)
    case .browser, .authorizationServer, .resourceServer, .visitor, .network: []
    }
  }

  func holders(of text: Appraisal.Text) -> [Party] {
    ([.attacker] + clients.map { .client($0.id) }).filter { texts(heldBy: $0).contains(text) }
  }
}
