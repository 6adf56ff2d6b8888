import Simulation
import TokenCore

enum ClientKey: String, FieldKey {
  case id, secret, server
}

extension [OtherClient] {
  /// The clients beside the application on the devices; none where the file names none.
  init(_ cursor: Cursor?, of servers: [ResourceServerSetting]) throws(ScenarioError) {
    self = []
    guard let cursor else { return }
    for item in try cursor.items("a client", atMost: 64) {
      let fields = try Fields<ClientKey>(item)
      let name = try fields.required(.id)
      if fields[.secret] == nil {
        try fields.refuse([.server], because: "without a secret to authenticate with")
      }
      let client = OtherClient(
        clientID: try name.name(), secret: try fields[.secret]?.name(),
        server: try fields[.server].map { cursor throws(ScenarioError) in
          ResourceServerID(index: try cursor.index(in: servers.map(\.name)))
        })
      guard !sameBytes(client.clientID, Client.clientID) else {
        throw name.error(
          "\(name.label) wants another name than that of the devices' own client, "
            + "found \(quoted(client.clientID))")
      }
      guard !contains(where: { sameBytes($0.clientID, client.clientID) }) else {
        throw item.error(
          "expected each client once, found \(quoted(client.clientID)) more than once")
      }
      append(client)
    }
  }
}
