#include "internal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/// What anything writes to standard error while the screen is ours goes to a file without a name and
/// is shown afterwards; on the screen it would be drawn over the frame.
enum { SHOWN_LIMIT = 16 * 1024 };

static int original = -1;
static int file = -1;

static int nameless_file(void) {
  char path[] = "/tmp/terminal-XXXXXX";
  int lowest = mkstemp(path);
  if (lowest < 0) return -1;
  unlink(path);
  int descriptor = fcntl(lowest, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  close(lowest);
  return descriptor;
}

void diagnostics_capture(void) {
  if (!isatty(STDERR_FILENO)) return;
  file = nameless_file();
  if (file < 0) return;
  original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (original < 0 || dup2(file, STDERR_FILENO) < 0) {
    close(file);
    file = -1;
  }
}

static void show(void) {
  char bytes[1024];
  off_t offset = 0;
  while (offset < SHOWN_LIMIT) {
    ssize_t count = pread(file, bytes, sizeof bytes, offset);
    if (count <= 0 || !handler_write(STDERR_FILENO, bytes, (size_t)count)) return;
    offset += count;
  }
}

void diagnostics_release_in_handler(void) {
  if (file < 0 || original < 0) return;
  dup2(original, STDERR_FILENO);
  show();
  file = -1;
}

void diagnostics_release(void) {
  int captured = file;
  if (captured < 0) return;
  if (terminal.is_gone) dup2(original, STDERR_FILENO);
  else diagnostics_release_in_handler();
  close(captured);
  close(original);
  file = original = -1;
}
