#include "CCrypto.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/decoder.h>
#include <openssl/encoder.h>
#include <openssl/err.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <string.h>

static int read_number(
    const EVP_PKEY *key, const char *name, uint8_t out[CC_RSA_MAX], size_t *length) {
  BIGNUM *number = NULL;
  int good = EVP_PKEY_get_bn_param(key, name, &number) == 1 && BN_num_bytes(number) <= CC_RSA_MAX;
  if (good) *length = (size_t)BN_bn2bin(number, out);
  BN_clear_free(number);
  return good;
}

int cc_rsa_read(const char *pem, size_t length, int is_private, CCRSANumbers *out) {
  memset(out, 0, sizeof *out);
  EVP_PKEY *key = NULL;
  int selection = is_private ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY;
  OSSL_DECODER_CTX *decoder =
      OSSL_DECODER_CTX_new_for_pkey(&key, "PEM", NULL, "RSA", selection, NULL, NULL);
  const unsigned char *at = (const unsigned char *)pem;
  // An empty pass phrase: an encrypted key fails instead of asking on the terminal.
  int good = decoder &&
             OSSL_DECODER_CTX_set_passphrase(decoder, (const unsigned char *)"", 0) == 1 &&
             OSSL_DECODER_from_data(decoder, &at, &length) == 1 && key != NULL;
  good = good &&
         read_number(key, OSSL_PKEY_PARAM_RSA_N, out->modulus, &out->modulus_length) &&
         read_number(
             key, OSSL_PKEY_PARAM_RSA_E, out->public_exponent, &out->public_exponent_length);
  if (good && is_private)
    good = read_number(
        key, OSSL_PKEY_PARAM_RSA_D, out->private_exponent, &out->private_exponent_length);
  OSSL_DECODER_CTX_free(decoder);
  EVP_PKEY_free(key);
  ERR_clear_error();
  return good;
}

static int take(BIO *memory, char *pem, size_t *length) {
  char *text = NULL;
  long size = BIO_get_mem_data(memory, &text);
  if (size <= 0 || (size_t)size > *length) return 0;
  memcpy(pem, text, (size_t)size);
  *length = (size_t)size;
  return 1;
}

int cc_rsa_generate(int bits, char *pem, size_t *length) {
  EVP_PKEY *key = EVP_RSA_gen((unsigned int)bits);
  BIO *memory = BIO_new(BIO_s_secmem());
  int good = key && memory &&
             PEM_write_bio_PrivateKey(memory, key, NULL, NULL, 0, NULL, NULL) == 1 &&
             take(memory, pem, length);
  BIO_free(memory);
  EVP_PKEY_free(key);
  return good;
}

int cc_rsa_write_public(
    const uint8_t *modulus, size_t modulus_length, const uint8_t *exponent, size_t exponent_length,
    int is_pkcs1, char *pem, size_t *length) {
  BIGNUM *n = BN_bin2bn(modulus, (int)modulus_length, NULL);
  BIGNUM *e = BN_bin2bn(exponent, (int)exponent_length, NULL);
  OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
  OSSL_PARAM *parameters = NULL;
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
  EVP_PKEY *key = NULL;
  OSSL_ENCODER_CTX *encoder = NULL;
  BIO *memory = BIO_new(BIO_s_mem());
  int good = n && e && builder && context && memory &&
             OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, n) == 1 &&
             OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, e) == 1 &&
             (parameters = OSSL_PARAM_BLD_to_param(builder)) != NULL &&
             EVP_PKEY_fromdata_init(context) == 1 &&
             EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters) == 1;
  if (good) {
    encoder = OSSL_ENCODER_CTX_new_for_pkey(
        key, EVP_PKEY_PUBLIC_KEY, "PEM", is_pkcs1 ? "type-specific" : "SubjectPublicKeyInfo", NULL);
    good = encoder && OSSL_ENCODER_to_bio(encoder, memory) == 1 && take(memory, pem, length);
  }
  OSSL_ENCODER_CTX_free(encoder);
  EVP_PKEY_free(key);
  EVP_PKEY_CTX_free(context);
  OSSL_PARAM_free(parameters);
  OSSL_PARAM_BLD_free(builder);
  BIO_free(memory);
  BN_free(n);
  BN_free(e);
  ERR_clear_error();
  return good;
}
