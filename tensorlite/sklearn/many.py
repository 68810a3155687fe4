"""Several networks as one fit: `fit_many`."""

from collections.abc import Iterable
from typing import Any, TypeVar

import numpy as np

import tensorlite as tl

from ..errors import expected
from ..plan.shared import Structure
from .base import BaseNetwork, fit_together

Network = TypeVar("Network", bound=BaseNetwork)
_ALIKE = ("loss", "batch_size", "max_iter", "early_stopping", "validation_fraction", "clip_norm")


def fit_many(
    estimators: Iterable[Network], X: Any, y: Any, sample_weight: Any = None
) -> list[Network]:
    """
    Fit estimators whose networks are built alike, all in one training loop.

    What differs may be `random_state`, `lr` and other settings of optimizers and schedules, and
    the weights of rows: a grid of rates, or a bagging. Each ends as its own `fit` would have left
    it, but for rounding and for what is drawn in dropout.

    Parameters
    ----------
    estimators : list of TensorliteClassifier or of TensorliteRegressor
    X : array, Tensor or frame (N, F)
    y : array or Tensor (N,)
    sample_weight : array (N,) or list of arrays, optional
        The same weights for all, or those of each.

    Returns
    -------
    list
        The estimators.

    Raises
    ------
    ValueError
        If they differ in what has to be the same.

    Examples
    --------
    >>> from sklearn.datasets import load_iris
    >>> from tensorlite.sklearn import TensorliteClassifier, fit_many
    >>> X, y = load_iris(return_X_y=True)
    >>> rates = [1e-4, 1e-3, 1e-2]
    >>> nets = [TensorliteClassifier((8,), lr=lr, max_iter=10, random_state=0) for lr in rates]
    >>> max(fit_many(nets, X, y), key=lambda net: net.score(X, y)).lr
    0.01
    """
    nets, known = list(estimators), {}
    _check_alike(nets)
    weights = sample_weight
    if weights is None or np.ndim(weights) < 2:
        weights = [weights] * len(nets)
    with tl.random.fork_rng():
        runs = [net._begin(X, y, weight, not net.warm_start, known)
                for net, weight in zip(nets, weights, strict=True)]  # fmt: skip
        _check_built_alike(nets)
        if any(run.columns[-1] is not None for run in runs):
            for run in runs:
                run.weigh()
        fit_together(runs)
    return nets


def _check_alike(nets):
    if not nets or any(type(net) is not type(nets[0]) for net in nets):
        got = ", ".join(sorted({type(net).__name__ for net in nets})) or "none"
        raise ValueError(expected("fit_many", "estimators of one class", got, "clone()"))
    for name in _ALIKE:
        values = [getattr(net, name) for net in nets]
        if any(value is not values[0] and value != values[0] for value in values):
            got = f"{values[0]!r} and others"
            raise ValueError(expected("fit_many", f"one {name} for all", got, "several calls"))


def _check_built_alike(nets):
    """Networks that are called as one have the same classes, settings and Specs throughout."""
    parts = [[(n.module_, n.loss_function_), list(n.module_.parameters())] for n in nets]
    first, *others = [Structure(objects, [*content, *objects[0].buffers()])
                      for objects, content in parts]  # fmt: skip
    for net, other in zip(nets[1:], others, strict=True):
        if other != first:
            raise ValueError(expected("fit_many", "networks that are built alike",
                                      f"{nets[0].module_} and {net.module_}", "several calls"))
