"""Every elementwise entry of `tensorlite.op.table`: values, dtypes, layouts, gradients, forms.

Kernels compile per (program, dtype, class of layout), so that each test picks the combinations that
differ: every dtype on dense operands, one mixed layout per op, and all layouts for a few ops, for
the loop around the scalar function is the same text.
"""

import functools
import itertools
import zlib

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import dtypes
from tensorlite.dispatch import result_dtype
from tensorlite.op import Elementwise, methods, registry, table
from tensorlite.ops import activation_rules as activations
from tensorlite.selftest.elementwise import kinds_of, ordinary
from tensorlite.tensor import number

ENTRIES = {name: op for name, op in table.items() if isinstance(op, Elementwise)}
ACTIVATIONS = {
    f"nn_{op.name}": op for op in vars(activations).values() if isinstance(op, Elementwise)
}
OPS = ENTRIES | ACTIVATIONS
KEYS = {id(op): key for key, op in OPS.items()}

FLOAT_SPECIALS = (0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, np.inf, -np.inf, np.nan)


def reference(op):
    """The entry's oracle, or for an activation the scalar function itself in NumPy's float64."""
    return op.reference or pointwise(op.function)


def pointwise(function):
    def apply(*arrays):
        arrays = np.broadcast_arrays(*[np.asarray(a, np.float64) for a in arrays])
        rows = zip(*map(np.ravel, arrays), strict=True)
        return np.array([function(*row) for row in rows]).reshape(arrays[0].shape)

    return apply


def supported(op):
    """The dtypes on which the op is defined."""
    if op.samples.floating:
        return ("float32", "float64")
    few = zlib.crc32(op.name.encode()) % 6
    if op.kind == "float":  # the conversion of the others is the same text in every op
        return ("float32", "float64", *({0: ["int32"], 1: ["bool"]}.get(few, [])))
    return {
        "same": ("float32", "float64", "int64", "uint8", "bool"),
        "number": ("float32", "float64", "int64", "uint8"),
        "numbers": ("float32", "float64", "int64", "uint8"),
        "whole": ("float32", "float64", "int64", "bool"),
        "bool": ("float32", "float64", "int32", "bool"),
        "logical": ("float32", "bool"),
        "integer": ("int64", "int8", "uint8", "bool"),
    }[op.kind]


def samples(op, dtype, count=40, special=False, spread=None):
    """One array per operand, within the entry's domain; or all combinations of special values."""
    rng = np.random.default_rng(zlib.crc32(f"{op.name} {dtype}".encode()))
    kinds = kinds_of(op, dtype)
    if special:
        grids = np.meshgrid(*[specials(kind) for kind in kinds], indexing="ij")
        return [np.ascontiguousarray(grid.ravel()) for grid in grids]
    arrays = [ordinary(rng, kind, op.samples.domain, count) for kind in kinds]
    for low, high in itertools.pairwise(places(op, op.samples.ordered)):
        pair = arrays[low], arrays[high]
        arrays[low], arrays[high] = np.minimum(*pair), np.maximum(*pair) + 1
    return arrays


def places(op, names):
    """The numbers of operands."""
    return [op.params.index(name) for name in names]


def specials(kind):
    if kind in ("bool", "shift"):
        return ordinary(np.random.default_rng(0), kind, (0, 1), 7)
    if kind == "whole":
        return np.array([-2.0, 0.0, 3.0])
    if "int" in kind:
        info = np.iinfo(kind)
        return np.array(sorted({info.min, info.max, 0, 1, 2, 3, info.max - 1}), kind)
    info = np.finfo(kind)
    return np.array(
        [*FLOAT_SPECIALS, info.max, info.tiny, info.smallest_subnormal, -info.eps], kind
    )


def expected(op, arrays):
    """The reference in the dtype in which the op computes, and the dtype of its answer."""
    computed, answered = result_dtype(op, [tl.from_numpy(a).spec for a in arrays])
    with np.errstate(all="ignore"):
        values = reference(op)(*[np.asarray(a).astype(computed.numpy) for a in arrays])
        return np.asarray(values).astype(answered.numpy), answered


