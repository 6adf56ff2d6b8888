import TokenCore

extension World {
  /// The commands that would do something now: those of a finite menu that have no obstacle. Worlds with
  /// equal canonical forms list the same in the same order, up to the numbers of messages and tokens.
  ///
  /// On the menu is every command with every value that the world has for it: its devices, users and
  /// resource servers, the messages on the wire, the refresh tokens that the attacker holds. Where there is
  /// no end of values there is one: a delay beyond the client's patience, a text that is no token.
  /// Requests written out by hand are left out; there is no end of them, and the parties send all that
  /// opens anything.
  public var possibleCommands: [Command] {
    Command.menu(in: self).filter { obstacle(to: $0) == nil }
  }
}
