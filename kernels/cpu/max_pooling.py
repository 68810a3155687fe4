"""The largest of each window, and where it stands: kernels, see `pooling`."""

import numpy as np

from ..language.memory import scratch, vector, word
from ..language.source import T
from ..work.pools import (
    EXTENT,
    KERNEL,
    LOWEST,
    OUTPUTS,
    PADDING,
    D,
    H,
    W,
    largest,
    next_place,
    place_of,
    takes_over,
    window,
)
from .windows import STEP, STRIP, span, stride_of, whole

SIZE = 8  # bytes of an element
PLACES = 0  # whether the place of the largest is asked for
TAPS = 0  # elements of a row of a window, if they are known
A = np.int32  # the dtype of places
WHOLE = 16  # results of a row whose places are found together


def take_taps(args, at, bests, finds, row, lo, hi):
    """for tap, o in lo..hi-1: take x[o * stride + tap], if that is inside and larger"""
    for tap in range(word(args, W + KERNEL)):
        begin, end, ahead = span(args, tap, lo, hi)
        stride, start = np.uintp(stride_of(args)), begin * stride_of(args) + ahead
        xs, results = vector(at + start * SIZE, T), vector(bests + begin * SIZE, T)
        places, place = vector(finds + begin * 4, A), A(row + start)
        for j in range(np.uintp(end - begin)):
            own = xs[j * stride]
            if PLACES:
                take = takes_over(own, results[j]) | (places[j] < 0)
                results[j] = own if take else results[j]
                places[j] = A(place + A(j * stride)) if take else places[j]
            else:
                results[j] = own if takes_over(own, results[j]) else results[j]


def take_whole(args, at, bests, finds, row, begin, end):
    """for o in begin..end-1: take TAPS elements side by side, all of them inside"""
    start = begin * STEP - word(args, W + PADDING)
    xs, results = vector(at + start * SIZE, T), vector(bests + begin * SIZE, T)
    places, place = vector(finds + begin * 4, A), A(row + start)
    for j in range(np.uintp(end - begin)):
        best, found = results[j], places[j] if PLACES else A(0)
        for tap in range(np.uintp(TAPS)):
            own = xs[j * np.uintp(STEP) + tap]
            if PLACES:
                take = takes_over(own, best) | (found < 0)
                found = A(place + A(j * np.uintp(STEP) + tap)) if take else found
                best = own if take else best
            else:
                best = own if takes_over(own, best) else best
        results[j] = best
        if PLACES:
            places[j] = found


def whole_vectors(count):
    return (count + WHOLE - 1) // WHOLE * WHOLE


def vectors_of(count, until, inside):
    """So many windows of a row, or whole vectors of them where what these read is in the plane."""
    more = whole_vectors(count)
    return more if until + (more - count) * STEP <= inside else count


def begin_results(results_at, finds, count):
    """for j: results[j], places[j] = what every element takes over"""
    results, places = vector(results_at, T), vector(finds, A)
    for j in range(np.uintp(count)):
        results[j] = LOWEST
        if PLACES:
            places[j] = A(-1)


def give_results(results_at, finds, out, place, count):
    """for j: out[j], place[j] = results[j], places[j]"""
    results, places = vector(results_at, T), vector(finds, A)
    outs, answers = vector(out, T), vector(place, np.int64)
    for j in range(np.uintp(count)):
        outs[j] = results[j]
        answers[j] = np.int64(places[j])


def max_rows(args, lo, hi):
    """
    for plane, d, h, w:
        out[plane, d, h, w] = the largest of x[plane] in the window
        place[plane, d, h, w] = where it stands in the plane, the first of several
    """
    x, out, place = word(args, 0), word(args, 1), word(args, 2)
    rows, columns = word(args, H + EXTENT), word(args, W + EXTENT)
    inside, width = word(args, D + EXTENT) * rows * columns, word(args, W + OUTPUTS)
    own, finds = scratch(STRIP + WHOLE), scratch(STRIP + WHOLE)
    inner, outer = whole(args)
    plane, d_item, h_item = place_of(args, lo)
    for item in range(lo, hi):
        d, d_from, d_until, d_step = window(args, D, d_item)
        h, h_from, h_until, h_step = window(args, H, h_item)
        bests = out + item * width * SIZE
        for first in range(0, width, STRIP):
            last = min(first + STRIP, width)
            begin = min(max(first, inner), last) if TAPS else last
            end = max(begin, min(last, outer))
            # whole vectors take less time than what they lack, and what follows is written later
            roomy = PLACES or (begin == first and whole_vectors(last) <= (hi - item) * width)
            near = own - first * SIZE if PLACES else bests
            count, found = last - first, finds - first * 4
            begin_results(near + first * SIZE, finds, whole_vectors(count) if roomy else count)
            for i in range(d_from, d_until):
                for k in range(h_from, h_until):
                    row = ((d + i * d_step) * rows + h + k * h_step) * columns
                    at = x + (plane * inside + row) * SIZE
                    if first < begin:
                        take_taps(args, at, near, found, row, first, begin)
                    if TAPS:
                        some = end - begin
                        if roomy and end == last:
                            some = vectors_of(some, row + last * STEP + TAPS, inside)
                        take_whole(args, at, near, found, row, begin, begin + some)
                    if end < last:
                        take_taps(args, at, near, found, row, end, last)
            if PLACES:
                answers = place + (item * width + first) * 8
                give_results(own, finds, bests + first * SIZE, answers, count)
        plane, d_item, h_item = next_place(args, plane, d_item, h_item)


def max_windows(args, lo, hi):
    """
    for plane, d, h, w:
        out[plane, d, h, w] = the largest of x[plane] in the window
        place[plane, d, h, w] = where it stands in the plane, the first of several

    An item is one window.
    """
    x, outs, answers = word(args, 0), vector(word(args, 1), T), vector(word(args, 2), np.int64)
    inside = word(args, D + EXTENT) * word(args, H + EXTENT) * word(args, W + EXTENT)
    for item in range(lo, hi):
        line = item // word(args, W + OUTPUTS)
        plane, o, p = place_of(args, line)
        q = item - line * word(args, W + OUTPUTS)
        best, found = largest(args, vector(x, T), plane * inside, o, p, q)
        outs[item] = best
        if PLACES:
            answers[item] = found


def max_gradient(args, lo, hi):
    """
    for plane:
        gx[plane] = 0
        for o: gx[plane, place[plane, o]] += g[plane, o]

    Words: g, place, gx, windows of a plane, elements of a plane.
    """
    g, place, gx = word(args, 0), word(args, 1), word(args, 2)
    count, inside = word(args, 3), word(args, 4)
    for plane in range(lo, hi):
        gs, sums = vector(g + plane * count * SIZE, T), vector(gx + plane * inside * SIZE, T)
        places = vector(place + plane * count * 8, np.int64)
        for i in range(np.uintp(inside)):
            sums[i] = T(0)
        for o in range(np.uintp(count)):
            sums[places[o]] += gs[o]
