"""Random small programs: compiled, they have the bits of eager at the first call and in replays.

They mix views, in-place ops, dtypes, masks, reductions, products, gradients and steps. A longer
search is `RANDOM_PROGRAMS=2000 pytest tests/test_plan_programs.py`; a failure names its seed.
"""

import math
import os
import random

import numpy as np
import pytest

import tensorlite as tl

COUNT = int(os.environ.get("RANDOM_PROGRAMS", "48"))
SHAPES = [(4, 6), (3, 4), (24,), (5,), (2, 3, 4), (4, 1), (17, 19), (4, 4), (32, 8), ()]
INTEGERS = ["uint8", "uint16", "uint32", "int8", "int16", "int32", "int64"]
UNARY = ["exp", "sin", "neg", "sigmoid", "tanh", "square", "abs", "relu", "clone", "detach"]
BINARY = ["add", "sub", "mul", "maximum", "div"]
FOLDS = ["sum", "mean", "amax", "prod", "logsumexp", "softmax", "cumsum", "argmax"]
WRITES = ["add_", "mul_", "copy_", "zero_", "clamp_", "row"]
WHOLE_UNARY = ["neg", "abs", "square", "sign", "bitwise_not", "relu", "float", "double", "long",
               "int", "short", "char", "byte", "bool", "isnan", "trunc", "sqrt"]  # fmt: skip
WHOLE_BINARY = ["add", "sub", "mul", "maximum", "bitwise_and", "bitwise_xor", "eq", "lt",
                "floor_divide", "remainder", "div", "bitwise_left_shift", "pow"]  # fmt: skip


class Choices:
    """Numbers that were drawn before, used like a `random.Random`: a plan may rely on them."""

    def __init__(self, numbers):
        self.random = iter(numbers).__next__

    def randrange(self, count):
        return int(self.random() * count)

    def choice(self, options):
        return options[self.randrange(len(options))]


def view(r, x):
    """Some view of a tensor."""
    dim = r.randrange(x.ndim) if x.ndim else 0
    views = [lambda: x.reshape(-1), lambda: x.unsqueeze(dim), lambda: x.squeeze()]
    if x.ndim and x.shape[dim]:
        first = r.randrange(x.shape[dim])
        views += [lambda: x.narrow(dim, first, x.shape[dim] - first), lambda: x.select(dim, first),
                  lambda: x.transpose(0, dim), lambda: x.expand(2, *x.shape),
                  lambda: x.unfold(dim, min(2, x.shape[dim]), 1), lambda: x[::2],
                  lambda: x.flip(dim)]  # fmt: skip
    return r.choice(views[:3] if x.ndim > 3 else views)()


def fitting(r, values, x):
    """A value that broadcasts to the shape of x."""

    def fits(y):
        tail = x.shape[x.ndim - y.ndim :] if y.ndim <= x.ndim else None
        return tail is not None and all(m in (1, n) for m, n in zip(y.shape, tail, strict=True))

    found = [y for y in values if y.is_floating_point() and fits(y)]
    return r.choice(found) if found else tl.tensor(1.5)


def write(r, x, y):
    """Change x in place; where it repeats elements, not."""
    name = r.choice(WRITES)
    if 0 in x.stride() or len({*x.stride()}) < x.ndim or not x.is_floating_point():
        return x
    if name in ("zero_", "clamp_"):
        return x.zero_() if name == "zero_" else x.clamp_(-1, 1)
    if name == "row" and x.ndim:
        x[0] = y if y.ndim < x.ndim else 2.0
        return x
    return getattr(x, "mul_" if name == "row" else name)(y)


def floats(numbers, arguments, parameters):
    """One program on float tensors; what it does depends on the numbers and on shapes alone."""
    r, values, own = Choices(numbers), [*arguments, *parameters], []
    results = []
    for _ in range(4 + r.randrange(9)):
        x = r.choice(values[-5:])
        x, other, kind = x if x.is_floating_point() else x.float(), None, r.random()
        dim = r.randrange(x.ndim) if x.ndim else 0
        if kind < 0.3:
            y = view(r, x)
        elif kind < 0.42:
            y = getattr(x, r.choice(UNARY))()
        elif kind < 0.56:
            y = getattr(tl, r.choice(BINARY))(x, fitting(r, values, x))
        elif kind < 0.62:
            y = tl.where(x > 0.2, x, fitting(r, values, x))
        elif kind < 0.76 and own:
            other = r.choice(own)
            y = write(r, view(r, other) if r.random() < 0.6 else other, fitting(r, values, other))
        elif kind < 0.88 and x.numel():
            fold = r.choice(FOLDS)
            y = getattr(x, fold)(dim) if x.ndim else x.sum()
        elif kind < 0.93 and x.ndim == 2:
            y = (x @ x.t() if r.random() < 0.5 else x.t() @ x).relu()
        else:
            y = x.to(r.choice([tl.float64, tl.int32, tl.bool]))
        if y.numel() > 20_000 or y.ndim > 4:
            continue
        values.append(y)
        if all(y.memory is not x.memory for x in (*arguments, *parameters)):
            own.append(y)
        if r.random() < 0.3:
            results.append(y)
    return [*results, values[-1]]


