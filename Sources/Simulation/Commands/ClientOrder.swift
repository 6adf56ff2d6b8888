/// What the person at a device does, or their client.
public enum ClientOrder: Hashable, Sendable {
  case signIn
  case callAPI
  /// A call that takes the scope `admin`.
  case callAdminAPI
  /// A call to one of several resource servers.
  case callServer(ResourceServerID)
  case refresh
  /// Another tab of the application refreshes too, with the storage that all tabs share.
  case refreshInAnotherTab
  case logOut
  /// The app is closed after the next token response arrives and before it is stored.
  case restartBeforeStoring
}
