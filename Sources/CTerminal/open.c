#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

struct terminal terminal;

/// A stream of our own, so that closing it leaves the program's descriptors alone.
static FILE *stream(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  FILE *result = copy < 0 ? NULL : fdopen(copy, mode);
  if (!result && copy >= 0) close(copy);
  return result;
}

static void close_streams(void) {
  if (terminal.input_stream) fclose(terminal.input_stream);
  if (terminal.output_stream) fclose(terminal.output_stream);
  terminal.input_stream = terminal.output_stream = NULL;
}

static bool open_screen(const char *term) {
  terminal.input_stream = stream(terminal.input, "r");
  terminal.output_stream = stream(terminal.output, "w");
  if (!terminal.input_stream || !terminal.output_stream) return false;
  size_announce();
  terminal.screen = newterm((char *)term, terminal.output_stream, terminal.input_stream);
  size_forget();
  if (!terminal.screen) return false;
  terminal.keyboard = newpad(1, 1);
  return terminal.keyboard != NULL;
}

/// Ctrl-S would freeze the program in the middle of a frame.
static void disable_flow_control(void) {
  struct termios modes;
  if (tcgetattr(terminal.input, &modes) != 0) return;
  modes.c_iflag &= ~(tcflag_t)IXON;
  tcsetattr(terminal.input, TCSADRAIN, &modes);
  def_prog_mode();
}

static void set_modes(void) {
  if (!getenv("ESCDELAY")) set_escdelay(25);
  cbreak();
  noecho();
  nonl();
  disable_flow_control();
  intrflush(stdscr, FALSE);
  nodelay(terminal.keyboard, TRUE);
  typeahead(-1);  // else curses leaves a frame half drawn when a key comes
  keys_prepare();
  paste_set_enabled(true);
}

static void discard(void) {
  restore_arm(false);
  if (terminal.screen) {
    endwin();
    delscreen(terminal.screen);
  }
  close_streams();
  fatal_uninstall();
  signals_uninstall();
  terminal = (struct terminal){0};
}

/// From here on a signal gives the terminal back: the handlers come before anything is sent, because one
/// that found only half of it done would leave that half.
static bool take_over(const terminal_capabilities *capabilities) {
  restore_capture(terminal.input, terminal.output, terminal.has_mouse);
  if (!signals_install()) return false;
  fatal_install();
  restore_arm(true);
  errno = 0;
  if (open_screen(capabilities->term)) return true;
  int problem = errno != 0 ? errno : ENOMEM;  // curses does not say; there is nothing else it wants
  discard();
  errno = problem;
  return false;
}

static void settle(void) {
  static bool is_registered;
  terminal.is_open = true;
  if (!is_registered) is_registered = atexit(terminal_close) == 0;
  input_reset();
  diagnostics_capture();
  set_modes();
  size_update();
}

terminal_status terminal_open(const char *term, int input, int output,
                              terminal_capabilities *capabilities) {
  if (terminal.is_open) {
    errno = EBUSY;
    return TERMINAL_IS_REFUSED;
  }
  terminal_status status = probe_terminal(term, input, output, capabilities);
  if (status != TERMINAL_OPENED) return status;
  terminal.input = input;
  terminal.output = output;
  terminal.has_mouse = capabilities->has_mouse;
  terminal.is_utf8 = capabilities->is_utf8;
  suspend_wait_for_foreground();
  if (!take_over(capabilities)) return TERMINAL_IS_REFUSED;
  settle();
  return TERMINAL_OPENED;
}

void terminal_close(void) {
  if (!terminal.is_open) return;
  terminal.is_gone = terminal.is_gone || input_is_gone();
  terminal_set_mouse(false);
  paste_set_enabled(false);
  if (!terminal.is_gone) endwin();
  restore_arm(false);
  delwin(terminal.keyboard);
  delscreen(terminal.screen);
  close_streams();
  diagnostics_release();
  draw_forget();
  if (terminal.is_gone) signals_take(SIGHUP);  // it says what was seen
  terminal = (struct terminal){0};
  fatal_uninstall();
  signals_uninstall();
}
