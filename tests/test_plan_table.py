"""Every op, recorded and replayed on other data, equals the eager one bit for bit.

The entries of the table bring their own samples; all other functions take those of PyTorch's
`op_db`. What depends on data must refuse to be recorded and name the line of the call.
"""

import itertools
import random
import warnings

import numpy as np
import pytest
import test_table as entries

import tensorlite as tl
from tensorlite.plan import tree
from tensorlite.tensor import memory_of

try:
    import test_op_db as db
except pytest.skip.Exception:  # PyTorch is not there
    db = None

pytestmark = pytest.mark.filterwarnings("ignore")


def content(result):
    """Specs and bits of all that a function returned."""
    found = []
    for x in tree.flatten(result)[0]:
        if isinstance(x, tl.Tensor):
            bits = np.ascontiguousarray(memory_of(x.detach())).tobytes()
            found.append((tuple(x.shape), x.stride(), x.dtype, bits))
        else:
            found.append(repr(x))
    return found


def with_gradients(function):
    """`function` together with the gradients of the sum of its results."""

    fixed = getattr(function, "fixed", ())

    def both(*args, **kwargs):
        leaves, build, _ = tree.flatten(args)
        leaves = [
            x.detach().requires_grad_()
            if isinstance(x, tl.Tensor) and x.is_floating_point() and k not in fixed else x
            for k, x in enumerate(leaves)
        ]  # fmt: skip
        out = function(*build(leaves), **kwargs)
        live = [
            x for x in tree.flatten(out)[0]
            if isinstance(x, tl.Tensor) and x.requires_grad
            and (x.grad_fn is None or x.grad_fn.op.name != "distinct_of")  # it has no derivative
        ]  # fmt: skip
        if not live:
            return out
        wanted = [x for x in leaves if isinstance(x, tl.Tensor) and x.requires_grad]
        seeds = [tl.full_like(x, 0.75) for x in live]
        return out, tl.autograd.grad(live, wanted, seeds, allow_unused=True)

    return both


def agree(function, *calls, values=True):
    """Eager and compiled give the same on each of some lists of arguments."""
    compiled = tl.compile(function)
    for number, make_args in enumerate(calls):
        results = []
        for each in (function, compiled):
            tl.manual_seed(5)
            results.append(content(each(*make_args())))
        if not values:
            results = [[x[:3] for x in r] for r in results]
        assert results[1] == results[0], f"call {number}"
    assert compiled.recompiles == []


# ------------------------------------------------------------------ the entries of the table


@pytest.mark.parametrize("key", entries.OPS)
def test_entry(key):
    op = entries.OPS[key]
    for dtype in entries.supported(op)[:3:2]:  # float32, and one more
        data = entries.samples(op, dtype, 24)
        calls = [
            lambda a=a: [tl.from_numpy(np.ascontiguousarray(x)).reshape(4, 6) for x in a]
            for a in (data, [np.roll(x, 5) for x in data])
        ]
        agree(with_gradients(op) if op.differentiable else op, *calls)


# ------------------------------------------------------------------ all other functions

# They read data on the host: a shape, a Python value, an order or a check depends on it.
ON_HOST = {
    "allclose", "argwhere", "bincount", "equal", "item", "masked_select", "nn.functional.one_hot",
    "linalg.lstsq", "linalg.lstsq.grad_oriented", "nonzero", "nonzero_static", "tensor_split",
    "unique", "unique_consecutive",
}  # fmt: skip
UNSET = {"empty", "empty_like", "new_empty", "empty_strided", "new_empty_strided", "empty_permuted"}
KEYS = [] if db is None else [key for key in db.PRESENT if key not in db.NOT_YET]


def torch_samples(info, dtype, seed):
    """A few samples; another seed gives other data of the same shapes."""
    kind = getattr(db.torch, dtype)
    if kind not in info.dtypes:
        return []
    db.torch.manual_seed(seed)
    random.seed(seed)
    np.random.seed(seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return list(itertools.islice(info.sample_inputs("cpu", kind), 3))[::2]


def arguments(sample):
    kwargs = db.ours(sample.kwargs)
    kwargs.pop("device", None)
    return db.ours(sample.input), db.ours(tuple(sample.args)), kwargs


@pytest.mark.torch
@pytest.mark.parametrize("key", KEYS)
def test_function(key):
    info = db.OP_DB[key]
    ours = db.ADAPTED.get(key) or db.our_function(info.name)

    def call(first, args, kwargs):
        return ours(first, *args, **kwargs)

    refused = False
    for dtype in ("float32", "int64"):
        pairs = zip(torch_samples(info, dtype, 0), torch_samples(info, dtype, 1), strict=True)
        for a, b in itertools.islice(pairs, 1 if dtype == "int64" else 2):
            graded = dtype == "float32" and info.supports_autograd
            function = with_gradients(call) if graded else call
            try:
                agree(function, lambda a=a: arguments(a), lambda b=b: arguments(b),
                      values=key not in UNSET)  # fmt: skip
            except tl.TraceError as error:
                assert "/test_" in str(error), "the line of the call"
                refused = True
    assert refused == (key in ON_HOST)
