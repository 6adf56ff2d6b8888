#include "internal.h"

#include <string.h>

/// Text between the two marks of bracketed paste. Without it a pasted text would be played as keys.
enum { PASTE_LIMIT = 64 * 1024 };

static char text[PASTE_LIMIT];
static size_t length;
static bool is_open;

void paste_set_enabled(bool is_enabled) {
  if (!terminal.has_mouse) return;  // the terminals that know the one know the other
  const char *sequence = is_enabled ? "\033[?2004h" : "\033[?2004l";
  terminal_write(sequence, strlen(sequence));
}

void paste_begin(void) {
  length = 0;
  is_open = true;
}

void paste_reset(void) { is_open = false; }

bool paste_is_open(void) { return is_open; }

void paste_append(char byte) {
  if (length < PASTE_LIMIT) text[length++] = byte;
}

/// The limit may have cut a character: back to before its first byte.
static void drop_cut_character(void) {
  while (length > 0 && ((unsigned char)text[length - 1] & 0xC0) == 0x80) length--;
  if (length > 0 && (unsigned char)text[length - 1] >= 0xC0) length--;
}

terminal_event paste_finish(void) {
  is_open = false;
  if (length == PASTE_LIMIT) drop_cut_character();
  return (terminal_event){.kind = TERMINAL_PASTE, .code = (uint32_t)length};
}

const char *terminal_pasted_text(void) { return text; }
