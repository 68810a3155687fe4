"""The primitives of products, and their gradients."""

from .. import dtypes, shapes
from ..calls import Call, remembered
from ..declare import primitive
from ..dispatch import apply
from ..graph import link, mode
from ..kernels import interpreters
from ..kernels.cpu import machine, native
from ..tensor import CPU, empty_of, make, spec_of
from .views import squeeze, sum_to, transpose, unsqueeze, unsqueezed

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


def multiply(x, y, c=None, alpha=1, beta=1):
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
def matmul_op(x, y):
    """Matrices x (*, M, K) and y (*, K, N), batches broadcast; or one or two vectors (K,)."""
    return multiply(x, y)


@matmul_op.grad("x")
def _matmul_grad_x(g, y, x_spec):
    if len(y.spec.shape) == 1:
        g, y = unsqueeze(g, -1), unsqueeze(y, 1)
    if len(x_spec.shape) == 1:
        return squeeze(times(unsqueeze(g, 0), mT(y)), 0)
    return sum_to(times(g, mT(y)), x_spec)


@matmul_op.grad("y")
def _matmul_grad_y(g, x, y_spec):
    if len(x.spec.shape) == 1:
        g, x = unsqueeze(g, 0), unsqueeze(x, 0)
    if len(y_spec.shape) == 1:
        return squeeze(times(mT(x), unsqueeze(g, -1)), -1)
    return sum_to(times(mT(x), g), y_spec)


@primitive(takes_short=_in_tiles_by_rows)
def linear_op(x, w):
    """x (M, K) times the rows of w (N, K)."""
    return multiply(x, transposed(w))


@linear_op.grad("x")
def _linear_grad_x(g, w):
    return times(g, w)


@linear_op.grad("w")
def _linear_grad_w(g, x):
    return times(mT(g), x)


@primitive(takes_short=_in_tiles_by_rows)
def affine(b, x, w):
    """x (M, K) times the rows of w (N, K), plus b."""
    return multiply(x, transposed(w), b)


@affine.grad("b")
def _affine_grad_b(g, b_spec):
    return sum_to(g, b_spec)


@affine.grad("x")
def _affine_grad_x(g, w):
    return times(g, w)


@affine.grad("w")
def _affine_grad_w(g, x):
    return times(mT(g), x)


def transposed(w):
    """A matrix transposed, outside of any graph."""
    spec = w.spec
    return make(w.memory, spec.seen(spec.shape[::-1], spec.strides[::-1]), w.address)


@primitive(takes_short=_in_tiles)
def addmm_op(c, x, y, *, alpha, beta):
    """beta * c + alpha * x @ y, c broadcast."""
    return multiply(x, y, c, alpha, beta)


@addmm_op.grad("c")
def _addmm_grad_c(g, c_spec, *, beta):
    g = sum_to(g, c_spec)
    return g if beta == 1 else g * beta


@addmm_op.grad("x")
def _addmm_grad_x(g, y, x_spec, *, alpha):
    g = sum_to(apply(matmul_op, g, mT(y)), x_spec)
    return g if alpha == 1 else g * alpha


@addmm_op.grad("y")
def _addmm_grad_y(g, x, y_spec, *, alpha):
    g = sum_to(apply(matmul_op, mT(x), g), y_spec)
    return g if alpha == 1 else g * alpha


def mT(x):
    return transpose(x, -2, -1)


def like_before(op, call, tensors, x, y, c=0):
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


def remember(op, key, *specs, static=None):
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


def times(x, y):
    """The product of matrices, batches of them, that fit."""
    call = matmul_op.calls.get((x.spec, y.spec))
    if call is not None and not interpreters.busy:
        return like_before(matmul_op, call, (x, y), x, y)
    result = apply(matmul_op, x, y)
    remember(matmul_op, (x.spec, y.spec), x.spec, y.spec, None)
    return result
