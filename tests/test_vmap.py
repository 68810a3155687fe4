"""`func.vmap`: equal to calls for each part, to PyTorch's `vmap`, and clear where it cannot be."""

import gc
import warnings

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import func, nn
from tensorlite.batches import Level
from tensorlite.func import vmap


def near(got, want, rtol=1e-5, atol=1e-6):
    got, want = (x.detach().numpy() for x in (got, want))
    assert got.shape == want.shape
    np.testing.assert_allclose(got, want, rtol=rtol, atol=atol)


def in_turn(f, *args, dims=0, out=0):
    """What `vmap` is to give: the function of each part, stacked."""
    dims = (dims,) * len(args) if dims == 0 else dims
    size = next(x.shape[d] for x, d in zip(args, dims, strict=True) if d is not None)
    rows = [
        f(*[x if d is None else x.select(d, k) for x, d in zip(args, dims, strict=True)])
        for k in range(size)
    ]
    if isinstance(rows[0], tuple | list):
        return [tl.stack(parts, out) for parts in zip(*rows, strict=True)]
    return tl.stack(rows, out)


# ------------------------------------------------------------------ against PyTorch's

FUNCTIONS = {
    "arithmetic": (lambda L, a, b: L.sin(a) * b + 2, ((5, 3), (5, 3)), {}),
    "shared": (lambda L, a, b: a * b, ((5, 3), (3,)), {"in_dims": (0, None)}),
    "negative": (lambda L, a, b: a @ b, ((4, 3, 5), (5, 3)), {"in_dims": (-1, 0)}),
    "several": (lambda L, a: (a.sum(), [a * 2, a.mean()]), ((5, 3),), {}),
    "nested out": (lambda L, a: (a, {"x": a * 2}), ((5, 3),), {"out_dims": (1, {"x": 0})}),
    "outer": (lambda L, a, b: a[:, None] * b[None, :], ((5, 3), (5, 4)), {"out_dims": 2}),
    "softmax": (lambda L, a: L.softmax(a, -1), ((5, 3),), {}),
    "reductions": (lambda L, a: (a.max(0)[0], a.std(), L.logsumexp(a, 1)), ((5, 3, 4),), {}),
    "scalars": (lambda L, a: (a.sum() ** 2).exp().clamp(max=3.0), ((5, 2),), {}),
    "products": (lambda L, a, b: L.einsum("ij,jk->ki", a, b), ((5, 3, 4), (5, 4, 2)), {}),
    "scans": (lambda L, a: a.cumsum(0).flip(0), ((5, 3),), {}),
    "joins": (lambda L, a, b: L.cat([a, b[:2]]), ((5, 3), (3,)), {"in_dims": (0, None)}),
    "order": (lambda L, a: (L.sort(a, -1)[0], L.topk(a, 2)[0], L.argsort(a)), ((5, 7),), {}),
    "parts": (lambda L, a: a[1:, ::2] + a[0, 0], ((5, 3, 4),), {}),
    "by indices": (lambda L, a: a[[2, 0], :, [1, 1]], ((5, 3, 2, 4),), {}),
    "spread": (lambda L, a: a[:, [2, 0]].sum(0) + a[[1], :2], ((5, 3, 3),), {}),
    "where": (lambda L, a, b: L.where(a > 0, a, b), ((5, 3), (5, 3)), {}),
    "convolution": (lambda L, a, w: L.nn.functional.conv2d(a, w, padding=1, stride=2),
                    ((3, 2, 4, 6, 6), (3, 6, 4, 3, 3)), {}),
    "images": (lambda L, a, w: L.nn.functional.conv1d(a, w, groups=2),
               ((3, 2, 4, 6), (6, 2, 3)), {"in_dims": (0, None)}),
    "layer norm": (lambda L, a, w: L.nn.functional.layer_norm(a, (4,), w),
                   ((3, 2, 4), (4,)), {"in_dims": (0, None)}),
    "inverse": (lambda L, a: L.linalg.inv(a @ a.T + L.eye(3)), ((4, 3, 3),), {}),
    "chunks": (lambda L, a: a.sum(), ((7, 3),), {"chunk_size": 3}),
}  # fmt: skip


