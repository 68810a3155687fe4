"""Layers that find their sizes at the first call."""

import copy
import pickle

import pytest

import tensorlite as tl
from tensorlite import nn


def test_a_first_call_makes_the_parameters():
    layer = nn.LazyLinear(3)
    assert repr(layer) == "LazyLinear(in_features=0, out_features=3, bias=True)"
    assert layer.has_uninitialized_params() and repr(layer.weight) == "<UninitializedParameter>"
    weight = layer.weight
    assert layer(tl.ones(4, 2)).shape == (4, 3)
    assert type(layer) is nn.Linear and layer.weight is weight and type(weight) is nn.Parameter
    assert layer.in_features == 2 and weight.shape == (3, 2) and layer.bias.shape == (3,)
    assert 0 < weight.abs().max() <= 2**-0.5


def test_it_draws_what_linear_draws():
    tl.manual_seed(0)
    layer = nn.LazyLinear(3)
    layer(tl.ones(1, 2))
    tl.manual_seed(0)
    assert tl.equal(nn.Linear(2, 3).weight, layer.weight)


def test_dtype_device_and_no_bias():
    layer = nn.LazyLinear(3, bias=False, dtype=tl.float64, device="cpu").float().double()
    assert layer.bias is None
    assert layer(tl.ones(2, dtype=tl.float64)).dtype is layer.weight.dtype is tl.float64


@pytest.mark.parametrize("compiled", [False, True])
def test_a_step_of_training(compiled):
    net = nn.Sequential(nn.LazyLinear(8), nn.ReLU(), nn.LazyLinear(1))
    optimizer = tl.optim.SGD(net.parameters(), lr=0.1)

    def step(x):
        optimizer.zero_grad()
        loss = net(x).square().mean()
        loss.backward()
        optimizer.step()
        return loss

    step = tl.compile(step) if compiled else step
    losses = [step(tl.ones(4, 2)).item() for _ in range(5)]
    assert losses == sorted(losses, reverse=True) and losses[0] > losses[-1]
    assert [type(m) for m in net] == [nn.Linear, nn.ReLU, nn.Linear]
    if compiled:
        other = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 1))
        other.load_state_dict(net.state_dict())
        assert tl.equal(other(tl.ones(4, 2)), net(tl.ones(4, 2)))


@pytest.mark.parametrize("assign", [False, True])
def test_states(assign):
    lazy, whole = nn.LazyLinear(3), nn.Linear(2, 3)
    assert isinstance(lazy.state_dict()["weight"], nn.UninitializedParameter)
    nn.LazyLinear(3).load_state_dict(lazy.state_dict())
    with pytest.raises(RuntimeError, match="weight: expected a tensor with a shape; got <Uninit"):
        whole.load_state_dict(lazy.state_dict())
    lazy.load_state_dict(whole.state_dict(), assign=assign)
    assert tl.equal(lazy.weight, whole.weight) and not lazy.has_uninitialized_params()
    assert tl.equal(lazy(tl.ones(2)), whole(tl.ones(2))) and lazy.in_features == 2


def test_copies():
    layer = nn.LazyLinear(3)
    for other in (copy.deepcopy(layer), pickle.loads(pickle.dumps(layer))):
        assert type(other) is nn.LazyLinear and other(tl.ones(2)).shape == (3,)
    assert layer.has_uninitialized_params()


@pytest.mark.parametrize(
    "use",
    [
        lambda layer: layer.weight.numel(),
        lambda layer: layer.weight + 1,
        lambda layer: 2 @ layer.weight,
        lambda layer: layer.weight == 1,
        lambda layer: layer.weight.detach(),
        lambda layer: layer.weight.sum(),
        lambda layer: layer.weight[0],
        lambda layer: len(layer.weight),
        lambda layer: layer.weight.item(),
        lambda layer: layer.weight.numpy(),
        lambda layer: layer.weight.backward(),
        lambda layer: nn.init.zeros_(layer.weight),
        lambda layer: layer.weight.fill_(1.0),
    ],
)
def test_what_has_no_shape_cannot_be_used(use):
    with pytest.raises(ValueError, match="expected a parameter with a shape; got one of a lazy"):
        use(nn.LazyLinear(3))


@pytest.mark.torch
def test_what_has_no_shape_can_do_what_it_can_in_pytorch():
    """Each method and property of both either answers or is refused alike."""
    torch = pytest.importorskip("torch")
    differ = {"bfloat16", "requires_grad_", "set_", "size"}
    calls = {
        name for name in dir(tl.Tensor)
        if name[0] != "_" and callable(getattr(tl.Tensor, name)) and hasattr(torch.Tensor, name)
    }  # fmt: skip

    def refused(m, name):
        """Whether a call without arguments is; None where it needs some."""
        try:
            getattr(m.nn.UninitializedParameter(), name)()
        except TypeError:
            return None
        except Exception as error:
            return type(error) is ValueError
        return False

    asked = {name: refused(torch, name) for name in calls - differ}
    assert sum(map(bool, asked.values())) > 200
    for name, wanted in asked.items():
        assert wanted is None or refused(tl, name) == wanted, name
    for m in (tl, torch):
        with pytest.raises(RuntimeError, match="shape"):
            m.nn.UninitializedBuffer().shape  # noqa: B018


