#include "internal.h"

#include <signal.h>
#include <string.h>

/// Signals that end the program without a word of its own: those of a mistake in it (a Swift trap is ILL
/// or TRAP), and all that nobody has a use for. The screen is given back first, then whoever handled
/// a mistake before does: Swift's backtracer, usually.
static const int mistakes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};

/// Signals that do nothing by default, or cannot be handled.
static const int harmless[] = {
    SIGKILL, SIGSTOP, SIGCHLD, SIGURG,
#ifdef __APPLE__
    SIGINFO, SIGIO,
#endif
};

static struct sigaction previous[NSIG];
static bool is_installed[NSIG];
static char stack[64 * 1024];

static bool contains(const int *numbers, size_t size, int number) {
  for (size_t index = 0; index < size / sizeof *numbers; index++) {
    if (numbers[index] == number) return true;
  }
  return false;
}

static bool is_mistake(int number) { return contains(mistakes, sizeof mistakes, number); }

/// What was ignored when the program began stays ignored, and what had a handler keeps it.
static bool is_ours(int number) {
  if (is_mistake(number)) return true;
  if (signals_are_for(number) || contains(harmless, sizeof harmless, number)) return false;
  return previous[number].sa_handler == SIG_DFL;
}

static void chain(const struct sigaction *handler, int number, siginfo_t *cause, void *context) {
  if (handler->sa_flags & SA_SIGINFO) {
    handler->sa_sigaction(number, cause, context);
  } else if (handler->sa_handler != SIG_DFL && handler->sa_handler != SIG_IGN) {
    handler->sa_handler(number);
  }
}

/// The signal is raised again at the end, because the backtracer returns where nothing faulted (a
/// signal that was sent), and the program would run on without its terminal.
static void restore_and_chain(int number, siginfo_t *cause, void *context) {
  restore_now();
  diagnostics_release_in_handler();
  chain(&previous[number], number, cause, context);
  handler_end(number);
}

/// A stack overflow leaves no room for a handler on the stack that overflowed.
static void provide_stack(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && !(current.ss_flags & SS_DISABLE)) return;
  stack_t own;
  memset(&own, 0, sizeof own);
  own.ss_sp = stack;
  own.ss_size = sizeof stack;
  sigaltstack(&own, NULL);
}

void fatal_install(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = restore_and_chain;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  provide_stack();
  for (int number = 1; number < NSIG; number++) {
    if (sigaction(number, NULL, &previous[number]) != 0 || !is_ours(number)) continue;
    is_installed[number] = sigaction(number, &action, NULL) == 0;
  }
}

void fatal_uninstall(void) {
  for (int number = 1; number < NSIG; number++) {
    if (is_installed[number]) sigaction(number, &previous[number], NULL);
    is_installed[number] = false;
  }
}
