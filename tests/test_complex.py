"""Complex numbers: dtypes, parts, formulas, gradients, products, views, text, files.

PyTorch's own samples of all ops run on complex numbers in `test_op_db.py`.
"""

import cmath
import functools
import io
import itertools
import pickle

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.autograd import gradcheck, gradgradcheck

RNG = np.random.default_rng(0)


def numbers(*shape, dtype=np.complex128, rng=RNG):
    return (rng.normal(size=shape) + 1j * rng.normal(size=shape)).astype(dtype)


def leaf(*shape):
    return tl.tensor(numbers(*shape), requires_grad=True)


# ------------------------------------------------------------------ dtypes


def test_types():
    assert tl.tensor([1 + 2j]).dtype is tl.complex64 is tl.cfloat is tl.float32.to_complex()
    assert tl.tensor([1 + 2j], dtype=tl.cdouble).real.dtype is tl.complex128.to_real() is tl.float64
    assert tl.zeros(2, dtype=complex).is_complex() and not tl.zeros(2).is_complex()
    assert tl.full((2,), 1j).dtype is tl.complex64
    assert tl.tensor(2 - 1j).item() == complex(tl.tensor(2 - 1j)) == 2 - 1j
    assert tl.finfo(tl.complex64).eps == tl.finfo(tl.float32).eps


def test_numbers_of_python_keep_the_precision_of_tensors():
    for dtype, found in ((tl.float64, tl.complex128), (tl.float32, tl.complex64),
                         (tl.int64, tl.complex64), (tl.complex128, tl.complex128)):  # fmt: skip
        assert (tl.ones(2, dtype=dtype) * 1j).dtype is found
    zero_dim = tl.tensor(1j, dtype=tl.complex128)
    assert (tl.ones(2) * zero_dim).dtype is tl.complex64


@pytest.mark.torch
def test_promotion_is_pytorchs():
    torch = pytest.importorskip("torch")
    names = ["bool", "uint8", "int8", "int16", "int32", "int64", "float32", "float64", "complex64",
             "complex128"]  # fmt: skip
    for a, b in itertools.product(names, names):
        for shape, other in itertools.product(((2,), ()), repeat=2):
            pair = (shape, a), (other, b)
            got, want = (m.result_type(*(m.ones(n, dtype=getattr(m, d)) for n, d in pair))
                         for m in (tl, torch))  # fmt: skip
            assert str(got)[11:] == str(want)[6:], (a, b, shape, other)
    for a, number in itertools.product(names, (True, 2, 0.5, 1j)):
        for shape in ((2,), ()):
            got, want = (m.result_type(m.ones(shape, dtype=getattr(m, a)), number)
                         for m in (tl, torch))  # fmt: skip
            assert str(got)[11:] == str(want)[6:], (a, number, shape)


def test_casts():
    z = tl.tensor([0j, 1j, 2 - 1j])
    assert z.to(tl.float64).tolist() == [0.0, 0.0, 2.0]
    assert z.to(tl.int32).tolist() == [0, 0, 2]
    assert z.bool().tolist() == [False, True, True]
    assert tl.tensor([True, False]).to(tl.complex64).tolist() == [1, 0]
    with pytest.raises(RuntimeError, match="complex64 can't be cast to the desired output type"):
        tl.ones(2).mul_(1j)
    with pytest.raises(RuntimeError, match="cannot be converted to type float32"):
        tl.ones(2).fill_(1j)
    with pytest.raises(TypeError, match="float: expected a real number"):
        float(tl.tensor(1j))


# ------------------------------------------------------------------ formulas

UNARY = """
exp exp2 expm1 log log2 log10 log1p sqrt sin cos tan sinh cosh tanh arcsin arccos arctan arcsinh
arccosh arctanh sinc square reciprocal negative
"""


@pytest.mark.parametrize("dtype", (np.complex64, np.complex128))
def test_functions_equal_numpy(dtype):
    z = np.concatenate([numbers(200), 10 * numbers(100), 1e-3 * numbers(100)]).astype(dtype)
    for name in UNARY.split():
        got = getattr(tl, name)(tl.tensor(z)).numpy()
        want = getattr(np, name)(z.astype(np.clongdouble))
        assert got.dtype == dtype
        size = np.maximum(np.abs(want), 1e-3)
        if name == "sinc":  # near its zeros, the rounding of pi * z is what is left
            size += np.abs(np.cos(np.pi * z.astype(np.clongdouble)))
        assert (np.abs(got - want) <= 40 * np.finfo(dtype).eps * size).all(), name


