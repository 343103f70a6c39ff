#include "CCrypto.h"

// Pollard's rho as improved by Brent (BIT 20, 1980), on Montgomery residues. In C because a debug
// build of Swift takes seconds for what takes a millisecond here.

typedef unsigned __int128 wide;

// -1/n modulo 2^64, by Newton's iteration; n is odd.
static uint64_t negated_inverse(uint64_t n) {
  uint64_t inverse = n;
  for (int i = 0; i < 6; i++) inverse *= 2 - n * inverse;
  return 0 - inverse;
}

// a * b / 2^64 mod n.
static uint64_t montgomery(uint64_t a, uint64_t b, uint64_t n, uint64_t inverse) {
  wide product = (wide)a * b;
  uint64_t factor = (uint64_t)product * inverse;
  wide reduced = (wide)factor * n;
  uint64_t carry = (uint64_t)product != 0;
  wide high = (product >> 64) + (reduced >> 64) + carry;
  return high >= n ? (uint64_t)(high - n) : (uint64_t)high;
}

static uint64_t multiply(uint64_t a, uint64_t b, uint64_t n) { return (uint64_t)((wide)a * b % n); }

static uint64_t power(uint64_t base, uint64_t exponent, uint64_t n) {
  uint64_t result = 1 % n;
  for (; exponent; exponent >>= 1) {
    if (exponent & 1) result = multiply(result, base, n);
    base = multiply(base, base, n);
  }
  return result;
}

static uint64_t common_divisor(uint64_t a, uint64_t b) {
  while (b) {
    uint64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

// Miller-Rabin with the first twelve primes, which decides every number below 2^64 (Sorenson and
// Webster, 2015).
int cc_is_prime64(uint64_t n) {
  static const uint64_t bases[] = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};
  if (n < 2) return 0;
  for (int i = 0; i < 12; i++)
    if (n % bases[i] == 0) return n == bases[i];
  uint64_t odd = n - 1;
  int twos = 0;
  while (!(odd & 1)) {
    odd >>= 1;
    twos++;
  }
  for (int i = 0; i < 12; i++) {
    uint64_t x = power(bases[i], odd, n);
    if (x == 1 || x == n - 1) continue;
    int composite = 1;
    for (int j = 1; j < twos && composite; j++) {
      x = multiply(x, x, n);
      composite = x != n - 1;
    }
    if (composite) return 0;
  }
  return 1;
}

// A proper divisor of the odd composite n, or 0 after `limit` steps.
static uint64_t divisor(uint64_t n, uint64_t constant, uint64_t limit) {
  const uint64_t inverse = negated_inverse(n);
  uint64_t y = 2, x = 2, saved = 2, product = 1, found = 1, steps = 0;
  for (uint64_t run = 1; found == 1; run *= 2) {
    x = y;
    for (uint64_t i = 0; i < run; i++) {
      y = montgomery(y, y, n, inverse) + constant;
      if (y >= n) y -= n;
    }
    for (uint64_t done = 0; done < run && found == 1; done += 128) {
      saved = y;
      for (uint64_t i = 0; i < 128 && i < run - done; i++) {
        y = montgomery(y, y, n, inverse) + constant;
        if (y >= n) y -= n;
        product = montgomery(product, x > y ? x - y : y - x, n, inverse);
        steps++;
      }
      found = common_divisor(product, n);
      if (steps > limit) return 0;
    }
  }
  if (found != n && found != 0) return found;
  // The batch of differences jumped over the divisor: walk it again one by one.
  do {
    saved = montgomery(saved, saved, n, inverse) + constant;
    if (saved >= n) saved -= n;
    found = common_divisor(x > saved ? x - saved : saved - x, n);
  } while (found == 1);
  return found == n ? 0 : found;
}

static uint64_t square_root(uint64_t n) {
  uint64_t low = 0, high = UINT32_MAX;
  while (low < high) {
    uint64_t middle = low + (high - low + 1) / 2;
    if (middle * middle <= n)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

uint64_t cc_factor(uint64_t n) {
  // Residues plus the constant stay below 2^64 if n is below 2^63, which Telegram promises.
  if (n < 4 || n >> 63 || cc_is_prime64(n)) return 0;
  uint64_t p = 0;
  if (n % 2 == 0) p = 2;
  uint64_t root = square_root(n);
  if (root * root == n) p = root;
  for (uint64_t constant = 1; p == 0 && constant <= 20; constant++) p = divisor(n, constant, 1 << 21);
  if (p == 0 || n % p != 0) return 0;
  uint64_t q = n / p;
  if (!cc_is_prime64(p) || !cc_is_prime64(q)) return 0;
  return p < q ? p : q;
}
