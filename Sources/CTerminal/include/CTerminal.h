/// The whole of curses that the program needs, in plain C types: no window, no attribute macro and no
/// variadic function crosses to Swift. One terminal at a time, used from the main thread only.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How opening ended. Every status but the first means that nothing was written to the terminal.
typedef enum {
  TERMINAL_OPENED,
  TERMINAL_INPUT_IS_NO_TTY,
  TERMINAL_OUTPUT_IS_NO_TTY,
  /// The terminal type cannot place the cursor.
  TERMINAL_IS_DUMB,
  /// Neither the terminal type nor the fallback is known.
  TERMINAL_IS_UNKNOWN,
  /// The system refused; `errno` says why. EBUSY where the terminal is open already.
  TERMINAL_IS_REFUSED,
} terminal_status;

/// What is drawn at most, in columns and rows; of a larger terminal the rest stays empty.
typedef enum { TERMINAL_WIDEST = 1000, TERMINAL_TALLEST = 500 } terminal_bound;

typedef struct {
  /// The terminal type drawn for; another than the one asked for where that is unknown.
  char term[64];
  bool is_fallback;
  /// Colours and pairs that terminfo promises; 0 for none.
  int32_t colors;
  int32_t pairs;
  bool is_utf8;
  /// Box drawing takes one column each: UTF-8, no Linux console, no East Asian locale.
  bool has_wide_repertoire;
  /// Reports the mouse, marks pastes and has a clipboard: terminals that know one know all three.
  bool has_mouse;
} terminal_capabilities;

/// Reads the terminal type's description, takes the signals, and switches to the full screen. Undone by
/// `terminal_close`. In the background it first stops, until the terminal is the program's.
///
/// From the first change to the terminal on, no signal that can be handled leaves it changed.
terminal_status terminal_open(const char *term, int input, int output,
                              terminal_capabilities *capabilities);

/// Gives the terminal, the signals and standard error back. Without a terminal to write to, it
/// writes nothing. A signal that came and was not told is obeyed at the end. Again does nothing.
void terminal_close(void);

void terminal_size(int32_t *width, int32_t *height);

// Drawing.

enum {
  TERMINAL_BOLD = 1,
  TERMINAL_DIM = 2,
  TERMINAL_UNDERLINE = 4,
  TERMINAL_REVERSE = 8,
  TERMINAL_STYLE_LIMIT = 32,
};

typedef struct {
  uint32_t glyph;
  uint8_t style;
} terminal_cell;

/// Sets the look of the cells that name the style (below `TERMINAL_STYLE_LIMIT`). A foreground below 0,
/// or beyond what the terminal has, is the terminal's own.
void terminal_define_style(uint8_t style, uint8_t attributes, int32_t foreground);

/// Forgets the frame before; to be followed by its rows and a commit.
void terminal_begin_frame(void);
void terminal_put_row(int32_t y, const terminal_cell *cells, int32_t count);

/// Sends what differs from the screen. A cursor outside the screen is hidden.
void terminal_commit(int32_t cursor_x, int32_t cursor_y);

/// Makes the next commit send every cell.
void terminal_redraw_everything(void);

// Other output.

void terminal_bell(void);
void terminal_set_mouse(bool is_on);

/// Sends bytes that curses must not know of, such as a clipboard request.
void terminal_write(const void *bytes, size_t count);

// Input.

typedef enum {
  TERMINAL_TIMEOUT,
  /// `code` is a Unicode scalar value.
  TERMINAL_CHARACTER,
  /// `code` is a `terminal_key`.
  TERMINAL_KEY,
  TERMINAL_PRESS,
  TERMINAL_WHEEL_UP,
  TERMINAL_WHEEL_DOWN,
  /// `code` bytes of UTF-8 wait in `terminal_pasted_text`.
  TERMINAL_PASTE,
  /// x and y are the new width and height.
  TERMINAL_RESIZE,
  /// `code` is the signal's number: INT, QUIT or TERM. Like a hang-up by HUP it asks the program to
  /// close the terminal: if that is not done within 0.7 s of the signal, or another one comes,
  /// the program is ended by it.
  TERMINAL_SIGNAL,
  TERMINAL_HANGUP,
  TERMINAL_RESUMED,
} terminal_event_kind;

typedef enum {
  TERMINAL_KEY_UNKNOWN,
  TERMINAL_KEY_ENTER,
  TERMINAL_KEY_ESCAPE,
  TERMINAL_KEY_TAB,
  TERMINAL_KEY_BACK_TAB,
  TERMINAL_KEY_BACKSPACE,
  TERMINAL_KEY_DELETE,
  TERMINAL_KEY_UP,
  TERMINAL_KEY_DOWN,
  TERMINAL_KEY_LEFT,
  TERMINAL_KEY_RIGHT,
  TERMINAL_KEY_PAGE_UP,
  TERMINAL_KEY_PAGE_DOWN,
  TERMINAL_KEY_HOME,
  TERMINAL_KEY_END,
  /// F1 is this plus 1.
  TERMINAL_KEY_FUNCTION = 100,
} terminal_key;

typedef struct {
  terminal_event_kind kind;
  uint32_t code;
  int32_t x;
  int32_t y;
} terminal_event;

/// Waits for one event, at most so many milliseconds; below 0 for ever.
terminal_event terminal_next(int32_t timeout_milliseconds);

/// The text of the last paste event, until the next call of `terminal_next`.
const char *terminal_pasted_text(void);

#endif
