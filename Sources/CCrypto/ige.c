#include "CCrypto.h"

#include <openssl/crypto.h>
#include <string.h>

enum { BLOCK = 16, CHUNK = 4096 };

static void cc_xor(uint8_t *into, const uint8_t *other, size_t length) {
  for (size_t i = 0; i < length; i++) into[i] ^= other[i];
}

static EVP_CIPHER_CTX *cc_cipher(
    const EVP_CIPHER *cipher, const uint8_t *key, const uint8_t *iv, int encrypts) {
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
  if (context && EVP_CipherInit_ex(context, cipher, NULL, key, iv, encrypts) == 1 &&
      EVP_CIPHER_CTX_set_padding(context, 0) == 1) {
    return context;
  }
  EVP_CIPHER_CTX_free(context);
  return NULL;
}

int cc_cbc_encrypt(const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t length) {
  EVP_CIPHER_CTX *context = cc_cipher(EVP_aes_256_cbc(), key, iv, 1);
  if (!context) return 0;
  int good = 1;
  for (size_t done = 0; good && done < length;) {
    size_t part = length - done > (1u << 30) ? 1u << 30 : length - done;
    int written = 0;
    good = EVP_EncryptUpdate(context, data + done, &written, data + done, (int)part) == 1 &&
           (size_t)written == part;
    done += part;
  }
  EVP_CIPHER_CTX_free(context);
  return good;
}

// IGE is c[i] = E(p[i] ^ c[i-1]) ^ p[i-1]. With d[i] = c[i] ^ p[i-1] this reads
// d[i] = E((p[i] ^ p[i-2]) ^ d[i-1]): plain CBC over p[i] ^ p[i-2], where p[-2] is zero and d[-1] is
// the first half of the IV. CBC is what OpenSSL does at full speed.
int cc_ige_encrypt_portable(const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t length) {
  EVP_CIPHER_CTX *context = cc_cipher(EVP_aes_256_cbc(), key, iv, 1);
  if (!context) return 0;
  // The two blocks before the chunk, then the chunk: p[i-2], p[i-1], p[i]...
  uint8_t plain[2 * BLOCK + CHUNK];
  uint8_t mixed[CHUNK];
  memset(plain, 0, BLOCK);
  memcpy(plain + BLOCK, iv + BLOCK, BLOCK);
  int good = 1;
  for (size_t done = 0; good && done < length;) {
    size_t part = length - done < CHUNK ? length - done : CHUNK;
    memcpy(plain + 2 * BLOCK, data + done, part);
    memcpy(mixed, plain + 2 * BLOCK, part);
    cc_xor(mixed, plain, part);
    int written = 0;
    good = EVP_EncryptUpdate(context, data + done, &written, mixed, (int)part) == 1 &&
           (size_t)written == part;
    cc_xor(data + done, plain + BLOCK, part);
    memmove(plain, plain + part, 2 * BLOCK);
    done += part;
  }
  OPENSSL_cleanse(plain, sizeof plain);
  OPENSSL_cleanse(mixed, sizeof mixed);
  EVP_CIPHER_CTX_free(context);
  return good;
}

// p[i] = D(c[i] ^ p[i-1]) ^ c[i-1]: each block needs the one before it, so nothing can be batched.
int cc_ige_decrypt_portable(const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t length) {
  EVP_CIPHER_CTX *context = cc_cipher(EVP_aes_256_ecb(), key, NULL, 0);
  if (!context) return 0;
  uint8_t before_cipher[BLOCK], before_plain[BLOCK], cipher[BLOCK];
  memcpy(before_cipher, iv, BLOCK);
  memcpy(before_plain, iv + BLOCK, BLOCK);
  int good = 1;
  for (size_t done = 0; good && done < length; done += BLOCK) {
    uint8_t *block = data + done;
    memcpy(cipher, block, BLOCK);
    cc_xor(before_plain, cipher, BLOCK);
    int written = 0;
    good = EVP_DecryptUpdate(context, block, &written, before_plain, BLOCK) == 1 &&
           written == BLOCK;
    cc_xor(block, before_cipher, BLOCK);
    memcpy(before_cipher, cipher, BLOCK);
    memcpy(before_plain, block, BLOCK);
  }
  OPENSSL_cleanse(before_plain, sizeof before_plain);
  EVP_CIPHER_CTX_free(context);
  return good;
}

int cc_ige_encrypt(const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t length) {
  if (length % BLOCK != 0) return 0;
  if (!cc_ige_is_accelerated()) return cc_ige_encrypt_portable(key, iv, data, length);
  cc_ige_encrypt_aesni(key, iv, data, length);
  return 1;
}

int cc_ige_decrypt(const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t length) {
  if (length % BLOCK != 0) return 0;
  if (!cc_ige_is_accelerated()) return cc_ige_decrypt_portable(key, iv, data, length);
  cc_ige_decrypt_aesni(key, iv, data, length);
  return 1;
}
