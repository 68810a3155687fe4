"""Self-test: every elementwise op of the table, bit for bit, in dtypes, layouts, special values."""

import functools
import zlib

import numpy as np

import tensorlite as tl

from ..op import Elementwise, table
from ..ops import activation_rules as activations
from .compare import Case

# The dtypes on which the ops of a kind are defined; the first alone where it must be quick.
DTYPES = {
    "same": ("float32", "float64", "int64", "uint8", "bool"),
    "whole": ("float32", "float64", "int64", "bool"),
    "number": ("float32", "float64", "int64", "int8"),
    "numbers": ("float32", "float64", "int64", "int8"),
    "float": ("float32", "float64", "int32"),
    "bool": ("float32", "float64", "int32", "bool"),
    "logical": ("float32", "bool"),
    "integer": ("int64", "int8", "uint8", "bool"),
}
OTHERS = ("bool", "shift", "whole")  # operands that have a kind of their own
POSITIVE = {"nonzero", "natural"}  # what functions want of a divisor or an exponent among integers
SPECIALS = (0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, np.inf, -np.inf, np.nan)


def ops():
    """All elementwise ops by name: those of the table and the activations."""
    found = {op.name: op for op in table.values() if isinstance(op, Elementwise)}
    named = {op.name: op for op in vars(activations).values() if isinstance(op, Elementwise)}
    return found | {f"nn {name}": op for name, op in named.items()}


def elementwise(run):
    """Every op with its gradients: all layouts in one dtype, one in each other.

    Each layout of each dtype is a kernel that the card's compiler takes its time for. In a quick
    simulator, where the CPU's compiler takes most of it, one op of five has a layout.
    """
    few = run.quick and run.simulated
    for number, (name, op) in enumerate(ops().items()):
        dtypes = ("float32", "float64") if op.samples.floating else DTYPES[op.kind]
        for place, dtype in enumerate(dtypes[:1] if run.quick else dtypes):
            layouts = list(_layouts(op, name, dtype, run))
            if run.quick or place:
                layouts = [layouts[(number + place) % len(layouts)]]
            if few and number % 5:
                layouts = []
            for case in (*_dense(op, name, dtype, run.sizes), *layouts):
                run.compare(case)


def _smooth(op):
    """Whether it has a gradient by each of its operands."""
    return op.differentiable and not op.fixed


def _dense(op, name, dtype, sizes):
    gradients = _smooth(op) and dtype.startswith("float")
    dense = [tl.from_numpy(a) for a in operands(op, dtype, sizes.elements)]
    yield Case(f"{name}: {dtype} dense", op, tuple(dense), True, gradients)
    special = [tl.from_numpy(a) for a in special_operands(op, dtype, sizes.specials)]
    yield Case(f"{name}: {dtype} special values", op, tuple(special), True, gradients)


def _layouts(op, name, dtype, run):
    """The same op on operands that are views; views are made where the op runs."""
    gradients = _smooth(op) and dtype.startswith("float") and not run.quick
    grids = [tl.from_numpy(a.reshape(6, -1)) for a in operands(op, dtype, run.sizes.elements)]

    def case(layout, views, gradients=False):
        return Case(f"{name}: {dtype} {layout}", functools.partial(_viewed, op, views),
                    tuple(grids), True, gradients)  # fmt: skip

    yield case("transposed", (_flipped, *[_as_is] * (len(grids) - 1)), gradients)
    yield case("steps", [_halved] * len(grids), gradients)
    if len(grids) > 1:
        yield case("broadcast", (_as_is, *[_row, _column, _one, _row, _column][: len(grids) - 1]))
        yield case("numbers", (_as_is, *[_number] * (len(grids) - 1)))
    yield case("empty", [_nothing] * len(grids))
    yield case("0-d", [_point] * len(grids))


def _viewed(op, views, *operands):
    return op(*[view(x) for view, x in zip(views, operands, strict=True)])


def _as_is(x):
    return x


def _flipped(x):
    """The same elements in columns: the last dim has the longest step."""
    return x.t().contiguous().t()


def _halved(x):
    return x[::2, 1::2]


def _row(x):
    return x[:1]


def _column(x):
    return x[:, :1].expand(x.shape)


def _one(x):
    return x[0, 0]


def _number(x):
    return x[0, 0].item()


def _nothing(x):
    return x[:0]


def _point(x):
    return x[1, 0]


# ------------------------------------------------------------------ operands


def operands(op, dtype, count):
    """One array for each operand, in the domain of the op."""
    rng = np.random.default_rng(zlib.crc32(f"{op.name} {dtype}".encode()))
    return [ordinary(rng, kind, op.samples.domain, count) for kind in kinds_of(op, dtype)]


def kinds_of(op, dtype):
    """The kind of each operand of an op on a dtype."""
    kinds = [op.samples.operands.get(name) for name in op.params]
    return [kind if kind in OTHERS else dtype for kind in kinds]


def ordinary(rng, kind, domain, count):
    """An array of a kind of operand: a dtype, or "shift" or "whole"."""
    low, high = domain
    if kind == "bool":
        return rng.random(count) < 0.5
    if kind == "shift":
        return rng.integers(0, 7, count)
    if kind == "whole":
        return np.rint(rng.uniform(low, high, count))
    if kind.startswith("float"):
        return rng.uniform(low, high, count).astype(kind)
    least = 1 if low > 0 else 0 if kind[0] == "u" else -3
    return rng.integers(least, 5, count).astype(kind)


def special_operands(op, dtype, most):
    """Combinations of values at which formulas break, evenly picked if there are too many."""
    grids = np.meshgrid(*[_special(kind) for kind in kinds_of(op, dtype)], indexing="ij")
    step = -(-grids[0].size // most)
    step += step > 1 and step % 2 == 0  # even steps would meet the same operands again
    arrays = [np.ascontiguousarray(grid.ravel()[::step]) for grid in grids]
    for place, name in enumerate(op.params):
        if op.samples.operands.get(name) in POSITIVE and "int" in dtype:
            arrays[place] = (np.abs(arrays[place] % 8) + 1).astype(dtype)
    return arrays


def _special(kind):
    if kind in ("bool", "shift", "whole"):
        return {"bool": np.array([False, True]), "shift": np.arange(7),
                "whole": np.array([-2.0, 0.0, 3.0])}[kind]  # fmt: skip
    if "int" in kind:
        whole = np.iinfo(kind)
        return np.array(sorted({whole.min, whole.max, 0, 1, 2, 3, whole.max - 1}), kind)
    info = np.finfo(kind)
    extremes = [info.max, info.tiny, info.smallest_subnormal, -info.eps]
    return np.array([*SPECIALS, *extremes], kind)
