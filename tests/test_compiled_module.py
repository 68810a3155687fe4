"""A compiled Module is a Module: part of others, trained with them, saved with them."""

import copy
import io
import pickle

import pytest

import tensorlite as tl
from tensorlite import nn


class Outer(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = tl.compile(nn.Linear(2, 2))
        self.out = nn.Linear(2, 1)

    def forward(self, x):
        return self.out(self.inner(x).tanh())


@pytest.fixture
def net():
    tl.manual_seed(0)
    return nn.Sequential(nn.Linear(2, 3), nn.Dropout(0.5), nn.Linear(3, 1))


def test_it_is_a_part_of_the_module_that_has_it():
    outer = Outer()
    names = ["inner._orig_mod.weight", "inner._orig_mod.bias", "out.weight", "out.bias"]
    assert [name for name, _ in outer.named_parameters()] == names == list(outer.state_dict())
    kinds = [type(each).__name__ for each in outer.modules()]
    assert kinds == ["Outer", "OptimizedModule", "Linear", "Linear"]
    assert isinstance(nn.Sequential(outer.inner)[0], nn.Module)


@pytest.mark.parametrize("whole", [False, True])
def test_it_is_trained_with_the_module_that_has_it(whole):
    outer, plain = Outer(), Outer()
    plain.inner = nn.Linear(2, 2)
    plain.load_state_dict({k.replace("_orig_mod.", ""): v for k, v in outer.state_dict().items()})
    losses = []
    for each in (outer, plain):
        optimizer = tl.optim.SGD(each.parameters(), lr=0.1)

        def step(x, y, each=each, optimizer=optimizer):
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(each(x), y)
            loss.backward()
            optimizer.step()
            return loss

        step = tl.compile(step) if whole and each is outer else step
        losses.append([step(tl.ones(4, 2), tl.zeros(4, 1)).item() for _ in range(4)])
    assert losses[0] == losses[1] and losses[0][3] < losses[0][0]
    assert outer.inner.weight.equal(plain.inner.weight) and outer.inner.plans == (not whole)


def test_what_is_asked_of_it_is_asked_of_the_module(net):
    made = tl.compile(net)
    assert made._orig_mod is net and list(made.parameters()) == list(net.parameters())
    assert made.eval() is made and not net.training and not made.training
    made.training = True
    assert net.training and not net[0].training
    made.kept = 3
    assert net.kept == 3 and made.kept == 3
    with pytest.raises(AttributeError, match="'Sequential' object has no attribute 'missing'"):
        made.missing  # noqa: B018
    assert made.to(tl.float64) is made and net[0].weight.dtype is tl.float64
    assert made.requires_grad_(False) is made and not net[0].weight.requires_grad
    assert repr(made).startswith("OptimizedModule(\n  (_orig_mod): Sequential(")
    assert tl.compile(net, disable=True) is net


def test_hooks_of_its_own_are_around_the_plan(net):
    made, seen = tl.compile(net.eval()), []
    made.register_forward_pre_hook(lambda module, args: seen.append(module))
    made.register_forward_hook(lambda module, args, out: out * 2)
    x = tl.ones(1, 2)
    for _ in range(2):
        assert made(x).equal(net(x) * 2)
    assert seen == [made, made] and made.plans == 1


def test_evaluating_selects_another_plan(net):
    made, x = tl.compile(net), tl.ones(4, 2)
    made(x)
    assert made.eval()(x).equal(net(x)) and made.plans == 2
    made.train()(x)
    assert made.plans == 2


class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner, self.scale, self.table, self.gains = nn.Linear(2, 2), 2.0, {"k": 1.0}, [1.0]

    def forward(self, x):
        return self.inner(x) * self.scale * self.table["k"] * self.gains[0]


CHANGES = {
    "an attribute": lambda net, made: setattr(net, "scale", 5.0),
    "an attribute of the wrapper": lambda net, made: setattr(made, "scale", 5.0),
    "one of the wrapper alone": lambda net, made: setattr(made, "_gain", 5.0),
    "an entry of a dict": lambda net, made: net.table.update(k=5.0),
    "an entry of a list": lambda net, made: net.gains.__setitem__(0, 5.0),
    "a parameter": lambda net, made: setattr(net.inner, "weight", nn.Parameter(tl.ones(2, 2))),
    "a child": lambda net, made: setattr(net, "inner", nn.Linear(2, 2)),
    "the module": lambda net, made: setattr(made, "_orig_mod", Scaled()),
    "a hook of the module": lambda net, made: net.register_forward_hook(lambda m, x, out: out * 3),
    "a hook of the wrapper": lambda net, made: made.register_forward_hook(
        lambda m, x, out: out * 3
    ),
    "its forward": lambda net, made: setattr(net, "forward", lambda x: x * 7),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("where", ["alone", "called in a step", "read in a step"])
def test_plans_are_never_stale(change, where):
    tl.manual_seed(0)
    x, kept = tl.ones(1, 2), {"made": tl.compile(Scaled())}
    made, net = kept["made"], kept["made"]._orig_mod
    made._gain = 1.0

    def eager():
        out = made._orig_mod(x)
        for hook in made._forward_hooks.values():
            out = hook(made, (x,), out)
        return out

    functions = {
        "alone": (made, eager),
        "called in a step": (tl.compile(lambda x: kept["made"](x)), eager),
        "read in a step": (
            tl.compile(lambda x: x * kept["made"].scale * kept["made"]._gain),
            lambda: x * made.scale * made._gain,
        ),
    }
    step, expected = functions[where]
    assert step(x).equal(expected())
    CHANGES[change](net, made)
    assert step(x).equal(expected())


def test_plans_of_its_own_are_no_reason_for_another_plan_of_a_step(net):
    made = tl.compile(net.eval())
    step = tl.compile(lambda x: made(x).sum())
    for n in range(1, 5):
        step(tl.ones(1, 2)), made(tl.ones(n, 2))
    assert step.plans == 1 and made.plans == 4 and step.recompiles == []


def test_what_a_step_writes_through_it_is_written_by_each_call(net):
    net.count, made = 0, tl.compile(net.eval())

    @tl.compile
    def step(x):
        made.count += 1
        made._own = getattr(made, "_own", 0) + 1
        return made(x)

    for _ in range(4):
        step(tl.ones(1, 2))
    assert net.count == made.count == made._own == 4 and made.compile() is None


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))]
)
def test_a_copy_runs_and_has_plans_of_its_own(net, copied):
    made, x = tl.compile(net.eval()), tl.ones(1, 2)
    expected = made(x)
    other = copied(made)
    assert type(other) is type(made) and other.plans == 0 and other(x).equal(expected)
    assert (other._orig_mod is net) == (copied is copy.copy)


