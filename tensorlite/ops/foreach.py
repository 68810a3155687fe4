"""Optimizer rules over many tensors: one fused in-place loop, one native call."""

import functools

import numpy as np

from ..device import one_device
from ..errors import expected
from ..kernels import interpreters
from ..kernels.language import reflect
from ..kernels.language.program import Program
from ..storage import in_memory
from ..writing import check_memory
from .complexes import view_as_real

REAL = {"complex64": "float32", "complex128": "float64"}


def update(rule, tensors, scalars=()):
    """
    Run a scalar rule over the elements of many tensors, in place.

    Parameters
    ----------
    rule : function
        A scalar function of one value per column, then of the numbers. It returns the new values of
        its first parameters, as many as it returns values.
    tensors : list of list of Tensor
        Columns: the parameters, their state, their gradients, ... Entry `i` of each column has the
        same shape and belongs together.
    scalars : sequence of float
        The numbers, in the order of the rule's remaining parameters.

    Raises
    ------
    RuntimeError
        If shapes or dtypes within a row disagree, or memory is read-only; nothing is written then.

    Examples
    --------
    >>> def sgd(param, grad, lr):
    ...     return param - lr * grad
    >>> p, g = tensor([1.0, 2.0]), tensor([10.0, 10.0])
    >>> update(sgd, [[p], [g]], (0.1,))
    >>> p
    tensor([0., 1.])
    """
    rows = list(zip(*tensors, strict=True))
    written = reflect.read(rule).outputs
    numbers = np.asarray(scalars, np.float64)
    if _plain(rows, written):
        spec = rows[0][0].spec
        _launch(rule, spec.device, (spec.dtype.name,) * len(tensors), rows, written, numbers)
        return
    for row in rows:
        if not _alike(row):
            _check(rule, row)
    for column in tensors[:written]:
        check_memory(rule.__name__, *column)
    groups = {}
    for row in rows:
        if row[0].spec.numel:
            key = (row[0].spec.device, *[x.spec.dtype.name for x in row])
            groups.setdefault(key, []).append(row)
    for (device, *dtypes), members in groups.items():
        _run(rule, device, tuple(dtypes), members, written, numbers)


def _plain(rows, written):
    """Whether rows are alike, contiguous and writable, and of one dtype: the usual case.

    It is found in one pass, which takes most of the time of a step of a small model.
    """
    if not rows or rows[0][0].spec.dtype.name in REAL:
        return False
    dtype, device = rows[0][0].spec.dtype, rows[0][0].spec.device
    for row in rows:
        spec = row[0].spec
        if spec.dtype is not dtype or spec.device is not device or not spec.contiguous:
            return False
        if not spec.numel or not _alike(row):
            return False
        for x in row[:written]:
            if not x.memory.writeable:
                return False
    return True


def _alike(row):
    """Whether all tensors of a row have one Spec: the usual case, found in no time."""
    spec = row[0].spec
    for x in row:  # noqa: SIM110  all() of a generator takes three times as long
        if x.spec is not spec:
            return False
    return True


def _check(rule, row):
    first = row[0].spec
    one_device(rule.__name__, [x.spec for x in row], rule.__code__.co_varnames)
    for x in row[1:]:
        if x.spec.shape != first.shape:
            raise RuntimeError(
                expected(rule.__name__, f"tensors of shape {list(first.shape)} in one row",
                         str(list(x.spec.shape)), "state made by zeros_like()")
            )  # fmt: skip


@functools.lru_cache(maxsize=1024)
def _made(rule, device, dtypes, written, numbers, items, rows):
    """The Launch of a rule over so many items in so many rows."""
    inputs = dtypes + ("float64",) * numbers
    program = Program.single(rule, inputs, dtypes[0], dtypes[:written], tuple(range(written)))
    return device.kernels.foreach.launch(program, numbers, items, rows)


def _run(rule, device, dtypes, rows, written, numbers):
    """Update rows of one device and of these dtypes, laid out in any way."""
    if dtypes[0] in REAL:  # a complex number is two that are updated alike
        rows = [[view_as_real(x.detach()) for x in row] for row in rows]
        dtypes = tuple(REAL.get(name, name) for name in dtypes)
    dense = [_dense(row) for row in rows]
    _launch(rule, device, dtypes, dense, written, numbers)
    for row, worked in zip(rows, dense, strict=True):
        for x, result in zip(row[:written], worked, strict=False):
            if result is not x:
                x.detach().copy_(result)


def _launch(rule, device, dtypes, rows, written, numbers):
    """Update rows that lie alike, element by element."""
    words, end = [], 0
    for row in rows:
        start, end = end, end + row[0].spec.numel
        words += (start, end, *[x.address for x in row])
    table = np.array(words, np.int64).reshape(len(rows), -1)
    recorder = interpreters.current()
    if recorder is not None:
        recorder.words(numbers)
        recorder.table(table, 2, rows, written)
    launch = _made(rule, device, dtypes, written, numbers.size, end, len(rows))
    launch(in_memory(numbers), in_memory(table))
    for row in rows:
        for x in row[:written]:
            x.memory.version += 1


def _dense(row):
    """The row with all tensors laid out alike, element by element."""
    if row[0].spec.contiguous and _alike(row):
        return row
    strides = row[0].spec.strides
    if all(x.spec.strides == strides for x in row) and _compact(row[0].spec):
        return row
    return [x if x.spec.contiguous else x.detach().contiguous() for x in row]


def _compact(spec):
    """Whether the elements fill one block of memory, in any order of dims."""
    reach = sum((n - 1) * abs(s) for n, s in zip(spec.shape, spec.strides, strict=True))
    return reach == spec.numel - 1 and min(spec.strides, default=0) >= 0
