"""Connectionist temporal classification: the loss of all alignments, and its gradient.

A work item is a sequence of the batch. Its states are the labels with a blank before, between and
after them: state s has label[s // 2] where s is odd. Graves et al. 2006, ICML.
"""

import functools

import numpy as np

from ..language import source
from ..language.memory import vector, word
from ..language.source import T
from ..scalars import exp, logaddexp
from ..work.launches import Work
from .launch import Launch

NOTHING = -np.inf  # the logarithm of no probability


def label_of(labels, first, state, blank):
    """The class that a state emits."""
    return labels[first + state // 2] if state % 2 == 1 else blank


def ctc_forward(args, lo, hi):
    """
    for n, t, s: alpha[n, t, s] = probs[t, n, label(s)] + log(
        exp(alpha[n, t-1, s]) + exp(alpha[n, t-1, s-1]) + exp(alpha[n, t-1, s-2])), the last term
        only between different labels
    loss[n] = -log(exp(alpha[n, -1, -1]) + exp(alpha[n, -1, -2]))

    Block: probs, labels, first label of each sequence, steps, counts of labels, alpha, loss; the
    batch, classes, blank, steps and states that alpha has room for.
    """
    probs, labels, firsts = (
        vector(word(args, 0), T),
        vector(word(args, 1), np.int64),
        vector(word(args, 2), np.int64),
    )
    steps, counts = vector(word(args, 3), np.int64), vector(word(args, 4), np.int64)
    alpha, loss = vector(word(args, 5), T), vector(word(args, 6), T)
    batch, classes, blank = word(args, 7), word(args, 8), word(args, 9)
    room, width = word(args, 10), word(args, 11)
    for n in range(lo, hi):
        first, states, base = firsts[n], 2 * counts[n] + 1, n * room * width
        for t in range(steps[n]):
            now, before, row = base + t * width, base + (t - 1) * width, (t * batch + n) * classes
            for s in range(states):
                if t == 0:
                    total = T(0) if s < 2 else T(NOTHING)
                else:
                    total = alpha[before + s]
                    if s > 0:
                        total = logaddexp(total, alpha[before + s - 1])
                    label = first + s // 2
                    if s % 2 == 1 and s > 1 and labels[label] != labels[label - 1]:
                        total = logaddexp(total, alpha[before + s - 2])
                alpha[now + s] = total + probs[row + label_of(labels, first, s, blank)]
        end = base + (steps[n] - 1) * width + states - 1
        if steps[n] == 0:
            loss[n] = T(0) if counts[n] == 0 else T(-NOTHING)
        elif states == 1:
            loss[n] = -alpha[end]
        else:
            loss[n] = -logaddexp(alpha[end], alpha[end - 1])


def ctc_backward(args, lo, hi):
    """
    for n, t, c: grad[t, n, c] = g[n] * (exp(probs[t, n, c]) - exp(loss[n] - probs[t, n, c]) *
        sum(exp(alpha[n, t, s] + beta[n, t, s]) for s if label(s) == c))

    beta is alpha from the other end. What a step leaves in the gradient of log-probabilities sums
    up to 0, as the gradient of scores before a log_softmax does. Block: probs, labels, first label
    of each sequence, steps, counts of labels, alpha, loss, g, beta (two rows for each sequence),
    grad; batch, classes, blank, steps and states of alpha, and whether infinite losses count.
    """
    probs, labels, firsts = (
        vector(word(args, 0), T),
        vector(word(args, 1), np.int64),
        vector(word(args, 2), np.int64),
    )
    steps, counts = vector(word(args, 3), np.int64), vector(word(args, 4), np.int64)
    alpha, loss, g = vector(word(args, 5), T), vector(word(args, 6), T), vector(word(args, 7), T)
    beta, grad = vector(word(args, 8), T), vector(word(args, 9), T)
    batch, classes, blank = word(args, 10), word(args, 11), word(args, 12)
    room, width, counted = word(args, 13), word(args, 14), word(args, 15)
    for n in range(lo, hi):
        first, states, last = firsts[n], 2 * counts[n] + 1, steps[n] - 1
        lost = loss[n]
        for t in range(room - 1, -1, -1):
            row = (t * batch + n) * classes
            if t > last or (lost == -NOTHING and counted == 0):
                for c in range(classes):
                    grad[row + c] = T(0)
                continue
            for c in range(classes):
                grad[row + c] = T(NOTHING)
            now, after = (2 * n + t % 2) * width, (2 * n + (t + 1) % 2) * width
            for s in range(states):
                if t == last:
                    total = T(0) if s >= states - 2 else T(NOTHING)
                else:
                    total = beta[after + s]
                    if s + 1 < states:
                        total = logaddexp(total, beta[after + s + 1])
                    label = first + s // 2
                    if s % 2 == 1 and s + 2 < states and labels[label] != labels[label + 1]:
                        total = logaddexp(total, beta[after + s + 2])
                c = label_of(labels, first, s, blank)
                beta[now + s] = total + probs[row + c]
                both = alpha[(n * room + t) * width + s] + beta[now + s]
                grad[row + c] = logaddexp(grad[row + c], both)
            for c in range(classes):
                p = probs[row + c]
                grad[row + c] = g[n] * (exp(p) - exp(grad[row + c] + lost - p))


@functools.lru_cache(maxsize=256)
def forward(dtype, room, batch, classes, width, blank):
    """Launch(probs, labels, firsts, steps, counts, alpha, loss): dense arrays."""
    entry = source.kernel_entry(ctc_forward, dtype)
    size = np.dtype(dtype).itemsize
    work = Work((batch,), room * batch * (width + classes) * size, room * batch * width * 20)
    words = np.array([batch, classes, blank, room, width], np.int64)
    return Launch(entry, batch, words, 1, (5, 6), work)


@functools.lru_cache(maxsize=256)
def backward(dtype, room, batch, classes, width, blank, counted):
    """Launch(probs, labels, firsts, steps, counts, alpha, loss, g, beta, grad): dense arrays."""
    entry = source.kernel_entry(ctc_backward, dtype)
    size = np.dtype(dtype).itemsize
    work = Work((batch,), room * batch * (width + 2 * classes) * size, room * batch * width * 40)
    words = np.array([batch, classes, blank, room, width, counted], np.int64)
    return Launch(entry, batch, words, 1, (8, 9), work)
