#include "internal.h"

#include <string.h>

/// Mouse reports are read here and not by curses, which merges those that arrive together and hands
/// out the newest first: a quick turn of the wheel would lose most of its steps.
///
///     ESC [ < button ; column ; row M     (m for a release)
///     ESC [ M button column row           (one byte each, from terminals without the form above)
enum { FIELDS = 3, LARGEST = 9999, BYTE_OFFSET = 32 };
enum { BUTTONS = 3, MOTION = 32, WHEEL = 64 };

static struct {
  enum { CLOSED, NUMBERS, BYTES } form;
  int fields[FIELDS];
  int index;
} report;

static bool is_on;

void mouse_set_reporting(bool is_reporting) {
  const char *sequence = is_reporting ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l";
  terminal_write(sequence, strlen(sequence));
}

void terminal_set_mouse(bool is_wanted) {
  if (!terminal.is_open || !terminal.has_mouse || is_wanted == is_on) return;
  is_on = is_wanted;
  mouse_set_reporting(is_on);
}

bool mouse_is_on(void) { return is_on; }

void mouse_begin(bool is_in_bytes) {
  memset(&report, 0, sizeof report);
  report.form = is_in_bytes ? BYTES : NUMBERS;
}

void mouse_reset(void) { report.form = CLOSED; }

bool mouse_is_open(void) { return report.form != CLOSED; }

static keys_result finish(terminal_event *event, bool is_release) {
  int button = report.fields[0];
  int which = button & BUTTONS;
  report.form = CLOSED;
  if (is_release || button & MOTION || which > 1) return KEYS_CONSUMED;
  if (which == 1 && !(button & WHEEL)) return KEYS_CONSUMED;
  event->kind = !(button & WHEEL) ? TERMINAL_PRESS
                : which == 0      ? TERMINAL_WHEEL_UP
                                  : TERMINAL_WHEEL_DOWN;
  event->code = 0;
  event->x = report.fields[1] - 1;
  event->y = report.fields[2] - 1;
  return KEYS_EVENT;
}

static keys_result take_byte(terminal_event *event, int code) {
  report.fields[report.index++] = code - BYTE_OFFSET;
  if (report.index < FIELDS) return KEYS_CONSUMED;
  return finish(event, (report.fields[0] & BUTTONS) == BUTTONS);
}

/// KEYS_NOTHING where the code is no part of a report: the report is given up and the code is a key.
keys_result mouse_read(terminal_event *event, int code) {
  if (report.form == BYTES && code >= BYTE_OFFSET && code <= 0xFF) return take_byte(event, code);
  int *field = &report.fields[report.index];
  if (report.form == NUMBERS && code >= '0' && code <= '9') {
    *field = *field * 10 + code - '0';
    if (*field > LARGEST) *field = LARGEST;
    return KEYS_CONSUMED;
  }
  bool is_last = report.index == FIELDS - 1;
  if (report.form == NUMBERS && code == ';' && !is_last) {
    report.index++;
    return KEYS_CONSUMED;
  }
  if (report.form == NUMBERS && (code == 'M' || code == 'm') && is_last) {
    return finish(event, code == 'm');
  }
  report.form = CLOSED;
  return KEYS_NOTHING;
}
