"""Ops of lists of tensors, by the names under which optimizers call those of PyTorch.

Each is the op of its name, tensor by tensor; a plan makes few kernels of them.
"""

from collections.abc import Sequence

from .errors import expected
from .ops.matrix_norms import vector_norm
from .tensor import Tensor

ALONE = (
    "abs", "acos", "asin", "atan", "ceil", "cos", "cosh", "erf", "erfc", "exp", "expm1", "floor",
    "frac", "lgamma", "log", "log10", "log1p", "log2", "neg", "reciprocal", "round", "rsqrt",
    "sigmoid", "sign", "sin", "sinh", "sqrt", "tan", "tanh", "trunc",
)  # fmt: skip
PAIRS = {name: name for name in ("add", "clamp_max", "clamp_min", "div", "mul", "pow", "sub")}
PAIRS |= {"maximum": "clamp_min", "minimum": "clamp_max"}  # which take numbers, too
Values = Tensor | float | Sequence[Tensor] | Sequence[float]


def _tensors(op, given):
    """A list of tensors, as the first operand has to be."""
    if not isinstance(given, list | tuple) or not all(isinstance(x, Tensor) for x in given):
        raise TypeError(expected(op, "a list of Tensors", type(given).__name__, "[x, y]"))
    if not given:
        raise RuntimeError(expected(op, "Tensor list must have at least one tensor", "none", "[x]"))
    return given


def _beside(op, given, count):
    """One operand for each of `count` tensors: of a list, of a vector of numbers, or the same."""
    if isinstance(given, Tensor) and len(given.spec.shape) == 1:
        given = given.unbind()
    if not isinstance(given, list | tuple):
        return [given] * count
    if len(given) != count:
        raise RuntimeError(
            expected(op, f"lists that must have the same number of elements, {count}",
                     str(len(given)), "one for each tensor")
        )  # fmt: skip
    return given


def _offer(function, name, method):
    """Give the module a function of that name."""
    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"`Tensor.{method}` of each of a list of tensors."
    globals()[name] = function


def _each(op, method, self, others, named):
    """What a method gives for each of a list of tensors, with operands and keywords of its own."""
    count = len(_tensors(op, self))
    columns = [_beside(op, x, count) for x in (*others, *named.values())]
    made = []
    for x, *row in zip(self, *columns, strict=True):
        own = dict(zip(named, row[len(others) :], strict=True))
        made.append(getattr(x, method)(*row[: len(others)], **own))
    return self if method[-1] == "_" else tuple(made)


def _listed(name, method, operands):
    """The function of lists for a method that takes so many operands beside the tensor."""
    op = f"_foreach_{name}"

    def alone(self: Sequence[Tensor]) -> Sequence[Tensor]:
        return _each(op, method, self, (), {})

    def pair(self: Sequence[Tensor], other: Values, *, alpha: float = 1) -> Sequence[Tensor]:
        return _each(op, method, self, (other,), {} if alpha == 1 else {"alpha": alpha})

    _offer(pair if operands else alone, op, method)


for _name in ALONE:
    _listed(_name, _name, 0)
    _listed(f"{_name}_", f"{_name}_", 0)
for _name, _method in PAIRS.items():
    if _name != "pow":
        _listed(_name, _method, 1)
    _listed(f"{_name}_", f"{_method}_", 1)
for _name in ("clone", "max"):
    _listed(_name, _name, 0)
_listed("mm", "mm", 1)
_listed("zero_", "zero_", 0)
_listed("copy_", "copy_", 1)


def _foreach_pow(self: Sequence[Tensor] | float, exponent: Values) -> Sequence[Tensor]:
    """The power of each of a list of tensors, or of a number to each of a list of exponents."""
    if isinstance(self, int | float | complex):
        return tuple([self**x for x in _tensors("_foreach_pow", exponent)])
    exponents = _beside("_foreach_pow", exponent, len(_tensors("_foreach_pow", self)))
    return tuple([x**n for x, n in zip(self, exponents, strict=True)])


def _foreach_norm(self: Sequence[Tensor], ord: float = 2, dtype=None) -> Sequence[Tensor]:
    """The norm of all elements of each of a list of tensors."""
    return tuple([vector_norm(x, ord, dtype=dtype) for x in _tensors("_foreach_norm", self)])


def _foreach_powsum(self: Sequence[Tensor], ord: float = 2, dtype=None) -> Sequence[Tensor]:
    """The sum of the magnitudes of each of a list of tensors, to a power."""
    return tuple([(x.abs() ** ord).sum(dtype=dtype) for x in _tensors("_foreach_powsum", self)])


def _weighted(name):
    """`addcmul`, `addcdiv` or `lerp` of lists: two lists beside the tensors, or one and weights."""
    op = f"_foreach_{name}"

    def products(self: Sequence[Tensor], tensor1: Sequence[Tensor], tensor2: Sequence[Tensor],
                 value: Values = 1) -> Sequence[Tensor]:  # fmt: skip
        return _each(op, name, self, (tensor1, tensor2), {"value": value})

    def between(self: Sequence[Tensor], tensors1: Sequence[Tensor],
                weight: Values) -> Sequence[Tensor]:  # fmt: skip
        return _each(op, name, self, (tensors1, weight), {})

    _offer(between if name[:4] == "lerp" else products, op, name)


for _name in ("addcdiv", "addcmul", "lerp"):
    _weighted(_name)
    _weighted(f"{_name}_")
