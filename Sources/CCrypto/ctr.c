#include "CCrypto.h"

#include <openssl/crypto.h>
#include <string.h>

enum { BLOCK = 16 };

int cc_ctr_apply(
    const uint8_t *key, const uint8_t *counter, size_t skip, uint8_t *data, size_t length) {
  if (skip >= BLOCK) return 0;
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
  int good = context && EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), NULL, key, counter) == 1;
  uint8_t passed[BLOCK];
  memset(passed, 0, sizeof passed);
  int written = 0;
  if (good && skip > 0)
    good = EVP_EncryptUpdate(context, passed, &written, passed, (int)skip) == 1;
  for (size_t done = 0; good && done < length;) {
    size_t part = length - done > (1u << 30) ? 1u << 30 : length - done;
    good = EVP_EncryptUpdate(context, data + done, &written, data + done, (int)part) == 1 &&
           (size_t)written == part;
    done += part;
  }
  OPENSSL_cleanse(passed, sizeof passed);
  EVP_CIPHER_CTX_free(context);
  return good;
}
