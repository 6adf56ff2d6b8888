#include "internal.h"

#include <errno.h>
#include <unistd.h>

void terminal_bell(void) {
  if (terminal.is_open && !terminal.is_gone) beep();
}

/// Curses switches the reporting on, and off again when the program is stopped or ends.
void terminal_set_mouse(bool is_on) {
  if (!terminal.is_open || terminal.is_gone || !terminal.has_mouse) return;
  mmask_t wanted = BUTTON1_PRESSED | BUTTON4_PRESSED;
#ifdef BUTTON5_PRESSED
  wanted |= BUTTON5_PRESSED;
#endif
  mouseinterval(0);
  mousemask(is_on ? wanted : 0, NULL);
}

void terminal_write(const void *bytes, size_t count) {
  const char *next = bytes;
  if (!terminal.is_open || terminal.is_gone) return;
  while (count > 0) {
    ssize_t written = write(terminal.output, next, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    next += written;
    count -= (size_t)written;
  }
}
