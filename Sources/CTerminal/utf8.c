#include "utf8.h"

static utf8_result begin(utf8_decoder *decoder, uint8_t byte, uint32_t *scalar) {
  if (byte < 0x80) {
    *scalar = byte;
    return UTF8_SCALAR;
  }
  if (byte < 0xC2 || byte > 0xF4) return UTF8_INVALID;
  decoder->missing = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
  decoder->smallest = byte < 0xE0 ? 0x80 : byte < 0xF0 ? 0x800 : 0x10000;
  decoder->scalar = byte & (0x3F >> decoder->missing);
  return UTF8_INCOMPLETE;
}

static bool is_valid(uint32_t scalar, uint32_t smallest) {
  bool is_surrogate = scalar >= 0xD800 && scalar <= 0xDFFF;
  return scalar >= smallest && scalar <= 0x10FFFF && !is_surrogate;
}

/// A byte that cannot continue what came before begins something new.
utf8_result utf8_decode(utf8_decoder *decoder, uint8_t byte, uint32_t *scalar) {
  if (decoder->missing == 0) return begin(decoder, byte, scalar);
  if ((byte & 0xC0) != 0x80) {
    decoder->missing = 0;
    return begin(decoder, byte, scalar);
  }
  decoder->scalar = decoder->scalar << 6 | (byte & 0x3F);
  if (--decoder->missing > 0) return UTF8_INCOMPLETE;
  *scalar = decoder->scalar;
  return is_valid(decoder->scalar, decoder->smallest) ? UTF8_SCALAR : UTF8_INVALID;
}
