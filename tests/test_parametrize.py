"""Parameters that are functions of others, pruning and fusion: beside PyTorch, and in plans."""

import copy

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn
from tensorlite.nn.utils import parametrizations, parametrize, prune

random = np.random.default_rng(0)


def same(got, want, rtol=1e-7, atol=1e-9):
    np.testing.assert_allclose(got.detach().numpy(), want.detach().numpy(), rtol, atol)


def pair(make):
    """Ours and theirs with the same state."""
    torch = pytest.importorskip("torch")
    torch.manual_seed(0)
    theirs, mine = make(torch).double(), make(tl).double()
    assert repr(mine) == repr(theirs)
    state = theirs.state_dict()
    assert list(mine.state_dict()) == list(state)
    mine.load_state_dict({key: tl.tensor(value.numpy()) for key, value in state.items()})
    return torch, mine, theirs


def agree(make, x, calls=3):
    """Outputs, gradients and buffers over some calls in training."""
    torch, mine, theirs = pair(make)
    for _ in range(calls):
        got, want = mine(tl.tensor(x)), theirs(torch.tensor(x))
        same(got, want)
        for module, out in ((mine, got), (theirs, want)):
            module.zero_grad()
            (out * out).sum().backward()
        for p, q in zip(mine.parameters(), theirs.parameters(), strict=True):
            same(p.grad, q.grad)
    for p, q in zip(mine.buffers(), theirs.buffers(), strict=True):
        same(p, q)


def orthogonal(shape, name, trivial):
    def make(library):
        layer = library.nn.Linear(*shape)
        library.nn.init.orthogonal_(layer.weight)
        return library.nn.utils.parametrizations.orthogonal(
            layer, orthogonal_map=name, use_trivialization=trivial
        )

    return make


@pytest.mark.torch
@pytest.mark.parametrize("shape", [(4, 4), (6, 4), (4, 6)])
@pytest.mark.parametrize(("name", "trivial"), [
    (None, True), ("matrix_exp", False), ("cayley", True), ("householder", False),
    ("householder", True),
])  # fmt: skip
def test_orthogonal(shape, name, trivial):
    agree(orthogonal(shape, name, trivial), random.standard_normal((2, shape[0])), 1)


@pytest.mark.parametrize("shape", [(4, 4), (6, 4), (4, 6)])
@pytest.mark.parametrize("name", ["matrix_exp", "cayley"])
@pytest.mark.parametrize("trivial", [True, False])
def test_complex_matrices_become_unitary(shape, name, trivial):
    """They were transposed without being conjugated: columns were far from orthonormal."""
    layer = nn.Linear(*shape, dtype=tl.complex64)
    start = layer.weight.detach().clone()
    nn.utils.parametrizations.orthogonal(layer, "weight", name, use_trivialization=trivial)
    q = layer.weight if shape[0] <= shape[1] else layer.weight.mT
    assert tl.allclose(q.mH @ q, tl.eye(q.shape[-1], dtype=q.dtype), atol=1e-5)
    if trivial:  # the nearest: R of the start, as of torch, has a positive diagonal
        tall = start if shape[0] <= shape[1] else start.mT
        r = (q.mH @ tall).diagonal()
        assert (r.real > 0).all() and tl.allclose(r.imag, tl.zeros(len(r)), atol=1e-5)


def test_reflections_are_of_real_matrices():
    with pytest.raises(ValueError, match="householder parametrization does not support complex"):
        nn.utils.parametrizations.orthogonal(
            nn.Linear(4, 3, dtype=tl.complex64), orthogonal_map="householder"
        )


def on(layer, *args):
    """A maker: the layer with the function `where` of `nn.utils` applied."""

    def of(where, **options):
        def make(library):
            function = library.nn.utils
            for name in where.split("."):
                function = getattr(function, name)
            return function(getattr(library.nn, layer)(*args), **options)

        return make

    return of


NORMS = {
    "weight": on("Linear", 3, 4)("parametrizations.weight_norm"),
    "weight of a dim": on("Conv1d", 3, 4, 2)("parametrizations.weight_norm", dim=1),
    "weight of all": on("Linear", 3, 4)("parametrizations.weight_norm", dim=None),
    "spectral": on("Linear", 3, 4)("parametrizations.spectral_norm", n_power_iterations=2),
    "spectral, transposed": on("ConvTranspose1d", 3, 4, 2)("parametrizations.spectral_norm"),
    "old weight": on("Linear", 3, 4)("weight_norm"),
    "old weight of all": on("Linear", 3, 4)("weight_norm", dim=None),
    "old spectral": on("Linear", 3, 4)("spectral_norm"),
    "old spectral, transposed": on("ConvTranspose1d", 3, 4, 2)("spectral_norm"),
}


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore::FutureWarning")
@pytest.mark.parametrize("name", NORMS)
def test_norms(name):
    agree(NORMS[name], random.standard_normal((2, 3, 3)))


