#include "internal.h"

#include <signal.h>
#include <string.h>

/// Signals that end the program because of a mistake in it (a Swift trap is ILL or TRAP). The screen
/// is given back first, then whoever handled the signal before does: Swift's backtracer, usually.
static const int watched[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
enum { WATCHED_COUNT = sizeof watched / sizeof *watched };

static struct sigaction previous[WATCHED_COUNT];
static bool is_installed;
static char stack[64 * 1024];

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
  for (int index = 0; index < WATCHED_COUNT; index++) {
    if (watched[index] == number) chain(&previous[index], number, cause, context);
  }
  signal(number, SIG_DFL);
  raise(number);
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
  for (int index = 0; index < WATCHED_COUNT; index++) {
    sigaction(watched[index], &action, &previous[index]);
  }
  is_installed = true;
}

void fatal_uninstall(void) {
  if (!is_installed) return;
  for (int index = 0; index < WATCHED_COUNT; index++) {
    sigaction(watched[index], &previous[index], NULL);
  }
  is_installed = false;
}
