"""Module: registration, traversal, state_dict, hooks, repr; containers; layers; init; utils."""

import copy
import pickle
from collections import OrderedDict, namedtuple

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn
from tensorlite.nn import init
from tensorlite.nn.hooks import RemovableHandle


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(3, 4)
        self.rest = nn.Sequential(nn.ReLU(), nn.Linear(4, 2, bias=False))
        self.scale = nn.Parameter(tl.ones(2))
        self.register_buffer("count", tl.zeros(()))
        self.register_buffer("cache", tl.zeros(1), persistent=False)
        self.register_parameter("absent", None)

    def forward(self, x):
        return self.rest(self.first(x)) * self.scale


NAMES = ["scale", "first.weight", "first.bias", "rest.1.weight"]


# ----------------------------------------------------------------- registration and traversal


def test_what_a_module_owns():
    net = Net()
    assert [name for name, _ in net.named_parameters()] == NAMES
    assert [name for name, _ in net.named_parameters(recurse=False)] == ["scale"]
    assert next(name for name, _ in net.named_parameters(prefix="p")) == "p.scale"
    assert [name for name, _ in net.named_buffers()] == ["count", "cache"]
    assert [name for name, _ in net.named_children()] == ["first", "rest"]
    assert [name for name, _ in net.named_modules()] == ["", "first", "rest", "rest.0", "rest.1"]
    assert len(list(net.modules())) == 5
    assert sum(p.numel() for p in net.parameters()) == 2 + 12 + 4 + 8
    assert net.absent is None
    assert tuple(net(tl.zeros(5, 3)).shape) == (5, 2)


def test_shared_parts_count_once():
    shared = nn.Linear(2, 2)
    net = nn.Sequential(shared, nn.ReLU(), shared)
    assert len(list(net.parameters())) == 2
    assert len(list(net.named_parameters(remove_duplicate=False))) == 4
    assert len(list(net.named_modules())) == 3
    assert len(list(net.modules())) == 3
    assert len(list(net.modules(remove_duplicate=False))) == 4
    assert len(net.state_dict()) == 4
    assert copy.deepcopy(net)[0] is not shared
    twin = copy.deepcopy(net)
    assert twin[0] is twin[2]


def test_paths():
    net = Net()
    assert net.get_submodule("rest.1") is net.rest[1]
    assert net.get_submodule("") is net
    assert net.get_parameter("first.bias") is net.first.bias
    assert net.get_buffer("count") is net.count
    with pytest.raises(AttributeError, match="has no attribute `second`"):
        net.get_submodule("second")
    with pytest.raises(AttributeError, match=r"`scale` is not an nn\.Module"):
        net.get_submodule("scale")
    with pytest.raises(AttributeError, match=r"`first` is not an nn\.Parameter"):
        net.get_parameter("first")
    with pytest.raises(AttributeError, match=r"`scale` is not an nn\.Buffer"):
        net.get_buffer("scale")


def test_assignment_moves_a_name_between_kinds():
    net = nn.Module()
    net.x = 3
    net.x = nn.Parameter(tl.ones(1))
    assert "x" not in net.__dict__
    net.x = nn.ReLU()
    assert list(net._parameters) == []
    assert isinstance(net.x, nn.ReLU)
    net.x = nn.Buffer(tl.ones(2), persistent=False)
    assert list(net._modules) == []
    assert [n for n, _ in net.named_buffers()] == ["x"]
    assert list(net.state_dict()) == []
    net.x = tl.zeros(2)
    assert net._buffers["x"].tolist() == [0.0, 0.0]
    del net.x
    assert not hasattr(net, "x")
    with pytest.raises(AttributeError):
        del net.x


def test_a_parameter_may_become_none_and_back():
    net = nn.Linear(2, 2)
    net.bias = None
    assert list(net.state_dict()) == ["weight"]
    net(tl.ones(1, 2))
    net.bias = nn.Parameter(tl.zeros(2))
    assert list(net.state_dict()) == ["weight", "bias"]


def before_init():
    class Early(nn.Module):
        def __init__(self):
            self.weight = nn.Parameter(tl.ones(1))

    Early()


def module_before_init():
    class Early(nn.Module):
        def __init__(self):
            self.child = nn.ReLU()

    Early()


def assigned(name, value):
    def call():
        net = Net()
        setattr(net, name, value)

    return call


REGISTRATION_ERRORS = [
    (before_init, AttributeError, r"cannot assign parameter before Module.__init__\(\) call"),
    (module_before_init, AttributeError, r"cannot assign module before Module.__init__\(\) call"),
    (assigned("scale", tl.ones(2)), TypeError, r"cannot assign 'Tensor' as parameter 'scale'"),
    (assigned("scale", 3), TypeError, r"cannot assign 'int' as parameter 'scale' \(Parameter or"),
    (assigned("first", 3), TypeError, r"cannot assign 'int' as child module 'first' \(Module or"),
    (assigned("count", 3), TypeError, r"cannot assign 'int' as buffer 'count' \(Tensor or None"),
    (lambda: nn.Module().x, AttributeError, "'Module' object has no attribute 'x'"),
    (lambda: nn.Module(3), TypeError, "unexpected argument 3"),
    (lambda: nn.Module(a=3), TypeError, "unexpected keyword argument 'a'"),
    (lambda: nn.Module().add_module("x", 3), TypeError, "is not a Module subclass"),
    (lambda: nn.Module().add_module("a.b", nn.ReLU()), KeyError, "name must not contain"),
    (lambda: nn.Module().add_module("", nn.ReLU()), KeyError, "name must not be empty"),
    (lambda: nn.Module().add_module(3, nn.ReLU()), TypeError, "name to be a string; got int"),
    (lambda: nn.Module().add_module("train", nn.ReLU()), KeyError, "'train' already exists"),
    (lambda: Net().register_buffer("scale", tl.ones(1)), KeyError, "'scale' already exists"),
    (lambda: Net().register_buffer("b", 3), TypeError, "cannot assign 'int' object to buffer"),
    (lambda: Net().register_parameter("b", tl.ones(1)), TypeError, "cannot assign 'Tensor' object"),
    (lambda: nn.Parameter([1.0]), TypeError, "expected data to be a Tensor; got list"),
    (lambda: nn.Parameter(tl.ones(2).long()), RuntimeError, "floating point"),
    (lambda: nn.Module()(1), NotImplementedError, 'missing the required "forward" function'),
    (lambda: Net().train(3), ValueError, "expected to be boolean"),
    (lambda: Net().to(tl.int64), TypeError, "expected a floating point or complex dtype"),
    (lambda: Net().register_forward_hook(3), TypeError, "expected a callable"),
]


