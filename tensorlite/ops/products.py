"""Products: matrices, vectors, batches."""

from .. import dtypes, shapes
from ..annotations import Operand
from ..calls import Call, own_spec, remembered
from ..declare import primitive, public
from ..dispatch import apply, check_target, delivered
from ..errors import expected, type_name
from ..gate import spelled
from ..graph import link, mode
from ..kernels import interpreters
from ..kernels.cpu import machine, native
from ..tensor import CPU, Tensor, empty_of, make, spec_of
from .complexes import as_complex, as_real, conj, turned
from .joining import stack
from .views import reshape, squeeze, sum_to, transpose, unsqueeze, unsqueezed

_plans: dict = {}


class _Product:
    """A product prepared for matrices, batches of them or two vectors, of certain specs."""

    __slots__ = ("plan", "run", "spec")

    def __init__(self, x, y, c=None, alpha=1, beta=1):
        vectors = len(x.shape) == 1, len(y.shape) == 1
        x = unsqueezed(x, 0)[0] if vectors[0] else x
        y = unsqueezed(y, 1)[0] if vectors[1] else y
        batch = shapes.broadcast(x.shape[:-2], y.shape[:-2], op="matmul")
        m, k = x.shape[-2:]
        n = y.shape[-1]
        self.spec = spec_of((*batch, m, n), x.dtype, x.device)
        strides = [
            tuple(s * x.dtype.itemsize for s in shapes.expanded_strides(
                spec.shape, spec.strides, (*batch, *ends)))
            for spec, ends in ((x, (m, k)), (y, (k, n)), (self.spec, (m, n)))
        ]  # fmt: skip
        (a, b, out), added = strides, {}
        if c is not None:
            steps = shapes.expanded_strides(c.shape, c.strides, self.spec.shape)
            steps = tuple(s * c.dtype.itemsize for s in steps)
            added = {"c_strides": steps[-2:], "c_batch": steps[:-2]}
        if any(vectors):  # a row, or a column, is none of the result's dims
            kept = self.spec.shape[vectors[0] : 1 if vectors[1] else 2]
            self.spec = spec_of(kept, x.dtype, x.device)
        kernels = x.device.kernels
        self.run = kernels.matmul.run
        planned = kernels.short_products if x.dtype.short else kernels.matmul
        self.plan = planned.plan(
            x.dtype.name, m, n, k, a[-2:], b[-2:], out[-2:], batch, a[:-2], b[:-2], out[:-2],
            alpha=alpha, beta=beta, **added,
        )  # fmt: skip


class _Single(Call):
    """The Call of a product that is one launch, on y and x where they are `swapped`."""

    __slots__ = ("swapped",)


def _run(x, y, c=None, alpha=1, beta=1):
    key = (x.spec, y.spec, None if c is None else c.spec, alpha, beta)
    product = _plans.get(key)
    if product is None:
        if len(_plans) > 1024:
            _plans.clear()
        product = _plans[key] = _Product(*key)
    out = empty_of(product.spec)
    product.run(product.plan, x, y, out, *(() if c is None else (c,)))
    return out


def _in_tiles(*specs):
    """Whether a product takes bfloat16: its operands are the last two."""
    x, y = specs[-2:]
    return _suits_tiles(specs, x.shape[-2] if len(x.shape) > 1 else 1,
                        y.shape[-1] if len(y.shape) > 1 else 1)  # fmt: skip


def _in_tiles_by_rows(*specs):
    """The same of one that multiplies by the rows of its last operand."""
    x, w = specs[-2:]
    return _suits_tiles(specs, x.shape[0], w.shape[0])


@remembered
def _suits_tiles(specs, m, n):
    x, y = specs[-2:]
    for spec in specs:
        if spec.dtype is not dtypes.bfloat16 or spec.device is not CPU or spec.hidden:
            return False
    wins = CPU.kernels.short_products.wins
    return wins(m, n, x.shape[-1], x.nbytes + y.nbytes) and machine.tiles()


@primitive(takes_short=_in_tiles)
def _matmul(x, y):
    """Matrices x (*, M, K) and y (*, K, N), batches broadcast; or one or two vectors (K,)."""
    return _run(x, y)


