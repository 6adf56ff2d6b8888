#include "internal.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static bool is_foreground(void) {
  pid_t group = tcgetpgrp(terminal.input);
  return group < 0 || group == getpgrp();
}

/// Begun or continued in the background (`&`, `bg`), the program does not draw over the shell.
void suspend_wait_for_foreground(void) {
  enum { ATTEMPTS = 50 };  // a group without a shell is never stopped by this signal
  for (int attempt = 0; attempt < ATTEMPTS && !is_foreground(); attempt++) raise(SIGTTOU);
}

/// Curses leaves the full screen only if it believes itself on it. Where a handler has left it already,
/// it is entered for that: leaving twice would put the shell's cursor somewhere else.
static void leave(bool was_given_back) {
  if (isendwin()) return;
  const char *enter = was_given_back ? probe_string("smcup") : NULL;
  if (enter) terminal_write(enter, strlen(enter));
  endwin();
}

/// Leaving and entering again sends every mode anew: another program may have had the terminal.
void suspend_recover(void) {
  suspend_wait_for_foreground();
  bool was_given_back = !restore_is_armed();
  restore_arm(true);
  leave(was_given_back);
  signals_take(SIGCONT);
  size_update();
  wrefresh(curscr);
  paste_set_enabled(true);
  if (mouse_is_on()) mouse_set_reporting(true);
}

void suspend_until_continued(void) {
  if (mouse_is_on()) mouse_set_reporting(false);
  paste_set_enabled(false);
  endwin();
  restore_arm(false);
  signals_stop_self();
  suspend_recover();
}