@pytest.mark.parametrize(
    ("call", "kind", "text"), REGISTRATION_ERRORS, ids=[e[2][:40] for e in REGISTRATION_ERRORS]
)
def test_misuse(call, kind, text):
    with pytest.raises(kind, match=text):
        call()


def test_a_result_is_no_parameter():
    weight = tl.ones(2, requires_grad=True)
    derived = nn.Parameter(weight * 2)
    assert derived.is_leaf
    assert derived.grad_fn is None


# ----------------------------------------------------------------- parameters


def test_parameters_share_memory_and_are_tensors():
    data = tl.ones(2, 2)
    param = nn.Parameter(data)
    data[0, 0] = 5.0
    assert param.detach().tolist() == [[5.0, 1.0], [1.0, 1.0]]
    assert param.requires_grad
    assert isinstance(param, tl.Tensor)
    assert not nn.Parameter(data, requires_grad=False).requires_grad
    assert type(param * 2) is tl.Tensor
    assert type(param.detach()) is tl.Tensor
    assert repr(nn.Parameter(tl.ones(2))) == (
        "Parameter containing:\ntensor([1., 1.], requires_grad=True)"
    )


def test_copies_and_pickles_of_parameters():
    param = nn.Parameter(tl.ones(2))
    param.grad = tl.ones(2)
    for other in (copy.deepcopy(param), pickle.loads(pickle.dumps(param))):
        assert type(other) is nn.Parameter
        assert other.requires_grad
        assert other.detach().tolist() == [1.0, 1.0]
        with tl.no_grad():
            other.zero_()
        assert param.detach().tolist() == [1.0, 1.0]


def test_copies_and_pickles_of_modules():
    net = Net()
    x = tl.ones(2, 3)
    for other in (copy.deepcopy(net), pickle.loads(pickle.dumps(net))):
        np.testing.assert_array_equal(other(x).detach().numpy(), net(x).detach().numpy())
        assert [n for n, _ in other.named_parameters()] == NAMES
        with tl.no_grad():
            other.scale.zero_()
        assert net.scale.detach().tolist() == [1.0, 1.0]


class Versioned(tl.nn.Linear):
    """A layer that pickles of an older version lack an attribute of."""

    def __getstate__(self):
        return {name: value for name, value in self.__dict__.items() if name != "scale"}

    def __setstate__(self, state):
        super().__setstate__(state)
        self.__dict__.setdefault("scale", 1.0)


def test_a_module_adds_to_the_state_of_older_pickles():
    layer = Versioned(2, 1)
    for other in (copy.deepcopy(layer), pickle.loads(pickle.dumps(layer))):
        assert other.scale == 1.0
        assert tl.equal(other(tl.ones(1, 2)), layer(tl.ones(1, 2)))


# ----------------------------------------------------------------- the whole tree


def test_train_eval_apply_grad():
    net = Net()
    assert net.training
    assert net.eval() is net
    assert not any(m.training for m in net.modules())
    net.train()
    assert all(m.training for m in net.modules())
    seen = []
    net.apply(lambda m: seen.append(type(m).__name__))
    assert seen == ["Linear", "ReLU", "Linear", "Sequential", "Net"]
    net(tl.ones(1, 3)).sum().backward()
    assert all(p.grad is not None for p in net.parameters())
    net.zero_grad(set_to_none=False)
    assert net.scale.grad.tolist() == [0.0, 0.0]
    net.zero_grad()
    assert all(p.grad is None for p in net.parameters())
    net.requires_grad_(False)
    assert not any(p.requires_grad for p in net.parameters())


def test_casts():
    net = Net()
    net.register_buffer("index", tl.arange(3))
    weight = net.first.weight
    net(tl.ones(1, 3)).sum().backward()
    assert net.double() is net
    assert net.first.weight is weight
    assert weight.dtype == weight.grad.dtype == net.count.dtype == tl.float64
    assert net.index.dtype == tl.int64
    assert net(tl.ones(1, 3, dtype=tl.float64)).dtype == tl.float64
    net.float().to("cpu", tl.float64).to(tl.ones(1)).to(device="cpu")
    assert net.first.weight.dtype == tl.float32


# ----------------------------------------------------------------- state_dict


def test_state_dict_shares_memory():
    net = Net()
    state = net.state_dict()
    assert list(state) == ["scale", "count", "first.weight", "first.bias", "rest.1.weight"]
    state["scale"].fill_(3.0)
    assert net.scale.detach().tolist() == [3.0, 3.0]
    assert not state["scale"].requires_grad
    assert net.state_dict(keep_vars=True)["scale"] is net.scale
    assert next(iter(net.state_dict(prefix="net."))) == "net.scale"


def test_load_state_dict():
    a, b = Net(), Net()
    result = a.load_state_dict(b.state_dict())
    assert repr(result) == "<All keys matched successfully>"
    result = nn.Linear(2, 1, bias=False).load_state_dict({}, strict=False)
    assert repr(result) == "_IncompatibleKeys(missing_keys=['weight'], unexpected_keys=[])"
    for x, y in zip(a.parameters(), b.parameters(), strict=True):
        assert x is not y
        np.testing.assert_array_equal(x.detach().numpy(), y.detach().numpy())
    state = b.state_dict()
    del state["scale"]
    state["extra"] = tl.ones(1)
    result = a.load_state_dict(state, strict=False)
    assert result.missing_keys == ["scale"]
    assert result.unexpected_keys == ["extra"]
    a.load_state_dict({k: v.double() for k, v in b.state_dict().items()})
    assert a.scale.dtype == tl.float32


def test_load_by_assignment():
    net, scale = Net(), tl.full((2,), 7.0)
    state = {**net.state_dict(), "scale": scale}
    net.load_state_dict(state, assign=True)
    assert isinstance(net.scale, nn.Parameter)
    scale.zero_()
    assert net.scale.detach().tolist() == [0.0, 0.0]