@_matmul.grad("x")
def _matmul_grad_x(g, y, x_spec):
    if len(y.spec.shape) == 1:
        g, y = unsqueeze(g, -1), unsqueeze(y, 1)
    if len(x_spec.shape) == 1:
        return squeeze(_times(unsqueeze(g, 0), _mT(y)), 0)
    return sum_to(_times(g, _mT(y)), x_spec)


@_matmul.grad("y")
def _matmul_grad_y(g, x, y_spec):
    if len(x.spec.shape) == 1:
        g, x = unsqueeze(g, 0), unsqueeze(x, 0)
    if len(y_spec.shape) == 1:
        return squeeze(_times(_mT(x), unsqueeze(g, -1)), -1)
    return sum_to(_times(_mT(x), g), y_spec)


@primitive(takes_short=_in_tiles_by_rows)
def _linear(x, w):
    """x (M, K) times the rows of w (N, K)."""
    return _run(x, _turned(w))


@_linear.grad("x")
def _linear_grad_x(g, w):
    return _times(g, w)


@_linear.grad("w")
def _linear_grad_w(g, x):
    return _times(_mT(g), x)


@primitive(takes_short=_in_tiles_by_rows)
def _affine(b, x, w):
    """x (M, K) times the rows of w (N, K), plus b."""
    return _run(x, _turned(w), b)


@_affine.grad("b")
def _affine_grad_b(g, b_spec):
    return sum_to(g, b_spec)


@_affine.grad("x")
def _affine_grad_x(g, w):
    return _times(g, w)


@_affine.grad("w")
def _affine_grad_w(g, x):
    return _times(_mT(g), x)


def _turned(w):
    """A matrix transposed, outside of any graph."""
    spec = w.spec
    return make(w.memory, spec.seen(spec.shape[::-1], spec.strides[::-1]), w.address)


@primitive(takes_short=_in_tiles)
def _addmm(c, x, y, *, alpha, beta):
    """beta * c + alpha * x @ y, c broadcast."""
    return _run(x, y, c, alpha, beta)


@_addmm.grad("c")
def _addmm_grad_c(g, c_spec, *, beta):
    g = sum_to(g, c_spec)
    return g if beta == 1 else g * beta


@_addmm.grad("x")
def _addmm_grad_x(g, y, x_spec, *, alpha):
    g = sum_to(apply(_matmul, g, _mT(y)), x_spec)
    return g if alpha == 1 else g * alpha


@_addmm.grad("y")
def _addmm_grad_y(g, x, y_spec, *, alpha):
    g = sum_to(apply(_matmul, _mT(x), g), y_spec)
    return g if alpha == 1 else g * alpha


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


def _mT(x):
    return transpose(x, -2, -1)


def _check(op, x, y, first="input", second="other"):
    for place, each in ((first, x), (second, y)):
        if not isinstance(each, Tensor):
            got = type_name(each)
            raise TypeError(expected(op, f"{place} to be a Tensor", got, "tensor()"))
    if x.spec.dtype is not y.spec.dtype:
        raise RuntimeError(
            expected(
                op, "m1 and m2 to have the same dtype", f"{x.dtype!r} and {y.dtype!r}", ".to()"
            )
        )
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
        call = _matmul.calls.get((input.spec, other.spec))
        if call is not None and not interpreters.busy:
            return _like_before(_matmul, call, (input, other), input, other)
    _check("matmul", input, other)
    result = _product(input, other)
    return result if out is None else delivered("matmul", result, out)


def _like_before(op, call, tensors, x, y, c=0):
    """x @ y + c by a Call that is direct: the result of `op` on these tensors."""
    out = empty_of(call.spec)
    if call.swapped:
        x, y = y, x
    native.launch(
        call.entry, call.geometry, call.words, call.items, x.address, y.address, out.address, c
    )
    if mode.grad:
        for each in tensors:
            if each._node is not None:
                out._node = link(op, tensors, out, call.static)
                break
    return out


def _remembered(op, key, *specs, static=None):
    """Let the next product for operands of these Specs be done at once, if it is one launch."""
    product = None if interpreters.busy else _plans.get((*specs, 1, 1))
    if product is not None and product.spec.device is CPU and product.plan.single:
        call = _Single(product.spec, product.plan.single)
        call.static, call.swapped = static, product.plan.swapped
        call.settle(4)
        if call.direct:
            if len(op.calls) > 1024:
                op.calls.clear()
            op.calls[key] = call


