"""The element at some place of the order of a row, which is not put in order for it."""

import functools

import numpy as np

from ..language import source
from ..language.memory import scratch, value, vector, word
from ..language.source import T
from ..work.keys import SELECTED, key_float32, key_of, kth
from .launch import Launch

GRAIN = 1 << 13  # elements worth a thread's attention
SIZE = 4  # bytes of an element
BITS = 32  # of a key
DIGIT = np.uint64(255)
TABLES = 4  # of counts, in turns: two elements in a row do not wait for one another
LONG = 1 << 12  # elements of a row that is worth it
FEW = 2048  # keys that are put aside

key = key_float32
place = kth


def look(x, n):
    """How many elements of a row are numbers, not NaN, and the bits in which its keys differ."""
    xs, numbers, different = vector(x, T), 0, np.uint64(0)
    for i in range(np.uintp(n)):
        numbers += np.int64(xs[i] == xs[i])
        different |= key(xs[i]) ^ key(xs[0])
    return numbers, different


def first_shift(different):
    """How far the first digit in which keys differ lies above, and those before it are skipped."""
    shift = np.uint64(BITS)
    while shift > 8 and different >> (shift - np.uint64(8)) == 0:
        shift -= np.uint64(8)
    return shift


def leads(own, leading, known):
    """Whether a key begins with the digits that are known."""
    return (own ^ leading) & known == 0


def digit_of(own, shift):
    return np.uintp((own >> shift) & DIGIT)


def count_row(x, n, leading, known, shift, counts):
    """for i: counts[next digit of x[i]] += 1, of those that begin so"""
    xs, table = vector(x, T), vector(counts, np.int64)
    tables = TABLES if n > LONG else 1
    for digit in range(256 * tables):
        table[digit] = 0
    for i in range(np.uintp(n)):
        own = key(xs[i])
        turn = 256 * (i & np.uintp(tables - 1))
        table[digit_of(own, shift) + turn] += np.int64(leads(own, leading, known))
    for digit in range(256, 256 * tables):
        table[digit % 256] += table[digit]


def count_few(few, aside, leading, known, shift, counts):
    """The same of the keys that are put aside."""
    keys, table = vector(few, np.uint64), vector(counts, np.int64)
    for digit in range(256):
        table[digit] = 0
    for i in range(aside):
        table[digit_of(keys[i], shift)] += np.int64(leads(keys[i], leading, known))


def digit_at(counts, rank):
    """The digit of the key at a place of those counted, and its place among those of that digit."""
    table, digit = vector(counts, np.int64), 0
    while rank >= table[digit]:
        rank -= table[digit]
        digit += 1
    return digit, rank


def put_aside(x, n, leading, known, few, places):
    """Put the keys that begin so aside, and where they stand; returns how many they are."""
    xs, aside = vector(x, T), 0
    keys, stand = vector(few, np.uint64), vector(places, np.int64)
    for i in range(n):
        if leads(key(xs[i]), leading, known):
            keys[aside], stand[aside] = key(xs[i]), i
            aside += 1
    return aside


def find_in_row(x, leading, known, rank):
    """Where the element number `rank` of those that begin so stands."""
    xs, at = vector(x, T), 0
    while not leads(key(xs[at]), leading, known) or rank > 0:
        rank -= np.int64(leads(key(xs[at]), leading, known))
        at += 1
    return at


def find_in_few(few, leading, known, rank):
    """The same of the keys that are put aside."""
    keys, at = vector(few, np.uint64), 0
    while not leads(keys[at], leading, known) or rank > 0:
        rank -= np.int64(leads(keys[at], leading, known))
        at += 1
    return at


def choose(args, lo, hi):
    """
    for row in range(lo, hi):
        index[row] = where the element stands that has the wanted place when x[row] is in order
        out[row] = x[row, index[row]]

    Keys are told apart by one digit of eight bits after the other: how many of those with the
    leading digits found so far have each next one. When few are left they are put aside. Equal
    elements are in order as they stand. Block: x, out, index, n, k.
    """
    out, index = vector(word(args, 1), T), vector(word(args, 2), np.int64)
    n, k = word(args, 3), word(args, 4)
    counts, few, places = scratch(256 * TABLES), scratch(FEW), scratch(FEW)
    for row in range(lo, hi):
        x = word(args, 0) + row * n * SIZE
        numbers, different = look(x, n)
        rank, left, aside, shift = place(numbers, n, k), n, 0, first_shift(different)
        known = np.uint64(0) if shift == 64 else np.uint64(0) - (np.uint64(1) << shift)
        leading = key(value(x, T)) & known
        while left > 1 and shift > 0:
            shift -= np.uint64(8)
            if aside:
                count_few(few, aside, leading, known, shift, counts)
            else:
                count_row(x, n, leading, known, shift, counts)
            digit, rank = digit_at(counts, rank)
            left = word(counts, digit)
            leading |= np.uint64(digit) << shift
            known |= DIGIT << shift
            if left <= FEW and n > LONG and not aside:
                aside = put_aside(x, n, leading, known, few, places)
        if aside:
            at = word(places, find_in_few(few, leading, known, rank))
        else:
            at = find_in_row(x, leading, known, rank)
        index[row], out[row] = at, value(x + at * SIZE, T)


@functools.lru_cache(maxsize=4096)
def launch(rule, dtype, rows, n, k=0):
    """Launch(x, out, index) for contiguous rows; `k` counts from 0."""
    size = np.dtype(dtype).itemsize
    statics = {"key": key_of(dtype), "place": SELECTED[rule], "SIZE": size}
    entry = source.kernel_entry(choose, dtype, BITS=64 if size == 8 else 32, **statics)
    return Launch(entry, rows, np.array([n, k], np.int64), max(1, GRAIN // n), (1, 2))