def test_states_go_from_one_to_another(net):
    made, file = tl.compile(net), io.BytesIO()
    tl.save(made.state_dict(), file)
    file.seek(0)
    other = tl.compile(copy.deepcopy(net).requires_grad_(False))
    other._orig_mod[0].weight.zero_()
    assert str(other.load_state_dict(tl.load(file))) == "<All keys matched successfully>"
    assert other._orig_mod[0].weight.equal(net[0].weight)
    with pytest.raises(RuntimeError, match=r"Missing key.*_orig_mod.0.weight"):
        made.load_state_dict(net.state_dict())


def test_a_module_is_compiled_in_place(net):
    x = tl.ones(1, 2)
    expected = net.eval()(x)
    assert net.compile() is None
    assert net(x).equal(expected) and net.forward.plans == 1
    assert list(net.state_dict()) == ["0.weight", "0.bias", "2.weight", "2.bias"]
    net.compile(check_every=2)
    assert net(x).equal(expected) and net.forward.plans == 1
    other = copy.deepcopy(net)
    with tl.no_grad():
        other[0].weight.zero_()
    assert net(x).equal(expected) and not other(x).equal(expected)


def test_plans_are_forgotten_at_once(net):
    made, function = tl.compile(net), tl.compile(lambda x: x + 1)
    made(tl.ones(1, 2)), function(tl.ones(1))
    assert made.plans == function.plans == 1
    tl.compiler.reset()
    assert made.plans == function.plans == 0


def test_a_function_knows_that_it_is_recorded():
    def f(x):
        return x * (2 if tl.compiler.is_compiling() else 3)

    assert f(tl.ones(1)).item() == 3
    compiled = tl.compile(f)
    assert compiled(tl.ones(1)).item() == 2 and compiled(tl.ones(1)).item() == 2
