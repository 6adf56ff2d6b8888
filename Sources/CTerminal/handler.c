#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

/// What may be called in a signal handler: only calls that POSIX names as safe there.

/// How long a terminal that reads nothing is given, in milliseconds, before what waits in it is dropped.
enum { ROOM_PATIENCE = 100 };

/// Where the terminal makes no room by itself, what it has not read is dropped, and output that was
/// stopped goes on: giving it back is worth more than the rest of a frame.
static bool make_room(int descriptor, int attempt) {
  struct pollfd watched = {.fd = descriptor, .events = POLLOUT};
  if (attempt > 1) return false;
  if (attempt == 0 && poll(&watched, 1, ROOM_PATIENCE) > 0) return true;
  return tcflush(descriptor, TCOFLUSH) == 0 && tcflow(descriptor, TCOON) == 0;
}

static bool send_all(int descriptor, const char *bytes, size_t count) {
  int attempt = 0;
  while (count > 0) {
    ssize_t sent = write(descriptor, bytes, count);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0 && errno == EAGAIN && make_room(descriptor, attempt++)) continue;
    if (sent <= 0) return false;
    bytes += sent;
    count -= (size_t)sent;
  }
  return true;
}

bool handler_write(int descriptor, const char *bytes, size_t count) {
  int flags = fcntl(descriptor, F_GETFL);
  if (flags < 0) return false;
  fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
  bool is_sent = send_all(descriptor, bytes, count);
  fcntl(descriptor, F_SETFL, flags);
  return is_sent;
}

static void set_blocked(int number, bool is_blocked) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(is_blocked ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

void handler_block(int number) { set_blocked(number, true); }

void handler_raise_default(int number) {
  signal(number, SIG_DFL);
  set_blocked(number, false);
  raise(number);
}

void handler_end(int number) {
  restore_now();
  diagnostics_release_in_handler();
  handler_raise_default(number);
  _exit(128 + number);
}