def check(got, want, message="", loose=1.0, absolute=0.0):
    """Equal, or within 8 units in the last place for floats; `absolute` in such units of 1."""
    assert got.shape == want.shape, message
    assert got.dtype == want.dtype, message
    if want.dtype.kind != "f":
        np.testing.assert_array_equal(got, want, err_msg=message)
        return
    eps = np.finfo(want.dtype).eps * loose
    tiny = np.finfo(want.dtype).tiny
    atol = max(tiny, 8 * eps * absolute)
    np.testing.assert_allclose(got, want, rtol=8 * eps, atol=atol, err_msg=message)


def run(op, arrays):
    return op(*[tl.from_numpy(a) for a in arrays]).numpy()


def some(ops, share):
    """One op of `share`: the loop around the scalar function is the same text, and compiles."""
    return dict(list(ops.items())[::share])


def named(ops):
    return pytest.mark.parametrize("op", ops.values(), ids=ops.keys())


# ------------------------------------------------------------------ values


def test_every_entry_of_the_table_has_a_reference():
    assert [name for name, op in ENTRIES.items() if op.reference is None] == []


@named(OPS)
def test_dense_operands_of_every_dtype_equal_the_reference(op):
    for dtype in supported(op):
        arrays = samples(op, dtype)
        want, _ = expected(op, arrays)
        check(run(op, arrays), want, f"{op.name} {dtype}", 4.0, op.samples.rough)


@named({k: op for k, op in ENTRIES.items() if op.samples.special and len(op.params) < 4})
def test_special_values_equal_the_reference(op):
    for dtype in supported(op):
        arrays = samples(op, dtype, special=True)
        for k, kind in enumerate(map(op.samples.operands.get, op.params)):
            if kind == "nonzero" and "int" in dtype:
                kept = arrays[k] != 0
                arrays = [a[kept] for a in arrays]
            if kind == "natural" and "int" in dtype:
                arrays[k] = np.abs(arrays[k] % 8)
        for low, high in itertools.pairwise(places(op, op.samples.ordered)):
            kept = ~(arrays[low] > arrays[high])
            arrays = [a[kept] for a in arrays]
        want, _ = expected(op, arrays)
        got = run(op, arrays)
        check(got, want, f"{op.name} {dtype} {arrays if len(want) < 12 else ''}", loose=4.0)


# ------------------------------------------------------------------ layouts

BASE = (6, 10)


def layouts(values):
    """Tensors of shape (3, 5) or less with different strides, and the arrays that they show."""
    grid = np.resize(values, BASE)
    views = {
        "contiguous": np.ascontiguousarray(grid[:3, :5]),
        "transposed": np.ascontiguousarray(grid[:3, :5].T).T,
        "step": grid[::2, ::2],
        "negative": grid[2::-1, 4::-1],
        "row": grid[:1, :5],
        "column": grid[:3, :1],
        "vector": grid[0, :5],
        "scalar": np.array(grid[0, 0]),
        "inner": grid[:3, 2:7],
    }
    found = {name: (tl.from_numpy(view), view) for name, view in views.items()}
    expanded = np.broadcast_to(grid[:1, :5], (3, 5))
    found["expanded"] = tl.from_numpy(grid[:1, :5]).expand(3, 5), expanded
    return found


@pytest.mark.parametrize(
    ("name", "dtype"), [("mul", "float32"), ("mul", "int16"), ("ge", "float64"), ("_where", "bool")]
)
def test_any_layout_beside_any_other(name, dtype):
    op = ENTRIES[name]
    first, *others = samples(op, dtype, 60)
    tensors = [layouts(values) for values in (first, *others[:1])]
    for left, right in itertools.product(*tensors):
        (x, a), (y, b) = tensors[0][left], tensors[1][right]
        more = [y] * (len(op.params) - 2)
        arrays = [a, b] + [b] * (len(op.params) - 2)
        want, _ = expected(op, arrays)
        check(op(x, y, *more).numpy(), want, f"{name} {dtype}: {left} beside {right}")