def test_load_lists_every_error_and_writes_nothing():
    net = Net()
    before = {k: v.clone() for k, v in net.state_dict().items()}
    state = {k: v + 1 for k, v in before.items()}
    state["first.weight"] = tl.ones(4, 5)
    state["scale"] = tl.ones(3)
    state["more"] = tl.ones(1)
    del state["first.bias"]
    with pytest.raises(RuntimeError) as caught:
        net.load_state_dict(state)
    text = str(caught.value)
    assert "Error(s) in loading state_dict for Net:" in text
    assert 'Missing key(s) in state_dict: "first.bias"' in text
    assert 'Unexpected key(s) in state_dict: "more"' in text
    assert "size mismatch for first.weight: expected (4, 3)" in text
    assert "size mismatch for scale: expected (2,)" in text
    for key, value in net.state_dict().items():
        np.testing.assert_array_equal(value.numpy(), before[key].numpy())
    with pytest.raises(RuntimeError, match="size mismatch for scale"):
        net.load_state_dict(state, strict=False)
    with pytest.raises(RuntimeError, match="scale: expected a Tensor; got float"):
        net.load_state_dict({**before, "scale": 1.0})
    with pytest.raises(TypeError, match="expected state_dict to be dict-like"):
        net.load_state_dict(3)


def test_extra_state_and_state_hooks():
    class Counting(nn.Linear):
        steps = 0

        def get_extra_state(self):
            return {"steps": self.steps}

        def set_extra_state(self, state):
            self.steps = state["steps"]

    a, b, calls = Counting(1, 1), Counting(1, 1), []
    a.steps = 5
    b.register_load_state_dict_pre_hook(lambda *args: calls.append("pre"))
    b.register_load_state_dict_post_hook(lambda m, keys: calls.append("post"))
    a.register_state_dict_post_hook(lambda m, state, prefix, meta: calls.append("saved"))
    b.load_state_dict(a.state_dict())
    assert b.steps == 5
    assert calls == ["saved", "pre", "post"]
    with pytest.raises(RuntimeError, match="_extra_state"):
        b.load_state_dict(nn.Linear(1, 1).state_dict())


def test_hooks_after_loading_change_what_is_missing():
    """They clear the keys that are on purpose not there, or add others, before strict raises."""
    net, state = nn.Linear(1, 1), {"weight": tl.full((1, 1), 3.0), "more": tl.ones(1)}

    def forgive(module, keys):
        keys.missing_keys.clear()
        keys.unexpected_keys.clear()

    with net.register_load_state_dict_post_hook(forgive):
        assert not any(net.load_state_dict(state)) and net.weight.item() == 3.0
    with pytest.raises(RuntimeError, match=r'"more"(.|\n)*"bias"'):
        net.load_state_dict(state)

    outer = nn.Sequential(net)
    net.register_load_state_dict_post_hook(lambda module, keys: keys.missing_keys.append("more"))
    assert outer.load_state_dict(outer.state_dict(), strict=False).missing_keys == ["more"]
    with pytest.raises(RuntimeError, match=r'Missing key.* "more"'):
        outer.load_state_dict(outer.state_dict())
    net.register_load_state_dict_post_hook(lambda module, keys: keys)
    with pytest.raises(AssertionError, match="post hooks to return None"):
        outer.load_state_dict(outer.state_dict(), strict=False)


def test_hooks_after_state_dict_return_none():
    net = nn.Linear(1, 1)
    handle = net.register_state_dict_post_hook(lambda module, state, prefix, told: dict(state))
    with handle, pytest.raises(RuntimeError, match="post-hook must return None; got dict"):
        net.state_dict()
    net._register_state_dict_hook(lambda module, state, prefix, told: {"all": 1})
    assert net.state_dict() == {"all": 1}


# ----------------------------------------------------------------- hooks


def test_forward_hooks():
    net, calls = nn.Linear(1, 1, bias=False), []
    init.ones_(net.weight)
    pre = net.register_forward_pre_hook(lambda m, args: (args[0] * 2,))
    post = net.register_forward_hook(lambda m, args, out: out + args[0])
    net.register_forward_hook(lambda m, args, out: calls.append(out.item()), prepend=True)
    assert net(tl.ones(1)).item() == 4.0
    assert calls == [2.0]
    pre.remove()
    post.remove()
    post.remove()
    assert net(tl.ones(1)).item() == 1.0
    with net.register_forward_hook(lambda m, args, out: out * 10):
        assert net(tl.ones(1)).item() == 10.0
    assert net(tl.ones(1)).item() == 1.0


def test_handles_of_tables_of_ones_own():
    """As libraries build them: `hooks_dict_ref` and `extra_dict_ref` are weak, as PyTorch's."""
    hooks, flags = OrderedDict(), OrderedDict()
    for extra in (flags, [flags]):
        handle = RemovableHandle(hooks, extra_dict=extra)
        hooks[handle.id] = flags[handle.id] = print
        assert handle.hooks_dict_ref() is hooks and handle.extra_dict_ref[0]() is flags
        handle.remove()
        assert not hooks and not flags
    del hooks
    handle.remove()
    assert handle.hooks_dict_ref() is None


def test_forward_hooks_with_keywords_and_on_error():
    class Add(nn.Module):
        def forward(self, x, by=1):
            if by < 0:
                raise ValueError("negative")
            return x + by

    net, calls = Add(), []
    net.register_forward_pre_hook(
        lambda m, args, kwargs: (args, {"by": kwargs["by"] * 10}), with_kwargs=True
    )
    net.register_forward_hook(
        lambda m, args, kwargs, out: calls.append(kwargs), with_kwargs=True, always_call=True
    )
    assert net(1, by=2) == 21
    with pytest.raises(ValueError, match="negative"):
        net(1, by=-1)
    assert calls == [{"by": 20}, {"by": -10}]
    net.register_forward_pre_hook(lambda m, args, kwargs: 3, with_kwargs=True)
    with pytest.raises(RuntimeError, match="must return None or a tuple"):
        net(1, by=2)


def test_backward_hooks():
    net, seen = nn.Linear(2, 1, bias=False), []
    init.ones_(net.weight)
    net.register_full_backward_pre_hook(lambda m, grads: (grads[0] * 3,))

    def double(module, grad_input, grad_output):
        seen.append((grad_input[0].tolist(), grad_output[0].tolist()))
        return (grad_input[0] * 2,)

    handle = net.register_full_backward_hook(double)
    x = tl.ones(1, 2, requires_grad=True)
    net(x).sum().backward()
    assert seen == [([[3.0, 3.0]], [[3.0]])]
    assert x.grad.tolist() == [[6.0, 6.0]]
    assert net.weight.grad.tolist() == [[3.0, 3.0]]
    handle.remove()
    net(x).sum().backward()
    assert len(seen) == 1


