#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <time.h>

enum {
  /// A terminal that says it has input and gives none this often has reached its end.
  EMPTY_READS_AT_END = 8,
  /// A paste whose end does not come is taken as it is.
  PASTE_PATIENCE = 1000,
  /// Size changes this close together count as one, for so long at most.
  RESIZE_QUIET = 20,
  RESIZE_PATIENCE = 80,
};

/// Curses may hold bytes that poll does not see: until a read finds nothing, do not wait.
static bool may_hold_input;
static int empty_reads;
static int64_t last_read;

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

typedef enum { INPUT_NONE, INPUT_READY, INPUT_GONE } input_state;

static input_state wait_for_input(int milliseconds) {
  struct pollfd watched[] = {{.fd = terminal.input, .events = POLLIN},
                             {.fd = signals_wake_descriptor(), .events = POLLIN}};
  int count = poll(watched, 2, milliseconds);
  if (count <= 0) return INPUT_NONE;
  if (watched[1].revents) signals_drain();
  if (watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) return INPUT_GONE;
  return watched[0].revents & POLLIN ? INPUT_READY : INPUT_NONE;
}

bool input_is_gone(void) {
  struct pollfd watched = {.fd = terminal.input, .events = POLLIN};
  return poll(&watched, 1, 0) > 0 && watched.revents & (POLLHUP | POLLERR | POLLNVAL);
}

void input_reset(void) {
  may_hold_input = false;
  empty_reads = 0;
  keys_reset();
  mouse_reset();
  paste_reset();
}

static terminal_event plain(terminal_event_kind kind) { return (terminal_event){.kind = kind}; }

static terminal_event hangup(void) {
  terminal.is_gone = terminal.is_gone || input_is_gone();
  return plain(TERMINAL_HANGUP);
}

static void wait_until_size_rests(void) {
  struct pollfd watched = {.fd = signals_wake_descriptor(), .events = POLLIN};
  int64_t deadline = now() + RESIZE_PATIENCE;
  while (now() < deadline && poll(&watched, 1, RESIZE_QUIET) != 0) {
    signals_drain();
    signals_take(SIGWINCH);
    if (signals_are_pending()) return;
  }
}

static bool take_resize(terminal_event *event) {
  if (!signals_take(SIGWINCH)) return false;
  wait_until_size_rests();
  if (!size_update()) return false;
  *event = plain(TERMINAL_RESIZE);
  terminal_size(&event->x, &event->y);
  return true;
}

static bool take_request_to_end(terminal_event *event) {
  static const int requests[] = {SIGINT, SIGTERM, SIGQUIT};
  for (size_t index = 0; index < sizeof requests / sizeof *requests; index++) {
    if (!signals_take(requests[index])) continue;
    *event = (terminal_event){.kind = TERMINAL_SIGNAL, .code = (uint32_t)requests[index]};
    return true;
  }
  return false;
}

static bool take_signal(terminal_event *event) {
  if (signals_take(SIGHUP)) {
    *event = hangup();
    return true;
  }
  if (take_request_to_end(event)) return true;
  bool must_stop = signals_take(SIGTSTP);
  if (must_stop) suspend_until_continued();
  if (must_stop || signals_take(SIGCONT)) {
    if (!must_stop) suspend_recover();
    *event = plain(TERMINAL_RESUMED);
    return true;
  }
  return take_resize(event);
}

static bool is_paste_overdue(void) {
  return paste_is_open() && now() - last_read >= PASTE_PATIENCE;
}

/// How long to wait now: 0 where there is something to do, below 0 for ever.
static int remaining(int64_t deadline) {
  if (may_hold_input || signals_are_pending()) return 0;
  int64_t end = paste_is_open() ? last_read + PASTE_PATIENCE : deadline;
  if (deadline >= 0 && deadline < end) end = deadline;
  if (end < 0) return -1;
  int64_t left = end - now();
  return left > 0 ? (int)left : 0;
}

/// Whether reading gave an event; false also where the terminal has to be waited for again.
static bool take_key(input_state state, terminal_event *event) {
  keys_result result = keys_read(event);
  may_hold_input = result != KEYS_NOTHING;
  if (may_hold_input) {
    empty_reads = 0;
    last_read = now();
  }
  if (result == KEYS_NOTHING && state == INPUT_READY && ++empty_reads > EMPTY_READS_AT_END) {
    terminal.is_gone = true;
    *event = hangup();
    return true;
  }
  return result == KEYS_EVENT;
}

terminal_event terminal_next(int32_t timeout_milliseconds) {
  terminal_event event = plain(TERMINAL_HANGUP);
  if (!terminal.is_open || terminal.is_gone) return event;
  int64_t deadline = timeout_milliseconds < 0 ? -1 : now() + timeout_milliseconds;
  for (;;) {
    if (take_signal(&event)) return event;
    bool is_reading = may_hold_input;
    input_state state = wait_for_input(remaining(deadline));
    if (state == INPUT_GONE) return hangup();
    if (take_signal(&event)) return event;
    if (is_reading || state == INPUT_READY) {
      if (take_key(state, &event)) return event;
    } else if (is_paste_overdue()) {
      return paste_finish();
    } else if (deadline >= 0 && now() >= deadline) {
      return plain(TERMINAL_TIMEOUT);
    }
  }
}
