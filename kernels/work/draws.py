"""Random numbers: Philox 4x32-10, counted by element, so that no thread shares any state.

Counter `c` of the stream `seed` gives four 32-bit words (Salmon et al., "Parallel random numbers:
as easy as 1, 2, 3", SC 2011). The counter is a 64-bit number, the seed is the key. Values of 32
bits take one word, wider ones two. To fill whole vectors, a group of `GROUP` consecutive counters
fills `4 * GROUP` (or `2 * GROUP`) elements: first from word 0 of each counter, then word 1, and so
on.
"""

import numpy as np

from ..language.source import T
from ..scalars import log, sqrt

GROUP = 32
LOW, BITS32 = np.uint64(0xFFFFFFFF), np.uint64(32)
M0, M1 = np.uint64(0xD2511F53), np.uint64(0xCD9E8D57)
W0, W1 = np.uint64(0x9E3779B9), np.uint64(0xBB67AE85)
ZERO, ONE, TWO, THREE = map(np.uint64, range(4))


def philox(counter, seed):
    """Four 32-bit words, held in uint64, from a 64-bit counter and a 64-bit key."""
    c0, c1, c2, c3 = counter & LOW, counter >> BITS32, ZERO, ZERO
    k0, k1 = seed & LOW, seed >> BITS32
    for _ in range(10):
        p0, p1 = M0 * c0, M1 * c2
        c0, c1, c2, c3 = (p1 >> BITS32) ^ c1 ^ k0, p1 & LOW, (p0 >> BITS32) ^ c3 ^ k1, p0 & LOW
        k0, k1 = (k0 + W0) & LOW, (k1 + W1) & LOW
    return c0, c1, c2, c3


# ------------------------------------------------------- what one counter's words become

BITS5, BITS6, BITS8, BITS26 = map(np.uint64, (5, 6, 8, 26))
UNIT24, UNIT32 = np.float32(2.0**-24), np.float32(2.0**-32)
UNIT53, UNIT63, UNIT64 = np.float64(2.0**-53), np.float64(2.0**-63), np.float64(2.0**-64)
TURN32, TURN64 = np.float32(2 * np.pi / 2**32), np.float64(2 * np.pi / 2**64)
WORDS32 = np.float64(2.0**32)


def unit32(w):
    """A float32 in [0, 1) from 24 bits."""
    return np.float32(np.int32(w >> BITS8)) * UNIT24


def unit64(w, v):
    """A float64 in [0, 1) from 53 bits of two words."""
    return np.float64(np.int64(((w >> BITS5) << BITS26) | (v >> BITS6))) * UNIT53


def open32(w):
    """A float32 in (0, 1] from 32 bits."""
    return (np.float32(np.int64(w)) + np.float32(0.5)) * UNIT32


def open64(w, v):
    """A float64 in (0, 1] from 64 bits."""
    return np.float64(np.int64(((w << BITS32) | v) >> ONE)) * UNIT63 + UNIT64


Q29, Q30, MASK30 = np.uint64(1 << 29), np.uint64(30), np.uint64((1 << 30) - 1)
S32_1, S32_2 = np.float32(-1.6666654611e-1), np.float32(8.3321608736e-3)
S32_3, C32_1 = np.float32(-1.9515295891e-4), np.float32(4.166664568298827e-2)
C32_2, C32_3 = np.float32(-1.388731625493765e-3), np.float32(2.443315711809948e-5)


def circle32(w):
    """Cosine and sine of `w` / 2**32 turns in float32 (Cephes' polynomials in an eighth turn)."""
    shifted = w + Q29
    t = np.float32(np.int32(np.int64(shifted & MASK30) - np.int64(Q29))) * TURN32
    z = t * t
    s = t + t * z * (S32_1 + z * (S32_2 + z * S32_3))
    c = np.float32(1) - np.float32(0.5) * z + z * z * (C32_1 + z * (C32_2 + z * C32_3))
    quadrant = (shifted >> Q30) & THREE
    swap = quadrant & ONE != ZERO
    x, y = (s, c) if swap else (c, s)
    return (-x if (quadrant + ONE) & TWO != ZERO else x), (-y if quadrant & TWO != ZERO else y)


Q61, Q62, MASK62 = np.uint64(1 << 61), np.uint64(62), np.uint64((1 << 62) - 1)
S1, S2, S3 = -1.66666666666666307295e-1, 8.33333333332211858878e-3, -1.98412698295895385996e-4
S4, S5, S6 = 2.75573136213857245213e-6, -2.50507477628578072866e-8, 1.58962301576546568060e-10
C1, C2, C3 = 4.16666666666665929218e-2, -1.38888888888730564116e-3, 2.48015872888517045348e-5
C4, C5, C6 = -2.75573141792967388112e-7, 2.08757008419747316778e-9, -1.13585365213876817300e-11


