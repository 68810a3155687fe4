"""PyTorch's signatures over the elementwise table: `add(..., alpha)`, `div(..., rounding_mode)`,
operators, and the in-place forms that they share.
"""


import numpy as np

from .. import dtypes
from ..annotations import Operand
from ..declare import in_place, method, public
from ..dispatch import binary, computed, elementwise, operand, result_dtype, unary
from ..errors import expected
from ..kernels import scalars
from ..op import Elementwise, table
from ..shapes import real
from ..tensor import Tensor, number
from ..writing import check_target, delivered, write
from . import elementwise as entries  # fills the table
from .complexes import by_parts
from .copying import contiguous
from .requiring import FLOAT32_MAX, fits_beside, numeric, refuse_complex, require

ADD, SUB, MUL, DIV = table["_add"], table["_sub"], table["mul"], table["_div"]
POW, REMAINDER, FMOD = table["_pow"], table["_remainder"], table["_fmod"]
FLOOR_DIVIDE, TRUNC_DIVIDE = table["_floor_divide"], table["_trunc_divide"]
for _op in (ADD, SUB, MUL, DIV, FLOOR_DIVIDE, TRUNC_DIVIDE, table["_add_scaled"]):
    _op.of_numbers = True
WHERE, CLAMP_MIN, CLAMP_MAX = table["_where"], table["_clamp_min"], table["_clamp_max"]


def run_elementwise(op, args, out=None, target=None):
    """Compute; or write into `out` (no autograd) or, in place, into `target`."""
    if target is not None:
        return write(op, args, target)
    if out is not None:
        return op(*args, out=out)
    return elementwise(op, *args) if len(args) > 2 else computed(op, *args)


def _alpha(op, name):
    """`add` or `sub` with its factor."""

    def function(
        input: Tensor,
        other: Operand,
        *,
        alpha: float = 1,
        out: Tensor | None = None,
        target: Tensor | None = None,
    ) -> Tensor:
        if type(alpha) is int and alpha == 1:
            if target is not None:
                return write(op, (input, other), target)
            if out is None:
                result = binary(op, input, other)
                if result is not NotImplemented:
                    return result
            return run_elementwise(op, (input, other), out)
        given = [operand(x) for x in (input, other)]
        if given[1] is NotImplemented:
            got = f"{type(other).__name__} for other"
            raise TypeError(expected(name, "tensors and numbers", got, "tensor()"))
        specs = [x.spec for x in given]
        _, kind = result_dtype(ADD, specs)
        _check_alpha(name, alpha, kind)
        result_dtype(op, specs)  # refuses differences of bool
        if alpha == 1 and alpha is not True:
            return run_elementwise(op, (input, other), out, target)
        if not kind.category:
            alpha = bool(alpha)
        scaled = alpha if op is ADD else -alpha
        return run_elementwise(table["_add_scaled"], (input, other, scaled), out, target)

    function.__name__ = name
    function.__doc__ = f"input {'+' if op is ADD else '-'} alpha * other."
    return function


def _check_alpha(name, alpha, kind):
    """Refuse a factor that does not fit the dtype of the result."""
    if isinstance(alpha, complex) and not kind.is_complex:
        raise RuntimeError(
            f"{name}: For non-complex input tensors, argument alpha must not be a complex number; "
            f"expected a real number; got {alpha}; try .to(tensorlite.complex64)"
        )
    if isinstance(alpha, float) and not kind.differentiable:
        raise RuntimeError(
            f"{name}: For integral input tensors, argument alpha must not be a floating point "
            f"number; expected an integer; got {alpha}; try .float()"
        )
    if isinstance(alpha, bool) and kind.category:
        raise RuntimeError(
            f"{name}: Boolean alpha only supported for Boolean results; expected a number; got "
            f"{alpha}; try {int(alpha)}"
        )
    if kind.category or isinstance(alpha, float):
        fits_beside(name, alpha, kind)


add = public(_alpha(ADD, "add"))
sub = public(_alpha(SUB, "sub"), names=("subtract",))
in_place(add, "add_")
in_place(sub, "sub_", "subtract_")


@public
def rsub(input: Tensor, other: Operand, *, alpha: float = 1) -> Tensor:
    """other - alpha * input."""
    if not isinstance(input, Tensor):
        got = type(input).__name__
        raise TypeError(expected("rsub", "input to be a tensor", got, "tensor()"))
    return sub(other if isinstance(other, Tensor) else number(other), input, alpha=alpha)


