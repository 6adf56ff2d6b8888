@testable import TokenCore

/// Who sends a request, and how they say who they are.
struct Presenter: Hashable, Sendable, CustomStringConvertible {
  let description: String
  var clientID: String?
  var bodySecret: String?
  var basic: ClientCredentials?

  /// Two public clients.
  static let web = Presenter(description: "web", clientID: "web")
  static let television = Presenter(description: "television", clientID: "tv")

  /// Two confidential clients, which put their secret into the form.
  static let backend = Presenter(
    description: "backend", clientID: "backend", bodySecret: "correct horse:+%é")
  static let reports = Presenter(
    description: "reports", clientID: "reports", bodySecret: "battery staple")

  /// The first of them with its secret in the header.
  static let backendByHeader = Presenter(
    description: "backend by header",
    basic: ClientCredentials(clientID: "backend", secret: "correct horse:+%é"))

  static let nobody = Presenter(description: "nobody")

  func with(bodySecret: String?) -> Presenter {
    var presenter = self
    presenter.bodySecret = bodySecret
    return presenter
  }

  func signed(_ form: Form) -> Form {
    var form = form
    if let clientID { form.append("client_id", clientID) }
    if let bodySecret { form.append("client_secret", bodySecret) }
    return form
  }
}
