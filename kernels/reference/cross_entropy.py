"""Cross entropy in NumPy: the oracle of `kernels/cpu/cross_entropy.py`."""

import numpy as np


def log_softmax(x):
    """x - log(sum(exp(x))) of each row."""
    shifted = x - x.max(1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(1, keepdims=True))


def softmax(x):
    """exp(x) / sum(exp(x)) of each row."""
    powers = np.exp(x - x.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def cross_entropy(x, target, weight, ignore, smoothing):
    """The loss of each row."""
    logs, losses = log_softmax(x), np.zeros(len(x))
    for row, t in enumerate(target):
        if t != ignore:
            everywhere = (weight * logs[row]).sum() / x.shape[1]
            losses[row] = -(1 - smoothing) * weight[t] * logs[row, t] - smoothing * everywhere
    return losses


def cross_entropy_grad(g, x, target, weight, ignore, smoothing):
    """The gradient of x, where `g` is that of each row's loss."""
    probabilities, gx = softmax(x), np.zeros_like(x)
    for row, t in enumerate(target):
        if t != ignore:
            share = smoothing / x.shape[1] * weight
            share[t] += (1 - smoothing) * weight[t]
            gx[row] = g[row] * (probabilities[row] * share.sum() - share)
    return gx
