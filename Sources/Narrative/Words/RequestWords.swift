import Simulation

/// The words of a request by hand.
extension ExplicitRequest {
  func words(in setting: Setting) -> String {
    let proof = proof.map { " with a proof by \($0.key.words(in: setting))" } ?? ""
    let names = Part.allCases.compactMap { keeps[$0] }
    return "makes \(endpoint.article) \(endpoint.rawValue) request" + proof
      + (names.isEmpty ? "" : ", to keep \(names.joined(separator: " and "))")
  }
}

extension ExplicitRequest.Endpoint {
  fileprivate var article: String {
    switch self {
    case .token, .revocation: "a"
    case .authorization, .introspection, .api: "an"
    }
  }
}

extension ExplicitRequest.ProofKey {
  fileprivate func words(in setting: Setting) -> String {
    switch self {
    case .named(let name): "its key \(name)"
    case .device(let device):
      "the key on \(setting.devices[device.index].person)@\(setting.devices[device.index].device)"
    }
  }
}
