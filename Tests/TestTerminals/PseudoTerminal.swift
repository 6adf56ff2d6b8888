#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Both ends of a terminal, of which a test is the person. Whoever draws on it may be the same process.
package final class PseudoTerminal {
  /// What the program under test takes for its terminal.
  package let program: Int32
  /// The same for another process.
  package let path: String
  private var user: Int32

  package init?(columns: UInt16 = 40, rows: UInt16 = 10) {
    user = open(PseudoTerminal.multiplexer, O_RDWR | O_NOCTTY)
    guard user >= 0, let path = PseudoTerminal.unlockedPath(of: user) else { return nil }
    self.path = path
    program = open(path, O_RDWR | O_NOCTTY)
    guard program >= 0 else { return nil }
    _ = fcntl(user, F_SETFL, O_NONBLOCK)
    resize(columns: columns, rows: rows)
  }

  deinit {
    close(program)
    hangUp()
  }

  package func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(user, UInt(TIOCSWINSZ), &size)
  }

  package func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(user, bytes, bytes.count)
  }

  /// Everything the program has written since the last call.
  package func written() -> String {
    var all: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(user, &bytes, bytes.count)
      guard count > 0 else { return String(decoding: all, as: UTF8.self) }
      all += bytes[..<count]
    }
  }

  /// The modes that a shell would find, as far as they matter to it.
  package func modes() -> [tcflag_t] {
    var modes = termios()
    tcgetattr(program, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_lflag]
  }

  /// The user's end is gone, as when a terminal window is closed.
  package func hangUp() {
    if user >= 0 { close(user) }
    user = -1
  }

  /// Waits until the program has written something, for a moment at most.
  package func waitForOutput() {
    var watched = pollfd(fd: user, events: Int16(POLLIN), revents: 0)
    poll(&watched, 1, 10)
  }

  /// From here on nothing that is written gets through, as after Ctrl-S.
  package func stopOutput() { tcflow(program, TCOOFF) }

  /// Leaves no room for anything to be written, as when nobody reads at the other end.
  package func fill() {
    let modes = fcntl(program, F_GETFL)
    _ = fcntl(program, F_SETFL, modes | O_NONBLOCK)
    defer { _ = fcntl(program, F_SETFL, modes) }
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 1000)
    var watched = pollfd(fd: program, events: Int16(POLLOUT), revents: 0)
    repeat {
      while write(program, bytes, bytes.count) > 0 {}
      while write(program, bytes, 1) > 0 {}
    } while poll(&watched, 1, 50) > 0
  }
}

extension PseudoTerminal {
  private static let multiplexer = "/dev/ptmx"

  #if canImport(Glibc)
    /// Swift does not import the functions for this from glibc; these are the calls they make.
    private static func unlockedPath(of user: Int32) -> String? {
      let unlock: UInt = 0x4004_5431  // TIOCSPTLCK
      let getNumber: UInt = 0x8004_5430  // TIOCGPTN
      var number: Int32 = 0
      guard ioctl(user, unlock, &number) == 0, ioctl(user, getNumber, &number) == 0 else {
        return nil
      }
      return "/dev/pts/\(number)"
    }
  #else
    private static func unlockedPath(of user: Int32) -> String? {
      guard grantpt(user) == 0, unlockpt(user) == 0, let name = ptsname(user) else { return nil }
      return String(cString: name)
    }
  #endif
}
