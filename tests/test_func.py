"""`tensorlite.func` and forward mode: derivatives of functions, nested, against PyTorch's."""

import subprocess
import sys

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import func
from tensorlite.autograd import forward_ad


def theirs(torch, value):
    """Nested tensors of ours as theirs."""
    if isinstance(value, tl.Tensor):
        return torch.tensor(value.detach().numpy())
    if isinstance(value, dict):
        return {key: theirs(torch, x) for key, x in value.items()}
    return type(value)(theirs(torch, x) for x in value)


def same(got, want):
    if isinstance(want, dict):
        assert got.keys() == want.keys()
        for key, x in want.items():
            same(got[key], x)
    elif isinstance(want, tuple | list):
        assert type(got) is type(want) and len(got) == len(want)
        for pair in zip(got, want, strict=True):
            same(*pair)
    else:
        assert not got.requires_grad, "nothing was to be recorded"
        np.testing.assert_allclose(got.numpy(), want.detach().numpy(), rtol=1e-9, atol=1e-9)


def scalar(lib):
    return lambda x, y: (lib.sin(x) * y).sum() * y.exp().sum()


def nested(lib):
    return lambda p, y: {"a": lib.sin(p["x"]) * y, "b": [(p["x"] ** 3 * p["z"][0]).sum()]}


POINT = tl.tensor([0.3, -0.8, 1.2], dtype=tl.float64)
OTHER = tl.tensor([1.5, 0.2, -0.4], dtype=tl.float64)
TREE = {"x": POINT, "z": [OTHER, POINT * 2]}


@pytest.mark.torch
@pytest.mark.parametrize("name", ["grad", "jacrev", "jacfwd", "hessian"])
@pytest.mark.parametrize("argnums", [0, 1, -1, (0, 1), (1, 0)])
def test_derivatives_equal_pytorch(name, argnums):
    torch = pytest.importorskip("torch")
    got = getattr(func, name)(scalar(tl), argnums)(POINT, OTHER)
    argnums = 1 if argnums == -1 else argnums  # of which PyTorch's `jacfwd` makes zeros
    want = getattr(torch.func, name)(scalar(torch), argnums)(*theirs(torch, (POINT, OTHER)))
    same(got, want)


@pytest.mark.torch
@pytest.mark.parametrize("name", ["jacrev", "jacfwd"])
@pytest.mark.parametrize("argnums", [0, 1, (0, 1)])
def test_jacobians_of_containers_equal_pytorch(name, argnums):
    torch = pytest.importorskip("torch")
    got = getattr(func, name)(nested(tl), argnums)(TREE, OTHER)
    args = theirs(torch, (TREE, OTHER))
    same(got, getattr(torch.func, name)(nested(torch), argnums)(*args))


@pytest.mark.torch
def test_products_of_containers_equal_pytorch():
    torch = pytest.importorskip("torch")
    args = theirs(torch, (TREE, OTHER))
    out, pull = func.vjp(nested(tl), TREE, OTHER)
    want, their_pull = torch.func.vjp(nested(torch), *args)
    same(out, want)
    same(pull(out), their_pull(want))
    same(pull(out), their_pull(want))  # again
    same(func.jvp(nested(tl), (TREE, OTHER), (TREE, OTHER)),
         torch.func.jvp(nested(torch), args, args))  # fmt: skip
    out, push = func.linearize(nested(tl), TREE, OTHER)
    same(push(TREE, OTHER), torch.func.jvp(nested(torch), args, args)[1])


def test_gradients_nest_to_any_order():
    def fifth(x):
        return x**5

    for order, want in ((1, 80.0), (2, 160.0), (3, 240.0), (4, 240.0), (5, 120.0), (6, 0.0)):
        f = fifth
        for _ in range(order):
            f = func.grad(f)
        assert f(tl.tensor(2.0)).item() == pytest.approx(want)


def test_levels_do_not_mix():
    """d/dx (x * d/dy (x + y)) is 1, not 2: y's derivative must not see x's (perturbations)."""
    x = tl.tensor(1.0)
    assert func.grad(lambda x: x * func.grad(lambda y: x + y)(x))(x).item() == 1
    assert func.jvp(lambda x: x * func.jvp(lambda y: x + y, (x,), (x,))[1], (x,), (x,))[1] == 2


