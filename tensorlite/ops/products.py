"""Products: matrices, vectors, batches."""

from .. import dtypes, shapes
from ..annotations import Operand
from ..calls import own_spec
from ..declare import public
from ..dispatch import apply
from ..errors import expected, type_name
from ..gate import spelled
from ..kernels import interpreters
from ..tensor import Tensor
from ..writing import check_target, delivered
from .complexes import as_complex, as_real, conj, turned
from .joining import stack
from .product_rules import (
    addmm_op,
    affine,
    like_before,
    linear_op,
    matmul_op,
    mT,
    remember,
    times,
    transposed,
)
from .views import reshape, squeeze, unsqueeze


def _complex_product(x, y):
    """x (*, M, K) times y (*, K, N) as one product of real matrices, twice as deep and as wide.

    With the parts of numbers side by side, x is (M, 2K); below each row of y, for the real parts
    of x, stands the same times i, for the imaginary ones; the result is (M, 2N), so it has its
    parts side by side, too.
    """
    *lead, m, k = x.spec.shape
    n = y.spec.shape[-1]
    both = as_real(stack((y, turned(y)), -2))  # (*, K, 2, N, 2)
    left = reshape(as_real(x), (*lead, m, 2 * k))
    out = _product(left, reshape(both, (*y.spec.shape[:-2], 2 * k, 2 * n)))
    return as_complex(reshape(out, (*out.spec.shape[:-1], n, 2)))


def _check(op, x, y, first="input", second="other"):
    for place, each in ((first, x), (second, y)):
        if not isinstance(each, Tensor):
            got = type_name(each)
            raise TypeError(expected(op, f"{place} to be a Tensor", got, "tensor()"))
    if x.spec.dtype is not y.spec.dtype:
        raise RuntimeError(
            expected(op, f"{first} and {second} to have the same dtype",
                     f"{x.dtype!r} and {y.dtype!r}", f"{first}.to({second}.dtype)")
        )  # fmt: skip
    if x.spec.dtype.category == 0:
        raise RuntimeError(expected(op, "a numeric dtype", "bool", ".to(tensorlite.int64)"))


def _mismatch(op, x, y):
    a, b = list(x.spec.shape), list(y.spec.shape)
    return RuntimeError(
        expected(op, "mat1 and mat2 shapes that can be multiplied (inner extents equal)",
                 f"{a} and {b}", "transpose()")
    )  # fmt: skip


@public(names=("linalg.matmul",))
def matmul(input: Tensor, other: Operand, *, out: Tensor | None = None) -> Tensor:
    """
    The matrix product, by NumPy's rules.

    Parameters
    ----------
    input : Tensor (K,), (M, K) or (*, M, K)
    other : Tensor (K,), (K, N) or (*, K, N)
        Leading dims are batches and broadcast.

    Returns
    -------
    Tensor
        (*, M, N), without M or N where an operand is a vector.

    Raises
    ------
    RuntimeError
        If the inner extents or the dtypes differ.

    Examples
    --------
    >>> tl.matmul(tl.tensor([[1., 2.], [3., 4.]]), tl.tensor([1., 1.]))
    tensor([3., 7.])
    """
    if out is None and isinstance(input, Tensor) and isinstance(other, Tensor):
        call = matmul_op.calls.get((input.spec, other.spec))
        if call is not None and not interpreters.busy:
            return like_before(matmul_op, call, (input, other), input, other)
    _check("matmul", input, other)
    result = _product(input, other)
    return result if out is None else delivered("matmul", result, out)


def _product(x, y):
    a, b = x.spec.shape, y.spec.shape
    if not a or not b:
        raise RuntimeError(
            expected("matmul", "both arguments to be at least 1D", f"{len(a)}D and {len(b)}D", "*")
        )
    if a[-1] != b[max(len(b) - 2, 0)]:
        raise _mismatch("matmul", x, y)
    plain = not (x.spec.dtype.is_complex or x.spec.hidden or y.spec.hidden)
    if plain and min(len(a), len(b)) == 1 and max(len(a), len(b)) <= 2:
        return times(x, y)
    if len(a) == 1:
        return squeeze(_product(unsqueeze(x, 0), y), -2 if len(b) > 1 else 0)
    if len(b) == 1:
        return squeeze(_product(x, unsqueeze(y, 1)), -1)
    if x.spec.dtype.is_complex:
        return _complex_product(x, y)
    if len(b) == 2 and len(a) > 2:
        rows = reshape(x, shapes.numel(a[:-1]), a[-1])
        return reshape(apply(matmul_op, rows, y), (*a[:-1], b[-1]))
    return times(x, y)


