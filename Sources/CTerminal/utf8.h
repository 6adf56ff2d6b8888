#ifndef CTERMINAL_UTF8_H
#define CTERMINAL_UTF8_H

#include <stdbool.h>
#include <stdint.h>

/// Decodes one byte after the other and keeps its place between them, so that a character that
/// arrives in pieces is neither lost nor swallows what follows it.
typedef struct {
  uint32_t scalar;
  uint32_t smallest;
  int missing;
} utf8_decoder;

typedef enum { UTF8_INCOMPLETE, UTF8_SCALAR, UTF8_INVALID } utf8_result;

utf8_result utf8_decode(utf8_decoder *decoder, uint8_t byte, uint32_t *scalar);

#endif
