#include "internal.h"

#include <signal.h>
#include <unistd.h>

static bool is_foreground(void) {
  pid_t group = tcgetpgrp(terminal.input);
  return group < 0 || group == getpgrp();
}

/// Continued in the background (`bg`), the program stops again instead of drawing over the shell.
static void wait_for_foreground(void) {
  enum { ATTEMPTS = 50 };  // a group without a shell is never stopped by this signal
  for (int attempt = 0; attempt < ATTEMPTS && !is_foreground(); attempt++) raise(SIGTTOU);
}

/// Leaving and entering again sends every mode anew: another program may have had the terminal.
void suspend_recover(void) {
  wait_for_foreground();
  signals_take(SIGCONT);
  signals_take(SIGTSTP);
  if (!isendwin()) endwin();
  size_update();
  wrefresh(curscr);
  paste_set_enabled(true);
  if (mouse_is_on()) mouse_set_reporting(true);
}

void suspend_until_continued(void) {
  if (mouse_is_on()) mouse_set_reporting(false);
  paste_set_enabled(false);
  endwin();
  signals_stop_self();
  suspend_recover();
}
