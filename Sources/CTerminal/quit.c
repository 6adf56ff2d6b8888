#include "internal.h"

#include <signal.h>

/// Swift's backtracer, which a library starts before `main`, takes QUIT for a crash. It is what somebody
/// sends who wants the program to end, so it waits until the libraries have begun and is then as before.
#ifdef __ELF__
static sigset_t mask_before;
static struct sigaction action_before;

static void keep_quit(void) {
  sigset_t quit;
  sigemptyset(&quit);
  sigaddset(&quit, SIGQUIT);
  sigaction(SIGQUIT, NULL, &action_before);
  sigprocmask(SIG_BLOCK, &quit, &mask_before);
}

/// The only functions that are called before those of the libraries.
__attribute__((section(".preinit_array"), used)) static void (*const first)(void) = keep_quit;

__attribute__((constructor)) static void release_quit(void) {
  sigaction(SIGQUIT, &action_before, NULL);
  sigprocmask(SIG_SETMASK, &mask_before, NULL);
}
#endif