@pytest.mark.parametrize("outer", [func.grad, func.jacrev, func.jacfwd])
@pytest.mark.parametrize("inner", [func.grad, func.jacrev, func.jacfwd])
def test_modes_mix(outer, inner):
    found = outer(lambda x: inner(lambda y: (y**3).sum() * x.sum())(x).sum())(POINT)
    # sum 3y^2 * sum x at y = x, by the x of both kinds
    want = 6 * POINT * POINT.sum() + 3 * (POINT**2).sum()
    same(found, want)


def test_complex_points():
    x, v = tl.tensor([1 + 2j, 3 - 1j]), tl.tensor([0.5 - 1j, 2j])

    def size(z):
        return (z * z.conj()).real.sum()

    same(tl.view_as_real(func.grad(size)(x)), tl.view_as_real(2 * x))
    tangent = func.jvp(lambda z: z.conj() * z * z, (x,), (v,))[1]
    want = v.conj() * x * x + 2 * x.conj() * x * v
    np.testing.assert_allclose(tangent.numpy(), want.numpy(), rtol=1e-5)
    found = tl.vmap(func.grad(size))(tl.stack([x, v]))
    np.testing.assert_allclose(found.numpy(), tl.stack([2 * x, 2 * v]).numpy(), rtol=1e-6)


def test_aux_and_values_leave_no_graph():
    found, (value, aux) = func.grad_and_value(lambda x: (x.sum(), {"twice": x * 2}), has_aux=True)(
        POINT
    )
    same(found, tl.ones_like(POINT))
    same(value, POINT.sum())
    same(aux["twice"], POINT * 2)
    same(func.grad(lambda x: (x.sum(), [x]), has_aux=True)(POINT)[1][0], POINT)


def test_captured_tensors_get_gradients_of_gradients():
    w = tl.tensor([1.0, 2.0, 3.0], dtype=tl.float64, requires_grad=True)
    found = func.grad(lambda x: (x * w).sum() ** 2)(POINT)
    assert found.requires_grad
    found.sum().backward()
    want = tl.autograd.functional.jacobian(lambda w: (2 * (POINT * w).sum() * w).sum(), w.detach())
    np.testing.assert_allclose(w.grad.numpy(), want.numpy())
    with tl.no_grad():
        assert not func.grad(lambda x: (x * w).sum() ** 2)(POINT).requires_grad


def test_products_are_recorded_where_gradients_are_on_as_they_are_taken():
    """Not where they were on when the function was evaluated."""
    x, one = tl.tensor(3.0, requires_grad=True), tl.tensor(1.0)
    out, pull = func.vjp(lambda x: x**2, x)
    _, push = func.linearize(lambda x: x**2, x)
    with tl.no_grad():
        (pulled,), pushed = pull(one), push(one)
        assert pulled.item() == pushed.item() == 6.0
        assert out.requires_grad and not pulled.requires_grad and not pushed.requires_grad
        late, pull = func.vjp(lambda x: x**2, x)
    (pulled,) = pull(one)
    assert not late.requires_grad and pulled.requires_grad
    assert tl.autograd.grad(pulled, x)[0].item() == 2.0


def test_in_place_writes_inside():
    def f(x):
        y = x * 1
        y[0] *= x[1]
        y += x.detach()
        return (y * y).sum()

    same(func.grad(f)(POINT), tl.autograd.functional.jacobian(f, POINT))


def test_forward_mode_takes_functions_that_change_their_input():
    def f(x):
        return x.mul_(2).sin_()

    x = POINT.clone()
    out, pushed = func.jvp(f, (x,), (POINT,))
    assert tl.equal(x, out)
    same(pushed, (2 * POINT).cos() * 2 * POINT)
    same(func.jacfwd(lambda x: x.mul_(x))(POINT.clone()), (2 * POINT).diag())
    with pytest.raises(RuntimeError, match="leaf Variable that requires grad"):
        func.vjp(f, POINT.clone())
    for inner in (lambda x: func.jvp(f, (x,), (POINT,))[1], lambda x: func.vjp(f, x)[0]):
        with pytest.raises(RuntimeError, match="got a write into one in place"):
            func.grad(lambda x, inner=inner: inner(x * 1).sum())(POINT)