@pytest.mark.parametrize("function", [nn.utils.weight_norm, nn.utils.spectral_norm])
def test_old_norms_are_removed(function):
    layer = function(nn.Linear(3, 4)).eval()
    out = layer(tl.ones(1, 3))
    remove = getattr(nn.utils, f"remove_{function.__name__}")
    assert remove(layer) is layer and list(layer.state_dict()) == ["bias", "weight"]
    assert tl.allclose(layer(tl.ones(1, 3)), out) and isinstance(layer.weight, nn.Parameter)
    with pytest.raises(ValueError, match=f"{function.__name__} of 'weight' not found"):
        remove(layer)
    function(layer)
    with pytest.raises(RuntimeError, match="Cannot register two"):
        function(layer)


class Exp(nn.Module):
    def forward(self, x):
        return x.exp()

    def right_inverse(self, y):
        return y.log()


class Doubled(nn.Module):
    def forward(self, x):
        return 2 * x


def positive():
    layer = nn.Linear(2, 2)
    layer.weight.data.fill_(3.0)
    return layer


def test_registering_assigning_and_removing():
    layer = positive()
    before = layer.weight
    parametrize.register_parametrization(layer, "weight", Exp())
    assert type(layer).__name__ == "ParametrizedLinear" and isinstance(layer, nn.Linear)
    assert layer.parametrizations.weight.original is before  # optimizers know it
    same(layer.weight, tl.full((2, 2), 3.0), 1e-6)
    layer.weight = tl.full((2, 2), 5.0)
    same(layer.weight, tl.full((2, 2), 5.0), 1e-6)
    parametrize.register_parametrization(layer, "weight", Doubled())
    same(layer.weight, tl.full((2, 2), 10.0), 1e-6)
    with pytest.raises(RuntimeError, match="Doubled does not implement right_inverse"):
        layer.weight = tl.ones(2, 2)
    twin = copy.deepcopy(layer)
    twin.parametrizations.weight.original.data.zero_()
    same(twin.weight, tl.full((2, 2), 2.0))
    same(layer.weight, tl.full((2, 2), 10.0), 1e-6)
    parametrize.remove_parametrizations(layer, "weight")
    assert type(layer) is nn.Linear and layer.weight is before
    same(layer.weight, tl.full((2, 2), 10.0), 1e-6)
    parametrize.remove_parametrizations(twin, "weight", leave_parametrized=False)
    assert not twin.weight.detach().any() and parametrize.type_before_parametrizations(twin)


def test_values_are_kept_within_a_context():
    layer = parametrize.register_parametrization(positive(), "weight", Exp())
    assert layer.weight is not layer.weight
    with parametrize.cached():
        assert layer.weight is layer.weight


def test_transfer():
    layer = parametrize.register_parametrization(positive(), "weight", Exp())
    other = parametrize.transfer_parametrizations_and_params(layer, nn.Linear(2, 2))
    assert other.parametrizations.weight.original is layer.parametrizations.weight.original
    assert parametrize.is_parametrized(other, "weight")


def test_states_of_the_old_weight_norm():
    old = nn.utils.weight_norm(nn.Linear(3, 4))
    new = parametrizations.weight_norm(nn.Linear(3, 4))
    new.load_state_dict(old.state_dict())
    same(new(tl.ones(1, 3)), old(tl.ones(1, 3)))


@pytest.mark.parametrize("make", [
    lambda: parametrizations.weight_norm(nn.Linear(3, 3)),
    lambda: nn.utils.weight_norm(nn.Linear(3, 3)),
    lambda: parametrizations.orthogonal(nn.Linear(3, 3), orthogonal_map="cayley"),
    lambda: prune.l1_unstructured(nn.Linear(3, 3), "weight", 4),
], ids=["weight norm", "old weight norm", "orthogonal", "pruned"])  # fmt: skip
def test_steps_in_a_plan(make):
    ends = []
    for compile in (lambda f: f, tl.compile):
        tl.manual_seed(0)
        layer = make()
        opt = tl.optim.SGD(layer.parameters(), lr=0.1)

        @compile
        def step(x, layer=layer, opt=opt):
            opt.zero_grad()
            loss = layer(x).square().sum()
            loss.backward()
            opt.step()
            return loss

        losses = [step(tl.ones(2, 3)).item() for _ in range(3)]
        ends.append([*losses, *[p.detach().numpy().tolist() for p in layer.parameters()]])
    assert ends[0] == ends[1]