def trained(numbers, arguments, parameters):
    """The same with a backward and a step."""
    results = floats(numbers, arguments, parameters)
    live = [y for y in results if y.requires_grad]
    if live:
        sum((y * 0.5).sum().float() for y in live).backward()
        with tl.no_grad():
            for p in parameters:
                if p.grad is not None:
                    p.sub_(p.grad * 0.01)
    return [y.detach() for y in results]


def whole(numbers, arguments, _):
    """One program on tensors of all dtypes, which wrap around, cut, and are folded."""
    r, values = Choices(numbers), list(arguments)
    for _ in range(2 + r.randrange(7)):
        x, y, kind = values[-1], r.choice(values), r.random()
        if kind < 0.3:
            values.append(getattr(x, r.choice(WHOLE_UNARY))())
        elif kind < 0.45:
            values.append(x.to(getattr(tl, r.choice([*INTEGERS, "bool", "float32", "float64"]))))
        elif kind < 0.7:
            values.append(getattr(tl, r.choice(WHOLE_BINARY))(x, y))
        elif kind < 0.8:
            values.append(getattr(tl, r.choice(WHOLE_BINARY))(x, r.choice([1, 3, 200, 0.5, -2])))
        elif kind < 0.87:
            values.append(tl.where(x.bool(), x, y))
        else:
            fold = r.choice(["sum", "amax", "any", "cumsum", "prod"])
            folded = getattr(x, fold)(0)
            values.append(folded if fold == "cumsum" else folded.unsqueeze(0) + x * 0)
    return [values[-1], r.choice(values)]


def integers(rng, shape):
    dtype = rng.choice(["bool", *INTEGERS, "float32", "float64"])
    if dtype in ("float32", "float64"):
        special = [np.nan, np.inf, -1.5, 255.5, 65536, 2.0**31, -1e10, 1e30]
        usual = rng.normal(size=shape) * 300
        return np.where(rng.random(shape) < 0.3, rng.choice(special, shape), usual).astype(dtype)
    if dtype == "bool":
        return rng.random(shape) < 0.5
    limits = np.iinfo(dtype)
    return rng.integers(limits.min, limits.max, shape, dtype, endpoint=True)


def content(x):
    """Shape, strides that matter, dtype and bits; every NaN is the same."""
    if x is None:
        return None
    values = x.detach().numpy()
    if values.dtype.kind == "f":
        values = np.where(np.isnan(values), values.dtype.type(np.nan), values)
    strides = [s for s, n in zip(x.stride(), x.shape, strict=True) if n != 1 and x.numel()]
    return tuple(x.shape), strides, x.dtype, x.requires_grad, np.ascontiguousarray(values).tobytes()


def played(program, seed, wrap, calls=3):
    """What each call gives, and all it may have changed; None if the program does not run."""
    rng, r = np.random.default_rng(seed), random.Random(seed)
    shapes = [r.choice(SHAPES[:-1])] * 3 if program is whole else r.choices(SHAPES, k=3)
    parameters = [tl.from_numpy(np.asarray(rng.normal(size=s), np.float32)) for s in shapes[:2]]
    for p in parameters:
        p.requires_grad_(program is trained)
    layouts, found = r.choices(range(3), k=3), []
    numbers = tuple(r.random() for _ in range(200))
    function = wrap(lambda *arguments: program(numbers, arguments, parameters))
    for call in range(calls):
        arguments = []
        for k, (shape, layout) in enumerate(zip(shapes, layouts, strict=True)):
            data = np.asarray(rng.normal(size=shape), np.float32)
            if program is whole:
                data = np.roll(integers(np.random.default_rng([seed, k]), shape), call)
            x = tl.from_numpy(data)
            if layout == 1 and len(shape) > 1:
                x = x.transpose(0, 1).contiguous().transpose(0, 1)
            if layout == 2 and math.prod(shape) and shape:
                x = tl.from_numpy(np.repeat(data, 2, 0))[::2]
            arguments.append(x)
        try:
            results = function(*arguments)
        except (RuntimeError, TypeError, NotImplementedError):
            if wrap is tl.compile:
                raise
            return None
        found.append([content(x) for x in (*results, *arguments, *parameters)]
                     + [content(p.grad) for p in parameters])  # fmt: skip
        if call == 1:
            parameters[0].grad = None
    return found


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("program", [floats, trained, whole], ids=lambda f: f.__name__)
def test_random_programs(program):
    ran = 0
    for seed in range(COUNT // 3 if program is not whole else COUNT // 2):
        eager = played(program, seed, lambda function: function)
        if eager is not None:
            ran += 1
            assert played(program, seed, tl.compile) == eager, f"{program.__name__}, seed {seed}"
    assert ran > COUNT // 6
