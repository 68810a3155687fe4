"""gradcheck finds wrong gradients and says where; products with Jacobians equal PyTorch's."""

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.autograd import Function, GradcheckError, functional, gradcheck, gradgradcheck


def doubles(*values):
    return tl.tensor(values, dtype=tl.float64, requires_grad=True)


def scaled_square(factor):
    """x * x with a gradient that is wrong by a factor."""

    class Square(Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return x * x

        @staticmethod
        def backward(ctx, g):
            return 2 * factor * ctx.saved_tensors[0] * g

    return Square.apply


def several(x, y):
    return x * y.exp(), (x / y).sum()


@pytest.mark.parametrize("fast", [False, True])
def test_right_gradients_pass(fast):
    x, y = doubles(1.0, 2.0, -0.5), doubles(0.3, 0.7, 1.1)
    assert gradcheck(several, (x, y), fast_mode=fast, check_batched_grad=True)
    assert gradgradcheck(several, (x, y), fast_mode=fast)
    assert gradcheck(lambda x: x.sin(), x, check_grad_dtypes=True)
    assert gradcheck(scaled_square(1.0), x) and gradgradcheck(scaled_square(1.0), x)


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize("factor", [1.0005, 0.9995, 1.01, 0.0, -1.0])
def test_a_gradient_wrong_by_half_a_thousandth_is_caught(factor, fast):
    x = doubles(1.0, 2.0, -0.5)
    with pytest.raises(GradcheckError, match="Jacobian mismatch"):
        gradcheck(scaled_square(factor), x, fast_mode=fast)
    assert gradcheck(scaled_square(factor), x, fast_mode=fast, raise_exception=False) is False


def test_message_names_input_output_index_values_and_line():
    wrong = scaled_square(1.5)
    message = (
        r"gradcheck: Jacobian mismatch for output 1 with respect to input 1, at output\[1\] and "
        r"input\[1\]; expected 4 \(numerical\); got 6 \(analytical\); try the gradient rule of "
        r"Square\(float64\[2\]\), called at .*test_autograd_check.py:\d+: "
    )
    with pytest.raises(GradcheckError, match=message):
        gradcheck(lambda x, y: (x, wrong(y)), (doubles(1.0), doubles(0.0, 2.0)))


def test_a_kink_is_recognised():
    with pytest.raises(GradcheckError, match="from the left, 0, and from the right, 1, differ: "):
        gradcheck(lambda x: x.relu(), doubles(0.0, 1.0))


def test_bad_arguments():
    with pytest.raises(ValueError, match=r"input 0 to be float64.*; got tensorlite.float16; try"):
        gradcheck(lambda x: x, tl.ones(2, dtype=tl.float16, requires_grad=True))
    with pytest.raises(ValueError, match="gradcheck: expected at least one input that requires gr"):
        gradcheck(lambda x: x, tl.ones(2))
    with pytest.raises(ValueError, match="gradcheck: expected output 0 to be a tensor; got float"):
        gradcheck(lambda x: x.sum().item(), doubles(1.0))
    with pytest.raises(ValueError, match="without elements that share memory"):
        gradcheck(lambda x: x * 2, tl.ones(1, dtype=tl.float64).expand(3).requires_grad_())


@pytest.mark.parametrize("dtype", [tl.float32, tl.complex64])
def test_single_precision_is_checked_with_a_warning(dtype):
    x, rough = tl.tensor([1.0, 2.0], dtype=dtype, requires_grad=True), {"eps": 1e-2, "atol": 1e-2}
    for check in (gradcheck, gradgradcheck):
        with pytest.warns(UserWarning, match=r"input 0 is not of double precision.* try .double"):
            assert check(lambda x: x * x, x, rtol=1e-2, **rough)
    with pytest.warns(UserWarning), pytest.raises(GradcheckError):
        gradcheck(lambda x: x * x.detach(), x, rtol=1e-2, **rough)


def test_checks_that_there_are_none_of():
    x = tl.ones(2, dtype=tl.float64, requires_grad=True)
    assert gradcheck(tl.sin, x, check_batched_forward_grad=False, masked=None)
    for name in ("check_batched_forward_grad", "masked"):
        with pytest.raises(NotImplementedError, match=f"gradcheck: expected {name}=False; got Tru"):
            gradcheck(tl.sin, x, **{name: True})
    with pytest.raises(NotImplementedError, match="gradgradcheck: expected masked=False"):
        gradgradcheck(tl.sin, x, masked=True)


FORWARD = [
    (lambda x: x.sin() * x, (doubles(0.5, -1.0),)),
    (lambda a, b: (a @ b, a.exp()), (doubles(1.0, 2.0), doubles(3.0, 4.0))),
    (lambda z: z * z.conj(), (tl.tensor([1 + 2j], dtype=tl.complex128, requires_grad=True),)),
]


@pytest.mark.parametrize(("function", "inputs"), FORWARD)
def test_forward_derivatives_are_checked(function, inputs):
    """They were refused, where tests of PyTorch's libraries ask for them."""
    for backward in (True, False):
        assert gradcheck(function, inputs, check_forward_ad=True, check_backward_ad=backward)
        assert gradgradcheck(function, inputs, check_fwd_over_rev=True, check_rev_over_rev=backward)


class WrongTwice(Function):
    """Its gradient is right, and that of the gradient is not, of which tangents are made."""

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x

    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return g.detach() * 2 * x


def test_a_wrong_forward_derivative_is_caught():
    x = doubles(1.0)
    assert gradcheck(WrongTwice.apply, x)
    with pytest.raises(GradcheckError, match="Jacobian mismatch for output 0"):
        gradcheck(WrongTwice.apply, x, check_forward_ad=True, check_backward_ad=False)


def test_a_result_outside_of_the_graph_is_caught():
    with pytest.raises(GradcheckError, match="output 0 depends on input 0; expected it to require"):
        gradcheck(lambda x: tl.tensor(x.detach().numpy() * 2), doubles(1.0))


def test_changing_backward_is_caught():
    class Drift(Function):
        count = 0

        @staticmethod
        def forward(ctx, x):
            return x * 1

        @staticmethod
        def backward(ctx, g):
            Drift.count += 1
            return g * Drift.count

    with pytest.raises(GradcheckError, match="backward is not reentrant for output 0 and input 0"):
        gradcheck(Drift.apply, doubles(1.0))


def test_inputs_are_as_before():
    x = doubles(1.0, 2.0)
    gradcheck(lambda x: x * x, x)
    assert x.tolist() == [1.0, 2.0] and x.grad is None


def test_gradgradcheck_catches_a_wrong_second_gradient():
    class Odd(Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return x * x * x

        @staticmethod
        def backward(ctx, g):
            (x,) = ctx.saved_tensors
            return g * 3 * x * x.detach()

    x = doubles(1.0, 2.0)
    assert gradcheck(Odd.apply, x)
    with pytest.raises(GradcheckError, match="Jacobian mismatch"):
        gradgradcheck(Odd.apply, x)


# ------------------------------------------------------------------ autograd.functional


def results(p):
    """Products and matrices of all kinds, in one of both packages."""
    f = p.autograd.functional
    x, y = p.tensor([[1.0, 2.0], [3.0, 0.5]]), p.tensor([0.3, 0.7])
    z = p.tensor([1.0, 2.0], requires_grad=True)

    def pair(x, y):
        return (x * y).exp(), (x * y * y).sum(0)

    def cube(x):
        return x * x * x

    def total(x):
        return cube(x).sum()

    def both(x, y):
        return (x * x * y * y).sum()

    ones = (p.ones(2, 2), p.ones(2))
    yield f.vjp(cube, x, x)
    yield f.vjp(pair, (x, y), ones)
    yield f.vjp(total, x)
    yield f.jvp(cube, x, x)
    yield f.jvp(pair, (x, y), (x, y))
    yield f.jvp(total, x, x)
    yield f.jacobian(cube, x)
    yield f.jacobian(pair, (x, y))
    yield f.jacobian(cube, (x,))
    yield f.jacobian(lambda x: (x * 1,), x)
    yield f.jacobian(lambda x: p.ones(2), x)
    yield f.jacobian(cube, z)
    yield f.hessian(total, x)
    yield f.hessian(both, (x, y))
    yield f.vhp(total, x, x)
    yield f.vhp(both, (x, y), (x, y))
    yield f.hvp(both, (x, y), (x, y))
    for product in (f.vjp, f.jvp):
        yield p.autograd.grad(product(cube, z, p.ones(2), create_graph=True)[1].sum(), z)
    for product in (f.vhp, f.hvp):
        yield p.autograd.grad(product(total, z, z, create_graph=True)[1].sum(), z)
    yield p.autograd.grad(f.hessian(total, z, create_graph=True).sum(), z)
    yield p.autograd.grad(f.jacobian(cube, z, create_graph=True).sum(), z)


def described(result):
    if isinstance(result, tuple | list):
        return [list(map(described, result))]
    values = np.round(result.detach().numpy().astype(float), 3).tolist()
    return list(result.shape), result.requires_grad, values


@pytest.mark.torch
def test_functional_equals_torch():
    torch = pytest.importorskip("torch")
    for ours, theirs in zip(results(tl), results(torch), strict=True):
        assert described(ours) == described(theirs)


def test_forward_mode_jacobian_equals_reverse_mode():
    x, y = tl.tensor([[1.0, 2.0], [3.0, 0.5]]), tl.tensor([0.3, 0.7])
    forward = functional.jacobian(several, (x, y), strategy="forward-mode")
    assert described(forward) == described(functional.jacobian(several, (x, y)))


def test_functional_errors():
    x = tl.ones(2)
    with pytest.raises(RuntimeError, match="vjp: expected v, which can only be None for a single"):
        functional.vjp(lambda x: x * x, x)
    with pytest.raises(RuntimeError, match=r"jvp: v has invalid size: expected \[\[2\]\]; got"):
        functional.jvp(lambda x: x * x, x, tl.ones(3))
    with pytest.raises(TypeError, match=r"vjp: expected inputs to be a Tensor .*; got float"):
        functional.vjp(lambda x: x, 1.0)
    with pytest.raises(RuntimeError, match="hessian: expected a function that returns a single"):
        functional.hessian(lambda x: x * x, x)
    with pytest.raises(RuntimeError, match="Output 0 of the user-provided function does not req"):
        functional.vjp(lambda x: tl.ones(()), x, strict=True)
    with pytest.raises(RuntimeError, match="independent of input 1"):
        functional.jacobian(lambda x, y: x * 2, (x, x), strict=True)
    for function in (functional.jacobian, functional.hessian):
        with pytest.raises(RuntimeError, match="expected strict or vectorize; got both"):
            function(lambda x: x.sum(), x, strict=True, vectorize=True)
    with pytest.raises(ValueError, match="jacobian: expected strategy"):
        functional.jacobian(lambda x: x, x, strategy="sideways")
