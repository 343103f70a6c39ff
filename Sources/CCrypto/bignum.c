#include "CCrypto.h"

#include <limits.h>
#include <openssl/bn.h>

static BIGNUM *cc_bn(const uint8_t *bytes, size_t length) {
  return length > INT_MAX ? NULL : BN_bin2bn(bytes, (int)length, NULL);
}

int cc_bn_power(
    const uint8_t *base, size_t base_length, const uint8_t *exponent, size_t exponent_length,
    const uint8_t *modulus, size_t modulus_length, uint8_t *out) {
  BIGNUM *a = cc_bn(base, base_length), *e = cc_bn(exponent, exponent_length);
  BIGNUM *m = cc_bn(modulus, modulus_length), *result = BN_new();
  BN_CTX *context = BN_CTX_secure_new();
  int good = a && e && m && result && context;
  if (good) {
    BN_set_flags(e, BN_FLG_CONSTTIME);
    good = BN_mod_exp(result, a, e, m, context) == 1 &&
           BN_bn2binpad(result, out, (int)modulus_length) >= 0;
  }
  BN_clear_free(a);
  BN_clear_free(e);
  BN_free(m);
  BN_clear_free(result);
  BN_CTX_free(context);
  return good;
}

int cc_bn_combine(
    int operation, const uint8_t *a_bytes, size_t a_length, const uint8_t *b_bytes, size_t b_length,
    const uint8_t *modulus, size_t modulus_length, uint8_t *out) {
  BIGNUM *a = cc_bn(a_bytes, a_length), *b = cc_bn(b_bytes, b_length);
  BIGNUM *m = cc_bn(modulus, modulus_length), *result = BN_new();
  BN_CTX *context = BN_CTX_secure_new();
  int good = a && b && m && result && context && !BN_is_zero(m);
  if (good && operation == CC_ADD)
    good = BN_mod_add(result, a, b, m, context) == 1;
  else if (good && operation == CC_SUBTRACT)
    good = BN_mod_sub(result, a, b, m, context) == 1;
  else if (good && operation == CC_MULTIPLY)
    good = BN_mod_mul(result, a, b, m, context) == 1;
  else
    good = 0;
  good = good && BN_bn2binpad(result, out, (int)modulus_length) >= 0;
  BN_clear_free(a);
  BN_clear_free(b);
  BN_free(m);
  BN_clear_free(result);
  BN_CTX_free(context);
  return good;
}

uint64_t cc_bn_remainder(const uint8_t *a, size_t a_length, uint64_t word) {
  BIGNUM *number = cc_bn(a, a_length);
  uint64_t result = number ? (uint64_t)BN_mod_word(number, (BN_ULONG)word) : UINT64_MAX;
  BN_free(number);
  return result;
}

int cc_bn_is_safe_prime(const uint8_t *bytes, size_t length) {
  BIGNUM *p = cc_bn(bytes, length), *half = BN_new();
  BN_CTX *context = BN_CTX_new();
  int verdict = -1;
  if (p && half && context && BN_rshift1(half, p) == 1) {
    verdict = BN_is_odd(p) ? BN_check_prime(half, context, NULL) : 0;
    if (verdict == 1) verdict = BN_check_prime(p, context, NULL);
  }
  BN_free(p);
  BN_free(half);
  BN_CTX_free(context);
  return verdict;
}