def test_backward_hook_without_input_gradient():
    net, seen = nn.Linear(2, 1), []
    net.register_full_backward_hook(lambda m, gi, go: seen.append((gi, go[0].tolist())))
    net(tl.ones(1, 2)).sum().backward()
    assert seen == [((None,), [[1.0]])]


def test_backward_hooks_keep_named_tuples():
    """Results were rebuilt from a list: the first field held it, and the others were missing."""
    Pair, One = namedtuple("Pair", "a b"), namedtuple("One", "a")

    class Inner(nn.Module):
        def forward(self, x, kind):
            return kind(*[x] * len(kind._fields))

    for kind in (Pair, One):
        net, seen = Inner(), []
        net.register_full_backward_hook(lambda m, gi, go, seen=seen: seen.append((gi, go)))
        out = net(tl.ones(2, requires_grad=True), kind)
        assert type(out) is kind and isinstance(out.a, tl.Tensor)
        out.a.sum().backward()
        (grad_input, grad_output), = seen
        assert grad_input[0].tolist() == [1.0, 1.0] and len(grad_output) == len(kind._fields)


def test_backward_hooks_warn_of_results_that_they_cannot_see():
    class Named(nn.Module):
        def forward(self, x):
            return {"x": x}

    net, seen = Named(), []
    net.register_full_backward_hook(lambda *given: seen.append(given))
    with pytest.warns(UserWarning, match="should be a Tensor or a tuple of Tensors"):
        net(tl.ones(1, requires_grad=True))["x"].sum().backward()


# ----------------------------------------------------------------- text

LAYERS = [
    *("ReLU()", "ReLU(inplace=True)", "ReLU6()", "ReLU6(inplace=True)", "LeakyReLU(0.2, True)"),
    *("RReLU()", "PReLU()", "PReLU(3)", "ELU(0.5, inplace=True)", "CELU()", "SELU()", "GELU()"),
    *("GELU('tanh')", "SiLU()", "SiLU(True)", "Mish()", "Sigmoid()", "Tanh()", "Softplus()"),
    *("Softplus(2, 10)", "Softsign()", "Softshrink()", "Hardshrink(0.3)", "Tanhshrink()"),
    *("Hardsigmoid()", "Hardtanh()", "Hardtanh(-2, 2, True)", "Hardswish()", "LogSigmoid()"),
    *("Threshold(0.1, 20)", "GLU()", "Softmax()", "Softmax(dim=1)", "Softmin(0)", "LogSoftmax(1)"),
    *("Softmax2d()", "Identity()", "Linear(2, 3)", "Linear(2, 3, bias=False)", "Flatten()"),
    *("Bilinear(2, 3, 4)", "Unflatten(1, (2, 3))", "Embedding(3, 4)", "Embedding(3, 4, -1, 1.0)"),
    *("Embedding(3, 4, norm_type=1.0, scale_grad_by_freq=True)", "Dropout()", "Dropout(0.1, True)"),
    *("Dropout1d()", "Dropout2d()", "Dropout3d()", "AlphaDropout()", "FeatureAlphaDropout()"),
    *("LayerNorm(3)", "LayerNorm((3, 4), bias=False)", "RMSNorm(3)", "GroupNorm(2, 4)"),
    *("InstanceNorm1d(3)", "InstanceNorm1d(3, affine=True, track_running_stats=True)"),
    *("BatchNorm1d(3)", "BatchNorm1d(3, momentum=None, affine=False)", "CosineSimilarity()"),
    *("PairwiseDistance()", "MSELoss()", "CrossEntropyLoss()", "Sequential()"),
    "Sequential(nn.Linear(2, 3), nn.Sequential(nn.ReLU(), nn.Dropout()))",
    "Sequential(OrderedDict([('a', nn.ReLU()), ('b', nn.Tanh())]))",
    "ModuleList([nn.ReLU(), nn.ReLU(), nn.Linear(2, 3), nn.ReLU()])",
    "ModuleDict({'a': nn.ReLU(), 'b': nn.ModuleList()})",
]


@pytest.mark.torch
@pytest.mark.parametrize("text", LAYERS)
def test_repr_as_torch(text):
    torch = pytest.importorskip("torch")
    ours = eval(f"nn.{text}", {"nn": nn, "OrderedDict": OrderedDict})
    theirs = eval(f"nn.{text}", {"nn": torch.nn, "OrderedDict": OrderedDict})
    assert repr(ours) == repr(theirs)
    assert list(ours.state_dict()) == list(theirs.state_dict())


def test_repr():
    assert repr(Net()) == (
        "Net(\n"
        "  (first): Linear(in_features=3, out_features=4, bias=True)\n"
        "  (rest): Sequential(\n"
        "    (0): ReLU()\n"
        "    (1): Linear(in_features=4, out_features=2, bias=False)\n"
        "  )\n"
        ")"
    )
    assert repr(nn.ModuleList([nn.ReLU(), nn.ReLU()])) == "ModuleList(\n  (0-1): 2 x ReLU()\n)"


# ----------------------------------------------------------------- containers


def test_sequential():
    a, b, c = nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 2)
    net = nn.Sequential(a, b, c)
    assert len(net) == 3
    assert net[-1] is c
    assert list(net[1:]) == [b, c]
    net[1] = tanh = nn.Tanh()
    assert list(net) == [a, tanh, c]
    del net[0]
    assert list(net.state_dict()) == ["1.weight", "1.bias"]
    assert net.append(a) is net
    net.insert(0, b)
    assert list(net) == [b, tanh, c, a]
    assert net.pop(0) is b
    net.extend(nn.Sequential(b))
    assert list(net) == [tanh, c, a, b]
    assert len(net + net) == 8
    assert len(net * 2) == 8
    net += nn.Sequential(nn.ReLU())
    assert len(net) == 5
    named = nn.Sequential(OrderedDict([("fc", a), ("act", b)]))
    assert named.fc is a
    del named[0]
    assert list(named._modules) == ["act"]
    with pytest.raises(IndexError, match="Sequential: index 9 is out of range"):
        net[9]
    with pytest.raises(TypeError, match="is not a Module subclass"):
        nn.Sequential(3)
    with pytest.raises(ValueError, match="expected a Sequential"):
        net.__add__([a])
    with pytest.raises(ValueError, match="positive"):
        net * 0


