"""GradScaler beside PyTorch's, and what autocast says."""

import numpy as np
import pytest

import tensorlite as tl


def train(library, spoiled=(), **options):
    """Weights and scales over twelve steps; some gradients are spoiled."""
    w = library.nn.Parameter(library.tensor([1.0, -2.0]))
    opt = library.optim.SGD([w], lr=0.1)
    scaler = library.amp.GradScaler("cpu", growth_interval=3, **options)
    rows = []
    for step in range(12):
        opt.zero_grad()
        scaler.scale((w * w).sum()).backward()
        if step in spoiled:
            w.grad[0] = float("inf")
        if step % 2:
            scaler.unscale_(opt)
            library.nn.utils.clip_grad_norm_([w], 1.0)
        scaler.step(opt)
        scaler.update()
        rows += [*w.detach().tolist(), scaler.get_scale()]
    state = {k: float(v) for k, v in scaler.state_dict().items()}
    return rows, state


@pytest.mark.torch
@pytest.mark.parametrize("options", [{}, {"init_scale": 4.0, "growth_factor": 3.0},
                                     {"enabled": False}])  # fmt: skip
@pytest.mark.parametrize("spoiled", [(), (2, 3, 9)])
def test_as_torch(options, spoiled):
    torch = pytest.importorskip("torch")
    if not options.get("enabled", True):
        spoiled = ()
    ours, theirs = (train(library, spoiled, **options) for library in (tl, torch))
    np.testing.assert_allclose(ours[0], theirs[0], rtol=1e-6)
    assert ours[1] == theirs[1]


def test_saving():
    first, second = tl.amp.GradScaler("cpu", 8.0), tl.GradScaler("cpu")
    second.load_state_dict(first.state_dict())
    assert second.get_scale() == 8.0
    with pytest.raises(RuntimeError, match="source state dict is empty"):
        second.load_state_dict({})


def test_what_comes_in_the_wrong_order():
    w = tl.nn.Parameter(tl.ones(1))
    opt, scaler = tl.optim.SGD([w], lr=0.1), tl.amp.GradScaler("cpu")
    with pytest.raises(AssertionError, match="No inf checks were recorded for this optimizer"):
        scaler.unscale_(opt)
    with pytest.raises(AssertionError, match="prior to update"):
        scaler.update()
    scaler.scale([w.sum()])[0].backward()
    scaler.unscale_(opt)
    with pytest.raises(RuntimeError, match="already been called on this optimizer"):
        scaler.unscale_(opt)
    scaler.step(opt)
    with pytest.raises(RuntimeError, match=r"step\(\) has already been called"):
        scaler.step(opt)
    with pytest.raises(RuntimeError, match="Closure use"):
        scaler.step(opt, closure=lambda: w.sum())
    with pytest.raises(ValueError, match="must be a Tensor or an iterable"):
        scaler.scale(3)


def test_fp16_gradients_are_not_unscaled():
    w = tl.nn.Parameter(tl.ones(2, dtype=tl.float16))
    opt, scaler = tl.optim.SGD([w], lr=0.1), tl.amp.GradScaler("cpu")
    scaler.scale(w.sum()).backward()
    with pytest.raises(ValueError, match="Attempting to unscale FP16 gradients"):
        scaler.step(opt)


def dtypes_of(*tensors):
    return [str(x.dtype).split(".")[1] for x in tensors]


def under_autocast(library):
    """The dtypes of results in nested contexts."""
    x, F, found = library.ones(4, 4), library.nn.functional, []
    classes = library.arange(4)
    with library.autocast("cpu", dtype=library.bfloat16):
        y = x @ x
        found += dtypes_of(y, library.mm(x, x), x.matmul(x), F.linear(x, x), x + y, y.exp())
        found += dtypes_of(library.addmm(x, x, x), library.einsum("ij,jk->ik", x, x))
        found += dtypes_of(F.softmax(y, 1), F.layer_norm(y, (4,)), F.gelu(y), y.sum(), y.prod())
        found += dtypes_of(F.mse_loss(y, y), F.cross_entropy(y, classes), F.nll_loss(y, classes))
        found += dtypes_of(library.cat([x, y]), library.stack([y, x]), x.double() + y)
        with library.autocast("cpu", enabled=False):
            found += dtypes_of(x @ x)
        with library.autocast("cpu", dtype=library.float16):
            found += dtypes_of(x @ x)
        found += [*dtypes_of(x @ x), library.is_autocast_enabled("cpu")]
        found += [str(library.get_autocast_dtype("cpu")).split(".")[1]]
    return [*found, *dtypes_of(x @ x), library.is_autocast_enabled("cpu")]


def trained(library):
    """The dtypes that a network and its gradients have."""
    net = library.nn.Sequential(library.nn.Linear(3, 4), library.nn.ReLU(),
                                library.nn.Linear(4, 2))  # fmt: skip
    with library.autocast("cpu"):
        out = net(library.ones(5, 3))
        loss = library.nn.functional.mse_loss(out, library.zeros(5, 2))
    loss.backward()
    found = dtypes_of(out, loss, net[0].weight.grad, net[2].bias.grad)
    for name in ("LSTM", "GRU"):
        layer = getattr(library.nn, name)(3, 4)
        with library.autocast("cpu"):
            out = layer(library.ones(2, 1, 3))[0]
        out.sum().backward()
        found += dtypes_of(out, layer.weight_hh_l0.grad)
    return found


