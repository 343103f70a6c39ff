#include "CQRCode.h"

#include <qrencode.h>

int cq_encode(const char *text, uint8_t *modules, size_t capacity) {
  QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  if (code == NULL) return 0;
  int width = code->width;
  size_t count = (size_t)width * (size_t)width;
  if (count > capacity) width = 0;
  // The lowest bit of each byte is the colour (qrencode.h).
  for (size_t index = 0; width > 0 && index < count; index++) modules[index] = code->data[index] & 1;
  QRcode_free(code);
  return width;
}