def test_module_list_and_dict():
    items = nn.ModuleList([nn.ReLU()])
    items.append(nn.Linear(1, 1)).extend([nn.Tanh()])
    items.insert(1, nn.Sigmoid())
    assert [type(m).__name__ for m in items] == ["ReLU", "Sigmoid", "Linear", "Tanh"]
    assert len(items[1:3]) == 2
    assert type(items.pop()).__name__ == "Tanh"
    assert len(items + nn.ModuleList([nn.ReLU()])) == 4
    assert [n for n, _ in items.named_parameters()] == ["2.weight", "2.bias"]
    del items[0]
    assert [n for n, _ in items.named_parameters()] == ["1.weight", "1.bias"]
    with pytest.raises(NotImplementedError):
        items(1)
    with pytest.raises(TypeError, match="expected an iterable; got int"):
        items.extend(3)
    table = nn.ModuleDict({"a": nn.ReLU()})
    table["b"] = nn.Linear(1, 1)
    table.update([("c", nn.Tanh())])
    assert list(table) == list(table.keys()) == ["a", "b", "c"]
    assert "b" in table
    assert len(table) == 3
    assert isinstance(table.pop("c"), nn.Tanh)
    del table["a"]
    assert [n for n, _ in table.named_parameters()] == ["b.weight", "b.bias"]
    table.clear()
    assert len(table) == 0
    with pytest.raises(ValueError, match="expected pairs"):
        table.update([("a", nn.ReLU(), 3)])
    with pytest.raises(TypeError, match="mapping or an iterable of pairs"):
        table.update(3)


def test_parameter_list_and_dict():
    items = nn.ParameterList([tl.zeros(1), nn.Parameter(tl.ones(2))])
    items.append(tl.ones(3)).extend([5])
    assert len(items) == 4
    assert items[-1] == 5
    assert [n for n, _ in items.named_parameters()] == ["0", "1", "2"]
    assert all(isinstance(p, nn.Parameter) for p in items[:3])
    items[0] = tl.ones(4)
    assert tuple(items[0].shape) == (4,)
    with pytest.raises(IndexError, match="out of range"):
        items[7]
    with pytest.raises(TypeError, match="expected an iterable"):
        items.extend(3)
    with pytest.raises(RuntimeError, match="should not be called"):
        items()
    table = nn.ParameterDict({"a": tl.zeros(1)})
    table["b"] = tl.ones(2)
    table.update({"c": 3})
    assert list(table.keys()) == ["a", "b", "c"]
    assert [n for n, _ in table.named_parameters()] == ["a", "b"]
    assert table.get("x", 7) == 7
    assert table.pop("c") == 3
    assert table.setdefault("d", tl.ones(1)) is table["d"]
    assert [k for k, _ in (table | {"e": tl.ones(1)}).items()] == ["a", "b", "d", "e"]
    assert table.popitem()[0] == "d"
    assert list(reversed(table)) == ["b", "a"]
    with pytest.raises(KeyError):
        table["nothing"]
    with pytest.raises(TypeError, match="expected a string as key"):
        table[3] = tl.ones(1)
    assert "Parameter containing: [" in repr(items)
    assert "of size 2]" in repr(table)
    assert len(copy.deepcopy(table)) == 2


def test_parameters_of_a_dict_lie_in_the_order_of_pytorchs_files():
    """The state of an optimizer names parameters by their places; a plain dict kept its own."""
    b, a = tl.zeros(1), tl.ones(1)
    assert [*nn.ParameterDict({"b": b, "a": a})] == ["a", "b"]
    assert [*nn.ParameterDict(OrderedDict(b=b, a=a))] == ["b", "a"]
    assert [*nn.ParameterDict([("b", b), ("a", a)])] == ["b", "a"]
    kept = nn.ParameterDict([("b", b)])
    kept |= {"d": a, "c": b}
    assert [*kept.copy()] == ["b", "c", "d"]


# ----------------------------------------------------------------- init


def test_init_fills():
    t = tl.empty(200, 300)
    assert init.constant_(t, 0.3) is t
    assert float(t.min()) == float(t.max()) == pytest.approx(0.3)
    assert bool((init.ones_(t) == 1).all())
    assert bool((init.zeros_(t) == 0).all())
    np.testing.assert_array_equal(init.eye_(tl.empty(2, 3)).numpy(), np.eye(2, 3))
    kernel = init.dirac_(tl.empty(2, 2, 3)).numpy()
    assert kernel[0, 0].tolist() == kernel[1, 1].tolist() == [0.0, 1.0, 0.0]
    assert kernel.sum() == 2


BOUNDS = [
    ("xavier_uniform_", {"gain": 2.0}, 2 * (6 / 500) ** 0.5),
    ("kaiming_uniform_", {}, 6**0.5 / 300**0.5),
    ("kaiming_uniform_", {"a": 5**0.5}, 1 / 300**0.5),
    ("kaiming_uniform_", {"mode": "fan_out", "nonlinearity": "tanh"}, 5 / 3 * (3 / 200) ** 0.5),
    ("uniform_", {"a": -0.5, "b": 0.5}, 0.5),
]
DEVIATIONS = [
    ("normal_", {"mean": 0.0, "std": 0.3}, 0.3),
    ("xavier_normal_", {}, (2 / 500) ** 0.5),
    ("kaiming_normal_", {"nonlinearity": "relu"}, (2 / 300) ** 0.5),
    ("kaiming_normal_", {"nonlinearity": "selu", "mode": "fan_out"}, 0.75 / 200**0.5),
]


@pytest.mark.parametrize(("name", "options", "bound"), BOUNDS)
def test_uniform_inits(name, options, bound):
    tl.manual_seed(0)
    values = getattr(init, name)(tl.empty(200, 300), **options).numpy()
    assert np.abs(values).max() <= bound * (1 + 1e-6)
    assert np.abs(values).max() > 0.99 * bound
    assert values.std() == pytest.approx(bound / 3**0.5, rel=0.02)
    assert values.mean() == pytest.approx(0, abs=bound / 50)


@pytest.mark.parametrize(("name", "options", "std"), DEVIATIONS)
def test_normal_inits(name, options, std):
    tl.manual_seed(0)
    values = getattr(init, name)(tl.empty(200, 300), **options).numpy()
    assert values.std() == pytest.approx(std, rel=0.02)
    assert values.mean() == pytest.approx(0, abs=std / 30)


