"""What a self-test compares: a card with the CPU, bit for bit or within a tolerance."""

import zlib
from dataclasses import dataclass

import numpy as np

import tensorlite as tl

from ..plan import tree

SEED = 5


class Mismatch(AssertionError):
    """The card gave something else than was expected."""


@dataclass
class Case:
    """
    A function that the card and the CPU both compute.

    Attributes
    ----------
    name : str
    function : callable
        Takes `args`; whatever lies in its result is compared.
    args : tuple
        Tensors on the CPU, containers of them, and anything else.
    exact : bool
        Whether floats must have the same bits, too; integers and bool always must.
    gradients : bool
        Whether to compare gradients as well.
    terms : int, optional
        How many numbers come together in one of the result: the largest extent of an operand.
    """

    name: str
    function: object
    args: tuple = ()
    exact: bool = False
    gradients: bool = False
    terms: int | None = None


def moved(value, device):
    """All tensors in a nest of containers, on a device."""
    leaves, build, _ = tree.flatten(value)
    return build([x.to(device) if isinstance(x, tl.Tensor) else x for x in leaves])


def tensors(value):
    """The tensors in a nest of containers."""
    return [x for x in tree.flatten(value)[0] if isinstance(x, tl.Tensor)]


def with_gradients(function):
    """`function` together with the gradients of its results, whose own are all different."""

    def both(*args):
        leaves, build, _ = tree.flatten(args)
        leaves = [x.detach().requires_grad_() if _floating(x) else x for x in leaves]
        out = function(*build(leaves))
        live = [x for x in tensors(out) if x.requires_grad]
        wanted = [x for x in leaves if _floating(x)]
        seeds = [_seed(x) for x in live]
        return out, tl.autograd.grad(live, wanted, seeds, allow_unused=True)

    return both


def _floating(x):
    return isinstance(x, tl.Tensor) and x.is_floating_point()


def _seed(x):
    """A gradient that comes from above; by NumPy, for no kernel may be trusted."""
    values = 1.25 + np.cos(np.arange(x.numel())).reshape(tuple(x.shape))
    return tl.tensor(values, dtype=x.dtype).to(x.device)


def agree(case, device):
    """The largest difference between card and CPU, in parts of what is allowed.

    Raises
    ------
    Mismatch
        If it is more than that.
    """
    function = with_gradients(case.function) if case.gradients else case.function
    tl.manual_seed(SEED)
    want = function(*case.args)
    tl.manual_seed(SEED)
    got = function(*moved(case.args, device))
    terms = case.terms or max([1, *(n for x in tensors(case.args) for n in x.shape)])
    return same(got, want, device, case.exact, terms)


def same(got, want, device, exact=True, terms=1):
    """The same of two nests of results; numbers of Python must be equal."""
    found, wanted = (tree.flatten(x)[0] for x in (got, want))
    if len(found) != len(wanted):
        raise Mismatch(f"expected {len(wanted)} results; got {len(found)}")
    share = 0.0
    for number, (x, y) in enumerate(zip(found, wanted, strict=True)):
        where = f"result {number}" if len(wanted) > 1 else "the result"
        if isinstance(y, tl.Tensor):
            _same_kind(x, y, device, where)
            x, y = x.detach().cpu().numpy(), y.detach().cpu().numpy()
            allowed = 0.0 if exact or y.dtype.kind != "f" else tolerance(y, terms)
            share = max(share, _share(x, y, allowed, where))
        elif x != y and (x == x or y == y):
            raise Mismatch(f"{where}: expected {y!r}; got {x!r}")
    return share


def _same_kind(x, y, device, where):
    for name, expected, got in (
        ("device", device, x.device),
        ("dtype", y.dtype, x.dtype),
        ("shape", tuple(y.shape), tuple(x.shape)),
        ("requires_grad", y.requires_grad, x.requires_grad),
    ):
        if expected != got:
            raise Mismatch(f"{where}: expected {name} {expected}; got {got}")


def tolerance(want, terms):
    """What two orders of adding up that many terms may differ by: see `TOLERANCE`."""
    finite = np.abs(want[np.isfinite(want)])
    scale = max(0.1, float(finite.max(initial=0.0)))
    return float(np.finfo(want.dtype).eps) * (16 + np.sqrt(terms)) * scale


TOLERANCE = (
    "Integers, bool, elementwise results, moved elements and random numbers must have the CPU's "
    "bits (any NaN equals any other). Other floats may differ by eps (16 + sqrt(terms)) "
    "max(0.1, largest element of the CPU's result), where eps is 1.2e-7 for float32, 2.2e-16 for "
    "float64, and terms is how many numbers come together in one: the largest extent of the "
    "arguments, or all elements where a whole tensor becomes one number."
)


def _share(x, y, allowed, where):
    """The largest difference of two arrays in parts of what is allowed."""
    if y.dtype.kind != "f":
        right = x == y
    else:
        right = (x.view(f"u{x.itemsize}") == y.view(f"u{y.itemsize}")) | ((x != x) & (y != y))
    if right.all():
        return 0.0
    with np.errstate(all="ignore"):
        far = np.abs(np.where(right, 0, x.astype(np.float64) - y.astype(np.float64)))
    if allowed and (far <= allowed).all():
        return float(far.max()) / allowed
    wrong = ~right & ~(far <= allowed) if allowed else ~right
    raise Mismatch(_largest(x, y, far, wrong, allowed, where))


def _largest(x, y, far, wrong, allowed, where):
    ranked = np.where(wrong, np.where(np.isnan(far), np.inf, far), -1.0)
    at = np.unravel_index(np.argmax(ranked), y.shape)
    limit = f"at most {allowed:.3g}" if allowed else "the same bits"
    return (
        f"{where}: {np.count_nonzero(wrong)} of {y.size} elements differ, by at most "
        f"{far[at]:.6g}, expected {limit}; at {list(map(int, at))} the CPU has {y[at]!r}, "
        f"the card {x[at]!r}"
    )


def raises(function, error, text):
    """A function of nothing that fails unless `function` raises an error with that text in it."""

    def refused():
        try:
            function()
        except error as found:
            if text not in str(found):
                raise Mismatch(f"expected {text!r} in the message; got {str(found)!r}") from found
        else:
            raise Mismatch(f"expected {error.__name__} with {text!r}; got no error")

    return refused


# ------------------------------------------------------------------ data


class Data:
    """
    Operands, other ones at each call and the same in each run.

    Parameters
    ----------
    name : str
        What they are for.
    """

    def __init__(self, name):
        self.rng = np.random.default_rng(zlib.crc32(name.encode()))

    def normal(self, *shape, dtype="float32"):
        """Normally distributed numbers."""
        return tl.from_numpy(self.rng.standard_normal(shape).astype(dtype))

    def spread(self, rows, columns, dtype="float32"):
        """Numbers (rows, columns) whose rows and columns all have some variance to divide by."""
        steps = np.add.outer(np.arange(rows), np.arange(columns)) % 7 - 3
        return tl.from_numpy((self.rng.standard_normal(steps.shape) * 0.3 + steps).astype(dtype))

    def uniform(self, low, high, *shape, dtype="float32"):
        """Uniform numbers."""
        return tl.from_numpy(self.rng.uniform(low, high, shape).astype(dtype))

    def whole(self, low, high, *shape, dtype="int64"):
        """Whole numbers from low to high - 1."""
        return tl.from_numpy(self.rng.integers(low, high, shape).astype(dtype))

    def flags(self, *shape):
        """True for a third."""
        return tl.from_numpy(self.rng.random(shape) < 1 / 3)
