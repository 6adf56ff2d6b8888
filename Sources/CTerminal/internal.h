/// What the files of this target share. Included first, because it decides what curses declares.
#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#if defined(__APPLE__)
#define _DARWIN_C_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1
#else
#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#endif

#include <curses.h>
#include <stdbool.h>
#include <stddef.h>

#include "CTerminal.h"

/// The one open terminal.
struct terminal {
  bool is_open;
  /// The other side of the terminal is gone: no byte may be written any more.
  bool is_gone;
  int input;
  int output;
  bool has_mouse;
  bool is_utf8;
  FILE *input_stream;
  FILE *output_stream;
  SCREEN *screen;
  /// One cell that is never drawn: reading a key from a window that is drawn would refresh it.
  WINDOW *keyboard;
};

extern struct terminal terminal;

// probe.c
/// Reads the terminal type's description and writes nothing.
terminal_status probe_terminal(const char *term, int input, int output,
                               terminal_capabilities *capabilities);
/// The string capability of the current terminal type; NULL where it has none.
const char *probe_string(const char *name);

// handler.c
/// Writes without waiting for a terminal that does not read; false where not all of it went out. Safe in
/// a signal handler, like the other three.
bool handler_write(int descriptor, const char *bytes, size_t count);
void handler_block(int number);
/// Does what the signal does by default, even inside its own handler; returns where that is to stop.
void handler_raise_default(int number);
/// Gives the terminal back and ends the program by the signal.
void handler_end(int number);

// restore.c
void restore_capture(int input, int output, bool has_mouse);
void restore_arm(bool is_armed);
/// False also after the terminal was given back.
bool restore_is_armed(void);
/// Gives the terminal back from anywhere, a signal handler included.
void restore_now(void);

// signals.c
bool signals_install(void);
/// Gives the signals back; those that came and were not taken then do what they do by default.
void signals_uninstall(void);
/// Whether the signal is handled here, whatever it was that handled it before.
bool signals_are_for(int number);
int signals_wake_descriptor(void);
void signals_drain(void);
/// Whether the signal came since it was taken last.
bool signals_take(int number);
/// Whether any signal waits to be taken, so that nobody sleeps over it.
bool signals_are_pending(void);
void signals_stop_self(void);

// fatal.c
void fatal_install(void);
void fatal_uninstall(void);

// diagnostics.c
void diagnostics_capture(void);
void diagnostics_release(void);
/// Gives standard error back at once; safe in a signal handler.
void diagnostics_release_in_handler(void);

// size.c
/// Tells curses the size by its variables, because it asks for as much memory as a terminal claims to
/// be large, and fails. They are to be forgotten once it has begun: they would freeze the size.
void size_announce(void);
void size_forget(void);
/// Follows the terminal's size; false where it is the same.
bool size_update(void);

// suspend.c
/// In the background, stops until the program is continued in the foreground.
void suspend_wait_for_foreground(void);
void suspend_until_continued(void);
void suspend_recover(void);

// input.c
bool input_is_gone(void);
/// Forgets what the terminal before left half read.
void input_reset(void);

// keys.c
typedef enum { KEYS_NOTHING, KEYS_CONSUMED, KEYS_EVENT } keys_result;
void keys_prepare(void);
void keys_reset(void);
keys_result keys_read(terminal_event *event);

// mouse.c
/// Asks the terminal for reports, or no longer, without changing what was chosen.
void mouse_set_reporting(bool is_reporting);
bool mouse_is_on(void);
void mouse_begin(bool is_in_bytes);
bool mouse_is_open(void);
void mouse_reset(void);
keys_result mouse_read(terminal_event *event, int code);

// paste.c
void paste_set_enabled(bool is_enabled);
void paste_begin(void);
void paste_reset(void);
bool paste_is_open(void);
void paste_append(char byte);
terminal_event paste_finish(void);

// draw.c
void draw_forget(void);

#endif