def decorated(library):
    """The dtypes that a Function sees, and those of its results."""
    seen = []

    class Product(library.autograd.Function):
        @staticmethod
        @library.amp.custom_fwd(device_type="cpu")
        def forward(ctx, a, b):
            ctx.save_for_backward(a, b)
            return a.mm(b)

        @staticmethod
        @library.amp.custom_bwd(device_type="cpu")
        def backward(ctx, g):
            a, b = ctx.saved_tensors
            seen.extend(dtypes_of(g, g.mm(b.t())))
            return g.mm(b.t()), a.t().mm(g)

    class Whole(library.autograd.Function):
        @staticmethod
        @library.amp.custom_fwd(device_type="cpu", cast_inputs=library.float32)
        def forward(ctx, a):
            seen.extend(dtypes_of(a, a @ a))
            return a * 2

        @staticmethod
        @library.amp.custom_bwd(device_type="cpu")
        def backward(ctx, g):
            return g * 2

    a = library.ones(2, 2, requires_grad=True)
    with library.autocast("cpu"):
        out = Product.apply(a, a)
        twice = Whole.apply(out)
    twice.sum().backward()
    return seen + dtypes_of(out, twice, a.grad)


@pytest.mark.torch
@pytest.mark.parametrize("program", [under_autocast, trained, decorated])
@pytest.mark.filterwarnings("ignore")
def test_autocast_as_torch(program):
    torch = pytest.importorskip("torch")
    assert program(tl) == program(torch)


def test_autocast():
    @tl.autocast("cpu", enabled=False)
    def product(x):
        return x @ x

    assert product(tl.ones(2, 2)).dtype == tl.float32
    with pytest.warns(UserWarning, match="autocast: expected dtype=bfloat16 or float16; got .*64"):
        context = tl.amp.autocast(device_type="cpu", dtype=tl.float64)
    with context:
        assert product(tl.ones(2, 2)).dtype == tl.float32
    with pytest.raises(TypeError, match="autocast: expected dtype to be a dtype; got str"):
        tl.autocast("cpu", dtype="bfloat16")
    assert tl.amp.is_autocast_available("cpu")
    with pytest.raises(TypeError, match="is_autocast_available: expected device_type to be a str"):
        tl.amp.is_autocast_available(3)
    with pytest.raises(RuntimeError, match="device"):
        tl.autocast("toaster")


def cast_of(node):
    """The node of the shorter weight, which the product widens again."""
    return node.next_functions[0][0].next_functions[1][0].next_functions[0][0]


def test_a_parameter_is_cast_once():
    w, x = tl.nn.Parameter(tl.ones(2, 2)), tl.ones(2, 2)
    with tl.autocast("cpu"):
        first, second = (x @ w).grad_fn, (x @ w).grad_fn
        kept = [cast_of(node) for node in (first, second)]
        assert kept[0] is kept[1]
        with tl.no_grad():
            w += 1
        assert (x @ w)[0, 0] == 4.0  # what has changed is cast again
        for number in (3.0, 5.0):
            w.data = tl.full((2, 2), number)
            assert (x @ w)[0, 0] == 2 * number
        w.data = tl.tensor([[1.0, 2.0], [3.0, 4.0]])
        assert (x @ w).tolist() == [[4.0, 6.0]] * 2
        w.data = w.data.t()
        assert (x @ w).tolist() == [[3.0, 7.0]] * 2
        w.requires_grad_(False)
        assert not (x @ w).requires_grad
        w.requires_grad_()
        (x @ w).sum().backward()
        assert w.grad.tolist() == [[2.0, 2.0], [2.0, 2.0]]
    with tl.autocast("cpu", cache_enabled=False):
        first, second = (x @ w).grad_fn, (x @ w).grad_fn
        kept = [cast_of(node) for node in (first, second)]
        assert kept[0] is not kept[1]


def test_casts_that_are_kept_follow_the_optimizer_of_a_plan():
    def trained(wrap):
        tl.manual_seed(0)
        layer = tl.nn.Linear(3, 3)
        optimizer = tl.optim.SGD(layer.parameters(), lr=0.1)

        def step(x):
            layer(x).float().square().sum().backward()
            optimizer.step()
            optimizer.zero_grad()
            return layer(x).detach()

        run, x = wrap(step), tl.ones(2, 3)
        with tl.autocast("cpu"):
            return [each.tolist() for _ in range(3) for each in (run(x), layer(x))]

    found = trained(tl.compile)
    assert found == trained(lambda step: step)
    assert found[0] == found[1] != found[2]


def test_a_plan_knows_whether_there_are_casts():
    layer, x = tl.nn.Linear(3, 3), tl.randn(2, 3)
    plain = tl.compile(lambda x: layer(x))
    inside = tl.compile(tl.autocast("cpu")(lambda x: layer(x)))
    assert plain(x).dtype is tl.float32
    with tl.autocast("cpu"):
        want = layer(x)
        assert want.dtype is tl.bfloat16
        assert tl.equal(plain(x), want)
    assert plain(x).dtype is tl.float32
    assert tl.equal(inside(x), want)