# ------------------------------------------------------------------ pruning


STEPS = {
    "least": [("l1_unstructured", (0.3,))],
    "channels": [("ln_structured", (2, 2, 0))],
    "largest norm": [("ln_structured", (0.5, float("inf"), -1))],
    "twice": [("l1_unstructured", (5,)), ("l1_unstructured", (0.5,))],
    "mixed": [("ln_structured", (1, 1, 1)), ("l1_unstructured", (7,)),
              ("ln_structured", (2, 2, 0))],
    "nothing": [("identity", ())],
}  # fmt: skip


@pytest.mark.torch
@pytest.mark.parametrize("name", STEPS)
def test_pruning(name):
    torch = pytest.importorskip("torch")
    pytest.importorskip("torch.nn.utils.prune")
    torch.manual_seed(0)
    theirs, mine = torch.nn.Conv1d(3, 6, 2), nn.Conv1d(3, 6, 2)
    mine.load_state_dict({k: tl.tensor(v.numpy()) for k, v in theirs.state_dict().items()})
    for library, layer in ((torch, theirs), (tl, mine)):
        for step, args in STEPS[name]:
            getattr(library.nn.utils.prune, step)(layer, "weight", *args)
    assert list(mine.state_dict()) == list(theirs.state_dict())
    x = random.standard_normal((2, 3, 4)).astype(np.float32)
    same(mine(tl.tensor(x)), theirs(torch.tensor(x)), 1e-5, 1e-6)
    for key, value in mine.state_dict().items():
        same(value, theirs.state_dict()[key])
    assert prune.is_pruned(mine)
    prune.remove(mine, "weight")
    assert not prune.is_pruned(mine) and list(mine.state_dict()) == ["bias", "weight"]
    same(mine(tl.tensor(x)), theirs(torch.tensor(x)), 1e-5, 1e-6)


def test_random_pruning():
    tl.manual_seed(0)
    layer = prune.random_unstructured(nn.Linear(10, 10), "weight", 0.4)
    assert int((layer.weight_mask == 0).sum()) == 40
    prune.random_unstructured(layer, "weight", 0.5)
    assert int((layer.weight_mask == 0).sum()) == 70
    layer = prune.random_structured(nn.Linear(4, 6), "weight", 2, 0)
    assert int((layer.weight_mask.sum(1) == 0).sum()) == 2


def test_pruning_of_several_parameters():
    net = nn.Sequential(nn.Linear(4, 4), nn.Linear(4, 4))
    with tl.no_grad():
        net[0].weight.copy_(tl.arange(16).reshape(4, 4) + 1.0)
        net[1].weight.copy_(tl.arange(16).reshape(4, 4) + 9.0)
    places = [(net[0], "weight"), (net[1], "weight")]
    prune.global_unstructured(places, prune.L1Unstructured, amount=10)
    assert int((net[0].weight == 0).sum()) + int((net[1].weight == 0).sum()) == 10
    assert int((net[1].weight == 0).sum()) <= 1
    net[0].weight_mask.fill_(0)
    assert not net[0](tl.zeros(1, 4)).allclose(net[0].bias + 1)


# ------------------------------------------------------------------ fusion


@pytest.mark.parametrize("affine", [True, False])
@pytest.mark.parametrize("bias", [True, False])
def test_fusion(affine, bias):
    norms = {"affine": affine, "eps": 0.1}
    cases = [
        (nn.Conv2d(2, 3, 2, bias=bias), nn.BatchNorm2d(3, **norms), (2, 2, 4, 4), {}),
        (nn.ConvTranspose1d(2, 3, 2, bias=bias), nn.BatchNorm1d(3, **norms), (2, 2, 4),
         {"transpose": True}),
        (nn.Linear(2, 3, bias=bias), nn.BatchNorm1d(3, **norms), (4, 2), None),
    ]  # fmt: skip
    for layer, norm, shape, options in cases:
        norm(layer(tl.randn(*shape)))  # statistics
        layer.eval(), norm.eval()
        x = tl.randn(*shape)
        if options is None:
            fused = nn.utils.fuse_linear_bn_eval(layer, norm)
        else:
            fused = nn.utils.fuse_conv_bn_eval(layer, norm, **options)
        same(fused(x), norm(layer(x)), 1e-4, 1e-5)


def register(module, layer=None, **options):
    return lambda: parametrize.register_parametrization(
        layer or nn.Linear(2, 3), "weight", module, **options
    )