@named(some(OPS, 2))
def test_mixed_layouts(op):
    dtype = supported(op)[0]
    chosen = itertools.cycle(["transposed", "step", "row", "column"])
    pairs = [
        layouts(values)[name] for values, name in zip(samples(op, dtype, 60), chosen, strict=False)
    ]
    want, _ = expected(op, [view for _, view in pairs])
    check(op(*[x for x, _ in pairs]).numpy(), want, op.name, 4.0, op.samples.rough)


@named(some(OPS, 8))
def test_zero_size_and_0d(op):
    dtype = supported(op)[0]
    arrays = samples(op, dtype, 1)
    want, _ = expected(op, arrays)
    for shape in ((), (0,), (3, 0), (0, 4)):
        out = op(*[tl.from_numpy(np.resize(a, shape)) for a in arrays])
        assert out.shape == shape
        if shape == ():
            check(out.numpy(), want.reshape(()), op.name, 4.0, op.samples.rough)


def test_dense_layouts_are_kept():
    x = tl.ones(3, 4).t()
    assert tl.exp(x).stride() == x.stride() == (1, 4)
    assert (x + x).stride() == (1, 4)
    assert (x + tl.ones(4, 3)).stride() == (1, 4)  # the first operand decides
    assert (tl.ones(4, 3) + x).stride() == (3, 1)


# ------------------------------------------------------------------ forms


@functools.cache
def torch():
    return pytest.importorskip("torch")


PUBLIC = {name: op for name, op in ENTRIES.items() if registry.get(name) is op and name[0] != "_"}


@named(some(PUBLIC, 3))
def test_function_method_out_and_inplace_agree(op):
    dtype = supported(op)[0]
    tensors = [tl.from_numpy(a) for a in samples(op, dtype)]
    want = op(*tensors).numpy()
    x, *rest = tensors
    if op.name in methods:
        check(getattr(x, op.name)(*rest).numpy(), want, "method")
    out = tl.empty(want.shape, dtype=dtypes.as_dtype(want.dtype))
    assert op(*tensors, out=out) is out
    check(out.numpy(), want, "out=")
    strided = tl.zeros(len(want), 2, dtype=out.dtype)[:, 1]
    op(*tensors, out=strided)
    check(strided.numpy(), want, "out= with steps")
    if f"{op.name}_" not in methods:
        return
    target = x.clone() if out.dtype is x.dtype or out.dtype is tl.bool else x.float()
    version = target._version
    assert getattr(target, f"{op.name}_")(*rest) is target
    assert target._version == version + 1
    check(target.numpy(), want.astype(target.numpy().dtype), "in place")


@named(some({name: op for name, op in PUBLIC.items() if len(op.params) == 2}, 3))
def test_numbers_on_either_side(op):
    dtype = supported(op)[0]
    x, y = samples(op, dtype)
    y = y.astype(dtype)
    for a, b in ((x, y[0].item()), (x[0].item(), y)):
        arrays = [np.asarray(v, dtype) for v in (a, b)]
        want, _ = expected(op, list(np.broadcast_arrays(*arrays)))
        tensors = [tl.from_numpy(v) if isinstance(v, np.ndarray) else v for v in (a, b)]
        check(op(*tensors).numpy(), want, f"{op.name} {dtype}", loose=4.0)


def test_operators():
    x, y = np.array([5.0, -3.0, 2.0], np.float32), np.array([2.0, 2.0, -4.0], np.float32)
    a, b = tl.from_numpy(x), tl.from_numpy(y)
    for text in ("+", "-", "*", "/", "//", "%", "==", "!=", "<", "<=", ">", ">="):
        for left, right in (("a", "b"), ("a", "2"), ("2.5", "b")):
            got = eval(f"{left} {text} {right}")
            with np.errstate(all="ignore"):
                want = eval(f"{left} {text} {right}", {"a": x, "b": y})
            check(got.numpy(), want, text)
    check((abs(a) ** b).numpy(), np.abs(x) ** y, "**")
    check((2**b).numpy(), np.float32(2) ** y, "r**")
    check((-a).numpy(), -x)
    i, j = tl.tensor([5, 6, 1]), tl.tensor([1, 2, 3])
    for text in ("&", "|", "^", "<<", ">>"):
        for left, right in (("i", "j"), ("i", "2"), ("9", "j")):
            want = eval(f"{left} {text} {right}", {"i": i.numpy(), "j": j.numpy()})
            check(eval(f"{left} {text} {right}").numpy(), want, text)
    assert (~i).tolist() == [-6, -7, -2]
    assert (~(i > 3)).tolist() == [False, False, True]