def test_truncated_orthogonal_sparse():
    tl.manual_seed(0)
    values = init.trunc_normal_(tl.empty(300, 300), std=2.0, a=-1.0, b=3.0).numpy()
    assert -1 <= values.min() < -0.99
    assert 2.9 < values.max() <= 3
    for shape in ((4, 6), (6, 4), (4, 2, 3)):
        q = init.orthogonal_(tl.empty(shape), gain=2.0).numpy().reshape(shape[0], -1)
        q = q if q.shape[0] <= q.shape[1] else q.T
        np.testing.assert_allclose(q @ q.T, 4 * np.eye(q.shape[0]), atol=1e-5)
    sparse = init.sparse_(tl.empty(10, 5), 0.25).numpy()
    assert ((sparse == 0).sum(0) == 3).all()


def test_inits_follow_their_generator_and_leave_the_graph():
    runs = [
        init.normal_(tl.empty(5), generator=tl.Generator().manual_seed(1)).tolist()
        for _ in range(2)
    ]
    assert runs[0] == runs[1]
    param = nn.Parameter(tl.empty(3, 3))
    for fill in (init.uniform_, init.orthogonal_, init.trunc_normal_, init.eye_):
        assert fill(param) is param
    assert param.grad_fn is None


INIT_ERRORS = [
    (lambda: init.eye_(tl.ones(2)), "Only tensors with 2 dimensions"),
    (lambda: init.xavier_normal_(tl.ones(2)), "Fan in and fan out can not be computed"),
    (lambda: init.kaiming_normal_(tl.ones(2, 2), mode="x"), "Mode x not supported"),
    (lambda: init.calculate_gain("x"), "Unsupported nonlinearity x"),
    (lambda: init.calculate_gain("leaky_relu", "x"), "negative_slope x not a valid number"),
    (lambda: init.orthogonal_(tl.ones(2)), "Only tensors with 2 or more dimensions"),
    (lambda: init.sparse_(tl.ones(2), 0.1), "Only tensors with 2 dimensions"),
    (lambda: init.dirac_(tl.ones(2)), "3, 4, or 5 dimensions"),
]


@pytest.mark.parametrize(("call", "text"), INIT_ERRORS, ids=[e[1] for e in INIT_ERRORS])
def test_bad_inits(call, text):
    with pytest.raises(ValueError, match=text):
        call()


@pytest.mark.torch
def test_gains_as_torch():
    torch = pytest.importorskip("torch")
    for name in ("linear", "conv2d", "sigmoid", "tanh", "relu", "leaky_relu", "selu"):
        assert init.calculate_gain(name) == torch.nn.init.calculate_gain(name)
    assert init.calculate_gain("leaky_relu", 0.5) == torch.nn.init.calculate_gain("leaky_relu", 0.5)


# ----------------------------------------------------------------- utils


def gradients(*rows):
    params = [nn.Parameter(tl.zeros(len(row))) for row in rows]
    for param, row in zip(params, rows, strict=True):
        param.grad = tl.tensor(row)
    return params


@pytest.mark.parametrize("clip", [nn.utils.clip_grad_norm_, nn.utils.clip_grad_value_])
@pytest.mark.parametrize("model", [nn.Linear(2, 1), nn.Sequential(nn.Linear(2, 1))])
def test_clipping_takes_parameters_and_no_model(clip, model):
    text = rf"{clip.__name__}: expected parameters to be tensors; got {type(model).__name__}; try "
    with pytest.raises(TypeError, match=text + r"model\.parameters\(\)"):
        clip(model, 1.0)


def test_clip_grad_norm():
    params = [*gradients([3.0], [0.0, 4.0]), nn.Parameter(tl.zeros(1))]
    total = nn.utils.clip_grad_norm_(params, 1.0)
    assert total.item() == pytest.approx(5.0)
    np.testing.assert_allclose(params[1].grad.numpy(), [0.0, 0.8], rtol=1e-5)
    assert nn.utils.clip_grad_norm_(iter(params), 10.0).item() == pytest.approx(1.0)
    np.testing.assert_allclose(params[1].grad.numpy(), [0.0, 0.8], rtol=1e-5)
    for norm_type in (float("inf"), "inf"):
        assert nn.utils.clip_grad_norm_(gradients([3.0, -7.0]), 1.0, norm_type).item() == 7.0
    assert nn.utils.clip_grad_norm_([nn.Parameter(tl.zeros(1))], 1.0).item() == 0.0
    bad = gradients([float("nan"), 1.0])
    with pytest.raises(RuntimeError, match="is non-finite, so it cannot be clipped"):
        nn.utils.clip_grad_norm_(bad, 1.0, error_if_nonfinite=True)
    assert bad[0].grad[1].item() == 1.0


def test_clip_grad_value():
    params = gradients([3.0, -0.5], [-9.0])
    nn.utils.clip_grad_value_(params, 1.0)
    assert params[0].grad.tolist() == [1.0, -0.5]
    assert params[1].grad.tolist() == [-1.0]


def test_parameters_and_vectors():
    net = nn.Linear(2, 3)
    vector = nn.utils.parameters_to_vector(net.parameters())
    assert tuple(vector.shape) == (9,)
    nn.utils.vector_to_parameters(tl.arange(9).float(), net.parameters())
    assert net.bias.detach().tolist() == [6.0, 7.0, 8.0]
    assert net.weight.requires_grad
    with pytest.raises(RuntimeError, match="expected 9 elements for these parameters; got 8"):
        nn.utils.vector_to_parameters(tl.zeros(8), net.parameters())
    with pytest.raises(TypeError, match="expected vec to be a Tensor"):
        nn.utils.vector_to_parameters([1.0], net.parameters())


def test_batch_norm_states_of_older_programs():
    norm = nn.BatchNorm1d(2)
    norm(tl.ones(3, 2) * 5)
    state = norm.state_dict()
    older = {key: x for key, x in state.items() if key != "num_batches_tracked"}
    fresh = nn.BatchNorm1d(2)
    assert not any(fresh.load_state_dict(older))
    assert fresh.running_mean.tolist() == norm.running_mean.tolist()
    assert fresh.num_batches_tracked == 0
    for assign in (False, True):
        fresh = nn.BatchNorm1d(2)
        fresh.load_state_dict({**state, "num_batches_tracked": tl.tensor([4])}, assign=assign)
        assert fresh.num_batches_tracked.shape == () and fresh.num_batches_tracked == 4
    model = nn.Sequential(nn.BatchNorm1d(2))
    with pytest.raises(RuntimeError, match=r'Missing key.* "0.running_mean"'):
        model.load_state_dict({f"0.{k}": x for k, x in older.items() if k != "running_mean"})