@pytest.mark.torch
@pytest.mark.parametrize("case", FUNCTIONS, ids=str)
def test_equals_pytorch(case):
    torch = pytest.importorskip("torch")
    function, shapes, options = FUNCTIONS[case]
    args = [tl.randn(*shape) for shape in shapes]
    theirs = [torch.tensor(x.numpy()) for x in args]
    got = vmap(lambda *xs: function(tl, *xs), **options)(*args)
    want = torch.func.vmap(lambda *xs: function(torch, *xs), **options)(*theirs)

    def compare(a, b):
        if isinstance(b, dict):
            for key in b:
                compare(a[key], b[key])
        elif isinstance(b, tuple | list):
            for pair in zip(a, b, strict=True):
                compare(*pair)
        else:
            near(a, b, 1e-4, 1e-4)

    compare(got, want)


# ------------------------------------------------------------------ against calls in turn


def test_no_op_above_is_called_part_by_part():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for function, shapes, options in FUNCTIONS.values():
            args = [tl.randn(*shape) for shape in shapes]
            vmap(lambda *xs, f=function: f(tl, *xs), **options)(*args)


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("smoothing", [0.0, 0.2])
def test_cross_entropy(reduction, smoothing):
    x, weight, target = tl.randn(5, 4, 3), tl.rand(3), tl.randint(0, 3, (5, 4))
    target[1, 2] = -100

    def loss(x, target):
        return nn.functional.cross_entropy(
            x, target, weight, reduction=reduction, label_smoothing=smoothing
        )

    near(vmap(loss)(x, target), in_turn(loss, x, target))


def test_it_nests():
    a, b = tl.randn(3, 4), tl.randn(5, 4)
    near(vmap(lambda x: vmap(lambda y: (x * y).sum())(b))(a), a @ b.T)
    near(vmap(vmap(tl.dot, (None, 0)), (0, None))(a, b), a @ b.T)
    near(vmap(vmap(lambda x: x * 2, out_dims=0), 1, 1)(a), a * 2)


def test_gradients_of_each_sample():
    net = nn.Sequential(nn.Conv2d(1, 4, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
                        nn.Linear(36, 5))  # fmt: skip
    x, y = tl.randn(6, 1, 8, 8), tl.randint(0, 5, (6,))
    params = {name: p.detach() for name, p in net.named_parameters()}

    def loss(params, x, y):
        out = func.functional_call(net, params, (x.unsqueeze(0),))
        return nn.functional.cross_entropy(out, y.unsqueeze(0))

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = vmap(func.grad(loss), in_dims=(None, 0, 0))(params, x, y)
    for k in range(6):
        net.zero_grad()
        nn.functional.cross_entropy(net(x[k : k + 1]), y[k : k + 1]).backward()
        for name, p in net.named_parameters():
            near(found[name][k], p.grad, 1e-4, 1e-5)


def test_an_ensemble():
    nets = [nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 2)) for _ in range(4)]
    params, buffers = func.stack_module_state(nets)
    x = tl.randn(5, 3)

    def call(params, buffers, x):
        return func.functional_call(nets[0], (params, buffers), (x,))

    near(vmap(call, in_dims=(0, 0, None))(params, buffers, x), tl.stack([net(x) for net in nets]))
    batches = tl.randn(4, 5, 3)
    near(vmap(call)(params, buffers, batches),
         tl.stack([net(b) for net, b in zip(nets, batches, strict=True)]))  # fmt: skip
    vmap(call, in_dims=(0, 0, None))(params, buffers, x).square().sum().backward()
    sum(net(x).square().sum() for net in nets).backward()
    near(params["0.weight"].grad, tl.stack([net[0].weight.grad for net in nets]), 1e-4, 1e-5)


def test_gradients_through_it():
    x, w = tl.randn(5, 3), tl.randn(3, requires_grad=True)
    vmap(lambda a: (a * w).sum() ** 2)(x).sum().backward()
    near(w.grad, (2 * (x @ w.detach())[:, None] * x).sum(0), 1e-4, 1e-4)
    slopes = func.jacrev(lambda v: vmap(lambda a: (a * v).sin())(x))(w.detach())
    near(slopes, tl.stack([tl.diag(a * (a * w.detach()).cos()) for a in x]))
    x.requires_grad_()
    vmap(lambda a: a.prod(), in_dims=1)(x).sum().backward()
    near(x.grad, in_turn(lambda a: func.grad(tl.prod)(a), x.detach(), dims=(1,), out=1), 1e-4)


