#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

/// Signals that wait to be handled between two events. A flag for each, because a pipe full of size
/// changes must not lose a request to end; the pipe only wakes the poll.
///
/// A request to end is the program's to obey. If it has not closed the terminal soon after, because it
/// is busy or the terminal does not read what is written to it, or if it is asked again, it is ended
/// here.
static const int watched[] = {
    SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGTTIN, SIGTTOU, SIGCONT, SIGWINCH, SIGALRM,
};
enum { WATCHED_COUNT = sizeof watched / sizeof *watched };

/// From the first request to end until it is carried out here, in milliseconds.
enum { PATIENCE = 700 };

static volatile sig_atomic_t is_pending[WATCHED_COUNT];
static volatile sig_atomic_t first_request;
static struct sigaction previous[WATCHED_COUNT];
static bool is_installed[WATCHED_COUNT];
static int wake_pipe[2] = {-1, -1};

static int index_of(int number) {
  int index = 0;
  while (index < WATCHED_COUNT && watched[index] != number) index++;
  return index;
}

bool signals_are_for(int number) { return index_of(number) < WATCHED_COUNT; }

static bool asks_to_end(int number) {
  return number == SIGINT || number == SIGQUIT || number == SIGTERM || number == SIGHUP;
}

static void set_timer(int milliseconds) {
  struct itimerval timer = {.it_value = {.tv_usec = milliseconds * 1000}};
  setitimer(ITIMER_REAL, &timer, NULL);
}

/// That a terminal went away may be said more than once (its shell does, too), and the loop sees it.
static void count_request(int number) {
  if (first_request == SIGHUP && number == SIGHUP && input_is_gone()) return;
  if (first_request != 0) handler_end(number);
  first_request = number;
  set_timer(PATIENCE);
}

static void note(int number) {
  int saved_errno = errno;
  is_pending[index_of(number)] = 1;
  if (asks_to_end(number)) count_request(number);
  ssize_t ignored = write(wake_pipe[1], "", 1);
  (void)ignored;
  errno = saved_errno;
}

/// The timer's, unless somebody else sent it.
static void end_overdue(int number) {
  int index = index_of(number);
  if (first_request != 0) handler_end(first_request);
  if (previous[index].sa_handler != SIG_IGN) handler_end(number);
}

static void handle(int index);

/// A read or a write in the background, which would only be tried again if the program did not stop
/// right here. Continued, it draws everything anew.
static void stop_at_once(int number) {
  int saved_errno = errno;
  restore_now();
  handler_raise_default(number);
  handle(index_of(number));
  note(SIGCONT);
  errno = saved_errno;
}

static void handle(int index) {
  struct sigaction action;
  int number = watched[index];
  memset(&action, 0, sizeof action);
  action.sa_handler = number == SIGALRM                          ? end_overdue
                      : number == SIGTTIN || number == SIGTTOU ? stop_at_once
                                                               : note;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

/// Never in the place of a standard descriptor that is closed: what is written there is not for us.
static bool open_pipe(void) {
  int ends[2];
  if (pipe(ends) != 0) return false;
  bool is_open = true;
  for (int end = 0; end < 2; end++) {
    if (is_open) wake_pipe[end] = fcntl(ends[end], F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    is_open = is_open && wake_pipe[end] >= 0 && fcntl(wake_pipe[end], F_SETFL, O_NONBLOCK) == 0;
  }
  int problem = errno;
  for (int end = 0; end < 2; end++) close(ends[end]);
  errno = problem;
  return is_open;
}

static void close_pipe(void) {
  for (int end = 0; end < 2; end++) {
    if (wake_pipe[end] >= 0) close(wake_pipe[end]);
    wake_pipe[end] = -1;
  }
}

/// What was ignored when the program began (by nohup, say) stays ignored.
bool signals_install(void) {
  if (!open_pipe()) {
    int problem = errno;
    close_pipe();
    errno = problem;
    return false;
  }
  first_request = 0;
  for (int index = 0; index < WATCHED_COUNT; index++) {
    is_pending[index] = 0;
    sigaction(watched[index], NULL, &previous[index]);
    is_installed[index] = previous[index].sa_handler != SIG_IGN || watched[index] == SIGALRM;
    if (is_installed[index]) handle(index);
  }
  return true;
}

static void obey_late(int number) {
  if (signals_take(number)) raise(number);
}

void signals_uninstall(void) {
  if (is_installed[index_of(SIGALRM)]) set_timer(0);
  for (int index = 0; index < WATCHED_COUNT; index++) {
    if (is_installed[index]) sigaction(watched[index], &previous[index], NULL);
    is_installed[index] = false;
  }
  close_pipe();
  for (int index = 0; index < WATCHED_COUNT; index++) {
    if (asks_to_end(watched[index]) || watched[index] == SIGTSTP) obey_late(watched[index]);
  }
}

int signals_wake_descriptor(void) { return wake_pipe[0]; }

void signals_drain(void) {
  char bytes[256];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) continue;
}

bool signals_take(int number) {
  int index = index_of(number);
  if (!is_pending[index]) return false;  // a plain 0 written here could be over one that comes now
  is_pending[index] = 0;
  return true;
}

bool signals_are_pending(void) {
  for (int index = 0; index < WATCHED_COUNT; index++) {
    if (is_pending[index]) return true;
  }
  return false;
}

void signals_stop_self(void) {
  signals_take(SIGTSTP);
  handler_raise_default(SIGTSTP);
  handle(index_of(SIGTSTP));
}
