#include "internal.h"

#include <errno.h>
#include <unistd.h>

void terminal_bell(void) {
  if (terminal.is_open && !terminal.is_gone) beep();
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