@pytest.mark.parametrize("inner", [func.grad, func.jacrev, func.jacfwd])
def test_derivatives_of_each_part(inner):
    x = tl.randn(5, 3).double()

    def f(a):
        return inner(lambda b: (b.sin() * a).prod())(a * 2)

    near(vmap(f)(x), in_turn(f, x))
    near(vmap(func.hessian(lambda a: (a**3).prod()))(x),
         in_turn(func.hessian(lambda a: (a**3).prod()), x))  # fmt: skip


def test_a_custom_function():
    class Cube(tl.autograd.Function):
        @staticmethod
        def forward(ctx, x, w):
            ctx.save_for_backward(x, w)
            return x**3 * w

        @staticmethod
        def backward(ctx, g):
            x, w = ctx.saved_tensors
            return 3 * x * x * w * g, x**3 * g

    x, w = tl.randn(4, 3), tl.randn(3, requires_grad=True)
    near(vmap(func.grad(lambda a: Cube.apply(a, w.detach()).sum()))(x), 3 * x * x * w.detach())
    vmap(lambda a: Cube.apply(a, w).sum())(x).sum().backward()
    near(w.grad, (x**3).sum(0), 1e-4)


def test_writes_in_place():
    x = tl.randn(4, 3)

    def f(a):
        b = tl.zeros_like(a)
        b[1] = a[0]
        b += a
        b[tl.tensor([2, 0])] = a[:2] * 2
        b.index_add_(0, tl.tensor([1]), a[:1])
        return b.mul_(2)

    near(vmap(f)(x), in_turn(f, x))
    near(vmap(func.grad(lambda a: (f(a) ** 2).sum()))(x),
         in_turn(func.grad(lambda a: (f(a) ** 2).sum()), x), 1e-4)  # fmt: skip
    vmap(lambda a: a.mul_(3))(y := x.clone())
    near(y, x * 3)


def test_indices_of_each_part():
    x, i = tl.randn(4, 3, 5), tl.randint(0, 3, (4, 2))
    near(vmap(lambda a, i: a[i])(x, i), in_turn(lambda a, i: a[i], x, i))
    near(vmap(lambda i: x[0, i, :])(i), x[0][i])
    near(vmap(lambda a, i: a[:, i])(x, i), in_turn(lambda a, i: a[:, i], x, i))
    near(vmap(lambda a, i: a[i, :, None, i])(x.reshape(4, 3, 1, 5), i),
         in_turn(lambda a, i: a[i, :, None, i], x.reshape(4, 3, 1, 5), i))  # fmt: skip

    def gradient(a, i):
        return func.grad(lambda a: (a[i] ** 2).sum())(a)

    near(vmap(gradient)(x, i), in_turn(gradient, x, i))
    near(vmap(lambda a, i: a[i, i + 1] * a[0, i])(x, i[:, 0]),
         in_turn(lambda a, i: a[i, i + 1] * a[0, i], x, i[:, 0]))  # fmt: skip
    table = tl.randn(3, 5)
    near(vmap(lambda i: nn.functional.embedding(i, table))(i), table[i])


def test_what_has_no_rule_is_called_for_each_part_and_says_so():
    x = tl.randn(4, 3)
    from tensorlite.ops import batching

    batching._told.clear()
    with pytest.warns(UserWarning, match="performance drop because cummax"):
        got = vmap(lambda a: tl.cummax(a, 0)[0])(x)
    near(got, tl.cummax(x, 1)[0])
    batching._told.clear()
    with pytest.warns(UserWarning, match="performance drop"):
        near(vmap(func.grad(lambda a: tl.cummax(a, 0)[0].sum()))(x),
             in_turn(func.grad(lambda a: tl.cummax(a, 0)[0].sum()), x))  # fmt: skip


def test_a_recurrent_network_is_called_for_each_part():
    net, x = nn.LSTM(3, 4, batch_first=True), tl.randn(3, 2, 5, 3)
    params = {name: p.detach() for name, p in net.named_parameters()}

    def total(params, x):
        return func.functional_call(net, params, (x,))[0].sum()

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        near(vmap(lambda a: net(a)[0])(x), tl.stack([net(a)[0] for a in x]))
        found = vmap(func.grad(total), in_dims=(None, 0))(params, x)
    for k in range(3):
        net.zero_grad()
        net(x[k])[0].sum().backward()
        for name, p in net.named_parameters():
            near(found[name][k], p.grad, 1e-4, 1e-5)


# ------------------------------------------------------------------ random numbers