@pytest.mark.parametrize("name", ["half", "bfloat16"])
def test_short_types(name):
    layer = getattr(nn.Linear(2, 2), name)()
    assert layer.weight.dtype is layer(layer.weight).dtype is getattr(tl, name)
    with pytest.raises(AttributeError, match=r"complex32'; its dtypes are bool, .*, float64"):
        tl.complex32  # noqa: B018


# ----------------------------------------------------------------- names that programs also use


def test_a_module_at_a_path():
    net = Net()
    net.set_submodule("rest.1", nn.Identity())
    assert type(net.rest[1]) is nn.Identity
    net.set_submodule("rest.more", nn.ReLU())
    assert [name for name, _ in net.rest.named_children()] == ["0", "1", "more"]
    with pytest.raises(AttributeError, match="Sequential has no attribute `x`"):
        net.set_submodule("rest.x", nn.ReLU(), strict=True)
    with pytest.raises(AttributeError, match=r"`weight` is not an nn.Module"):
        net.set_submodule("first.weight", nn.ReLU())
    with pytest.raises(ValueError, match="without a target name"):
        net.set_submodule("", nn.ReLU())
    with pytest.raises(ValueError, match=r"`module` is not an nn.Module"):
        net.set_submodule("first", 3)


def test_hooks_of_states_see_and_change():
    net = Net()
    net._register_state_dict_hook(lambda m, state, prefix, meta: {**state, "more": 1})
    state = net.state_dict()
    assert state.pop("more") == 1

    def renamed(state, prefix, meta, strict, missing, unexpected, errors):
        state[f"{prefix}scale"] = state.pop("old", state.get("scale"))
        if "bad" in state:
            errors.append("a bad state")
            del state["bad"]

    net._register_load_state_dict_pre_hook(renamed)
    state["old"] = state.pop("scale") + 1
    net.load_state_dict(state)
    assert net.scale.tolist() == [2, 2]
    with pytest.raises(RuntimeError, match="a bad state"):
        net.load_state_dict({**state, "bad": tl.ones(1)})


def test_memory_without_values():
    net = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
    before = net[0].weight
    assert net.to_empty(device="cpu") is net and net[0].weight is before
    assert before.shape == (3, 2) and net[1].running_mean.shape == (3,)


def test_a_module_that_replaces_apply_is_asked_by_all_that_moves():
    class Cached(nn.Linear):
        def _apply(self, fn, recurse=True):
            self.cache = None
            return super()._apply(fn, recurse)

    for move in (nn.Module.double, lambda net: net.to(tl.float16),
                 lambda net: net.to_empty(device="cpu")):  # fmt: skip
        layer = Cached(2, 2)
        layer.cache = "of the tensors as they were"
        move(nn.Sequential(layer))
        assert layer.cache is None
    net = nn.Sequential(layer)
    layer.cache = "kept"
    net.to_empty(device="cpu", recurse=False)
    assert layer.cache == "kept"


def test_one_device_and_one_process():
    net = nn.DataParallel(nn.Linear(2, 3))
    assert list(net.state_dict()) == ["module.weight", "module.bias"]
    assert net(tl.ones(1, 2)).shape == (1, 3)
    x = tl.randn(4, 2)
    assert nn.parallel.data_parallel(net, x, range(2)).equal(net(x))
    assert nn.parallel.data_parallel(nn.Bilinear(2, 2, 1), (x, x)).shape == (4, 1)
    given = {"x": x, "rest": (x[:2], "name")}
    halves = nn.parallel.scatter(given, ["cpu", "cpu"])
    assert halves[0]["x"].equal(x[:2]) and halves[1]["rest"][0].equal(x[1:2])
    assert halves[1]["rest"][1] == "name"
    assert nn.parallel.gather([half["x"] for half in halves], "cpu").equal(x)
    joined = nn.parallel.gather([{"a": [x]}, {"a": [x]}], "cpu")
    assert joined["a"][0].equal(tl.cat([x, x]))
    rows, named = nn.parallel.scatter_kwargs((x,), {}, ["cpu", "cpu"])
    assert rows[1][0].equal(x[2:]) and named == ({}, {})
    model = nn.Sequential(nn.Conv2d(1, 2, 1), nn.BatchNorm2d(2))
    weight = model[1].weight
    model = nn.SyncBatchNorm.convert_sync_batchnorm(model)
    assert type(model[1]) is nn.SyncBatchNorm and model[1].weight is weight
    assert nn.SyncBatchNorm(3, bias=False).bias is None
    assert model(tl.ones(2, 1, 2, 2)).shape == (2, 2, 2, 2)
    assert not isinstance(model, nn.parallel.DistributedDataParallel)
    with pytest.raises(ValueError, match="DistributedDataParallel: expected a group of processes;"):
        nn.parallel.DistributedDataParallel(model, device_ids=[0])
    with pytest.raises(AttributeError, match="several processes; got one; try the module itself"):
        nn.parallel.DistributedDataParallelCPU  # noqa: B018


def test_older_names_of_first_values():
    with pytest.warns(FutureWarning, match=r"nn.init.constant is now deprecated"):
        assert init.constant(tl.zeros(2), 3.0).tolist() == [3, 3]
    p = nn.Parameter(tl.ones(2))
    p.grad = tl.tensor([3.0, 4.0])
    with pytest.warns(FutureWarning, match="in favor of clip_grad_norm_"):
        assert nn.utils.clip_grad_norm(p, 1.0).item() == 5.0


def test_names_of_ways_to_attend():
    from tensorlite.nn.attention import SDPBackend, sdpa_kernel

    x = tl.ones(1, 2, 4)
    with sdpa_kernel([SDPBackend.MATH, SDPBackend.FLASH_ATTENTION]):
        assert nn.functional.scaled_dot_product_attention(x, x, x).shape == (1, 2, 4)
    with pytest.raises(AssertionError, match="an instance of SDPBackend"), sdpa_kernel("math"):
        pass


class Renamed(nn.Module):
    """Reads its weight from states in which it was called "scale", and counts what it saved."""

    def __init__(self):
        super().__init__()
        self.weight, self.saved = nn.Parameter(tl.ones(2)), 0

    def _load_from_state_dict(self, state_dict, prefix, local_metadata, *more):
        if local_metadata.get("version") is None and prefix + "scale" in state_dict:
            state_dict[prefix + "weight"] = state_dict.pop(prefix + "scale")
        super()._load_from_state_dict(state_dict, prefix, local_metadata, *more)

    def _save_to_state_dict(self, destination, prefix, keep_vars):
        super()._save_to_state_dict(destination, prefix, keep_vars)
        destination[prefix + "saved"] = tl.tensor(self.saved)


