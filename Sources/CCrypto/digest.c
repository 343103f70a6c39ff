#include "CCrypto.h"

#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <limits.h>

static const EVP_MD *cc_digest_of(int kind) {
  switch (kind) {
  case CC_MD5:
    return EVP_md5();
  case CC_SHA1:
    return EVP_sha1();
  case CC_SHA256:
    return EVP_sha256();
  case CC_SHA512:
    return EVP_sha512();
  default:
    return NULL;
  }
}

EVP_MD_CTX *cc_digest_new(int kind) {
  const EVP_MD *digest = cc_digest_of(kind);
  EVP_MD_CTX *context = digest ? EVP_MD_CTX_new() : NULL;
  if (context && EVP_DigestInit_ex(context, digest, NULL) != 1) {
    EVP_MD_CTX_free(context);
    return NULL;
  }
  return context;
}

int cc_digest_update(EVP_MD_CTX *context, const void *data, size_t length) {
  return length == 0 || EVP_DigestUpdate(context, data, length) == 1;
}

int cc_digest_finish(EVP_MD_CTX *context, uint8_t *out) {
  return EVP_DigestFinal_ex(context, out, NULL) == 1;
}

void cc_digest_free(EVP_MD_CTX *context) { EVP_MD_CTX_free(context); }

int cc_hmac(
    int kind, const void *key, size_t key_length, const void *data, size_t length, uint8_t *out) {
  const EVP_MD *digest = cc_digest_of(kind);
  if (!digest || key_length > INT_MAX) return 0;
  // A null key means "the key of the last call" to some versions; an empty one does not.
  return HMAC(digest, key ? key : "", (int)key_length, data, length, out, NULL) != NULL;
}

int cc_pbkdf2_sha512(
    const void *password, size_t password_length, const void *salt, size_t salt_length, int rounds,
    uint8_t *out, size_t out_length) {
  if (password_length > INT_MAX || salt_length > INT_MAX || out_length > INT_MAX) return 0;
  return PKCS5_PBKDF2_HMAC(
             password ? password : "", (int)password_length, salt, (int)salt_length, rounds,
             EVP_sha512(), (int)out_length, out) == 1;
}

int cc_random(void *out, size_t length) {
  return length <= INT_MAX && RAND_bytes(out, (int)length) == 1;
}

void cc_wipe(void *bytes, size_t length) { OPENSSL_cleanse(bytes, length); }

int cc_equal(const void *a, const void *b, size_t length) {
  return CRYPTO_memcmp(a, b, length) == 0;
}
