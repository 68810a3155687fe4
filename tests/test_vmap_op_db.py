"""Ops under `vmap` equal their calls for each part, on PyTorch's samples; gradients, too.

Every fifth op, for a kernel is compiled for each rank: all of them by ``STEP = 1``.
"""

import warnings

import numpy as np
import pytest

import tensorlite as tl

torch = pytest.importorskip("torch")
pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings("ignore")]

from test_op_db import ADAPTED, NOT_YET, OP_DB, PRESENT, RANDOM, flat, our_function, ours  # noqa: E402

SAMPLES, STEP = 1, 5
REFUSED = {
    "nn.functional.batch_norm": "writes what is mapped into running statistics that are not",
    "nn.functional.instance_norm": "the same",
}


def collected(value, found):
    """The tensors in nested arguments."""
    if isinstance(value, tl.Tensor):
        found.append(value)
    elif isinstance(value, tuple | list):
        for each in value:
            collected(each, found)
    elif isinstance(value, dict):
        collected(list(value.values()), found)
    return found


def replaced(value, tensors):
    """Nested arguments with the next ones of an iterator in the place of tensors."""
    if isinstance(value, tl.Tensor):
        return next(tensors)
    if isinstance(value, tuple | list):
        return type(value)([replaced(each, tensors) for each in value])
    if isinstance(value, dict):
        return {key: replaced(each, tensors) for key, each in value.items()}
    return value


class Case:
    """A sample, as a function of its tensors, with two parts of each."""

    def __init__(self, key, sample):
        info = OP_DB[key]
        self.function = ADAPTED.get(key) or our_function(info.name)
        self.args = [ours(sample.input), *ours(tuple(sample.args))]
        self.named = ours(sample.kwargs)
        self.named.pop("device", None)
        self.tensors = collected([self.args, self.named], [])
        self.stacked = [
            tl.stack([x, x * 0.9 if x.dtype.is_floating_point else x]) for x in self.tensors
        ]
        self.inputs = [k for k, x in enumerate(self.tensors) if x.dtype.is_floating_point]

    def __call__(self, *tensors):
        given = iter(tensors)
        args = replaced(self.args, given)
        return tuple(flat(self.function(*args, **replaced(self.named, given))))

    def slopes(self, *tensors):
        """The gradients of the sum of all results."""

        def loss(*inputs):
            given = list(tensors)
            for place, x in zip(self.inputs, inputs, strict=True):
                given[place] = x
            return sum(y.sum() for y in self(*given) if y.requires_grad)

        point = [tensors[k] for k in self.inputs]
        return tl.func.grad(loss, tuple(range(len(point))))(*point)

    def in_turn(self, function, dims):
        """What calls for each part give, stacked; None where they do not go together."""
        parts = [
            [x if dim is None else x[k] for x, dim in zip(self.given(dims), dims, strict=True)]
            for k in range(2)
        ]
        try:
            results = [function(*part) for part in parts]
            return [tl.stack(each) for each in zip(*results, strict=True)]
        except Exception:
            return None

    def given(self, dims):
        return [x if dim is None else y for x, y, dim in zip(self.tensors, self.stacked, dims,
                                                            strict=True)]  # fmt: skip


def check(case, function, dims, tolerance):
    want = case.in_turn(function, dims)
    if not want:
        return
    got = tl.func.vmap(function, in_dims=tuple(dims))(*case.given(dims))
    for a, b in zip(got, want, strict=True):
        a, b = a.detach().numpy(), b.detach().numpy()
        assert a.shape == b.shape and a.dtype == b.dtype
        np.testing.assert_allclose(a, b, rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("key", sorted({*PRESENT} - RANDOM - {*NOT_YET} - {*REFUSED})[::STEP])
def test_vmap_equals_calls_in_turn(key):
    info = OP_DB[key]
    if torch.float32 not in info.dtypes:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        samples = list(info.sample_inputs("cpu", torch.float32))[:SAMPLES]
    for sample in samples:
        case = Case(key, sample)
        count = len(case.tensors)
        for dims in ([0] * count, [0, *[None] * (count - 1)])[: min(count, 2)]:
            check(case, case, dims, 1e-4)
        if case.inputs and info.supports_autograd:
            check(case, case.slopes, [0] * count, 1e-3)
