#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/// Signals that wait to be handled between two events. A flag for each, because a pipe full of size
/// changes must not lose a request to end; the pipe only wakes the poll.
static const int watched[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};
enum { WATCHED_COUNT = sizeof watched / sizeof *watched };

static volatile sig_atomic_t is_pending[WATCHED_COUNT];
static volatile sig_atomic_t unanswered_requests;
static struct sigaction previous[WATCHED_COUNT];
static bool is_installed[WATCHED_COUNT];
static int wake_pipe[2] = {-1, -1};

static bool asks_to_end(int number) {
  return number == SIGINT || number == SIGQUIT || number == SIGTERM || number == SIGHUP;
}

/// A program that has not looked at two requests to end will not look at the third.
static void end_at_once(int number) {
  restore_now();
  diagnostics_release_in_handler();
  signal(number, SIG_DFL);
  raise(number);
}

static void note(int number) {
  int saved_errno = errno;
  for (int index = 0; index < WATCHED_COUNT; index++) {
    if (watched[index] == number) is_pending[index] = 1;
  }
  if (asks_to_end(number) && ++unanswered_requests > 2) end_at_once(number);
  ssize_t ignored = write(wake_pipe[1], "", 1);
  (void)ignored;
  errno = saved_errno;
}

static bool open_pipe(void) {
  if (pipe(wake_pipe) != 0) return false;
  for (int end = 0; end < 2; end++) {
    fcntl(wake_pipe[end], F_SETFL, O_NONBLOCK);
    fcntl(wake_pipe[end], F_SETFD, FD_CLOEXEC);
  }
  return true;
}

static void handle(int index) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  sigaction(watched[index], &action, NULL);
}

/// What was ignored when the program began (by nohup, say) stays ignored.
bool signals_install(void) {
  if (!open_pipe()) return false;
  unanswered_requests = 0;
  for (int index = 0; index < WATCHED_COUNT; index++) {
    is_pending[index] = 0;
    sigaction(watched[index], NULL, &previous[index]);
    is_installed[index] = previous[index].sa_handler != SIG_IGN;
    if (is_installed[index]) handle(index);
  }
  return true;
}

void signals_uninstall(void) {
  for (int index = 0; index < WATCHED_COUNT; index++) {
    if (is_installed[index]) sigaction(watched[index], &previous[index], NULL);
    is_installed[index] = false;
  }
  for (int end = 0; end < 2; end++) {
    if (wake_pipe[end] >= 0) close(wake_pipe[end]);
    wake_pipe[end] = -1;
  }
}

int signals_wake_descriptor(void) { return wake_pipe[0]; }

void signals_drain(void) {
  char bytes[256];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) continue;
}

bool signals_take(int number) {
  bool came = false;
  for (int index = 0; index < WATCHED_COUNT; index++) {
    if (watched[index] != number || !is_pending[index]) continue;
    is_pending[index] = 0;
    came = true;
  }
  if (came && asks_to_end(number)) unanswered_requests = 0;
  return came;
}

bool signals_are_pending(void) {
  for (int index = 0; index < WATCHED_COUNT; index++) {
    if (is_pending[index]) return true;
  }
  return false;
}

/// Stops as the signal would have stopped the program by itself; returns once it is continued.
void signals_stop_self(void) {
  signal(SIGTSTP, SIG_DFL);
  raise(SIGTSTP);
  for (int index = 0; index < WATCHED_COUNT; index++) {
    if (watched[index] == SIGTSTP) handle(index);
  }
}
