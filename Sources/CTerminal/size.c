#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>

static int within(int length, int longest) { return length > longest ? longest : length; }

/// False where the terminal has no size.
static bool read_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(terminal.output, TIOCGWINSZ, &size) != 0) return false;
  *width = within(size.ws_col, TERMINAL_WIDEST);
  *height = within(size.ws_row, TERMINAL_TALLEST);
  return *width > 0 && *height > 0;
}

static void set_variable(const char *name, int value) {
  char text[16];
  snprintf(text, sizeof text, "%d", value);
  setenv(name, text, true);
}

void size_announce(void) {
  int width, height;
  size_forget();
  if (!read_size(&width, &height)) return;
  set_variable("COLUMNS", width);
  set_variable("LINES", height);
}

void size_forget(void) {
  unsetenv("LINES");
  unsetenv("COLUMNS");
}

bool size_update(void) {
  int width, height;
  if (!read_size(&width, &height)) return false;
  if (width == COLS && height == LINES) return false;
  resizeterm(height, width);
  terminal_redraw_everything();
  return true;
}

void terminal_size(int32_t *width, int32_t *height) {
  *width = terminal.is_open ? COLS : 0;
  *height = terminal.is_open ? LINES : 0;
}