FUNCTIONS = [
    tl.sum, tl.exp, tl.relu, tl.zeros_like, tl.numel, tl.unbind, tl.fft.fft, tl.special.erf,
    tl.linalg.norm, tl.nn.functional.gelu, tl.t, tl.median, lambda p: tl.add(p, 1),
    lambda p: tl.add(1, p), lambda p: tl.cat([p, p]), lambda p: tl.where(p > 0, p, p),
    lambda p: tl.ones(2).add_(p), lambda p: tl.empty(0).copy_(p), lambda p: tl.reshape(p, (0,)),
    lambda p: tl.maximum(tl.ones(1), p), lambda p: tl.ones(2) * p,
    lambda p: tl.exp(tl.ones(2), out=p),
    lambda p: tl.where(tl.tensor([True]), p, 1), lambda p: tl.detach(p).sum(), tl.empty_like,
]  # fmt: skip


@pytest.mark.parametrize("kind", [nn.UninitializedParameter, nn.UninitializedBuffer])
@pytest.mark.parametrize("function", FUNCTIONS)
def test_functions_refuse_what_has_no_shape(function, kind):
    """They took it for an empty tensor: `sum` gave 0."""
    with pytest.raises(ValueError, match=r"expected a (parameter|buffer) with a shape; got one of"):
        function(kind())


def test_what_has_no_shape_changes_its_dtype_and_is_copied():
    p = nn.UninitializedParameter()
    for other in (p.double(), p.to(tl.float64), p.to(tl.empty(2, dtype=tl.float64))):
        assert type(other) is nn.UninitializedParameter and other.dtype is tl.float64
        assert other.requires_grad
    assert not p.int().requires_grad and not nn.UninitializedBuffer().double().requires_grad
    layer = nn.LazyLinear(2).double()
    for again in (layer, copy.deepcopy(layer), pickle.loads(pickle.dumps(layer))):
        assert type(again.weight) is nn.UninitializedParameter
        assert again(tl.ones(3, 4, dtype=tl.float64)).dtype is tl.float64


def test_what_has_no_shape_is_not_saved(tmp_path):
    with pytest.raises(ValueError, match="expected a parameter with a shape"):
        tl.save(nn.LazyLinear(3).state_dict(), tmp_path / "lazy.safetensors")


NORMS = [(f"{kind}Norm{d}d", d) for kind in ("Batch", "Instance") for d in (1, 2, 3)]


@pytest.mark.parametrize(("name", "dims"), NORMS)
def test_norms_find_their_channels(name, dims):
    tl.manual_seed(0)
    x = tl.randn(2, 3, *[4] * dims)
    layer = getattr(nn, f"Lazy{name}")(eps=1e-3)
    assert repr(layer.running_mean) == "<UninitializedBuffer>"
    for use in (lambda: layer.running_var.sum(), lambda: layer.weight.numel()):
        with pytest.raises(ValueError, match=r"expected a (buffer|parameter) with a shape"):
            use()
    other = getattr(nn, name)(3, eps=1e-3, affine=True, track_running_stats=True)
    assert tl.equal(layer(x), other(x))
    assert type(layer) is type(other) and repr(layer) == repr(other)
    assert list(layer.state_dict()) == list(other.state_dict())
    for key, value in layer.state_dict().items():
        assert tl.equal(value, other.state_dict()[key])


def test_norms_take_the_shapes_of_a_state():
    lazy, other = nn.LazyBatchNorm2d(), nn.BatchNorm2d(3)
    other(tl.randn(2, 3, 4, 4))
    lazy.load_state_dict(other.state_dict())
    x = tl.randn(2, 3, 4, 4)
    assert tl.equal(lazy.eval()(x), other.eval()(x)) and type(lazy) is nn.BatchNorm2d


def test_an_unbatched_instance_has_its_channels_first():
    layer = nn.LazyInstanceNorm2d()
    assert layer(tl.randn(5, 4, 4)).shape == (5, 4, 4) and layer.num_features == 5
    with pytest.raises(ValueError, match=r"LazyInstanceNorm2d: expected 3D or 4D input"):
        nn.LazyInstanceNorm2d()(tl.randn(5, 4))


def test_norms_without_parameters_or_statistics():
    layer = nn.LazyBatchNorm1d(affine=False, track_running_stats=False)
    assert layer(tl.randn(4, 2)).shape == (4, 2) and layer.num_features == 2
    assert list(layer.state_dict()) == []


class Scale(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.factor = nn.Parameter(tl.full((n,), 2.0))

    def forward(self, x):
        return x * self.factor


class LazyScale(nn.modules.lazy.LazyModuleMixin, Scale):
    def __init__(self):
        super().__init__(0)
        self.factor = nn.UninitializedParameter()
        self.made = 0

    def initialize_parameters(self, x):
        self.made += 1
        self.factor.materialize(x.shape[-1:])
        with tl.no_grad():
            self.factor.fill_(2.0)


@pytest.mark.parametrize("becomes", [None, Scale])
def test_a_lazy_layer_of_ones_own(becomes, monkeypatch):
    monkeypatch.setattr(LazyScale, "cls_to_become", becomes)
    layer = LazyScale()
    for _ in range(2):
        assert layer(tl.ones(2, 3)).tolist() == [[2.0] * 3] * 2
    assert type(layer) is (becomes or LazyScale) and layer.made == 1
