"""Columns of tables as numbers: standardised, missing ones filled, categories as codes."""

import numpy as np

from ..errors import expected

MISSING = 0  # the code of a category that was not seen, or is not there


class Columns:
    """
    How the columns of a table become numbers; learned from the rows of `fit`.

    Parameters
    ----------
    categorical : "auto", None, or sequence of int or str
        Which columns are categories. "auto": what is text, a truth value or a category of a frame.
    standardize : bool
        Whether columns of numbers get mean 0 and deviation 1.
    dtype : NumPy dtype
        Of the numbers.

    Attributes
    ----------
    numeric, categories : list of int, list of (int, dict)
        The columns of numbers; of categories, with the code of each value.
    """

    def __init__(self, categorical, standardize, dtype):
        self.categorical, self.standardize, self.dtype = categorical, standardize, np.dtype(dtype)

    def fit(self, table, kinds, names, weight):
        """
        Learn from rows.

        Parameters
        ----------
        table : ndarray (N, F)
            Numbers, text or objects.
        kinds : list of str or None
            What a frame says of its columns.
        names : sequence of str or None
        weight : ndarray (N,) or None
        """
        chosen = self._chosen(table, kinds, names)
        self.numeric = [k for k in range(table.shape[1]) if k not in chosen]
        self.categories = [(k, _codes(table[:, k])) for k in sorted(chosen)]
        values = self._numbers(table)
        gone = np.isnan(values) if np.isnan(values.sum()) else None
        missing = np.zeros(0, bool) if gone is None else gone.any(axis=0)
        self.indicators = np.flatnonzero(missing)
        self.mean, self.scale = moments(values, weight, gone)
        if not self.standardize:
            self.scale = np.ones_like(self.scale)
        return self

    def _chosen(self, table, kinds, names):
        """The columns that are categories."""
        if self.categorical is None:
            return set()
        if isinstance(self.categorical, str) and self.categorical == "auto":
            if table.dtype.kind in "fiu" and kinds is None:
                return set()
            told = [None] * table.shape[1] if kinds is None else kinds
            return {k for k, kind in enumerate(told) if _is_categorical(table[:, k], kind)}
        known = {} if names is None else {name: k for k, name in enumerate(names)}
        chosen = {known.get(c, c) if isinstance(c, str) else c for c in self.categorical}
        for c in chosen:
            if not isinstance(c, int | np.integer) or not 0 <= c < table.shape[1]:
                wanted = f"columns out of {list(known) or f'0 to {table.shape[1] - 1}'}"
                raise ValueError(expected("categorical", wanted, repr(c), '"auto"'))
        return {int(c) for c in chosen}

    def _numbers(self, table):
        """The columns of numbers in float64; NaN where one is missing."""
        if not self.categories and table.dtype.kind in "fiub":
            return table.astype(np.float64, copy=False)
        columns = [_as_numbers(table[:, k]) for k in self.numeric]
        return np.stack(columns, axis=1) if columns else np.zeros((len(table), 0))

    def __call__(self, table):
        """
        Rows as a network takes them.

        Returns
        -------
        tuple of ndarray
            Numbers (N, F'), and if there are categories their codes (N, C) in int64.
        """
        values = self._numbers(table)
        gone = np.isnan(values) if self.indicators.size or np.isnan(values.sum()) else None
        if self.standardize:
            values = (values - self.mean) / self.scale
        if gone is not None:
            values = np.where(gone, 0.0 if self.standardize else self.mean, values)
            values = np.concatenate([values, gone[:, self.indicators]], axis=1)
        found = np.ascontiguousarray(values, self.dtype)
        if not self.categories:
            return (found,)
        codes = np.empty((len(table), len(self.categories)), np.int64)
        for place, (k, known) in enumerate(self.categories):
            codes[:, place] = [known.get(_key(x), MISSING) for x in table[:, k].tolist()]
        return found, codes

    @property
    def width(self):
        """How many numbers a row has."""
        return len(self.numeric) + len(self.indicators)

    @property
    def counts(self):
        """How many codes each column of categories has."""
        return [len(known) + 1 for _, known in self.categories]


def moments(values, weight=None, gone=None):
    """Mean and deviation of each column, of what is there; 1 is the deviation of a constant one."""
    share = np.ones(len(values)) if weight is None else weight.astype(np.float64)
    total = np.full(values.shape[1], share.sum())
    if gone is not None:
        total, values = share @ ~gone, np.where(gone, 0.0, values)
    total[total == 0] = 1.0
    mean = share @ values / total
    apart = values - mean
    if gone is not None:
        apart[gone] = 0.0
    scale = np.sqrt(share @ (apart * apart) / total)
    scale[~(scale > 10 * np.finfo(np.float64).eps * np.abs(mean))] = 1.0
    return mean, scale


def kinds_of(table):
    """What a frame says of its columns, as text; None for anything else."""
    found = getattr(table, "dtypes", None)
    if found is None or not hasattr(table, "columns"):
        return None
    return [str(kind).lower() for kind in found]


def objects_of(frame):
    """The cells of a frame as an array of objects: categories keep their values."""
    found = np.empty(frame.shape, object)
    for k, name in enumerate(frame.columns):
        found[:, k] = np.asarray(frame[name], dtype=object)
    return found


def _is_categorical(column, kind):
    if kind is not None and kind.startswith(("categ", "enum", "str", "bool")):
        return True
    if column.dtype.kind in "USb":
        return True
    if column.dtype.kind != "O":
        return False
    return any(isinstance(x, str | bytes | bool | np.bool_) for x in column.tolist())


def _as_numbers(column):
    if column.dtype.kind != "O":
        return column.astype(np.float64)
    found = np.array([np.nan if _is_missing(x) else float(x) for x in column], np.float64)
    if np.isinf(found).any():
        raise ValueError("Input X contains infinity or a value too large for float64.")
    return found


def _is_missing(x):
    """Whether a cell is empty: None, NaN, or what pandas has for it."""
    if x is None or type(x).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(x, float) and x != x


def _key(x):
    return None if _is_missing(x) else x


def _codes(column):
    """The code of each value, in the order of values; what is missing has none."""
    found = {x for x in column.tolist() if not _is_missing(x)}
    ordered = sorted(found, key=lambda x: (isinstance(x, str), x))
    return {x: code for code, x in enumerate(ordered, MISSING + 1)}