class Lenient(Renamed):
    def _load_from_state_dict(self, state_dict, prefix, local_metadata, strict, *told):
        self.saved = int(state_dict[prefix + "saved"])
        nn.Module._load_from_state_dict(self, state_dict, prefix, local_metadata, False, *told)


def test_a_module_may_load_and_save_in_its_own_way():
    """As layers whose parameters had other names do, and metrics whose states are no buffers."""
    net = nn.Sequential(nn.Linear(2, 2), Renamed())
    state = {"0.weight": tl.ones(2, 2), "0.bias": tl.zeros(2), "1.scale": tl.tensor([3.0, 4.0])}
    assert not any(net.load_state_dict(state))
    assert net[1].weight.tolist() == [3, 4] and "1.scale" in state
    with pytest.raises(RuntimeError, match=r'Unexpected key\(s\) in state_dict: "1.saved"'):
        net.load_state_dict(net.state_dict())
    with pytest.raises(RuntimeError, match=r'Unexpected key\(s\) in state_dict: "2.w", "1.other"'):
        net.load_state_dict({**state, "1.other": tl.ones(1), "2.w": tl.ones(1)})


def test_what_a_module_does_not_ask_for_strictly_is_neither_missing_nor_unexpected():
    net = nn.Sequential(Lenient(), nn.Linear(1, 1))
    state = {"0.saved": tl.tensor(5), "0.more": tl.ones(1), **net[1].state_dict(prefix="1.")}
    assert not any(net.load_state_dict(state))
    assert net[0].saved == 5 and net[0].weight.tolist() == [1, 1]
    with pytest.raises(RuntimeError, match=r"size mismatch for 0\.weight"):
        net.load_state_dict({**state, "0.weight": tl.ones(3), "1.bias": tl.zeros(1)})
    assert net[1].bias.item() == state["1.bias"].item()


def test_a_module_alone_is_loaded_at_once():
    layer, missing = nn.Linear(2, 1), []
    layer._load_from_state_dict({"a.weight": tl.ones(1, 2)}, "a.", {}, True, missing, [], [])
    assert layer.weight.tolist() == [[1, 1]] and missing == ["a.bias"]


def turned(state_dict, *_):
    state_dict["bias"] = -state_dict["bias"]


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))])
def test_hooks_of_loading_that_do_not_take_the_module_are_copied_with_it(copied):
    layer = nn.Linear(2, 1)
    layer._register_load_state_dict_pre_hook(turned)
    other = copied(layer)
    other.load_state_dict({"weight": tl.ones(1, 2), "bias": tl.ones(1)})
    assert other.bias.item() == -1


def test_a_subclass_of_parameter_is_made_with_words_of_its_own():
    """`Parameter.__init__` asked for its own words, where PyTorch's takes any."""

    class Bounded(nn.Parameter):
        def __new__(cls, data=None, bound=None, requires_grad=True):
            made = tl.Tensor._make_subclass(cls, data, requires_grad)
            made.bound = bound
            return made

    net = nn.Module()
    net.weight = Bounded(tl.ones(2), bound=3.0)
    assert net.weight.bound == 3.0 and [*net.parameters()] == [net.weight]


@pytest.mark.parametrize("momentum", [0.1, None])
def test_statistics_that_are_tracked_no_more_stay(momentum):
    """Batches were counted on, so that the share of the newest was too small later."""
    norm, x = nn.BatchNorm1d(2, momentum=momentum), tl.tensor([[1.0, 2.0], [3.0, 5.0]])
    norm.track_running_stats = False
    assert norm(x).mean(0).abs().max() < 1e-5  # of the batch
    assert norm.num_batches_tracked == 0 and norm.running_mean.tolist() == [0, 0]
    norm.track_running_stats = True
    norm(x)
    share = 1 if momentum is None else momentum
    assert norm.num_batches_tracked == 1
    assert norm.running_mean.tolist() == pytest.approx([2 * share, 3.5 * share])


def test_half_of_an_extra_state_is_told():
    """What is given must be taken, and what is taken be given: both were passed over."""
    given = type("Given", (nn.Module,), {"get_extra_state": lambda self: 5})()
    taken = type("Taken", (nn.Module,), {"set_extra_state": lambda self, state: None})()
    with pytest.raises(RuntimeError, match=r"(?s)Unexpected key.*_extra_state"):
        given.load_state_dict(given.state_dict())
    with pytest.raises(RuntimeError, match=r"(?s)Missing key.*_extra_state"):
        taken.load_state_dict(taken.state_dict())
    assert given.load_state_dict(given.state_dict(), strict=False).unexpected_keys


def test_a_childs_hook_of_loading_gets_the_childs_part():
    """It got the whole dict, so that one that goes through all keys met those of others."""
    net, seen = nn.Sequential(nn.Linear(1, 1), nn.Sequential(nn.Linear(1, 1))), {}

    def halved(module, part, prefix, *_):
        seen[prefix] = sorted(part)
        part.update({key: x / 2 for key, x in part.items()})

    net[1].register_load_state_dict_pre_hook(halved)
    net[1][0].register_load_state_dict_pre_hook(halved)
    state = {key: tl.ones_like(x) for key, x in net.state_dict().items()}
    net.load_state_dict(state)
    assert seen == {prefix: ["1.0.bias", "1.0.weight"] for prefix in ("1.", "1.0.")}
    assert (net[0].bias.item(), net[1][0].bias.item(), state["1.0.bias"].item()) == (1, 0.25, 1)


class Counted:
    """A class of a user's that stands beside Module, with settings of its own."""

    def __init__(self, count=1):
        self.count = count


class Both(nn.Module, Counted):
    call_super_init = True

    def __init__(self, count):
        super().__init__(count=count)
        self.layer = nn.Linear(1, 1)


def test_what_stands_behind_module_is_made_where_it_is_asked_for():
    both = Both(3)
    assert both.count == 3 and len(list(both.parameters())) == 2
    assert nn.Module.call_super_init is False
    with pytest.raises(TypeError, match="unexpected keyword argument 'count'"):
        type("Other", (nn.Module, Counted), {})(count=3)
