/// What the person at a device does, or their client.
public enum ClientOrder: Hashable, Sendable {
  /// The person signs in.
  case signIn
  /// The application calls the first API for the person's own data.
  case callAPI
  /// A call that takes the scope `admin`.
  case callAdminAPI
  /// A call to one of several resource servers.
  case callServer(ResourceServerID)
  /// The application refreshes, whether or not it is time.
  case refresh
  /// Another tab of the application refreshes too, with the storage that all tabs share.
  case refreshInAnotherTab
  /// The application has its token revoked and forgets it.
  case logOut
  /// The person logs out on the authorization server's own page.
  case logOutAtServer
  /// Both: the application forgets its tokens, and sends the browser to the server's logout page.
  case logOutEverywhere
  /// The app is closed after the next token response arrives and before it is stored.
  case restartBeforeStoring
  /// The person closes the browser: what it does not keep is gone, and nothing is sent from there.
  case closeBrowser
  /// The person opens it again, and the application goes on with what is left.
  case openBrowser
}

extension ClientOrder {
  /// Whether it takes something away from somebody.
  public var endsAccess: Bool {
    switch self {
    case .logOut, .logOutAtServer, .logOutEverywhere: true
    case .signIn, .callAPI, .callAdminAPI, .callServer, .refresh, .refreshInAnotherTab,
      .restartBeforeStoring, .closeBrowser, .openBrowser:
      false
    }
  }
}