@public(names=("divide",))
def div(
    input: Tensor,
    other: Operand,
    *,
    rounding_mode: str | None = None,
    out: Tensor | None = None,
    target: Tensor | None = None,
) -> Tensor:
    """
    Divide; `rounding_mode` is None (true division), "trunc" (toward zero) or "floor".

    Examples
    --------
    >>> tl.div(tl.tensor([7, -7]), 2, rounding_mode="floor")
    tensor([ 3, -4])
    """
    if rounding_mode is None:
        return run_elementwise(DIV, (input, other), out, target)
    if rounding_mode not in ("trunc", "floor"):
        raise RuntimeError(
            expected(
                "div", "rounding_mode None, 'trunc' or 'floor'", repr(rounding_mode), "'floor'"
            )
        )
    op = FLOOR_DIVIDE if rounding_mode == "floor" else TRUNC_DIVIDE
    _check_divisor("div", input, other)
    return run_elementwise(op, (input, other), out, target)


in_place(div, "div_", "divide_")


@public
def true_divide(
    input: Tensor, other: Operand, *, out: Tensor | None = None, target: Tensor | None = None
) -> Tensor:
    """input / other; integers divide as floating point numbers."""
    return run_elementwise(DIV, (input, other), out, target)


in_place(true_divide, "true_divide_")


def _check_divisor(name, input, other):
    """Integers have no result for a division by zero."""
    for x in (input, other):
        if isinstance(x, float) or (isinstance(x, Tensor) and x.spec.dtype.category > 1):
            return

    def error():
        return RuntimeError(f"{name}: ZeroDivisionError: expected a divisor without zeros among "
                            "integers; got a zero; try .float()")  # fmt: skip

    if isinstance(other, Tensor):
        require(other != 0, error)
    elif other == 0:
        raise error()


def _integer_checked(op, name):
    def function(
        input: Tensor, other: Operand, *, out: Tensor | None = None, target: Tensor | None = None
    ) -> Tensor:
        _check_divisor(name, input, other)
        return run_elementwise(op, (input, other), out, target)

    function.__name__, function.__doc__ = name, op.__doc__
    in_place(function, f"{name}_")
    return public(function)


floor_divide = _integer_checked(FLOOR_DIVIDE, "floor_divide")
remainder = _integer_checked(REMAINDER, "remainder")
fmod = _integer_checked(FMOD, "fmod")

_POWERS = {1: "positive", 2: "square", 3: "_cube", 0.5: "sqrt", -1: "reciprocal", -0.5: "rsqrt"}


@public
def pow(
    input: Tensor | float,
    exponent: Operand,
    *,
    out: Tensor | None = None,
    target: Tensor | None = None,
) -> Tensor:
    """input to the power exponent, by elements; either may be a number."""
    if hasattr(type(exponent), "as_operand") and isinstance(input, Tensor):
        exponent = _exponent(input, exponent)
    if isinstance(input, Tensor) and (type(exponent) is int or type(exponent) is float):
        kind = input.spec.dtype
        name = _POWERS.get(exponent)
        if kind.category < 2:
            squared = kind.category and type(exponent) is int and exponent == 2
            name = "square" if squared else None
            if type(exponent) is int:
                if exponent < 0:
                    raise RuntimeError(
                        "pow: Integers to negative integer powers are not allowed; try .float()"
                    )
                fits_beside("pow", exponent, kind)
        if name is not None:
            if out is None and target is None:
                return unary(table[name], input)
            return run_elementwise(table[name], (input,), out, target)
    elif isinstance(exponent, Tensor) and not exponent.spec.contiguous:
        exponent = contiguous(exponent)  # powers of a number lie row by row
    return run_elementwise(POW, (input, exponent), out, target)


def _exponent(input, number):
    """A number that differs from call to call of a plan, if its power is as that of any other."""
    if input.spec.dtype.category < 2 or any(number == power for power in _POWERS):
        return number.fixed()
    return number


in_place(pow, "pow_")


@public(out="exact")
def float_power(input: Tensor | float, exponent: Operand) -> Tensor:
    """input to the power exponent in float64, or complex128."""
    wide = any(x.dtype.is_complex if isinstance(x, Tensor) else isinstance(x, complex)
               for x in (input, exponent))  # fmt: skip
    dtype, plain = (dtypes.complex128, complex) if wide else (dtypes.float64, float)
    return pow(
        input.to(dtype) if isinstance(input, Tensor) else number(plain(input)),
        exponent.to(dtype) if isinstance(exponent, Tensor) else plain(exponent),
    )