def test_branch_cuts_and_signs_of_zero():
    corners = [complex(a, b) for a in (-2.0, -0.5, -0.0, 0.0, 0.5, 2.0) for b in (-0.0, 0.0)]
    for name in ("sqrt", "log", "asin", "acos", "atan", "asinh", "acosh", "atanh"):
        own = [z for z in corners if name != "log" or z]
        got = getattr(tl, name)(tl.tensor(own, dtype=tl.complex128)).tolist()
        for z, found in zip(own, got, strict=True):
            assert cmath.isclose(found, getattr(cmath, name)(z), abs_tol=1e-15), (name, z)


def test_division_neither_overflows_nor_vanishes():
    a = tl.tensor([1e300 + 1e300j, 1e-300 + 1e-300j, 1 + 1j], dtype=tl.complex128)
    b = tl.tensor([2e300 + 2e300j, 2e-300 + 2e-300j, 0j], dtype=tl.complex128)
    found = (a / b).tolist()
    assert found[:2] == [0.5, 0.5] and found[2].real == float("inf")


def test_a_users_formula_takes_complex_numbers():
    @tl.elementwise
    def damped(x, k):
        return x * tl.scalars.exp(-k * x) / (1 + x**2)

    z, k = leaf(3), leaf(3)
    want = z.detach().numpy() * np.exp(-k.detach().numpy() * z.detach().numpy())
    want /= 1 + z.detach().numpy() ** 2
    np.testing.assert_allclose(damped(z, k).detach().numpy(), want, rtol=1e-12)
    assert gradcheck(damped, (z, k)) and gradgradcheck(damped, (z, k))


def test_a_formula_that_orders_numbers_says_so():
    @tl.elementwise
    def folded(x):
        return x if x > 0 else -x

    with pytest.raises(NotImplementedError, match=r"folded: not implemented.*x > 0, an"):
        folded(tl.tensor([1j]))


def test_a_formula_without_a_complex_derivative_says_so():
    @tl.elementwise
    def grown(x):
        return x * abs(x)

    z = leaf(2)
    np.testing.assert_allclose(abs(grown(z).detach().numpy()), abs(z.detach().numpy()) ** 2)
    with pytest.raises(NotImplementedError, match="absolute, whose derivative depends on the"):
        grown(z).sum().abs().backward()


ORDER = """
floor ceil round trunc sign relu max min argmax sort topk median erf cummax clamp
"""
ORDER_OF_TWO = "lt le gt ge maximum minimum remainder floor_divide bitwise_and hypot atan2"


@pytest.mark.parametrize("name", [*ORDER.split(), *ORDER_OF_TWO.split()])
def test_what_has_an_order_refuses(name):
    z = tl.tensor(numbers(2, 3))
    more = {"clamp": (0,), "topk": (1,), "cummax": (0,)}.get(name, ())
    more = (z,) if name in ORDER_OF_TWO.split() else more
    with pytest.raises(NotImplementedError, match="not implemented for complex numbers"):
        getattr(tl, name)(z, *more)


# ------------------------------------------------------------------ gradients