def test_randomness():
    x = tl.zeros(5, 1000)
    with pytest.raises(RuntimeError, match="called random operation while in randomness error"):
        vmap(lambda a: a + tl.randn(1000))(x)
    same = vmap(lambda a: a + tl.randn(1000), randomness="same")(x)
    near(same, same[:1].expand(5, 1000))
    different = vmap(lambda a: a + tl.randn(1000), randomness="different")(x)
    assert len({row.sum().item() for row in different}) == 5
    for draw in (tl.rand_like, tl.bernoulli, lambda a: nn.functional.dropout(a + 1, 0.5),
                 lambda a: tl.poisson(9 * a), lambda a: tl.binomial(a * 0 + 9, a),
                 lambda a: a.clone().uniform_(), lambda a: tl.randperm(1000)):  # fmt: skip
        found = vmap(lambda a, draw=draw: draw(a * 0 + 0.5), randomness="different")(x).float()
        assert len({row[:100].sum().item() for row in found}) > 1
        found = vmap(lambda a, draw=draw: draw(a * 0 + 0.5), randomness="same")(x).float()
        near(found, found[:1].expand(5, 1000))


WRITERS = {
    "random_": (), "normal_": (), "bernoulli_": (), "cauchy_": (), "exponential_": (),
    "geometric_": (0.5,), "log_normal_": (), "uniform_": (),
}  # fmt: skip
DRAWS = {
    **{name: (lambda a, name=name, more=more, **g: getattr(a.clone(), name)(*more, **g))
       for name, more in WRITERS.items()},
    "normal": lambda a, **g: tl.normal(a, 1.0, **g),
    "coins": lambda a, **g: tl.bernoulli(a, **g),
    "poisson": lambda a, **g: tl.poisson(9 * a, **g),
    "binomial": lambda a, **g: tl.binomial(a * 0 + 9, a, **g),
    "gamma": lambda a, **g: tl._standard_gamma(a, **g),
    "dirichlet": lambda a, **g: tl._sample_dirichlet(a, **g),
    "dropout": lambda a, **g: tl.dropout(a, 0.5, True, **g),
    "rrelu": lambda a, **g: nn.functional.rrelu(-a, training=True, **g),
}  # fmt: skip


def drawn_outside(draw, x, seed, own):
    """Numbers of the same stream, drawn without vmap."""
    tl.manual_seed(seed)
    return draw(x, generator=tl.Generator().manual_seed(seed)) if own else draw(x)


@pytest.mark.parametrize("own", [False, True], ids=["default", "own generator"])
@pytest.mark.parametrize("name", DRAWS)
def test_draws_are_those_of_the_same_call_outside(name, own):
    """With a generator of its own "same" gave each call other numbers, where it went in parts."""
    draw, x = DRAWS[name], tl.full((4, 3, 5), 0.5)

    def mapped(randomness, dim, given):
        tl.manual_seed(7)
        named = {"generator": tl.Generator().manual_seed(7)} if own else {}
        function = vmap(lambda a, _: draw(a, **named), (dim, 0), randomness=randomness)
        return function(given, tl.zeros(4))

    whole, one = drawn_outside(draw, x, 7, own), drawn_outside(draw, x[0], 7, own)
    near(mapped("different", 0, x), whole)
    near(mapped("same", 0, x), one.expand(4, 3, 5))
    near(mapped("same", None, x[0]), one.expand(4, 3, 5))
    if name not in WRITERS:
        near(mapped("different", None, x[0]), whole)


@pytest.mark.parametrize("name", WRITERS)
def test_numbers_of_each_call_need_a_place_of_each_call(name):
    shared = tl.ones(3)
    with pytest.raises(RuntimeError, match=f"{name}: vmap: cannot ask for different inplace"):
        vmap(lambda a: getattr(shared, name)(*WRITERS[name]), randomness="different")(tl.ones(2))
    assert shared.tolist() == [1, 1, 1]


def test_gradients_through_dropout():
    x = tl.ones(4, 50)
    slopes = func.grad(lambda a: nn.functional.dropout(a, 0.5).sum())
    found = vmap(slopes, randomness="different")(x)
    assert set(found.unique().tolist()) == {0.0, 2.0}
    assert len({tuple(row.tolist()) for row in found}) == 4


# ------------------------------------------------------------------ what cannot be

