#include "internal.h"

#include <sys/ioctl.h>

/// Sizes beyond these are a mistake or a joke of the other side.
enum { WIDEST = 1000, TALLEST = 500 };

static int within(int length, int longest) { return length > longest ? longest : length; }

bool size_update(void) {
  struct winsize size;
  if (ioctl(terminal.output, TIOCGWINSZ, &size) != 0) return false;
  int width = within(size.ws_col, WIDEST);
  int height = within(size.ws_row, TALLEST);
  if (width < 1 || height < 1) return false;
  if (width == COLS && height == LINES) return false;
  resizeterm(height, width);
  terminal_redraw_everything();
  return true;
}

void terminal_size(int32_t *width, int32_t *height) {
  *width = terminal.is_open ? COLS : 0;
  *height = terminal.is_open ? LINES : 0;
}
