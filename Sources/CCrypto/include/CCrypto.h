#pragma once
// What Swift needs of libcrypto (OpenSSL 3), as plain typed functions: bytes in, bytes out. Functions
// that can fail return 1 for success and 0 for failure. Scratch copies of secrets are wiped here.
#include <openssl/evp.h>
#include <stddef.h>
#include <stdint.h>

// --- Hashes (digest.c) -------------------------------------------------------------------------

enum { CC_SHA1 = 1, CC_SHA256 = 2, CC_SHA512 = 3, CC_MD5 = 4 };

/// A running hash, or NULL; given back with cc_digest_free.
EVP_MD_CTX *cc_digest_new(int kind);
int cc_digest_update(EVP_MD_CTX *context, const void *data, size_t length);
/// `out` holds the size of the hash (16, 20, 32 or 64 bytes).
int cc_digest_finish(EVP_MD_CTX *context, uint8_t *out);
void cc_digest_free(EVP_MD_CTX *context);

int cc_hmac(
    int kind, const void *key, size_t key_length, const void *data, size_t length, uint8_t *out);
int cc_pbkdf2_sha512(
    const void *password, size_t password_length, const void *salt, size_t salt_length, int rounds,
    uint8_t *out, size_t out_length);

int cc_random(void *out, size_t length);
void cc_wipe(void *bytes, size_t length);
int cc_equal(const void *a, const void *b, size_t length);

// --- AES-256-IGE (ige.c, ige_aesni.c) ----------------------------------------------------------

/// In place; `length` is a multiple of 16. `iv` is 32 bytes: the block before the first ciphertext,
/// then the block before the first plaintext (the order of Telegram and of OpenSSL).
int cc_ige_encrypt(const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t length);
int cc_ige_decrypt(const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t length);

/// The same through EVP only, for processors without AES instructions; exposed so that tests can
/// compare the two.
int cc_ige_encrypt_portable(const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t length);
int cc_ige_decrypt_portable(const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t length);

/// 1 if this machine has the instructions that the fast form uses.
int cc_ige_is_accelerated(void);
void cc_ige_encrypt_aesni(const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t length);
void cc_ige_decrypt_aesni(const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t length);

/// AES-256-CBC without padding, in place: the yardstick that IGE is measured against.
int cc_cbc_encrypt(const uint8_t *key, const uint8_t *iv, uint8_t *data, size_t length);

// --- AES-256-CTR (ctr.c) -----------------------------------------------------------------------

/// In place, both directions. `counter` is the 16-byte block that the key stream continues with;
/// `skip`, below 16, is how many bytes of that block are used up.
int cc_ctr_apply(
    const uint8_t *key, const uint8_t *counter, size_t skip, uint8_t *data, size_t length);

// --- AES-256-GCM (seal.c) ----------------------------------------------------------------------

/// `out` holds `length` bytes of ciphertext and 16 of tag.
int cc_gcm_seal(
    const uint8_t *key, const uint8_t *nonce, const void *context, size_t context_length,
    const void *plain, size_t length, uint8_t *out);
/// `length` is that of the ciphertext without its tag, which follows it.
int cc_gcm_open(
    const uint8_t *key, const uint8_t *nonce, const void *context, size_t context_length,
    const uint8_t *sealed, size_t length, uint8_t *out);

// --- Big numbers, big-endian (bignum.c) --------------------------------------------------------

/// base^exponent mod modulus, written right-aligned into `out` of `modulus_length` bytes. The modulus
/// is odd. The exponent is taken as secret.
int cc_bn_power(
    const uint8_t *base, size_t base_length, const uint8_t *exponent, size_t exponent_length,
    const uint8_t *modulus, size_t modulus_length, uint8_t *out);

enum { CC_ADD = 1, CC_SUBTRACT = 2, CC_MULTIPLY = 3 };

/// a (op) b mod modulus, right-aligned into `out` of `modulus_length` bytes.
int cc_bn_combine(
    int operation, const uint8_t *a, size_t a_length, const uint8_t *b, size_t b_length,
    const uint8_t *modulus, size_t modulus_length, uint8_t *out);

/// a mod word; word is not 0. UINT64_MAX on failure.
uint64_t cc_bn_remainder(const uint8_t *a, size_t a_length, uint64_t word);

/// 1: p and (p - 1) / 2 are prime (error below 2^-128), 0: not, -1: failure.
int cc_bn_is_safe_prime(const uint8_t *p, size_t length);

// --- Factorisation (factor.c) ------------------------------------------------------------------

/// The smaller of the two primes whose product is n, or 0 if n is no such product.
uint64_t cc_factor(uint64_t n);
int cc_is_prime64(uint64_t n);

// --- X25519 (x25519.c) -------------------------------------------------------------------------

/// The public key of a private one, both 32 bytes (RFC 7748).
int cc_x25519_public(const uint8_t *private_key, uint8_t *out);

// --- RSA keys (rsa.c) --------------------------------------------------------------------------

enum { CC_RSA_MAX = 1024 };

typedef struct {
  uint8_t modulus[CC_RSA_MAX];
  size_t modulus_length;
  uint8_t public_exponent[CC_RSA_MAX];
  size_t public_exponent_length;
  uint8_t private_exponent[CC_RSA_MAX];
  size_t private_exponent_length;
} CCRSANumbers;

/// Reads PKCS#1, SubjectPublicKeyInfo or (private) PKCS#8 PEM.
int cc_rsa_read(const char *pem, size_t length, int is_private, CCRSANumbers *out);
/// A new private key as PKCS#8 PEM; `*length` is the capacity of `pem`, then what was written.
int cc_rsa_generate(int bits, char *pem, size_t *length);
/// A public key as PEM: PKCS#1 ("BEGIN RSA PUBLIC KEY") or SubjectPublicKeyInfo.
int cc_rsa_write_public(
    const uint8_t *modulus, size_t modulus_length, const uint8_t *exponent, size_t exponent_length,
    int is_pkcs1, char *pem, size_t *length);