class Turned(nn.Module):
    def forward(self, x):
        return x.mT


class Cast(nn.Module):
    def forward(self, x):
        return x.double()


ERRORS = [
    (register(Turned()), ValueError, "may not change the shape"),
    (register(Cast()), ValueError, "may not change the dtype"),
    (lambda: parametrize.register_parametrization(nn.Linear(2, 3), "w", Exp()), ValueError,
     "does not have a parameter, a buffer"),
    (lambda: parametrize.remove_parametrizations(nn.Linear(2, 3), "weight"), ValueError,
     "does not have a parametrization on weight"),
    (lambda: parametrize.remove_parametrizations(
        parametrizations.weight_norm(nn.Linear(2, 3)), "weight", False), ValueError,
     "Cannot leave unparametrized"),
    (lambda: parametrizations.orthogonal(nn.Linear(2, 3), "bias"), ValueError, "1 dimensions"),
    (lambda: parametrizations.orthogonal(nn.Linear(2, 3), "w"), ValueError, "no parameter or"),
    (lambda: parametrizations.orthogonal(nn.Linear(2, 3), orthogonal_map="qr"), ValueError,
     "Got: qr"),
    (lambda: parametrizations.spectral_norm(nn.Linear(2, 3), dim=2), IndexError, "out of range"),
    (lambda: parametrizations.spectral_norm(nn.Linear(2, 3), n_power_iterations=0), ValueError,
     "n_power_iterations=0"),
    (lambda: prune.l1_unstructured(nn.Linear(2, 3), "weight", 7), ValueError, "amount=7 should be"),
    (lambda: prune.l1_unstructured(nn.Linear(2, 3), "weight", 1.5), ValueError, "range .0, 1."),
    (lambda: prune.l1_unstructured(nn.Linear(2, 3), "weight", "x"), TypeError, "type for amount"),
    (lambda: prune.ln_structured(nn.Linear(2, 3), "bias", 1, 2, 0), ValueError, "multidimension"),
    (lambda: prune.ln_structured(nn.Linear(2, 3), "weight", 1, 2, 2), IndexError, "index 2"),
    (lambda: prune.remove(nn.Linear(2, 3), "weight"), ValueError, "has to be pruned before"),
    (lambda: prune.custom_from_mask(nn.Linear(2, 3), "weight", tl.ones(2)), AssertionError,
     "same shape"),
    (lambda: nn.utils.fuse_conv_bn_eval(nn.Conv1d(1, 1, 1), nn.BatchNorm1d(1)), AssertionError,
     "only for eval"),
    (lambda: nn.utils.skip_init(nn.ReLU), RuntimeError, "must support a 'device' arg"),
    (lambda: nn.utils.convert_conv2d_weight_memory_format(nn.Conv2d(1, 1, 1), tl.channels_last_3d),
     RuntimeError, "required rank 5"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "kind", "text"), ERRORS)
def test_errors(call, kind, text):
    with pytest.raises(kind, match=text):
        call()


def test_a_failed_pruning_changes_nothing():
    layer = nn.Linear(2, 3)
    with pytest.raises(ValueError, match="amount=7"):
        prune.l1_unstructured(layer, "weight", 7)
    assert list(layer.state_dict()) == ["weight", "bias"] and not prune.is_pruned(layer)
    with pytest.raises(ValueError, match="may not change the shape"):
        register(Turned(), layer)()
    assert type(layer) is nn.Linear and list(layer.state_dict()) == ["weight", "bias"]


@pytest.mark.parametrize("norm", [nn.utils.weight_norm, nn.utils.spectral_norm])
def test_the_old_norms_refuse_a_lazy_weight(norm):
    layer = nn.LazyLinear(3)
    with pytest.raises(ValueError, match=f"{norm.__name__}: .* uninitialized parameters"):
        norm(layer)
    layer(tl.ones(1, 2))
    assert norm(layer)(tl.ones(1, 2)).shape == (1, 3)


@pytest.mark.parametrize("dtype", [tl.float64, tl.complex128], ids=str)
def test_the_spectral_norm_is_the_largest_singular_value(dtype):
    """Of complex weights it was another number: the power iterations did not conjugate."""
    tl.manual_seed(0)
    layer = nn.Linear(3, 4, dtype=dtype)
    plain = layer.weight.detach().clone()
    parametrizations.spectral_norm(layer, n_power_iterations=200)
    want = plain / tl.linalg.svdvals(plain)[0]
    np.testing.assert_allclose(layer.weight.detach().numpy(), want.numpy(), rtol=1e-6, atol=1e-9)