@pytest.mark.parametrize(
    "call, error, text",
    [
        (lambda: func.grad(lambda x: x)(POINT), RuntimeError, "returns a scalar tensor; got"),
        (lambda: func.grad(lambda x: 3.0)(POINT), RuntimeError, "returns a tensor; got float"),
        (lambda: func.grad(lambda x: x.sum(), 1)(POINT), RuntimeError, "within 1 positional"),
        (lambda: func.grad(lambda x: x.sum(), "a")(POINT), RuntimeError, "argnums to be an int"),
        (lambda: func.grad(lambda x: x.sum(), (0, 0))(POINT), RuntimeError, "each once"),
        (lambda: func.grad(lambda x: x.sum(), has_aux=True)(POINT), RuntimeError, "output, aux"),
        (lambda: func.grad(lambda x: x.sum())(tl.tensor(3)), RuntimeError, "floating point"),
        (lambda: func.grad(lambda x: x.sum())(3.0), TypeError, "leaves to be tensors; got float"),
        (lambda: func.vjp(tl.sin, POINT)[1](POINT[:2]), RuntimeError, "shaped as the output"),
        (lambda: func.jvp(tl.sin, POINT, POINT), RuntimeError, "primals to be a tuple"),
        (lambda: func.jvp(tl.sin, (POINT,), (POINT[:2],)), RuntimeError, "shaped as the primals"),
        (lambda: func.jvp(lambda x: tl.ones(2), (POINT,), (POINT,), strict=True), RuntimeError,
         "depend on the primals"),
        (lambda: func.jacrev(tl.sin, chunk_size=0)(POINT), ValueError, "chunk_size of at least 1"),
        (lambda: func.jacrev(tl.conj)(tl.ones(1) * 1j), RuntimeError, "all inputs to be real"),
        (lambda: func.jacfwd(tl.conj)(tl.ones(1) * 1j), RuntimeError, "all inputs to be real"),
        (lambda: func.jacrev(lambda x: x * 1j)(POINT), RuntimeError, "all outputs to be real"),
        (lambda: func.jacfwd(lambda x: x * 1j)(POINT), RuntimeError, "all outputs to be real"),
        (lambda: func.vjp(lambda x: 3, POINT), RuntimeError, "outputs .* to be tensors; got int"),
        (lambda: func.jvp(lambda x: None, (POINT,), (POINT,)), RuntimeError, "got NoneType"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said(call, error, text):
    with pytest.raises(error, match=text):
        call()


# ------------------------------------------------------------------ modules


def network():
    return tl.nn.Sequential(
        tl.nn.Linear(3, 4), tl.nn.BatchNorm1d(4), tl.nn.Tanh(), tl.nn.Linear(4, 1)
    )


def test_functional_call_gives_the_gradients_of_backward():
    net, x = network(), tl.randn(5, 3)
    params = {name: p.detach() for name, p in net.named_parameters()}
    before = net.state_dict()
    found = func.grad(lambda p: func.functional_call(net, p, x).square().mean())(params)
    net(x).square().mean().backward()
    for name, p in net.named_parameters():
        np.testing.assert_allclose(found[name].numpy(), p.grad.numpy(), rtol=1e-5, atol=1e-6)
        assert p is dict(net.named_parameters())[name], "put back"
    assert before.keys() == net.state_dict().keys()


def test_functional_call_of_tied_weights_and_buffers():
    class Tied(tl.nn.Module):
        def __init__(self):
            super().__init__()
            self.a = tl.nn.Parameter(tl.ones(2))
            self.b = self.a
            self.register_buffer("c", tl.zeros(2))

        def forward(self, x, plus=0.0):
            return self.a + self.b * x + self.c + plus

    net, new = Tied(), tl.tensor([2.0, 3.0])
    call = func.functional_call
    assert call(net, {"a": new}, tl.ones(2)).tolist() == [4, 6]
    assert call(net, {"a": new}, tl.ones(2), tie_weights=False).tolist() == [3, 4]
    assert call(net, ({"b": new}, {"c": new}), tl.ones(2), {"plus": 1.0}).tolist() == [7, 10]
    assert net(tl.ones(2)).tolist() == [2, 2]
    with pytest.raises(RuntimeError, match=r"unexpected key\(s\): d"):
        call(net, {"d": new}, new)
    with pytest.raises(RuntimeError, match=r"missing key\(s\): c"):
        call(net, {"a": new}, new, strict=True)
    with pytest.raises(ValueError, match="appeared in multiple dictionaries"):
        call(net, ({"a": new}, {"a": new}), new)
    with pytest.raises(ValueError, match="tied to another name"):
        call(net, {"a": new, "b": new * 1}, new)
    with pytest.raises(TypeError, match="expected a Module"):
        call(tl.sin, {}, new)


def test_what_a_module_assigns_during_a_call_is_in_the_dict_afterwards():
    class Counting(tl.nn.Module):
        def __init__(self):
            super().__init__()
            self.register_buffer("seen", tl.tensor(0))

        def forward(self, x):
            self.seen = self.seen + len(x)
            return x

    net, given = Counting(), {"seen": tl.tensor(5)}
    func.functional_call(net, given, tl.ones(3))
    assert given["seen"] == 8 and net.seen == 0
    with tl.nn.utils.stateless._reparametrize_module(net, given):
        assert net.seen == 8
        net(tl.ones(2))
    assert given["seen"] == 10 and net.seen == 0


def test_a_failing_call_leaves_the_module_as_it_was():
    net = tl.nn.Linear(2, 2)
    weight = net.weight
    with pytest.raises(RuntimeError):
        func.functional_call(net, {"weight": tl.ones(3, 3)}, tl.ones(1, 2))
    assert net.weight is weight


def test_stacked_state():
    nets = [network() for _ in range(3)]
    params, buffers = func.stack_module_state(nets)
    assert params["0.weight"].shape == (3, 4, 3) and params["0.weight"].is_leaf
    assert params["0.weight"].requires_grad and not buffers["1.running_mean"].requires_grad
    np.testing.assert_array_equal(params["3.bias"][1].detach().numpy(),
                                  nets[1][3].bias.detach().numpy())  # fmt: skip
    with pytest.raises(RuntimeError, match="at least one model"):
        func.stack_module_state([])
    with pytest.raises(RuntimeError, match="same class"):
        func.stack_module_state([tl.nn.ReLU(), tl.nn.Tanh()])
    with pytest.raises(RuntimeError, match="train mode or all in eval"):
        func.stack_module_state([tl.nn.ReLU(), tl.nn.ReLU().eval()])


def test_batch_norm_without_running_statistics():
    net = func.replace_all_batch_norm_modules_(network())
    assert net[1].running_mean is None and not net[1].track_running_stats
    assert net.eval()(tl.randn(5, 3)).shape == (5, 1)


# ------------------------------------------------------------------ dual numbers


def test_dual_numbers_carry_tangents():
    layer = tl.nn.Linear(3, 2).double()
    with forward_ad.dual_level():
        x = forward_ad.make_dual(POINT, OTHER)
        same(forward_ad.unpack_dual(x).tangent, OTHER)
        found = forward_ad.unpack_dual(x.sin() * x)
        same(found.tangent, OTHER * (POINT.cos() * POINT + POINT.sin()))
        same(found.primal, POINT.sin() * POINT)
        assert forward_ad.unpack_dual(POINT).tangent is None
        tangent = forward_ad.unpack_dual(layer(x)).tangent
        y = forward_ad.make_dual(POINT, POINT)
        same(forward_ad.unpack_dual(x * y).tangent, POINT * OTHER + POINT * POINT)
    np.testing.assert_allclose(tangent.detach().numpy(), (layer.weight @ OTHER).detach().numpy())


def test_dual_parameters():
    layer = tl.nn.Linear(3, 2)
    params = dict(layer.named_parameters())
    tangents = {name: tl.ones_like(p) for name, p in params.items()}
    x = tl.randn(4, 3)
    with forward_ad.dual_level():
        for name, p in params.items():
            delattr(layer, name)
            setattr(layer, name, forward_ad.make_dual(p, tangents[name]))
        found = forward_ad.unpack_dual(layer(x)).tangent
    want = x.sum(-1, keepdim=True).expand(4, 2) + 1
    np.testing.assert_allclose(found.detach().numpy(), want.numpy(), rtol=1e-5)


def test_dual_numbers_that_cannot_be():
    with pytest.raises(RuntimeError, match="a level of forward mode"):
        forward_ad.make_dual(POINT, POINT)
    with forward_ad.dual_level():
        with pytest.raises(RuntimeError, match="same shape and dtype"):
            forward_ad.make_dual(POINT, POINT[:2])
        with pytest.raises(ValueError, match="floating point"):
            forward_ad.make_dual(tl.tensor(1), tl.tensor(1))
        with pytest.raises(ValueError, match="tangent to be floating point"):
            forward_ad.make_dual(tl.tensor(1.0), tl.tensor(1))
        with pytest.raises(TypeError, match="tangent to be a Tensor"):
            forward_ad.make_dual(POINT, 1.0)
        with pytest.raises(RuntimeError, match="nested forward mode"):
            forward_ad.enter_dual_level()
    with pytest.raises(RuntimeError, match="entered last"):
        forward_ad.exit_dual_level()


def test_it_is_loaded_when_first_used():
    code = "import sys, tensorlite as tl; a = 'tensorlite.func' in sys.modules; tl.func.grad; "
    code += "print(a, 'tensorlite.func' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