def test_inplace_operators_write_into_the_tensor():
    for text in ("+=", "-=", "*=", "/=", "//=", "%=", "**="):
        x = y = tl.tensor([4.0, 9.0])
        want = x.numpy().copy()
        scope = {"x": x, "w": want}
        exec(f"x {text} 2\nw {text} 2", scope)
        assert scope["x"] is y
        check(y.numpy(), scope["w"].astype(np.float32), text)


# ------------------------------------------------------------------ dtypes

KINDS = ("bool", "uint8", "int8", "int32", "int64", "float32", "float64")


def torch_function(op):
    """PyTorch's function for an entry, and how to call it."""
    if KEYS[id(op)] in ACTIVATIONS:
        name = {"gelu_tanh": "", "threshold": ""}.get(op.name, op.name)
        return getattr(torch().nn.functional, name, None)
    name = {"_rint": "round", "_trunc_divide": ""}.get(op.name, op.name.strip("_"))
    return getattr(torch(), name, None)


@pytest.mark.torch
@named(ENTRIES)
def test_result_dtypes_are_those_of_torch(op):
    function, t = torch_function(op), torch()
    if function is None or op.name in ("square", "_where", "_nan_to_num"):
        return  # no such function, or another meaning for bool, or other parameters
    count = len(op.params)
    shapes = ((2,),) if count == 1 else ((2,), (), None)
    for kinds in itertools.product(KINDS, repeat=min(count, 2)):
        for form in shapes:
            if op.name == "_pow" and set(kinds) == {"bool"}:
                continue  # refused here, as between two tensors there
            theirs, ours = pairs_of(t, kinds, form, count)
            try:
                want = function(*theirs).dtype
            except (RuntimeError, TypeError, NotImplementedError):
                continue
            _, got = result_dtype(op, [x.spec for x in ours])
            assert str(got).split(".")[1] == str(want).split(".")[1], (op.name, kinds, form)


def pairs_of(t, kinds, form, count):
    """Operands of both libraries: the second with axes, 0-d, or a Python number."""
    theirs = [t.ones(2, dtype=getattr(t, kinds[0]))]
    ours = [tl.ones(2, dtype=getattr(tl, kinds[0]))]
    for k in range(1, count):
        kind = kinds[min(k, len(kinds) - 1)]
        if form is None:
            value = {"b": True, "i": 1, "u": 1, "f": 1.0}[kind[0]]
            theirs.append(value)
            ours.append(number(value))
        else:
            theirs.append(t.ones(form, dtype=getattr(t, kind)))
            ours.append(tl.ones(form, dtype=getattr(tl, kind)))
    return theirs, ours


# Where we differ from PyTorch at special values, and why.
OWN = {
    "_remainder": "no NaN where the quotient overflows",
    "_fmod": "no NaN where the quotient overflows",
    "copysign": "the gradient at infinity is the sign, not NaN",
    "_logit": "no NaN as gradient outside of (0, 1)",
    "atan2": "no overflow or underflow in the gradient",
    "acosh": "the gradient outside of the domain",
    "sinc": "0 at the largest numbers, where pi x overflows",
    "digamma": "infinite gradient at poles",
    "i0": "infinite at infinity, not NaN",
    "igamma": "a share at the largest numbers, not NaN",
    "igammac": "a share at the largest numbers, not NaN",
    "_polygamma": "its order is a tensor here",
    "sgn": "its gradient of zeros has no memory there",
    "nn_prelu": "its weight is one per channel",
    "nn_gelu": "infinite at infinity, not NaN",
    "nn_hardsigmoid": "the gradient at NaN",
    "nn_hardswish": "0 at -infinity, not NaN",
}


