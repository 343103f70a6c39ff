#include "CCrypto.h"

#include <limits.h>

enum { TAG = 16 };

int cc_gcm_seal(
    const uint8_t *key, const uint8_t *nonce, const void *context, size_t context_length,
    const void *plain, size_t length, uint8_t *out) {
  if (context_length > INT_MAX || length > INT_MAX - TAG) return 0;
  EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
  int written = 0;
  int good = cipher && EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, key, nonce) == 1;
  if (good && context_length > 0)
    good = EVP_EncryptUpdate(cipher, NULL, &written, context, (int)context_length) == 1;
  if (good && length > 0)
    good = EVP_EncryptUpdate(cipher, out, &written, plain, (int)length) == 1;
  good = good && EVP_EncryptFinal_ex(cipher, out + length, &written) == 1 &&
         EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_GET_TAG, TAG, out + length) == 1;
  EVP_CIPHER_CTX_free(cipher);
  return good;
}

int cc_gcm_open(
    const uint8_t *key, const uint8_t *nonce, const void *context, size_t context_length,
    const uint8_t *sealed, size_t length, uint8_t *out) {
  if (context_length > INT_MAX || length > INT_MAX - TAG) return 0;
  EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
  int written = 0;
  int good = cipher && EVP_DecryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, key, nonce) == 1;
  if (good && context_length > 0)
    good = EVP_DecryptUpdate(cipher, NULL, &written, context, (int)context_length) == 1;
  if (good && length > 0)
    good = EVP_DecryptUpdate(cipher, out, &written, sealed, (int)length) == 1;
  good = good &&
         EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_SET_TAG, TAG, (void *)(sealed + length)) == 1 &&
         EVP_DecryptFinal_ex(cipher, out + length, &written) == 1;
  EVP_CIPHER_CTX_free(cipher);
  if (!good) cc_wipe(out, length);
  return good;
}