@method
def float_power_(self: Tensor, exponent: Operand) -> Tensor:
    """In place: see `float_power`; of float64 or complex128 alone, as results are."""
    result = float_power(self.clone(), exponent)  # gradients need the old values
    if result.spec.dtype is not self.spec.dtype:
        raise RuntimeError(
            expected("float_power_", f"a base of dtype {result.dtype!r}", repr(self.dtype),
                     "float_power()")
        )  # fmt: skip
    check_target("float_power_", self.spec, result.spec.dtype, result.spec.shape)
    return self.copy_(result)


@public
def lerp(
    input: Tensor,
    end: Operand,
    weight: Tensor | float,
    *,
    out: Tensor | None = None,
    target: Tensor | None = None,
) -> Tensor:
    """input + weight * (end - input)."""
    if type(weight) is float and not -FLOAT32_MAX <= weight <= FLOAT32_MAX:
        fits_beside("lerp", weight, input.dtype)
    return run_elementwise(table["_lerp"], (input, end, weight), out, target)


def _factor(op, value, *operands):
    """What a product of operands is multiplied by: an integer among integers, as PyTorch has it."""
    if isinstance(operands[0], Tensor):
        kind = operands[0].spec.dtype
        if type(value) is int and value == 1 and kind.category == 2:
            return value
        fits_beside(op, value, kind)
    if any(isinstance(x, Tensor) and x.spec.dtype.category >= 2 for x in operands):
        return value
    for x in operands:
        numeric(op, x)
    return value.to(dtypes.int64) if isinstance(value, Tensor) else int(value)


@public(rehearsed=True)
def addcmul(
    input: Tensor,
    tensor1: Tensor,
    tensor2: Tensor,
    *,
    value: Operand = 1,
    out: Tensor | None = None,
    target: Tensor | None = None,
) -> Tensor:
    """input + value * tensor1 * tensor2."""
    value = _factor("addcmul", value, input, tensor1, tensor2)
    return run_elementwise(table["_addcmul"], (input, tensor1, tensor2, value), out, target)


@public(rehearsed=True)
def addcdiv(
    input: Tensor,
    tensor1: Tensor,
    tensor2: Tensor,
    *,
    value: Operand = 1,
    out: Tensor | None = None,
    target: Tensor | None = None,
) -> Tensor:
    """input + value * tensor1 / tensor2."""
    value = _factor("addcdiv", value, input, tensor1, tensor2)
    if not any(x.spec.dtype.differentiable for x in (tensor1, tensor2)):
        got = f"{tensor1.dtype!r} and {tensor2.dtype!r}"
        raise RuntimeError(
            "addcdiv: Integer division with addcdiv is no longer supported; "
            f"{expected('tensors', 'floating point ones', got, '.float(), or div()')}"
        )
    return run_elementwise(table["_addcdiv"], (input, tensor1, tensor2, value), out, target)


in_place(lerp, "lerp_")
in_place(addcmul, "addcmul_")
in_place(addcdiv, "addcdiv_")


@public(names=("clip",), rehearsed=True)
def clamp(
    input: Tensor,
    min: Operand | None = None,
    max: Operand | None = None,
    *,
    out: Tensor | None = None,
    target: Tensor | None = None,
) -> Tensor:
    """input, but at least `min` and at most `max`, which may be numbers or tensors."""
    if min is None and max is None:
        raise RuntimeError(expected("clamp", "min or max", "neither", "clamp(x, min=0)"))
    if isinstance(input, Tensor):
        for bound in (min, max):
            dtypes.fits_beside("clamp", bound, input.spec.dtype)
    if max is None:
        return run_elementwise(CLAMP_MIN, (input, min), out, target)
    if min is None:
        return run_elementwise(CLAMP_MAX, (input, max), out, target)
    return run_elementwise(table["_clamp"], (input, min, max), out, target)


@public
def clamp_min(
    input: Tensor, min: Operand, *, out: Tensor | None = None, target: Tensor | None = None
) -> Tensor:
    """input, but at least `min`; NaN if either is. The gradient passes to input at the bound."""
    if isinstance(input, Tensor):
        dtypes.fits_beside("clamp_min", min, input.spec.dtype)
    return run_elementwise(CLAMP_MIN, (input, min), out, target)


