import Foundation

/// What the program wants of its process before it does anything else.
enum Launch {
  /// Drawing and asking what-ifs take up to 256 KiB; what a process is given may be less (`ulimit -s`).
  private static let stackSize = 8 * 1024 * 1024

  /// Runs the body on a thread with a stack of its own, which is the only one that signals reach.
  static func onOwnStack(_ body: @escaping @Sendable () -> Void) {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    let isDone = DispatchSemaphore(value: 0)
    let thread = Thread { [before] in
      var mask = before
      pthread_sigmask(SIG_SETMASK, &mask, nil)
      body()
      isDone.signal()
    }
    thread.stackSize = stackSize
    thread.start()
    isDone.wait()
  }
}