@pytest.mark.torch
@named({k: op for k, op in OPS.items() if k not in OWN and len(op.params) <= 2})
def test_special_values_and_their_gradients_are_those_of_torch(op):
    function = torch_function(op)
    if function is None or not {"float32"} <= set(supported(op)) or op.name in ("_where", "ldexp"):
        return
    count = 1 if KEYS[id(op)] in ACTIVATIONS and op.defaults else len(op.params)
    for dtype in ("float32", "float64"):
        arrays = [a.ravel() for a in np.meshgrid(*[specials(dtype)] * count, indexing="ij")]
        if op.name in ("celu", "elu", "selu"):  # torch's scalar and vector loops differ at NaN
            arrays = [a[~np.isnan(a)] for a in arrays]
        theirs = [torch().tensor(a, requires_grad=op.differentiable) for a in arrays]
        ours = [tl.tensor(a, requires_grad=op.differentiable) for a in arrays]
        want = function(*theirs)
        got = op(*ours, *op.defaults) if count < len(op.params) else op(*ours)
        points = np.array(arrays).T
        compare(got, want, dtype, points, op.name)
        if not op.differentiable or not want.requires_grad:
            continue
        try:
            want.backward(torch().ones_like(want))
        except RuntimeError:  # floor_divide, heaviside: not implemented there
            continue
        got.backward(tl.ones_like(got))
        for x, y in zip(ours, theirs, strict=True):
            compare(x.grad, y.grad, dtype, points, f"gradient of {op.name}")


def compare(got, want, dtype, points, message):
    got, want = got.detach().numpy(), want.detach().numpy()
    assert got.dtype == want.dtype
    eps = 64 * np.finfo(dtype).eps
    tolerance = {"rtol": eps, "atol": eps, "equal_nan": True}
    with np.errstate(all="ignore"):
        wrong = ~np.isclose(got, want, **tolerance) & ~(np.signbit(points) & (points == 0)).any(1)
    found = [(*p, g, w) for p, g, w in zip(points[wrong], got[wrong], want[wrong], strict=True)]
    assert not found, f"{message}: (*operands), ours, theirs: {found[:6]}"


def test_mixed_dtypes_compute_in_the_common_one():
    x, y = np.array([1, 2, 250], np.uint8), np.array([0.5, -1.5, 2.0], np.float32)
    check(tl.mul(tl.from_numpy(x), tl.from_numpy(y)).numpy(), (x * y).astype(np.float32))
    z = np.array([-1, 5, 7], np.int8)
    check(tl.add(tl.from_numpy(x), tl.from_numpy(z)).numpy(), x.astype(np.int16) + z)
    check(tl.div(tl.from_numpy(x), tl.from_numpy(z)).numpy(), (x / z).astype(np.float32))
    flag = tl.tensor([True, False, True])
    assert (flag + 1).dtype is tl.int64
    assert (flag * 2.5).tolist() == [2.5, 0.0, 2.5]
    assert (tl.from_numpy(z) * 2.5).dtype is tl.float32


