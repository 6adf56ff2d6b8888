import Simulation
import TokenCore

/// What a run started from.
extension TraceDocument {
  var run: JSONText {
    [
      "scenario": .string(name), "title": .string(title),
      "strategy": .string(setting.strategyID),
      // All 64 bits of it, which a JSON number does not carry everywhere (RFC 8259 §6).
      "seed": .string("\(setting.seed)"),
      "until_ms": .integer(end.milliseconds), "latency_ms": .integer(setting.latency.milliseconds),
      "starts_at": .integer(NumericDate(.start).seconds),
      "devices": .array(setting.devices.indices.map(device)),
      "resource_servers": .array(setting.resourceServers.indices.map(resourceServer)),
      "remarks": .array(setting.policy.remarks.map(JSONText.remark)),
    ]
  }

  private func device(_ index: Int) -> JSONText {
    let device = setting.devices[index]
    return [
      "id": JSONText(DeviceID(index: index)), "person": .string(device.person),
      "user": JSONText(setting.user(named: device.person)), "device": .string(device.device),
      "tabs": JSONText(device.tabs),
    ]
  }

  private func resourceServer(_ index: Int) -> JSONText {
    let server = setting.resourceServers[index]
    return [
      "id": JSONText(ResourceServerID(index: index)), "name": .string(server.name),
      "audience": .string(server.audience), "in_audience": .boolean(server.isInAudience),
      "knows_private_claims": .boolean(server.knowsPrivateClaims),
      "asks_for_max_age": .boolean(server.asksForMaxAge),
    ]
  }
}

extension JSONText {
  /// What a reviewer says of a policy, and who says so.
  package static func remark(_ remark: PolicyRemark) -> JSONText {
    ["source": .string(remark.source), "text": .string(remark.text)]
  }
}

extension Party {
  /// A device by its number, whoever else by a word.
  var code: String {
    switch self {
    case .client(let device): device.description
    case .browser(let device): "browser_\(device)"
    case .authorizationServer: "authorization_server"
    case .resourceServer: "resource_server"
    case .attacker: "attacker"
    case .visitor: "visitor"
    case .network: "network"
    }
  }
}