def _times(x, y):
    """The product of matrices, batches of them, that fit."""
    call = _matmul.calls.get((x.spec, y.spec))
    if call is not None and not interpreters.busy:
        return _like_before(_matmul, call, (x, y), x, y)
    result = apply(_matmul, x, y)
    _remembered(_matmul, (x.spec, y.spec), x.spec, y.spec, None)
    return result


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
        return _times(x, y)
    if len(a) == 1:
        return squeeze(_product(unsqueeze(x, 0), y), -2 if len(b) > 1 else 0)
    if len(b) == 1:
        return squeeze(_product(x, unsqueeze(y, 1)), -1)
    if x.spec.dtype.is_complex:
        return _complex_product(x, y)
    if len(b) == 2 and len(a) > 2:
        return reshape(apply(_matmul, reshape(x, shapes.numel(a[:-1]), a[-1]), y), (*a[:-1], b[-1]))
    return _times(x, y)


def _matmul_operator(self: Tensor, other: Operand) -> Tensor:
    if not isinstance(other, Tensor):
        return _unknown_operand(other, self, other)
    call = _matmul.calls.get((self.spec, other.spec))
    if call is None or interpreters.busy:
        return matmul(self, other)
    return _like_before(_matmul, call, (self, other), self, other)


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
            call = _matmul.calls.get((name, input.spec, other.spec))
            if call is not None and not interpreters.busy:
                return _like_before(_matmul, call, (input, other), input, other)
        _check(name, input, other, second=second)
        got = len(input.spec.shape), len(other.spec.shape)
        if got != ndims:
            raise RuntimeError(
                expected(name, f"a {ndims[0]}-D and a {ndims[1]}-D tensor", f"{got[0]}-D and "
                         f"{got[1]}-D", "matmul()")
            )  # fmt: skip
        result = function(input, other)
        call = _matmul.calls.get((input.spec, other.spec))
        if call is not None:
            _matmul.calls[name, input.spec, other.spec] = call
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
            call = _addmm.calls.get((name, input.spec, mat1.spec, mat2.spec))
            if call is not None and not interpreters.busy:
                return _like_before(_addmm, call, tensors, mat1, mat2, input.address)
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
            result = apply(_addmm, input, mat1, mat2, alpha=alpha, beta=beta)
            if plain and not vector:
                key, specs = (name, *map(own_spec, tensors)), (mat1.spec, mat2.spec, input.spec)
                _remembered(_addmm, key, *specs, static={"alpha": 1, "beta": 1})
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
    call = _affine.calls.get(key)
    if call is not None and not interpreters.busy:
        if bias is None:
            return _like_before(_linear, call, (input, weight), input, weight)
        return _like_before(_affine, call, (bias, input, weight), input, weight, bias.address)
    if not (input.ndim and 0 < weight.ndim < 3 and input.spec.shape[-1] == weight.spec.shape[-1]):
        wanted = weight.spec.shape[-1] if weight.ndim else "in_features"
        raise RuntimeError(
            f"linear: mat1 and mat2 shapes cannot be multiplied; expected input (..., {wanted}) "
            f"for weight {list(weight.shape)}; got input {list(input.shape)}; try another size"
        )
    if weight.ndim == 1 or input.spec.dtype.is_complex:
        result = _product(input, _mT(weight) if weight.ndim > 1 else weight)
        return result if bias is None else result + bias
    *lead, features = input.spec.shape
    rows = input if input.ndim == 2 else reshape(input, shapes.numel(lead), features)
    if bias is None:
        result = apply(_linear, rows, weight)
    else:
        if bias.spec.dtype is not input.spec.dtype:
            got = f"{bias.dtype!r}"
            raise RuntimeError(expected("linear", f"a bias of {input.dtype!r}", got, ".to()"))
        shapes.broadcast_to(bias.spec.shape, weight.spec.shape[:1], "linear", "the bias")
        result = apply(_affine, bias, rows, weight)
    if input.ndim != 2:
        return reshape(result, *lead, weight.spec.shape[0])
    _remembered(_affine, key, input.spec, _turned(weight).spec, key[2])
    return result