def _matmul_operator(self: Tensor, other: Operand) -> Tensor:
    if not isinstance(other, Tensor):
        return _unknown_operand(other, self, other)
    call = matmul_op.calls.get((self.spec, other.spec))
    if call is None or interpreters.busy:
        return matmul(self, other)
    return like_before(matmul_op, call, (self, other), self, other)


def _reflected_matmul(self: Tensor, other: Operand) -> Tensor:
    if not isinstance(other, Tensor):
        return _unknown_operand(other, other, self)
    return matmul(other, self)


def _unknown_operand(other, x, y):
    """Leave it to another type; PyTorch's tensors have no more to say to ours."""
    return matmul(x, y) if type(other).__name__ == "Tensor" else NotImplemented


Tensor.__matmul__ = _matmul_operator
Tensor.__rmatmul__ = _reflected_matmul


def _shaped(name, ndims, function, second):
    """A product of operands with fixed numbers of dims; PyTorch's name of the second is given."""

    def bound(input: Tensor, other: Tensor, *, out: Tensor | None = None) -> Tensor:
        if out is None and isinstance(input, Tensor) and isinstance(other, Tensor):
            call = matmul_op.calls.get((name, input.spec, other.spec))
            if call is not None and not interpreters.busy:
                return like_before(matmul_op, call, (input, other), input, other)
        _check(name, input, other, second=second)
        got = len(input.spec.shape), len(other.spec.shape)
        if got != ndims:
            raise RuntimeError(
                expected(name, f"a {ndims[0]}-D and a {ndims[1]}-D tensor", f"{got[0]}-D and "
                         f"{got[1]}-D", "matmul()")
            )  # fmt: skip
        result = function(input, other)
        call = matmul_op.calls.get((input.spec, other.spec))
        if call is not None:
            matmul_op.calls[name, input.spec, other.spec] = call
        return result if out is None else delivered(name, result, out)

    bound.__name__ = name
    bound.__doc__ = f"The product of a {ndims[0]}-D and a {ndims[1]}-D tensor."
    return public(spelled(bound, other=second))


mm = _shaped("mm", (2, 2), _product, "mat2")
mv = _shaped("mv", (2, 1), _product, "vec")
dot = _shaped("dot", (1, 1), _product, "tensor")


def _bmm(x, y):
    if x.spec.shape[0] != y.spec.shape[0]:
        raise RuntimeError(
            expected("bmm", "equal batches", f"{list(x.shape)} and {list(y.shape)}", "matmul()")
        )
    return _product(x, y)


bmm = _shaped("bmm", (3, 3), _bmm, "mat2")


def _vdot(x, y):
    return _product(conj(x), y)


vdot = _shaped("vdot", (1, 1), _vdot, "other")


def _added(name, ndims, factors, spaces=("Tensor",)):
    """`addmm` and the like, with their in-place forms."""

    def bound(
        input: Tensor,
        mat1: Tensor,
        mat2: Tensor,
        *,
        beta: float = 1,
        alpha: float = 1,
        out: Tensor | None = None,
    ) -> Tensor:
        plain = out is None and type(alpha) is type(beta) is int and alpha == beta == 1
        tensors = input, mat1, mat2
        if plain and Tensor is type(input) is type(mat1) is type(mat2):
            call = addmm_op.calls.get((name, input.spec, mat1.spec, mat2.spec))
            if call is not None and not interpreters.busy:
                return like_before(addmm_op, call, tensors, mat1, mat2, input.address)
        _check_factors(name, mat1, mat2, ndims, factors, alpha, beta)
        _check_added(name, input, mat1)
        vector = ndims[1] == 1
        if vector:
            mat2, input = unsqueeze(mat2, 1), unsqueeze(input, -1) if input.ndim else input
        _check_sizes(name, input, mat1, mat2)
        if mat1.spec.dtype.is_complex:
            result = alpha * _product(mat1, mat2)
            result = beta * input + result if beta else result
        else:
            result = apply(addmm_op, input, mat1, mat2, alpha=alpha, beta=beta)
            if plain and not vector:
                key, specs = (name, *map(own_spec, tensors)), (mat1.spec, mat2.spec, input.spec)
                remember(addmm_op, key, *specs, static={"alpha": 1, "beta": 1})
        return delivered(name, squeeze(result, -1) if vector else result, out)

    product, names = " @ ".join(factors), dict(zip(("mat1", "mat2"), factors, strict=True))
    bound.__name__, bound.__doc__ = name, f"beta * input + alpha * ({product})."
    public(spelled(bound, **names))
    inplace = _added_in_place(name, bound)
    inplace.__name__, inplace.__doc__ = f"{name}_", f"In place: beta * self + alpha * ({product})."
    public(*spaces)(spelled(inplace, **names))
    return bound


