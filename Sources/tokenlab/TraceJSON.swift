import Narrative
import Simulation
import TokenCore

/// A run as one JSON document: what it started from, and every event on a line of its own.
struct TraceJSON {
  private let telling: Telling
  private let name: String
  private let end: TimeSpan

  init(_ telling: Telling, name: String, end: TimeSpan) {
    self.telling = telling
    self.name = name
    self.end = end
  }

  var text: String {
    let setting = telling.setting
    let head = JSONText.members([
      "scenario": .string(name), "strategy": .string(setting.strategyID),
      "seed": .string("\(setting.seed)"), "until_ms": .integer(end.milliseconds),
      "devices": .array(setting.devices.map { .string("\($0.person)@\($0.device)") }),
      "resource_servers": servers(of: setting),
      "remarks": .array(setting.policy.remarks.map(JSONText.remark)),
    ])
    let events = telling.trace.events.map { describe($0).line }.joined(separator: ",\n")
    return "{\"run\":\(head.line),\n\"events\":[\n\(events)\n]}\n"
  }

  /// Told where there are several.
  private func servers(of setting: Setting) -> JSONText? {
    guard setting.resourceServers.count > 1 else { return nil }
    return .array(
      setting.resourceServers.map { server in
        .object([
          "name": .string(server.name), "audience": .string(server.audience),
          "in_audience": .bool(server.isInAudience),
          "knows_private_claims": .bool(server.knowsPrivateClaims),
        ])
      })
  }

  private func describe(_ event: TraceEvent) -> JSONText {
    var members: [String: JSONText] = [
      "id": .integer(Int64(event.id)), "at_ms": .integer(event.at.milliseconds),
      "at": .string(event.at.clockText), "party": .string(event.party.name(in: telling.setting)),
      "event": .string(event.kind.name),
    ]
    if let cause = event.cause { members["cause"] = .integer(Int64(cause)) }
    members.merge(details(of: event.kind, event)) { first, _ in first }
    return .object(members)
  }

  private func details(of kind: TraceEvent.Kind, _ event: TraceEvent) -> [String: JSONText] {
    switch kind {
    case .answered(let exchange): return describe(exchange)
    case .sent(let message), .received(let message), .lost(let message):
      return describe(message)
    case .wire(let event):
      return ["messages": .array(event.messages.map { .object(describe($0)) })]
    case .commandRefused(_, let reason): return ["because": .string(reason), "what": words(event)]
    case .server(let change): return change.members
    case .accessTokenExpired(let id): return ["token": .string("\(id)")]
    case .refreshTokenExpired(let id): return ["token": .string("\(id)")]
    case .commanded, .client, .attacker: return ["what": words(event)]
    }
  }

  private func describe(_ message: Message) -> [String: JSONText] {
    let members: [String: JSONText?] = [
      "to": .string(message.to.name(in: telling.setting)),
      "message": .integer(Int64(message.id)),
      "arrives_ms": .integer(message.arrivesAt.milliseconds),
      "what": .string(message.payload.title), "server": .optional(message.payload.host),
    ]
    return members.compactMapValues(\.self)
  }

  private func words(_ event: TraceEvent) -> JSONText {
    let text = event.storyText(in: telling.setting)
    return .string([text.what, text.effect].filter { !$0.isEmpty }.joined(separator: ": "))
  }

  private func describe(_ exchange: Exchange) -> [String: JSONText] {
    let denial = exchange.decision.denial
    let members: [String: JSONText?] = [
      "from": .string(exchange.from.name(in: telling.setting)),
      "sent_ms": .integer(exchange.sentAt.milliseconds),
      "request": .string(exchange.request.title), "server": .optional(exchange.request.host),
      "status": .integer(Int64(exchange.status)),
      "error": .optional(denial?.error?.rawValue), "reason": .optional(denial?.reason.name),
      "headers": .object(headers(of: exchange.response)),
      "checks": .array(exchange.decision.lines.map(describe)),
      "reads": .integer(Int64(exchange.cost.reads)),
      "writes": .integer(Int64(exchange.cost.writes)),
    ]
    return members.compactMapValues(\.self)
  }

  private func headers(of response: Payload) -> [String: JSONText] {
    switch response {
    case .tokenResponse(let response):
      var headers: [String: JSONText] = ["Cache-Control": .string("no-store")]
      headers["WWW-Authenticate"] = .optional(response.challenge)
      return headers
    case .resourceResponse(let response):
      return ["WWW-Authenticate": JSONText.optional(response.challenge)].compactMapValues(\.self)
    case .introspectionResponse: return ["Cache-Control": .string("no-store")]
    case .authorizationResponse, .revocationResponse, .authorizationRequest, .tokenRequest,
      .resourceRequest, .revocationRequest, .introspectionRequest:
      return [:]
    }
  }

  private func describe(_ line: Decision.Line) -> JSONText {
    .object([
      "check": .string(line.check.rawValue), "passed": .bool(line.passed),
      "facts": .array(line.facts.map { .string($0.description) }),
      "rule": .string(line.check.specification),
    ])
  }
}

extension JSONText {
  /// What a reviewer says of a policy, and who says so.
  static func remark(_ remark: PolicyRemark) -> JSONText {
    .object(["text": .string(remark.text), "source": .string(remark.source)])
  }
}

extension Payload {
  /// The resource server that it goes to or comes from, where there are several.
  fileprivate var host: String? {
    switch self {
    case .resourceRequest(let request): request.host
    case .resourceResponse(let response): response.host
    case .authorizationRequest, .authorizationResponse, .tokenRequest, .tokenResponse,
      .revocationRequest, .revocationResponse, .introspectionRequest, .introspectionResponse:
      nil
    }
  }
}