FUNCTIONS = {
    "mul": lambda x, y: x * y,
    "div": lambda x, y: x / y,
    "pow": lambda x, y: x**y,
    "tanh": lambda x, y: (x * y).tanh(),
    "sigmoid": lambda x, y: x.sigmoid() * y,
    "abs": lambda x, y: x.abs() * y.abs(),
    "angle": lambda x, y: x.angle() * y.sgn(),
    "conj": lambda x, y: x.conj() * y,
    "parts": lambda x, y: x.real * y.imag,
    "polar": lambda x, y: tl.polar(x.abs(), y.real),
    "product": lambda x, y: x @ y.mT,
    "dots": lambda x, y: tl.vdot(x[0], y[0]) * tl.dot(x[1], y[1]),
    "sums": lambda x, y: x.sum(0) * y.mean(1)[0],
    "prod": lambda x, y: x.prod(1) * y.cumprod(0).sum(),
    "var": lambda x, y: x.var(1) + y.std(),
    "norm": lambda x, y: x.norm() + y.norm(3, dim=0).sum(),
    "where": lambda x, y: tl.where(x.real > 0, x, y) ** 2,
    "index": lambda x, y: x[[1, 1, 0]] * y[:1],
    "conv": lambda x, y: tl.nn.functional.conv1d(x[None], y[:, :2, None].expand(2, 2, 2)),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_gradients(name):
    operands = leaf(2, 3), leaf(2, 3)
    assert gradcheck(FUNCTIONS[name], operands)
    assert gradgradcheck(FUNCTIONS[name], operands)


def test_the_gradient_is_pytorchs():
    """dL/dx + i dL/dy for z = x + iy; a real operand beside a complex one gets the real part."""
    z = tl.tensor([3 + 4j], requires_grad=True)
    (z * z.conj()).real.sum().backward()
    assert z.grad.tolist() == [6 + 8j]
    w = tl.tensor([2.0], requires_grad=True)
    ((1 + 2j) * w).abs().sum().backward()
    assert w.grad.dtype is tl.float32
    np.testing.assert_allclose(w.grad.tolist(), [5**0.5], rtol=1e-6)


def test_at_zero():
    z = tl.zeros(2, dtype=tl.complex128, requires_grad=True)
    for f in (tl.abs, tl.sgn, tl.angle):
        (g,) = tl.autograd.grad(f(z).abs().sum(), z)
        assert g.tolist() == [0, 0]


def test_gradcheck_finds_a_missing_conjugate():
    class Wrong(tl.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return x * x

        @staticmethod
        def backward(ctx, g):
            return g * 2 * ctx.saved_tensors[0]

    with pytest.raises(RuntimeError, match="Jacobian mismatch"):
        gradcheck(Wrong.apply, leaf(2))


# ------------------------------------------------------------------ views


@pytest.mark.parametrize("kind", ["float16", "bfloat16", "int64"])
@pytest.mark.parametrize("name", ["complex", "polar", "view_as_complex"])
def test_parts_that_make_no_complex_number(name, kind):
    """Of 16 bits they were read as complex64, beyond the end of their memory."""
    x = tl.ones(2, 2, dtype=getattr(tl, kind))
    with pytest.raises(RuntimeError, match=f"{name}.*float32 or float64.*; got .*{kind}"):
        getattr(tl, name)(*([x] if name == "view_as_complex" else [x, x]))


def test_absolute_values_are_not_written_over_complex_numbers():
    """They were, with imaginary parts of 0; within vmap, too."""
    z = tl.tensor([[3 + 4j], [1j]])
    for call in (lambda: z.abs_(), lambda: tl.func.vmap(lambda x: x.abs_())(z)):
        with pytest.raises(RuntimeError, match="in-place abs is not supported for complex"):
            call()
    assert z.tolist() == [[3 + 4j], [1j]]


def test_parts_are_views():
    z = tl.tensor([1 + 2j, 3 + 4j])
    z.real = tl.tensor([5.0, 6.0])
    z.imag[0] = 7
    tl.view_as_real(z)[1, 1] = 8
    assert z.tolist() == [5 + 7j, 6 + 8j]
    assert tl.view_as_complex(tl.view_as_real(z)).data_ptr() == z.data_ptr()
    assert z.view(tl.float32).tolist() == [5, 7, 6, 8]
    with pytest.raises(RuntimeError, match="imag is not implemented for tensors with non-complex"):
        tl.ones(2).imag  # noqa: B018
    with pytest.raises(RuntimeError, match="view_as_real is only supported for complex"):
        tl.view_as_real(tl.ones(2))
    with pytest.raises(RuntimeError, match="must have a last dimension of size 2"):
        tl.view_as_complex(tl.ones(3))
    with pytest.raises(RuntimeError, match="a last dimension with stride 1"):
        tl.view_as_complex(tl.ones(2, 2).mT)


WRITES = {
    "real": lambda z, r: _written(z * 2, lambda b: b.real.add_(r)),
    "imag before": lambda z, r: _written_after(z * 2, lambda b: b.imag, lambda b: b.mul_(1j)),
    "pairs": lambda z, r: _written(z * 2, lambda b: tl.view_as_real(b)[..., 0].mul_(r)),
    "of zeros": lambda z, r: _written_after(
        tl.zeros_like(z), lambda b: b.real * 1, lambda b: b.add_(z)),
    "complex over real": lambda z, r: _written(
        tl.stack((r, r * 2), -1), lambda b: tl.view_as_complex(b).mul_(z)),
    "set": lambda z, r: _written(tl.zeros_like(z), lambda b: setattr(b, "real", r)),
}  # fmt: skip


def _written(base, write):
    write(base)
    return base


def _written_after(base, view, write):
    seen = view(base)
    write(base)
    return seen + base


@pytest.mark.parametrize("name", WRITES)
def test_gradients_through_written_parts(name):
    z, r = leaf(3), tl.tensor(RNG.normal(size=3), requires_grad=True)
    assert gradcheck(WRITES[name], (z, r))


# ------------------------------------------------------------------ products and sums


@pytest.mark.parametrize("dtype", (np.complex64, np.complex128))
def test_products_equal_numpy(dtype):
    tolerance = 100 * np.finfo(dtype).eps
    for a, b in (((3, 4), (4, 5)), ((4,), (4,)), ((2, 3, 4), (4, 5)), ((5, 1, 3, 4), (2, 4, 1)),
                 ((0, 4), (4, 5)), ((3, 0), (0, 5)), ((70, 90), (90, 80))):  # fmt: skip
        x, y = numbers(*a, dtype=dtype), numbers(*b, dtype=dtype)
        got = (tl.tensor(x) @ tl.tensor(y)).numpy()
        np.testing.assert_allclose(got, x @ y, rtol=tolerance, atol=tolerance * 100)
        assert got.dtype == dtype
    x = tl.tensor(numbers(6, 4))
    np.testing.assert_allclose((x.mH @ x).numpy(), x.numpy().conj().T @ x.numpy(), rtol=1e-12)
    strided = x.T[::2] @ x
    np.testing.assert_allclose(strided.numpy(), x.numpy().T[::2] @ x.numpy(), rtol=1e-12)


def test_reductions_of_many_equal_numpy():
    z = numbers(300, 500)
    x = tl.tensor(z)
    for dim in (None, 0, 1):
        np.testing.assert_allclose(x.sum(dim).numpy(), z.sum(dim), rtol=1e-10)
        np.testing.assert_allclose(x.std(dim).numpy(), z.std(dim, ddof=1), rtol=1e-10)
        assert (x.any(dim).numpy() == z.any(dim)).all()
    near_one = np.exp(1j * RNG.normal(size=(300, 500)))
    for dim in (0, 1):
        np.testing.assert_allclose(tl.tensor(near_one).prod(dim).numpy(), near_one.prod(dim))
        np.testing.assert_allclose(tl.tensor(near_one).cumprod(dim).numpy(), near_one.cumprod(dim))
    np.testing.assert_allclose(tl.tensor(near_one).prod().numpy(), near_one.prod())


# ------------------------------------------------------------------ plans


def test_plans_have_the_bits_of_eager():
    def step(x, y, r):
        out = (x @ y * 0.1).exp().sigmoid() * r + x.abs() - (x.conj() * 2j).angle()
        pairs = tl.view_as_real(out).sum(-1) + out.real.cumsum(0)
        loss = (out * out.mH).sum().abs() + pairs.mean() + (out * 0.1).prod(1).abs().sum()
        return loss, *tl.autograd.grad(loss, (x, r))

    x, y = leaf(24, 24), tl.tensor(numbers(24, 24))
    r = tl.tensor(RNG.normal(size=(24, 24)), requires_grad=True)
    planned = tl.compile(step)
    for _ in range(2):
        for got, want in zip(planned(x, y, r), step(x, y, r), strict=True):
            assert got.dtype is want.dtype and (got == want).all()


def test_a_plan_keeps_complex_numbers_apart_from_a_product_of_their_parts():
    """The loop behind such a product went block by block through elements of half the size."""
    x, y = tl.tensor(numbers(64, 64)), tl.tensor(numbers(64, 64))
    planned = tl.compile(lambda x, y: (x @ y).sin())
    for _ in range(2):
        assert (planned(x, y) == (x @ y).sin()).all()


# ------------------------------------------------------------------ text, files, neighbours


def test_text():
    assert repr(tl.tensor([1 + 2j, 3.5 - 1j])) == "tensor([1.0000+2.j, 3.5000-1.j])"
    assert repr(tl.tensor(-1j, dtype=tl.complex128)) == (
        "tensor(-0.-1.j, dtype=tensorlite.complex128)"
    )
    assert repr(tl.zeros(0, dtype=tl.complex64)) == "tensor([], dtype=tensorlite.complex64)"
    assert f"{tl.tensor(1 + 2j):.1f}" == "1.0+2.0j"


@pytest.mark.torch
def test_text_is_pytorchs():
    torch = pytest.importorskip("torch")
    own = functools.partial(numbers, rng=np.random.default_rng(1))
    rows = (own(5) * 1000, own(5) / 1e6, np.array([1 + 2j, 3 - 4j]), np.array(1j),
            np.array([np.inf + 1j * np.nan, 1e10 + 1j]), np.array([1e-5 + 1e5j, 1]),
            own(2000), np.zeros((0, 2), complex))  # fmt: skip
    for values in rows:
        for dtype in ("complex64", "complex128"):
            told = repr(tl.tensor(values.astype(dtype)))
            told = " ".join(told.replace("tensorlite.", "torch.").split())  # ours breaks sooner
            assert told == " ".join(repr(torch.tensor(values.astype(dtype))).split())


@pytest.mark.parametrize("dtype", (tl.complex64, tl.complex128))
def test_files_and_neighbours(dtype):
    z = tl.tensor(numbers(3, 2)).to(dtype)
    assert (pickle.loads(pickle.dumps(z)) == z).all()
    assert np.shares_memory(np.asarray(z), z.numpy())
    assert tl.from_dlpack(z).data_ptr() == tl.from_numpy(z.numpy()).data_ptr() == z.data_ptr()
    assert tl.asarray(z.__dlpack__()).data_ptr() == z.data_ptr()
    file = io.BytesIO()
    tl.save({"z": z, "row": z[1]}, file)
    again = tl.load(io.BytesIO(file.getvalue()))
    assert again["z"].dtype is dtype and (again["z"] == z).all()
    again["row"].fill_(1j)
    assert (again["z"][1] == 1j).all()


def test_random_numbers_have_the_variance_asked_for():
    tl.manual_seed(0)
    z = tl.randn(20000, dtype=tl.complex64)
    assert abs(z.var().item() - 1) < 0.05 and abs(z.real.var().item() - 0.5) < 0.03
    u = tl.rand(20000, dtype=tl.complex128)
    assert u.real.min() >= 0 and u.imag.max() < 1 and abs(u.mean().item() - (0.5 + 0.5j)) < 0.02
    assert tl.zeros(4, dtype=tl.complex64).normal_().abs().min() > 0


ENDS = (0.0, -0.0, 1.0, -1.0, 0.5, np.inf, -np.inf, np.nan)
C99 = ("exp", "log", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh", "asin", "acos", "atan",
       "asinh", "acosh", "atanh", "log1p")  # fmt: skip
ANY_SIGN = ("sin", "cos", "sinh", "cosh")  # of an infinity beside NaN: annex G leaves it open


@pytest.mark.width
@pytest.mark.parametrize("name", C99)
def test_ends_of_the_numbers_are_c99s(name):
    z = np.array([complex(a, b) for a in ENDS for b in ENDS])
    with np.errstate(all="ignore"):
        expected = getattr(np, name.replace("asin", "arcsin").replace("acos", "arccos").replace(
            "atan", "arctan"))(z)  # fmt: skip
    found = getattr(tl, name)(tl.tensor(z)).numpy()
    for part in ("real", "imag"):
        ours, theirs = getattr(found, part), getattr(expected, part)
        if name in ANY_SIGN:
            open_ = np.isinf(theirs) & np.isnan(expected.real + expected.imag)
            ours, theirs = np.where(open_, np.abs(ours), ours), np.where(open_, np.inf, theirs)
        np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-12)
        signed = ~np.isnan(expected.real + expected.imag)
        assert (np.signbit(ours) == np.signbit(theirs))[signed].all()
