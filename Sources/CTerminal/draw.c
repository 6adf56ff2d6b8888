#include "internal.h"

#include <string.h>

static struct {
  attr_t attributes;
  short pair;
} styles[TERMINAL_STYLE_LIMIT];

static bool has_colors_started;
static bool has_default_colors;

/// Only once a style wants colour: a program without colour shall send no colour sequence at all.
static bool start_colors(void) {
  if (has_colors_started) return true;
  if (!has_colors() || start_color() != OK) return false;
  has_default_colors = use_default_colors() == OK;
  return has_colors_started = true;
}

static short pair_for(uint8_t style, int32_t foreground) {
  short pair = (short)(style + 1);
  if (foreground < 0 || !start_colors()) return 0;
  if (foreground >= COLORS || pair >= COLOR_PAIRS) return 0;
  short background = has_default_colors ? -1 : COLOR_BLACK;
  return init_pair(pair, (short)foreground, background) == OK ? pair : 0;
}

void terminal_define_style(uint8_t style, uint8_t attributes, int32_t foreground) {
  if (!terminal.is_open || style >= TERMINAL_STYLE_LIMIT) return;
  attr_t combined = A_NORMAL;
  if (attributes & TERMINAL_BOLD) combined |= A_BOLD;
  if (attributes & TERMINAL_DIM) combined |= A_DIM;
  if (attributes & TERMINAL_UNDERLINE) combined |= A_UNDERLINE;
  if (attributes & TERMINAL_REVERSE) combined |= A_REVERSE;
  styles[style].attributes = combined;
  styles[style].pair = pair_for(style, foreground);
}

void draw_forget(void) {
  memset(styles, 0, sizeof styles);
  has_colors_started = has_default_colors = false;
}

void terminal_begin_frame(void) {
  if (terminal.is_open) werase(stdscr);
}

/// Whole rows without moving the cursor, so that the last cell of the screen needs no exception.
void terminal_put_row(int32_t y, const terminal_cell *cells, int32_t count) {
  static cchar_t row[TERMINAL_WIDEST];
  if (!terminal.is_open || y < 0 || y >= LINES) return;
  int width = count < COLS ? count : COLS;
  for (int x = 0; x < width; x++) {
    wchar_t text[2] = {(wchar_t)cells[x].glyph, L'\0'};
    uint8_t style = cells[x].style < TERMINAL_STYLE_LIMIT ? cells[x].style : 0;
    setcchar(&row[x], text, styles[style].attributes, styles[style].pair, NULL);
  }
  if (width > 0) mvwadd_wchnstr(stdscr, y, 0, row, width);
}

void terminal_commit(int32_t cursor_x, int32_t cursor_y) {
  if (!terminal.is_open || terminal.is_gone) return;
  bool is_visible = cursor_x >= 0 && cursor_y >= 0 && cursor_x < COLS && cursor_y < LINES;
  curs_set(is_visible ? 1 : 0);
  if (is_visible) wmove(stdscr, cursor_y, cursor_x);
  wnoutrefresh(stdscr);
  doupdate();
}

void terminal_redraw_everything(void) {
  if (terminal.is_open) clearok(curscr, TRUE);
}
