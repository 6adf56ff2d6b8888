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

/// A fault comes again when its instruction is repeated; a signal that was sent does not.
static bool was_sent(int number, const siginfo_t *cause) {
  return number == SIGABRT || !cause || cause->si_code <= 0 || cause->si_code == SI_USER;
}

static void restore_and_chain(int number, siginfo_t *cause, void *context) {
  (void)context;
  restore_now();
  diagnostics_release_in_handler();
  for (int index = 0; index < WATCHED_COUNT; index++) {
    if (watched[index] == number) sigaction(number, &previous[index], NULL);
  }
  if (was_sent(number, cause)) raise(number);
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
  sigfillset(&action.sa_mask);
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
