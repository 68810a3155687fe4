"""What `kernels/cpu/random.py` computes, in plain NumPy.

The uniform numbers, integers and coin flips agree to the bit; those that go through a logarithm
agree to its accuracy.
"""

import numpy as np

GROUP = 32


def philox(counter, seed):
    """Philox 4x32-10 (Salmon et al. 2011): (..., 4) words from 64-bit counters and a 64-bit key."""
    counter, seed = np.asarray(counter, np.uint64), int(seed)
    low, shift = np.uint64(0xFFFFFFFF), np.uint64(32)
    c = [counter & low, counter >> shift, np.zeros_like(counter), np.zeros_like(counter)]
    k = [seed & 0xFFFFFFFF, seed >> 32]
    for _ in range(10):
        p, q = np.uint64(0xD2511F53) * c[0], np.uint64(0xCD9E8D57) * c[2]
        c = [
            (q >> shift) ^ c[1] ^ np.uint64(k[0]),
            q & low,
            (p >> shift) ^ c[3] ^ np.uint64(k[1]),
            p & low,
        ]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return np.stack(c, -1).astype(np.uint32)


def words(n, width, seed, offset):
    """The `width` (1 or 2) words of each of `n` elements, in their order in memory."""
    lanes = 4 // width
    groups = -(-n // (lanes * GROUP))
    with np.errstate(over="ignore"):
        counter = np.uint64(offset) + np.arange(groups * GROUP, dtype=np.uint64)
    drawn = philox(counter, seed).reshape(groups, GROUP, lanes, width)
    return drawn.transpose(0, 2, 1, 3).reshape(-1, width)[:n]


def uniform(dtype, n, seed, offset, low=0.0, high=1.0):
    """[low, high): 24 bits for float32, 53 for float64."""
    if dtype == "float32":
        unit = (words(n, 1, seed, offset)[:, 0] >> 8).astype(dtype) * np.float32(2.0**-24)
        return np.float32(low) + unit * np.float32(high - low)
    w = words(n, 2, seed, offset).astype(np.uint64)
    bits = ((w[:, 0] >> np.uint64(5)) << np.uint64(26)) | (w[:, 1] >> np.uint64(6))
    return low + bits.astype(dtype) * 2.0**-53 * (high - low)


def bernoulli(dtype, n, seed, offset, p):
    """1 with probability p."""
    return (words(n, 1, seed, offset)[:, 0] < p * 2.0**32).astype(dtype)


def integers(dtype, n, seed, offset, low, span):
    """low + (64 bits * span) // 2**64, modulo 2**64."""
    span = span or 1 << 64
    drawn = [(int(w) << 32 | int(v)) * span >> 64 for w, v in words(n, 2, seed, offset)]
    return np.array([(low + x) % (1 << 64) for x in drawn], np.uint64).astype(dtype)


def exponential(dtype, n, seed, offset, rate):
    """-log(u) / rate."""
    if dtype == "float32":
        u, least = (words(n, 1, seed, offset)[:, 0] + 0.5) * 2.0**-32, 2.0**-24
    else:
        w = words(n, 2, seed, offset).astype(np.uint64)
        u, least = _open64(w[:, 0] << np.uint64(32) | w[:, 1]), 2.0**-53
    return (np.maximum(-np.log(u), least) / rate).astype(dtype)


def normal(dtype, n, seed, offset, mean=0.0, std=1.0):
    """Box and Muller's method: two words give a pair in float32, four in float64."""
    lanes = 4 if dtype == "float32" else 2
    groups = -(-n // (lanes * GROUP))
    counter = np.uint64(offset) + np.arange(groups * GROUP, dtype=np.uint64)
    w = philox(counter, seed).astype(np.uint64)
    if dtype == "float32":
        radius, turns = (w[:, 0::2] + 0.5) * 2.0**-32, w[:, 1::2] * 2.0**-32
    else:
        w = w[:, 0::2] << np.uint64(32) | w[:, 1::2]
        radius, turns = _open64(w[:, :1]), w[:, 1:] * 2.0**-64
    r = np.sqrt(-2 * np.log(radius))
    pairs = np.stack((r * np.cos(2 * np.pi * turns), r * np.sin(2 * np.pi * turns)), -1)
    lines = pairs.reshape(groups, GROUP, lanes).transpose(0, 2, 1).reshape(-1)[:n]
    return (mean + std * lines).astype(dtype)


def _open64(w):
    return (w >> np.uint64(1)) * 2.0**-63 + 2.0**-64


def dropout(x, seed, offset, p):
    """The elements kept, scaled by 1 / (1 - p), and whether each was kept."""
    keep = ~bernoulli(bool, x.size, seed, offset, p).reshape(x.shape)
    return np.where(keep, x * x.dtype.type(1 / (1 - p) if p < 1 else 0), x.dtype.type(0)), keep
