import Simulation
import TokenCore

enum ResourceServerKey: String, FieldKey {
  case name, audience
  case inAudience = "in-audience"
  case knowsPrivateClaims = "knows-private-claims"
  case asksForMaxAge = "asks-for-max-age"
}

extension [ResourceServerSetting] {
  /// The resource servers of a file, or the one API where it names none.
  init(_ cursor: Cursor?) throws(ScenarioError) {
    self = []
    guard let cursor else {
      append(.api)
      return
    }
    for item in try cursor.items("a resource server", atMost: 8) {
      let server = try ResourceServerSetting(item, isFirst: isEmpty)
      try refuse(server, again: item)
      append(server)
    }
    guard !isEmpty else { throw cursor.error("\(cursor.label) wants at least one resource server") }
    guard contains(where: \.isInAudience) else {
      throw cursor.error("\(cursor.label) wants at least one that is in the audience")
    }
  }

  /// Each has a name and an identifier of its own (RFC 9068 §5).
  private func refuse(
    _ server: ResourceServerSetting, again item: Cursor
  ) throws(ScenarioError) {
    for (word, path) in [
      ("resource server", \ResourceServerSetting.name), ("audience", \.audience),
    ] {
      let found = server[keyPath: path]
      guard !contains(where: { sameBytes($0[keyPath: path], found) }) else {
        throw item.error("expected each \(word) once, found \(quoted(found)) more than once")
      }
    }
  }
}

extension ResourceServerSetting {
  fileprivate init(_ cursor: Cursor, isFirst: Bool) throws(ScenarioError) {
    let fields = try Fields<ResourceServerKey>(cursor)
    self.init(
      name: try fields.required(.name).slug(), audience: try fields[.audience]?.name(),
      isInAudience: try fields[.inAudience]?.flag() ?? isFirst,
      knowsPrivateClaims: try fields[.knowsPrivateClaims]?.flag() ?? true,
      asksForMaxAge: try fields[.asksForMaxAge]?.flag() ?? true)
  }
}
