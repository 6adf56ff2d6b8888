#include "internal.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

static const char *const fallbacks[] = {"xterm-256color", "xterm"};

const char *probe_string(const char *name) {
  char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

/// setupterm, unlike newterm, reads the description without writing to the terminal.
static bool select_type(const char *term, int output) {
  int problem = 0;
  return term[0] != '\0' && setupterm((char *)term, output, &problem) == OK;
}

static const char *known_type(const char *term, int output) {
  if (select_type(term, output)) return term;
  for (size_t index = 0; index < sizeof fallbacks / sizeof *fallbacks; index++) {
    if (select_type(fallbacks[index], output)) return fallbacks[index];
  }
  return NULL;
}

/// In these locales terminals may draw box characters two columns wide.
static bool is_east_asian(void) {
  const char *locale = setlocale(LC_CTYPE, NULL);
  static const char *const languages[] = {"ja", "ko", "zh"};
  for (size_t index = 0; locale && index < sizeof languages / sizeof *languages; index++) {
    if (strncmp(locale, languages[index], 2) == 0) return true;
  }
  return false;
}

static void describe(const char *term, terminal_capabilities *capabilities) {
  int colors = tigetnum((char *)"colors");
  int pairs = tigetnum((char *)"pairs");
  strncpy(capabilities->term, term, sizeof capabilities->term - 1);
  capabilities->colors = colors > 0 ? colors : 0;
  capabilities->pairs = pairs > 0 ? pairs : 0;
  capabilities->is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  bool is_console = strcmp(term, "linux") == 0;
  capabilities->has_wide_repertoire =
      capabilities->is_utf8 && !is_east_asian() && !is_console;
  capabilities->has_mouse = probe_string("kmous") != NULL && !is_console;
}

terminal_status probe_terminal(const char *term, int input, int output,
                               terminal_capabilities *capabilities) {
  memset(capabilities, 0, sizeof *capabilities);
  if (!isatty(input)) return TERMINAL_INPUT_IS_NO_TTY;
  if (!isatty(output)) return TERMINAL_OUTPUT_IS_NO_TTY;
  setlocale(LC_CTYPE, "");
  const char *known = known_type(term, output);
  if (!known || strlen(known) >= sizeof capabilities->term) return TERMINAL_IS_UNKNOWN;
  describe(known, capabilities);
  capabilities->is_fallback = known != term;
  return probe_string("cup") ? TERMINAL_OPENED : TERMINAL_IS_DUMB;
}