def circle64(w):
    """Cosine and sine of `w` / 2**64 turns in float64 (Cephes' polynomials in an eighth turn)."""
    shifted = w + Q61
    t = np.float64(np.int64(shifted & MASK62) - np.int64(Q61)) * TURN64
    z = t * t
    s = t + t * z * (S1 + z * (S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))))
    c = 1.0 - 0.5 * z + z * z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))))
    quadrant = shifted >> Q62
    swap = quadrant & ONE != ZERO
    x, y = (s, c) if swap else (c, s)
    return (-x if (quadrant + ONE) & TWO != ZERO else x), (-y if quadrant & TWO != ZERO else y)


def uniform32(w0, w1, w2, w3, low, high):
    """[low, high)"""
    span, start = np.float32(high - low), np.float32(low)
    return (
        start + unit32(w0) * span,
        start + unit32(w1) * span,
        start + unit32(w2) * span,
        start + unit32(w3) * span,
    )


def uniform64(w0, w1, w2, w3, low, high):
    """[low, high)"""
    return low + unit64(w0, w1) * (high - low), low + unit64(w2, w3) * (high - low)


def normal32(w0, w1, w2, w3, mean, std):
    """Two pairs by Box and Muller's method."""
    middle, scale = np.float32(mean), np.float32(std)
    r = scale * sqrt(np.float32(-2) * log(open32(w0)))
    s = scale * sqrt(np.float32(-2) * log(open32(w2)))
    a, b = circle32(w1)
    c, d = circle32(w3)
    return middle + r * a, middle + r * b, middle + s * c, middle + s * d


def normal64(w0, w1, w2, w3, mean, std):
    """A pair by Box and Muller's method."""
    r = std * sqrt(-2.0 * log(open64(w0, w1)))
    a, b = circle64((w2 << BITS32) | w3)
    return mean + r * a, mean + r * b


def wait32(w):
    """Exponential of rate 1, above 0."""
    x = -log(open32(w))
    return x if x > UNIT24 else UNIT24


def exponential32(w0, w1, w2, w3, rate, unused):
    scale = np.float32(1.0 / rate)
    return wait32(w0) * scale, wait32(w1) * scale, wait32(w2) * scale, wait32(w3) * scale


def wait64(w, v):
    """Exponential of rate 1, above 0."""
    x = -log(open64(w, v))
    return x if x > UNIT53 else UNIT53


def exponential64(w0, w1, w2, w3, rate, unused):
    return wait64(w0, w1) / rate, wait64(w2, w3) / rate


def bernoulli(w0, w1, w2, w3, p, unused):
    """1 with probability p, to 32 bits."""
    bound = p * WORDS32
    return (
        T(np.float64(np.int64(w0)) < bound),
        T(np.float64(np.int64(w1)) < bound),
        T(np.float64(np.int64(w2)) < bound),
        T(np.float64(np.int64(w3)) < bound),
    )


def below(w, v, low, span):
    """`low` plus a number below `span` (0: below 2**64), all modulo 2**64, from two words.

    The high half of a 128-bit product (Lemire, "Fast random integer generation in an interval",
    2019), without its rejection: the probabilities differ by less than span / 2**64.
    """
    s, t = span >> BITS32, span & LOW
    cross = v * s
    middle = ((v * t) >> BITS32) + (cross & LOW) + w * t
    high = w * s + (cross >> BITS32) + (middle >> BITS32)
    return low + (high if span != ZERO else (w << BITS32) | v)


def integers(w0, w1, w2, w3, low, span):
    return T(below(w0, w1, low, span)), T(below(w2, w3, low, span))


# ------------------------------------------------------------------ which value takes what

FOUR_VALUES = {
    ("uniform", "float32"): uniform32,
    ("normal", "float32"): normal32,
    ("exponential", "float32"): exponential32,
}
TWO_VALUES = {
    ("uniform", "float64"): uniform64,
    ("normal", "float64"): normal64,
    ("exponential", "float64"): exponential64,
}


def values_per_counter(distribution, dtype):
    """4 where a value takes one word, 2 where it takes two."""
    single = distribution in ("bernoulli", "dropout")
    return 4 if single or (distribution, dtype) in FOUR_VALUES else 2


def counters(distribution, dtype, n):
    """How many counters `n` values take."""
    return -(-n // (values_per_counter(distribution, dtype) * GROUP)) * GROUP
