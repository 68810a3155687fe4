"""Order: integers that compare as numbers do, and places in the order of a row."""

import numpy as np

from ..scalars import bits

SIGN32, SIGN64 = np.uint64(1 << 31), np.uint64(1 << 63)
ONES32, ONES64 = np.uint64((1 << 32) - 1), np.uint64((1 << 64) - 1)
BITS32 = np.uint64(32)
RIGHT = 0  # a static of kernels: whether `insertion` passes equal elements


def key_float32(x):
    """An integer that orders like x: -0.0 equals 0.0, every NaN comes last."""
    b = np.uint64(np.int64(bits(x + np.float32(0)))) & ONES32
    key = b ^ (np.uint64(0) - (b >> np.uint64(31)) & ONES32 | SIGN32)  # no branch to be guessed
    return ONES32 if x != x else key


def key_float64(x):
    """An integer that orders like x: -0.0 equals 0.0, every NaN comes last."""
    b = np.uint64(bits(x + 0.0))
    key = b ^ (np.uint64(0) - (b >> np.uint64(63)) | SIGN64)
    return ONES64 if x != x else key


def key_narrow(x):
    """An integer of 32 bits that orders like x."""
    return np.uint64(np.int64(x)) + SIGN32 & ONES32


def key_signed(x):
    return np.uint64(x) ^ SIGN64


def key_unsigned(x):
    return np.uint64(x)


def key_of(dtype):
    kind, size = np.dtype(dtype).kind, np.dtype(dtype).itemsize
    if kind == "f":
        return key_float32 if size == 4 else key_float64
    if size < 8:
        return key_narrow
    return key_signed if kind == "i" else key_unsigned


def kth(numbers, n, k):
    """The place k."""
    return k


def middle(numbers, n, k):
    """That of the lower middle, or of the first NaN where there is one."""
    return (n - 1) // 2 if numbers == n else numbers


def middle_of_numbers(numbers, n, k):
    """That of the lower middle of what is not NaN."""
    return max(numbers - 1, 0) // 2


# Of n elements, so many of which are not NaN, which come last
SELECTED = {"kthvalue": kth, "median": middle, "nanmedian": middle_of_numbers}


def insertion(row, n, value):
    """The first place in a sorted row of an element >= value, > value if RIGHT."""
    start, count = np.int64(0), n
    while count > 0:
        half = count // 2
        middle = row[start + half]
        found = middle > value if RIGHT else middle >= value
        start = start if found else start + half + 1
        count = half if found else count - half - 1
    return start
