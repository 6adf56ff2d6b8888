import Foundation

/// Starts a program, and waits for its end.
///
/// Not with Foundation's `Process`, which on Linux waits until every descendant has closed what it
/// inherited: the server that the first `tmux` leaves behind never does.
enum Spawn {
  struct Failure: Error {
    let path: String
    let code: Int32
  }

  /// Gives the exit status, or 128 and the number of the signal that ended it. Standard input is
  /// empty; what it writes goes to the two files. It inherits nothing else that is open here, such as
  /// another test's terminal, and has its signals as a shell gives them.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String], output: String,
    errors: String
  ) throws -> Int32 {
    status(
      of: try start(
        path, arguments, environment: environment, output: output, errors: errors))
  }

  /// The same without waiting: gives the process, whose `status` is to be asked for.
  static func start(
    _ path: String, _ arguments: [String], environment: [String: String], output: String,
    errors: String
  ) throws -> pid_t {
    try start(
      path, arguments, environment: environment, flags: 0,
      opening: [
        ("/dev/null", O_RDONLY), (output, O_WRONLY | O_CREAT | O_TRUNC),
        (errors, O_WRONLY | O_CREAT | O_TRUNC),
      ])
  }

  /// Starts a program in a session of its own, on the terminal of that path, and gives its number.
  static func start(
    _ path: String, _ arguments: [String], environment: [String: String], terminal: String
  ) throws -> pid_t {
    try start(
      path, arguments, environment: environment, flags: ownSession,
      opening: Array(repeating: (terminal, O_RDWR), count: 3))
  }

  private static func start(
    _ path: String, _ arguments: [String], environment: [String: String], flags: Int16,
    opening files: [(path: String, mode: Int32)]
  ) throws -> pid_t {
    let argv = cStrings([path] + arguments)
    let envp = cStrings(environment.map { "\($0)=\($1)" }.sorted())
    defer { (argv + envp).forEach { free($0) } }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, file) in zip(Int32(0)..., files) {
      posix_spawn_file_actions_addopen(&actions, descriptor, file.path, file.mode, 0o600)
    }
    #if !canImport(Darwin)
      for descriptor in 3..<256 as Range<Int32> {
        posix_spawn_file_actions_addclose(&actions, descriptor)
      }
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, flags | Self.flags)
    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, &attributes, argv, envp)
    guard code == 0 else { throw Failure(path: path, code: code) }
    return child
  }

  /// POSIX_SPAWN_SETSID, which Swift does not import from everywhere.
  private static var ownSession: Int16 {
    #if canImport(Darwin)
      0x400
    #else
      0x80
    #endif
  }

  private static var flags: Int16 {
    let signals = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
    #if canImport(Darwin)
      return signals | Int16(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #else
      return signals
    #endif
  }

  /// The exit status of a process that was started, or 128 and the number of the signal that ended it.
  static func status(of child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return exitStatus(status)
  }

  /// The status that a shell would show for what `waitpid` gives.
  static func exitStatus(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  private static func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }
}
