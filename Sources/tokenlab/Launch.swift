import Foundation

/// What the program wants of its process before it does anything else.
enum Launch {
  /// Drawing and asking what-ifs take up to 256 KiB; what a process is given may be less (`ulimit -s`).
  private static let stackSize = 8 * 1024 * 1024

  /// Runs the body on a thread with a stack of its own, which is the only one that signals reach; where
  /// there is no memory for one (`ulimit -v`), on the stack that there is.
  static func onOwnStack(_ body: @escaping @Sendable () -> Void) {
    let job = Job(body)
    guard let thread = start(job) else { return job.run() }
    pthread_join(thread, nil)
  }

  /// Nil where the system gives no thread.
  private static func start(_ job: Job) -> pthread_t? {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    let context = Unmanaged.passRetained(job)
    #if canImport(Darwin)
      var thread: pthread_t?
      let code = pthread_create(&thread, &attributes, { Launch.run($0) }, context.toOpaque())
    #else
      var thread = pthread_t()
      let code = pthread_create(&thread, &attributes, { Launch.run($0) }, context.toOpaque())
    #endif
    if code != 0 { context.release() }
    return code == 0 ? thread : nil
  }

  private static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }

  /// What the thread is to do, with the signals that the process began with; all are blocked until then.
  private final class Job: Sendable {
    private let body: @Sendable () -> Void
    private let mask: sigset_t

    init(_ body: @escaping @Sendable () -> Void) {
      var all = sigset_t()
      var before = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_SETMASK, &all, &before)
      self.body = body
      mask = before
    }

    func run() {
      var mask = mask
      pthread_sigmask(SIG_SETMASK, &mask, nil)
      body()
    }
  }
}