def _check_factors(name, mat1, mat2, ndims, factors, alpha, beta):
    _check(name, mat1, mat2, *factors)
    for factor in (alpha, beta):
        dtypes.fits_beside(name, factor, mat1.dtype)
    if (mat1.ndim, mat2.ndim) != ndims:
        raise RuntimeError(
            expected(name, f"a {ndims[0]}-D and a {ndims[1]}-D factor",
                     f"{mat1.ndim}-D and {mat2.ndim}-D", "matmul()")
        )  # fmt: skip


def _check_added(name, input, mat1):
    if input.spec.dtype is not mat1.spec.dtype:
        wanted = f"input and factors to have the same dtype, {mat1.dtype!r}"
        raise RuntimeError(expected(name, wanted, f"{input.dtype!r}", ".to()"))


def _check_sizes(name, input, mat1, mat2):
    if mat1.spec.shape[-1] != mat2.spec.shape[-2]:
        raise _mismatch(name, mat1, mat2)
    shape = (*mat1.spec.shape[:-1], mat2.spec.shape[-1])
    shapes.broadcast_to(input.spec.shape, shape, name, "input")


def _added_in_place(name, function):
    def inplace(
        self: Tensor, mat1: Tensor, mat2: Tensor, *, beta: float = 1, alpha: float = 1
    ) -> Tensor:
        result = function(self, mat1, mat2, beta=beta, alpha=alpha)
        check_target(f"{name}_", self.spec, result.spec.dtype, result.spec.shape)
        return self.copy_(result)

    return inplace


addmm = _added("addmm", (2, 2), ("mat1", "mat2"))
baddbmm = _added("baddbmm", (3, 3), ("batch1", "batch2"))
addmv = _added("addmv", (2, 1), ("mat", "vec"), ("tl", "Tensor"))


@public("nn.functional")
def linear(input: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """
    input @ weight.T + bias, as one kernel.

    Parameters
    ----------
    input : Tensor (*, in_features)
    weight : Tensor (out_features, in_features) or (in_features,)
    bias : Tensor (out_features,) or (), optional

    Returns
    -------
    Tensor (*, out_features)

    Raises
    ------
    RuntimeError
        If the sizes or the dtypes do not fit.

    Examples
    --------
    >>> nn.functional.linear(tl.ones(2, 3), tl.ones(1, 3), tl.ones(1))
    tensor([[4.],
            [4.]])
    """
    _check("linear", input, weight, second="weight")
    key = input.spec, weight.spec, None if bias is None else bias.spec
    call = affine.calls.get(key)
    if call is not None and not interpreters.busy:
        if bias is None:
            return like_before(linear_op, call, (input, weight), input, weight)
        return like_before(affine, call, (bias, input, weight), input, weight, bias.address)
    if not (input.ndim and 0 < weight.ndim < 3 and input.spec.shape[-1] == weight.spec.shape[-1]):
        wanted = weight.spec.shape[-1] if weight.ndim else "in_features"
        raise RuntimeError(
            f"linear: mat1 and mat2 shapes cannot be multiplied; expected input (..., {wanted}) "
            f"for weight {list(weight.shape)}; got input {list(input.shape)}; try another size"
        )
    if weight.ndim == 1 or input.spec.dtype.is_complex:
        result = _product(input, mT(weight) if weight.ndim > 1 else weight)
        return result if bias is None else result + bias
    *lead, features = input.spec.shape
    rows = input if input.ndim == 2 else reshape(input, shapes.numel(lead), features)
    if bias is None:
        result = apply(linear_op, rows, weight)
    else:
        if bias.spec.dtype is not input.spec.dtype:
            got = f"{bias.dtype!r}"
            raise RuntimeError(expected("linear", f"a bias of {input.dtype!r}", got, ".to()"))
        shapes.broadcast_to(bias.spec.shape, weight.spec.shape[:1], "linear", "the bias")
        result = apply(affine, bias, rows, weight)
    if input.ndim != 2:
        return reshape(result, *lead, weight.spec.shape[0])
    remember(affine, key, input.spec, transposed(weight).spec, key[2])
    return result
