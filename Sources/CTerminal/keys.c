#include "internal.h"

#include "utf8.h"

/// Codes for sequences that curses has no key for; above everything it hands out itself.
enum { PASTE_START = 5000, PASTE_END, MOUSE_NUMBERS, MOUSE_BYTES };

typedef struct {
  const char *sequence;
  int code;
} sequence;

/// What terminals send that do not follow their description, and what begins a paste or a report.
static const sequence additional[] = {
    {"\033[A", KEY_UP},      {"\033[B", KEY_DOWN},        {"\033[C", KEY_RIGHT},
    {"\033[D", KEY_LEFT},    {"\033OA", KEY_UP},          {"\033OB", KEY_DOWN},
    {"\033OC", KEY_RIGHT},   {"\033OD", KEY_LEFT},        {"\033[H", KEY_HOME},
    {"\033[F", KEY_END},     {"\033OH", KEY_HOME},        {"\033OF", KEY_END},
    {"\033[1~", KEY_HOME},   {"\033[4~", KEY_END},        {"\033[3~", KEY_DC},
    {"\033[5~", KEY_PPAGE},  {"\033[6~", KEY_NPAGE},      {"\033[Z", KEY_BTAB},
    {"\033OM", KEY_ENTER},   {"\033[200~", PASTE_START},  {"\033[201~", PASTE_END},
    {"\033[<", MOUSE_NUMBERS}, {"\033[M", MOUSE_BYTES},
};

typedef struct {
  int code;
  terminal_key key;
} meaning;

static const meaning named[] = {
    {KEY_ENTER, TERMINAL_KEY_ENTER},         {KEY_BTAB, TERMINAL_KEY_BACK_TAB},
    {KEY_BACKSPACE, TERMINAL_KEY_BACKSPACE}, {KEY_DC, TERMINAL_KEY_DELETE},
    {KEY_UP, TERMINAL_KEY_UP},               {KEY_DOWN, TERMINAL_KEY_DOWN},
    {KEY_LEFT, TERMINAL_KEY_LEFT},           {KEY_RIGHT, TERMINAL_KEY_RIGHT},
    {KEY_PPAGE, TERMINAL_KEY_PAGE_UP},       {KEY_NPAGE, TERMINAL_KEY_PAGE_DOWN},
    {KEY_HOME, TERMINAL_KEY_HOME},           {KEY_FIND, TERMINAL_KEY_HOME},
    {KEY_END, TERMINAL_KEY_END},             {KEY_SELECT, TERMINAL_KEY_END},
    {'\r', TERMINAL_KEY_ENTER},              {'\n', TERMINAL_KEY_ENTER},
    {'\t', TERMINAL_KEY_TAB},                {'\033', TERMINAL_KEY_ESCAPE},
    {'\b', TERMINAL_KEY_BACKSPACE},          {127, TERMINAL_KEY_BACKSPACE},
};

static utf8_decoder decoder;

void keys_prepare(void) {
  keypad(terminal.keyboard, TRUE);
  keyok(KEY_MOUSE, FALSE);
  for (size_t index = 0; index < sizeof additional / sizeof *additional; index++) {
    define_key(additional[index].sequence, additional[index].code);
  }
}

void keys_reset(void) { decoder = (utf8_decoder){0}; }

static keys_result key(terminal_event *event, uint32_t code) {
  *event = (terminal_event){.kind = TERMINAL_KEY, .code = code};
  return KEYS_EVENT;
}

static keys_result named_key(terminal_event *event, int code) {
  for (size_t index = 0; index < sizeof named / sizeof *named; index++) {
    if (named[index].code == code) return key(event, named[index].key);
  }
  if (code > KEY_F0 && code <= KEY_F(63)) {
    return key(event, (uint32_t)(TERMINAL_KEY_FUNCTION + code - KEY_F0));
  }
  return key(event, TERMINAL_KEY_UNKNOWN);
}

static keys_result control(terminal_event *event, uint32_t scalar) {
  if (scalar != '\f') return named_key(event, (int)scalar);
  wrefresh(curscr);  // Ctrl-L: what is on the screen, drawn again
  return KEYS_CONSUMED;
}

static keys_result byte(terminal_event *event, uint8_t value) {
  uint32_t scalar = 0;
  utf8_result result = terminal.is_utf8 || value < 0x80
                           ? utf8_decode(&decoder, value, &scalar)
                           : UTF8_INVALID;
  if (result == UTF8_INCOMPLETE) return KEYS_CONSUMED;
  if (result == UTF8_INVALID) return key(event, TERMINAL_KEY_UNKNOWN);
  if (scalar < 0x20 || scalar == 0x7F) return control(event, scalar);
  *event = (terminal_event){.kind = TERMINAL_CHARACTER, .code = scalar};
  return KEYS_EVENT;
}

/// Line ends are sent as carriage returns; a key sequence inside a paste is left out.
static keys_result pasted(terminal_event *event, int code) {
  if (code == PASTE_END) {
    *event = paste_finish();
    return KEYS_EVENT;
  }
  if (code <= 0xFF) paste_append(code == '\r' ? '\n' : (char)code);
  return KEYS_CONSUMED;
}

/// wgetch and not wget_wch: the latter swallows up to 15 bytes after one that is not valid UTF-8.
keys_result keys_read(terminal_event *event) {
  int code = wgetch(terminal.keyboard);
  if (code == ERR) return KEYS_NOTHING;
  if (paste_is_open()) return pasted(event, code);
  if (mouse_is_open()) {
    keys_result result = mouse_read(event, code);
    if (result != KEYS_NOTHING) return result;
  }
  if (code <= 0xFF) return byte(event, (uint8_t)code);
  keys_reset();
  switch (code) {
    case KEY_RESIZE: return KEYS_CONSUMED;  // we follow SIGWINCH ourselves
    case PASTE_END: return KEYS_CONSUMED;
    case PASTE_START: paste_begin(); return KEYS_CONSUMED;
    case MOUSE_NUMBERS: mouse_begin(false); return KEYS_CONSUMED;
    case MOUSE_BYTES: mouse_begin(true); return KEYS_CONSUMED;
    default: return named_key(event, code);
  }
}
