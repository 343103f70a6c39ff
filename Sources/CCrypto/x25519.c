#include "CCrypto.h"

int cc_x25519_public(const uint8_t *private_key, uint8_t *out) {
  EVP_PKEY *key = EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, NULL, private_key, 32);
  size_t length = 32;
  int good = key && EVP_PKEY_get_raw_public_key(key, out, &length) == 1 && length == 32;
  EVP_PKEY_free(key);
  return good;
}