def test_integers_wrap_around():
    x = tl.tensor([127, -128], dtype=tl.int8)
    assert (x + 1).tolist() == [-128, -127]
    assert (-x).tolist() == [-127, -128]
    assert tl.abs(x).tolist() == [127, -128]
    y = tl.tensor([0, 255], dtype=tl.uint8)
    assert (y - 1).tolist() == [255, 254]
    big = tl.tensor([2**63 - 1, -(2**63)])
    assert (big + 1).tolist() == [-(2**63), -(2**63) + 1]
    assert (big // -1).tolist() == [-(2**63) + 1, -(2**63)]


# ------------------------------------------------------------------ gradients

SMOOTH = {name: op for name, op in OPS.items() if op.differentiable and op.samples.smooth}
STEP = 1e-5


def moves(op, k):
    """Whether the result moves with an operand."""
    kind = op.samples.operands.get(op.params[k])
    return k not in op.fixed and kind in (None, "nonzero", "natural")


def smooth_samples(op):
    """Points in the domain, away from kinks: nudged off small multiples of 1/2."""
    arrays = samples(op, "float64", 7)
    for k, values in enumerate(arrays):
        if values.dtype == np.float64 and moves(op, k):
            near = np.abs(values * 2 - np.rint(values * 2)) < 0.02
            arrays[k] = values + near * 0.03
    return arrays


def slope(function, arrays, k):
    """Central differences by operand number k."""
    shifted = [list(arrays), list(arrays)]
    shifted[0][k], shifted[1][k] = arrays[k] + STEP, arrays[k] - STEP
    high, low = (function(*points) for points in shifted)
    return (high - low) / (2 * STEP)


def gradient(op, arrays, k, weights):
    """The first derivative by operand k times weights, as NumPy."""
    leaves = [tl.tensor(a, requires_grad=i == k) for i, a in enumerate(arrays)]
    (g,) = tl.autograd.grad(op(*leaves), leaves[k], tl.tensor(weights))
    return g.numpy()


@named(SMOOTH)
def test_gradients_by_central_differences(op):
    arrays = smooth_samples(op)
    weights = np.linspace(0.5, 1.5, arrays[0].size)
    moving = [k for k in range(len(arrays)) if moves(op, k)]
    for k in moving:
        want = weights * slope(lambda *a: run(op, a), arrays, k)
        got = gradient(op, arrays, k, weights)
        np.testing.assert_allclose(got, want, rtol=2e-6, atol=2e-8, err_msg=op.params[k])
        second_order(op, arrays, k, moving, weights)


def second_order(op, arrays, k, moving, weights):
    if op.samples.orders < 2:
        return
    leaves = [tl.tensor(a, requires_grad=i in moving) for i, a in enumerate(arrays)]
    w = tl.tensor(weights, requires_grad=True)
    (g,) = tl.autograd.grad(op(*leaves), leaves[k], w, create_graph=True)
    v = np.linspace(1.0, 2.0, weights.size)
    targets = [leaves[i] for i in moving]
    if not g.requires_grad:
        return
    found = tl.autograd.grad(g, [*targets, w], tl.tensor(v), materialize_grads=True)
    for i, got in zip(moving, found, strict=False):
        want = v * slope(lambda *a: gradient(op, a, k, weights), arrays, i)
        names = f"d2 by {op.params[k]} and {op.params[i]}"
        np.testing.assert_allclose(got.numpy(), want, rtol=5e-6, atol=5e-8, err_msg=names)
    want = v * gradient(op, arrays, k, np.ones_like(weights))
    np.testing.assert_allclose(found[-1].numpy(), want, rtol=1e-12, atol=1e-12)


@named(some(SMOOTH, 3))
def test_gradients_in_float32(op):
    arrays = smooth_samples(op)
    narrow = [a.astype(np.float32) if a.dtype == np.float64 else a for a in arrays]
    wide = [a.astype(np.float64) if a.dtype == np.float32 else a for a in narrow]
    weights = np.linspace(0.5, 1.5, arrays[0].size)
    for k in range(len(arrays)):
        if arrays[k].dtype == np.float64 and moves(op, k):
            got = gradient(op, narrow, k, weights.astype(np.float32))
            assert got.dtype == np.float32
            np.testing.assert_allclose(got, gradient(op, wide, k, weights), rtol=2e-5, atol=1e-5)


def test_gradients_of_broadcast_operands_are_summed():
    x = tl.tensor(np.ones((3, 1)), requires_grad=True)
    y = tl.tensor(np.arange(4.0), requires_grad=True)
    z = tl.tensor(2.0, requires_grad=True)
    (x * y * z).backward(tl.ones(3, 4, dtype=tl.float64))
    assert x.grad.tolist() == [[12.0]] * 3
    assert y.grad.tolist() == [6.0] * 4
    assert z.grad.tolist() == 18.0
    assert z.grad.dtype is tl.float32


def test_gradients_come_in_the_dtype_of_their_operand():
    x = tl.tensor([1.0, 2.0], requires_grad=True)
    y = tl.tensor([3.0, 4.0], dtype=tl.float64, requires_grad=True)
    (x * y).backward(tl.ones(2, dtype=tl.float64))
    assert x.grad.dtype is tl.float32
    assert y.grad.dtype is tl.float64
    assert x.grad.tolist() == [3.0, 4.0]
