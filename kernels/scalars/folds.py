"""Folds of a row, as a function of rows (`@tl.rowwise`) calls them: one number of all elements."""

import builtins

import numpy as np


def _fold(function):
    """Mark a fold; devices know it by this name."""
    function.fold = function.__name__
    return function


@_fold
def total(x):
    """The sum of x along the row; 0 of none."""
    return x


@_fold
def mean(x):
    """The sum of x along the row, divided by the number of elements."""
    return x


@_fold
def largest(x):
    """The largest x of the row, NaN if there is one; -inf of none."""
    return x


@_fold
def smallest(x):
    """The smallest x of the row, NaN if there is one; inf of none."""
    return x


@_fold
def shift(x):
    """A number of about the size of the row, to subtract before exp: its largest element.

    Any number where there is a NaN, and a constant for gradients: for results that do not depend
    on what is subtracted. Cheaper than `largest`, forward and backward.
    """
    return x


@_fold
def count(x):
    """The number of elements of the row."""
    return 1.0


@_fold
def place(x):
    """Which of the row each element is: 0, 1, ...; an integer for each."""
    return 0.0


ALIASES = {
    builtins.sum: total,
    builtins.max: largest,
    builtins.min: smallest,
    builtins.len: count,
    np.sum: total,
    np.mean: mean,
    np.max: largest,
    np.min: smallest,
}