X = tl.ones(2, 3)
ERRORS = {
    "item": (lambda: vmap(lambda a: a.sum().item())(X), RuntimeError, r"calling .item\(\)"),
    "branch": (lambda: vmap(lambda a: a if a.sum() > 0 else -a)(X), RuntimeError, "data-dependent"),
    "numpy": (lambda: vmap(lambda a: a.numpy())(X), RuntimeError, r"calling .numpy\(\)"),
    "shape": (lambda: vmap(lambda a: a[a > 0])(tl.tensor([[1.0, -1.0], [1.0, 1.0]])), RuntimeError,
              "data-dependent"),
    "shared": (lambda: vmap(lambda a: tl.zeros(3).add_(a))(X), RuntimeError,
               "inplace arithmetic.* not possible because there exists a Tensor `other`"),
    "repeated": (lambda: vmap(lambda a: a.add_(1))(tl.ones(1).expand(4)), RuntimeError, "clone"),
    "number": (lambda: vmap(lambda a: a)(3.0), ValueError, "cannot vmap over non-Tensor"),
    "dim": (lambda: vmap(lambda a: a, in_dims=2)(X), ValueError, "Got in_dim=2 for some input"),
    "kind": (lambda: vmap(lambda a: a, in_dims="a")(X), ValueError, "expected `in_dims` to be int"),
    "nested": (lambda: vmap(lambda a: a, in_dims=(0, 0))(X), ValueError, "in_dims is not compatib"),
    "none": (lambda: vmap(lambda a: a, in_dims=None)(X), ValueError, "expected `in_dims` to be"),
    "all none": (lambda: vmap(lambda a: a, in_dims=(None,))(X), ValueError, "at least one input"),
    "no input": (lambda: vmap(lambda: X)(), ValueError, "no inputs"),
    "sizes": (lambda: vmap(lambda a, b: a)(X, X.T), ValueError, r"got sizes \[2, 3\]"),
    "result": (lambda: vmap(lambda a: 3)(X), ValueError, "must only return Tensors"),
    "out None": (lambda: vmap(lambda a: a, out_dims=None)(X), ValueError, "can not return a"),
    "out": (lambda: vmap(lambda a: a, out_dims=3)(X), IndexError, "out_dims in the range of"),
    "out nested": (lambda: vmap(lambda a: a, out_dims=(0, 0))(X), ValueError, "out_dims is not"),
    "random": (lambda: vmap(lambda a: a, randomness="x"), RuntimeError, "Only allowed values"),
    "chunk": (lambda: vmap(lambda a: a, chunk_size=0), ValueError, "chunk_size should be None"),
    "index": (lambda: vmap(lambda a, i: a[i])(X, tl.tensor([0, 5])), IndexError, "out of bounds"),
    "target": (lambda: vmap(nn.functional.cross_entropy)(X, tl.tensor([0, 5])), IndexError,
               "Target 5 is out of bounds"),
}  # fmt: skip


@pytest.mark.parametrize("case", ERRORS, ids=str)
def test_errors(case):
    call, error, text = ERRORS[case]
    with pytest.raises(error, match=text):
        call()


def test_shared_results_and_shapes():
    near(vmap(lambda a: tl.ones(2))(X), tl.ones(2, 2))
    near(vmap(lambda a: tl.ones(2), out_dims=None)(X), tl.ones(2))
    seen = []
    vmap(lambda a: seen.append((a.shape, a.ndim, a.dtype, repr(a).split("(")[0])) or a)(X)
    assert seen == [((3,), 1, tl.float32, "BatchedTensor")]
    near(tl.vmap(lambda a, k=1.0: a * k)(X, k=2.0), X * 2)


def test_numbers_of_levels_are_used_again():
    """Else every call would prepare every kernel anew."""
    x = tl.randn(3, 2, requires_grad=True)
    vmap(tl.sin)(x.detach())
    gc.collect()
    first = Level._next
    for _ in range(5):
        vmap(lambda a: (a * x[0]).sum())(x).sum().backward()
        vmap(vmap(tl.sin))(x.detach())
    assert Level._next <= first + 2
    kept = vmap(lambda a: a * a)(x)  # a graph that lives on keeps its level
    again = func.jacrev(lambda a: vmap(lambda b: b * 2)(a))(x.detach())
    kept.sum().backward()
    assert again.shape == (3, 2, 3, 2)


def test_nothing_is_left_behind_by_an_error():
    with pytest.raises(ZeroDivisionError):
        vmap(lambda a: 1 / 0)(X)
    assert tl.randn(2).shape == (2,)
