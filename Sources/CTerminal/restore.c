#include "internal.h"

#include <signal.h>
#include <string.h>
#include <term.h>
#include <termios.h>

/// Everything a signal handler needs to give the terminal back, prepared while nothing is wrong.
static struct {
  volatile sig_atomic_t is_armed;
  int input;
  int output;
  bool has_modes;
  struct termios modes;
  char bytes[512];
  size_t count;
} saved;

static int append(int byte) {
  if (saved.count < sizeof saved.bytes) saved.bytes[saved.count++] = (char)byte;
  return byte;
}

static void append_string(const char *bytes) {
  while (bytes && *bytes) append(*bytes++);
}

static void append_capability(const char *name) {
  const char *value = probe_string(name);
  if (value) tputs(value, 1, append);
}

/// Without an alternate screen the best place to leave the cursor is a fresh line at the bottom.
static void append_leaving(void) {
  if (probe_string("rmcup")) {
    append_capability("rmcup");
    return;
  }
  const char *place = probe_string("cup");
  int rows = tigetnum((char *)"lines");
  if (place) tputs(tparm((char *)place, (rows > 0 ? rows : 24) - 1, 0), 1, append);
  append_string("\r\n");
}

void restore_capture(int input, int output, bool has_mouse) {
  saved.input = input;
  saved.output = output;
  saved.has_modes = tcgetattr(input, &saved.modes) == 0;
  saved.count = 0;
  if (has_mouse) append_string("\033[?1006l\033[?1000l\033[?2004l");
  append_capability("rmkx");
  append_capability("rmacs");
  append_capability("sgr0");
  append_capability("cnorm");
  append_leaving();
}

void restore_arm(bool is_armed) { saved.is_armed = is_armed; }

bool restore_is_armed(void) { return saved.is_armed; }

void restore_now(void) {
  if (!saved.is_armed) return;
  saved.is_armed = 0;
  handler_block(SIGTTOU);  // a process in the background may not set modes otherwise
  handler_write(saved.output, saved.bytes, saved.count);
  if (saved.has_modes) tcsetattr(saved.input, TCSANOW, &saved.modes);
}