@public
def clamp_max(
    input: Tensor, max: Operand, *, out: Tensor | None = None, target: Tensor | None = None
) -> Tensor:
    """input, but at most `max`; NaN if either is. The gradient passes to input at the bound."""
    if isinstance(input, Tensor):
        dtypes.fits_beside("clamp_max", max, input.spec.dtype)
    return run_elementwise(CLAMP_MAX, (input, max), out, target)


in_place(clamp, "clamp_", "clip_", spaces=("tl", "Tensor"))
in_place(clamp_min, "clamp_min_", spaces=("tl", "Tensor"))
in_place(clamp_max, "clamp_max_", spaces=("tl", "Tensor"))


@public(rehearsed=True)
def nan_to_num(
    input: Tensor,
    nan: float = 0.0,
    posinf: float | None = None,
    neginf: float | None = None,
    *,
    out: Tensor | None = None,
    target: Tensor | None = None,
) -> Tensor:
    """input with NaN replaced, and infinities by the largest finite numbers or what is given."""
    if input.spec.dtype.is_complex:
        return _nan_to_num_of_parts(input, (nan, posinf, neginf), out, target)
    if not input.spec.dtype.is_floating_point:
        return delivered("nan_to_num", input.clone(), out) if target is None else input
    limits = dtypes.finfo(input.spec.dtype)
    posinf = limits.max if posinf is None else posinf
    neginf = limits.min if neginf is None else neginf
    return run_elementwise(table["_nan_to_num"], (input, real(nan), posinf, neginf), out, target)


def _nan_to_num_of_parts(input, numbers, out, target):
    result = by_parts(nan_to_num, input, *numbers)
    return delivered("nan_to_num", result, out) if target is None else target.copy_(result)


in_place(nan_to_num, "nan_to_num_", spaces=("tl", "Tensor"))


@public("tl", "Tensor", "special")
def round(
    input: Tensor, *, decimals: int = 0, out: Tensor | None = None, target: Tensor | None = None
) -> Tensor:
    """input rounded half to even, to a number of decimals."""
    numeric("round", input)
    refuse_complex(input)
    if not input.spec.dtype.is_floating_point:
        return delivered("round", input.clone(), out) if target is None else input
    if decimals == 0:
        return run_elementwise(table["_rint"], (input,), out, target)
    return run_elementwise(table["_round_to"], (input, 10.0**decimals), out, target)


in_place(round, "round_", spaces=("tl", "Tensor"))


@public("tl", "Tensor", "special")
def logit(input: Tensor, eps: float | None = None, *, out: Tensor | None = None) -> Tensor:
    """log(x / (1 - x)); x is first clamped to [eps, 1 - eps] if eps is given."""
    if eps is None:
        return run_elementwise(table["_logit"], (input,), out)
    return run_elementwise(_LOGIT_WITHIN, (input, eps, 1 - eps), out)


def _logit_within(x, low, high):
    """The lower end wins where it is above the higher one."""
    inside = low if x < low else (high if x > high else x)
    return scalars.log(inside / (1 - inside))


def _logit_within_grad(g, x, low, high):
    return g / (x * (1 - x)) if x >= low and x <= high else 0.0


_LOGIT_WITHIN = Elementwise(_logit_within, "float", written={"x": _logit_within_grad})


@public
def logit_(self: Tensor, eps: float | None = None) -> Tensor:
    """In place: see `logit`."""
    result = logit(self.clone(), eps)  # gradients need the old values
    check_target("logit_", self.spec, result.spec.dtype, result.spec.shape)
    return self.copy_(result)


@public
def relu(input: Tensor, *, out: Tensor | None = None, target: Tensor | None = None) -> Tensor:
    """max(x, 0)."""
    if out is None and target is None:
        return unary(RELU, input)
    return run_elementwise(RELU, (input,), out, target)


def _relu_grad(g, out):
    return 0.0 if out <= 0 else g


def _relu_reference(x):
    return np.maximum(x, 0)


@entries.entry("number", name="_relu", method=False, grad=_relu_grad, reference=_relu_reference)
def RELU(x):
    """max(x, 0); its gradient at 0 is 0."""
    return x if x > 0 or x != x else 0


in_place(relu, "relu_", spaces=("tl", "Tensor"))
