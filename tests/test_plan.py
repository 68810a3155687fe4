"""Whole functions under `tl.compile`: the same results and the same state as without it.

Each test makes its model twice from one seed; one copy runs eagerly, the other compiled. After the
first, second and every later call the results and all state must have the same bits.
"""

import collections
import functools
import threading

import numpy as np
import pytest
import test_optim
from test_plan_table import content

import tensorlite as tl
from tensorlite import nn, optim
from tensorlite.nn import functional as F

STEPS = 6
rng = np.random.default_rng(0)
INPUTS = [np.asarray(rng.normal(size=(8, 5)), np.float32) for _ in range(STEPS)]
TARGETS = [np.asarray(rng.normal(size=(8, 3)), np.float32) for _ in range(STEPS)]
CLASSES = [rng.integers(0, 3, 8) for _ in range(STEPS)]


def mlp(*middle):
    tl.manual_seed(1)
    return nn.Sequential(nn.Linear(5, 6), *(middle or (nn.ReLU(),)), nn.Linear(6, 3))


def state_of(model=None, optimizer=None, *others):
    """All that a step may change, as a list of leaves."""
    found = [tl.default_generator.get_state(), *others]
    if model is not None:
        found += [*model.parameters(), *model.buffers(), *(p.grad for p in model.parameters())]
    if optimizer is not None:
        found += [optimizer.state_dict()["state"], [g["lr"] for g in optimizer.param_groups]]
    return found


def same_steps(make, data=None, plans=1, recompiles=None, steps=STEPS):
    """Run what `make` returns, (step, state), eagerly and compiled beside each other.

    `data` is a list of argument lists of NumPy arrays; without it, inputs and targets.
    """
    pairs = data or list(zip(INPUTS, TARGETS, strict=True))
    step, state = make()
    compiled, its_state = make()
    compiled = tl.compile(compiled)
    for number in range(steps):
        arrays = pairs[number % len(pairs)]
        found = []
        for each, its in ((step, state), (compiled, its_state)):
            tl.manual_seed(100 + number)
            arguments = [tl.from_numpy(a.copy()) for a in arrays]
            result = each(*arguments)
            found.append([content(result), content(its()), content(arguments)])
        assert found[1][0] == found[0][0], f"results of call {number}"
        assert found[1][1] == found[0][1], f"state after call {number}"
        assert found[1][2] == found[0][2], f"arguments after call {number}"
    assert compiled.plans == plans + len(compiled.recompiles)  # all stay at hand
    if recompiles is not None:
        assert len(compiled.recompiles) == recompiles, compiled.recompiles
    return compiled


def training(model, optimizer, loss=F.mse_loss, before_step=None, scheduler=None):
    def step(x, y):
        optimizer.zero_grad()
        out = loss(model(x), y)
        out.backward()
        if before_step is not None:
            before_step(model)
        optimizer.step()
        if scheduler is not None:
            scheduler.step()
        return out

    return step


# ------------------------------------------------------------------ optimizers


@pytest.mark.parametrize(("name", "options"), test_optim.CASES, ids=test_optim.IDS)
def test_every_optimizer(name, options):
    def make():
        model = mlp()
        optimizer = getattr(optim, name)(model.parameters(), **options)
        return training(model, optimizer), lambda: state_of(model, optimizer)

    compiled = same_steps(make)
    assert len(compiled.recompiles) <= 2, compiled.recompiles


def test_several_groups():
    def make():
        model = mlp()
        groups = [{"params": model[0].parameters(), "lr": 0.01}, {"params": model[2].parameters()}]
        optimizer = optim.SGD(groups, lr=0.1, momentum=0.5)
        return training(model, optimizer), lambda: state_of(model, optimizer)

    same_steps(make)


SCHEDULERS = {
    "StepLR": lambda o: optim.lr_scheduler.StepLR(o, 2, 0.5),
    "ExponentialLR": lambda o: optim.lr_scheduler.ExponentialLR(o, 0.9),
    "CosineAnnealingLR": lambda o: optim.lr_scheduler.CosineAnnealingLR(o, 4),
    "LambdaLR": lambda o: optim.lr_scheduler.LambdaLR(o, lambda epoch: 0.7**epoch),
    "OneCycleLR": lambda o: optim.lr_scheduler.OneCycleLR(o, 0.5, total_steps=20),
    "Sequential": lambda o: optim.lr_scheduler.SequentialLR(
        o, [optim.lr_scheduler.ConstantLR(o, 0.5, 2), optim.lr_scheduler.ExponentialLR(o, 0.9)],
        [3]),
    "Chained": lambda o: optim.lr_scheduler.ChainedScheduler(
        [optim.lr_scheduler.ExponentialLR(o, 0.9), optim.lr_scheduler.StepLR(o, 2, 0.5)]),
}  # fmt: skip


@pytest.mark.parametrize("name", SCHEDULERS)
def test_scheduler_inside(name):
    def make():
        model = mlp()
        optimizer = optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
        scheduler = SCHEDULERS[name](optimizer)

        def state():
            return state_of(model, optimizer, scheduler.last_epoch if name != "Chained" else 0,
                            scheduler.get_last_lr())  # fmt: skip

        return training(model, optimizer, scheduler=scheduler), state

    compiled = same_steps(make)
    assert len(compiled.recompiles) <= 1, compiled.recompiles


def test_a_schedule_that_ends_raises_and_changes_nothing():
    model = mlp()
    optimizer = optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    scheduler = optim.lr_scheduler.OneCycleLR(optimizer, 0.5, total_steps=3)
    step = tl.compile(training(model, optimizer, scheduler=scheduler))
    x, y = tl.from_numpy(INPUTS[0]), tl.from_numpy(TARGETS[0])
    for _ in range(3):
        step(x, y)
    before = content(state_of(model, optimizer, scheduler.last_epoch))
    with pytest.raises(ValueError, match="Tried to step 4 times"):
        step(x, y)
    assert content(state_of(model, optimizer, scheduler.last_epoch)) == before


def test_scheduler_outside_and_a_changed_rate_need_no_new_plan():
    model, other = mlp(), mlp()
    found = []
    for each, wrap in ((model, tl.compile), (other, lambda f: f)):
        optimizer = optim.Adam(each.parameters(), lr=0.1)
        scheduler = optim.lr_scheduler.ExponentialLR(optimizer, 0.5)
        step = wrap(training(each, optimizer))
        for number, (x, y) in enumerate(zip(INPUTS, TARGETS, strict=True)):
            step(tl.from_numpy(x), tl.from_numpy(y))
            scheduler.step()
            if number == 3:
                optimizer.param_groups[0]["lr"] = 0.3
                optimizer.param_groups[0]["betas"] = (0.5, 0.6)
        found.append(content(state_of(each, optimizer)))
        if wrap is tl.compile:
            assert step.plans == 1
            assert len(step.recompiles) <= 1, step.recompiles
    assert found[0] == found[1]


# ------------------------------------------------------------------ models


def with_layers(*middle, loss=F.mse_loss, **options):
    def make():
        model = mlp(*(layer() for layer in middle))
        optimizer = optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
        return training(model, optimizer, loss, **options), lambda: state_of(model, optimizer)

    return make


@pytest.mark.parametrize(
    "layer",
    [
        lambda: nn.Dropout(0.4),
        lambda: nn.BatchNorm1d(6),
        lambda: nn.LayerNorm(6),
        lambda: nn.GELU(),
        lambda: nn.Softmax(-1),
        lambda: nn.PReLU(),
        lambda: nn.RReLU(),
    ],
    ids=["dropout", "batchnorm", "layernorm", "gelu", "softmax", "prelu", "rrelu"],
)
def test_layers(layer):
    same_steps(with_layers(layer))


def test_the_generators_stream_goes_on():
    found = []
    for wrap in (tl.compile, lambda f: f):
        tl.manual_seed(3)
        noisy = wrap(lambda x: F.dropout(x, 0.5) + tl.rand(8, 5))
        out = []
        for x in INPUTS:
            out += [noisy(tl.from_numpy(x)), tl.randn(3)]  # eager draws in between
        found.append(content(out))
    assert found[0] == found[1]


@pytest.mark.parametrize("norm", [0.1, 100.0])
def test_clipping(norm):
    def clip(model):
        nn.utils.clip_grad_norm_(model.parameters(), norm)

    same_steps(with_layers(nn.Tanh, before_step=clip))


def test_cross_entropy_and_embedding():
    def make():
        tl.manual_seed(2)
        table, head = nn.Embedding(10, 4), nn.Linear(4, 3)
        model = nn.ModuleList([table, head])
        optimizer = optim.AdamW(model.parameters(), lr=0.1)

        def step(index, target):
            optimizer.zero_grad()
            loss = F.cross_entropy(head(table(index).mean(1)), target)
            loss.backward()
            optimizer.step()
            return loss

        return step, lambda: state_of(model, optimizer)

    data = [(np.random.default_rng(k).integers(0, 10, (8, 2)), CLASSES[k]) for k in range(STEPS)]
    same_steps(make, data)


def test_accumulation_without_zero_grad():
    def make():
        model = mlp()

        def step(x, y):
            loss = F.mse_loss(model(x), y)
            loss.backward()
            return loss

        return step, lambda: state_of(model)

    same_steps(make)


def test_zero_grad_to_zeros():
    def make():
        model = mlp()
        optimizer = optim.SGD(model.parameters(), lr=0.1)

        def step(x, y):
            optimizer.zero_grad(set_to_none=False)
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            return loss

        return step, lambda: state_of(model, optimizer)

    same_steps(make)


def test_two_backwards_in_one_step():
    def make():
        model = mlp()
        optimizer = optim.SGD(model.parameters(), lr=0.1)

        def step(x, y):
            optimizer.zero_grad()
            for part, target in zip(x.chunk(2), y.chunk(2), strict=True):
                F.mse_loss(model(part), target).backward()
            optimizer.step()
            return [p.grad.norm() for p in model.parameters()]

        return step, lambda: state_of(model, optimizer)

    same_steps(make)


def test_a_closure_and_hooks():
    def make():
        model = mlp()
        optimizer = optim.SGD(model.parameters(), lr=0.1)
        model[0].weight.register_hook(lambda g: g * 2)
        model[1].register_forward_hook(lambda module, args, out: out * 0.5)

        def step(x, y):
            def closure():
                optimizer.zero_grad()
                loss = F.mse_loss(model(x), y)
                loss.backward()
                return loss

            return optimizer.step(closure)

        return step, lambda: state_of(model, optimizer)

    same_steps(make)


def test_own_gradients_set_inside():
    def make():
        model = mlp()

        def step(x, y):
            for p in model.parameters():
                p.grad = tl.zeros_like(p)
            loss = F.mse_loss(model(x), y)
            loss.backward()
            return loss

        return step, lambda: state_of(model)

    same_steps(make)


def test_gradients_that_are_returned_or_kept_are_not_overwritten():
    model = mlp()

    @tl.compile
    def step(x, y):
        model.zero_grad()
        F.mse_loss(model(x), y).backward()
        return model[0].weight.grad

    kept = []
    for x, y in zip(INPUTS, TARGETS, strict=True):
        g = step(tl.from_numpy(x), tl.from_numpy(y))
        assert g is model[0].weight.grad
        kept.append((g, g.numpy().copy(), model[2].bias.grad, model[2].bias.grad.numpy().copy()))
    for g, copy, bias, bias_copy in kept:
        assert (g.numpy() == copy).all()
        assert (bias.numpy() == bias_copy).all()
    assert len({g.data_ptr() for g, *_ in kept}) == len(kept)


def test_lazily_created_state():
    def make():
        class Mean(nn.Module):
            total = None

            def forward(self, x):
                if self.total is None:
                    self.total = tl.zeros(5)
                self.total = self.total + x.mean(0)
                return self.total * 2

        module = Mean()
        return module, lambda: [module.total]

    step, state = make()
    other, its_state = make()
    compiled = tl.compile(other)
    for x in INPUTS:
        assert content(compiled(tl.from_numpy(x))) == content(step(tl.from_numpy(x)))
        assert content(its_state()) == content(state())


# ------------------------------------------------------------------ arguments and results


def pure(function, data=None, **options):
    return same_steps(lambda: (function, list), data or [(x,) for x in INPUTS], **options)


Pair = collections.namedtuple("Pair", ["first", "second"])


@pytest.mark.parametrize(
    "function",
    [
        lambda x: (x + 1, x * 2),
        lambda x: {"sum": x.sum(), "parts": [x[0], (x[1], None)]},
        lambda x: Pair(x.exp(), 3),
        lambda x: None,
        lambda x: 5,
        lambda x: (x, x[1:3], x.t(), x * 2),
        lambda x: [(y := x + 1), y[0], y],
        lambda x: x.add_(1),
        lambda x: x[1:].mul_(2).sum(),
        lambda x: (x.zero_(), None)[1],
        lambda x: x + tl.tensor([1.0, 2.0, 3.0, 4.0, 5.0]),
        lambda x: tl.arange(5) * x,
        lambda x: tl.zeros(5).add_(x[0]) + tl.ones(5).mul_(x[1]),
        lambda x: tl.tensor([1.0, 2.0]),
        lambda x: x[:, tl.tensor([0, 2, 2])],
        lambda x: x.unfold(0, 3, 2).sum(-1),
        lambda x: x.expand(2, 8, 5).contiguous() - x.roll(1, 0),
    ],
    ids=lambda f: str(f.__code__.co_firstlineno),
)
def test_results(function):
    pure(function, recompiles=0)


def test_a_constant_that_is_changed_inside_starts_anew():
    def function(x):
        counts = tl.zeros(8, 5)
        counts[2:4] = x[2:4] * 2
        counts[0, 0] = 7
        return counts, counts.sum()

    pure(function, recompiles=0)


def test_non_contiguous_arguments():
    function = tl.compile(lambda x, y: (x @ y + 1, x.sum(0), y.exp()))
    for a, b in zip(INPUTS, INPUTS[::-1], strict=True):
        x, y = tl.from_numpy(a).t()[:, ::2], tl.from_numpy(b)[1::2]
        want = x @ y + 1, x.sum(0), y.exp()
        for got, w in zip(function(x, y), want, strict=True):
            np.testing.assert_array_max_ulp(got.numpy(), w.numpy(), 2)
    assert function.plans == 1


def test_zero_size_batches():
    def make():
        model = mlp()
        optimizer = optim.SGD(model.parameters(), lr=0.1)

        def sum_loss(out, y):
            return (out - y).square().sum()

        return training(model, optimizer, sum_loss), lambda: state_of(model, optimizer)

    data = [(x[:0], y[:0]) for x, y in zip(INPUTS, TARGETS, strict=True)]
    same_steps(make, data)


def test_results_have_memory_of_their_own():
    function = tl.compile(lambda x: x * 2)
    results = [function(tl.from_numpy(x)) for x in INPUTS]
    for x, result in zip(INPUTS, results, strict=True):
        assert (result.numpy() == x * 2).all()


def test_an_argument_is_returned_itself():
    x = tl.ones(3)
    assert tl.compile(lambda a: a)(x) is x
    view = tl.compile(lambda a: a[1:])(x)
    view.zero_()
    assert x.tolist() == [1, 0, 0]


def test_gradients_of_compiled_results():
    w = tl.ones(5, requires_grad=True)
    function = tl.compile(lambda x: (x * w).sum() ** 2)
    for a in INPUTS:
        x = tl.from_numpy(a).requires_grad_()
        y = tl.from_numpy(a).requires_grad_()
        w.grad = None
        function(x).backward()
        got, w.grad = w.grad, None
        ((y * w).sum() ** 2).backward()
        assert content([x.grad, got]) == content([y.grad, w.grad])


# ------------------------------------------------------------------ ways to compile


def test_methods_and_decorators():
    class Scaler:
        def __init__(self, factor):
            self.factor = tl.tensor(factor)

        @tl.compile
        def scale(self, x):
            """Times the factor."""
            return x * self.factor

        @functools.wraps(scale)
        def plain(self, x):
            return x * self.factor

    twice, thrice = Scaler(2.0), Scaler(3.0)
    x = tl.ones(3)
    for _ in range(2):
        assert twice.scale(x).tolist() == [2, 2, 2]
        assert thrice.scale(x).tolist() == [3, 3, 3]
    assert Scaler.scale.__name__ == "scale"
    assert Scaler.scale.__doc__ == "Times the factor."
    assert tl.compile()(len)(x) == 3


def test_a_compiled_module():
    model = mlp()
    compiled = tl.compile(model)
    for x in INPUTS:
        assert content(compiled(tl.from_numpy(x))) == content(model(tl.from_numpy(x)))


def test_nested_functions_become_one_plan():
    inner = tl.compile(lambda x: x.exp())
    outer = tl.compile(lambda x: inner(x) + inner(x + 1))
    for x in INPUTS:
        x = tl.from_numpy(x)
        assert content(outer(x)) == content(x.exp() + (x + 1).exp())
    assert inner.plans == 0
    assert outer.plans == 1


def test_two_functions_in_alternation_with_eager_steps():
    found = []
    for wrap in (tl.compile, lambda f: f):
        model = mlp()
        optimizer = optim.Adam(model.parameters(), lr=0.1)
        plain = training(model, optimizer)
        one, two = wrap(plain), wrap(training(model, optimizer, F.l1_loss))
        for number in range(12):
            x, y = INPUTS[number % STEPS], TARGETS[number % STEPS]
            (one, two, plain)[number % 3](tl.from_numpy(x), tl.from_numpy(y))
        found.append(content(state_of(model, optimizer)))
        if wrap is tl.compile:
            assert one.plans == two.plans == 1
    assert found[0] == found[1]


def test_several_threads():
    shared = tl.compile(lambda x: (x.exp() + x.sin()).sum(1))
    wrong = []

    def work(number):
        own = tl.compile(lambda x: x * number + 1)
        for k in range(40):
            x = tl.from_numpy(INPUTS[(k + number) % STEPS][: 2 + (k + number) % 4])
            want = (x.exp() + x.sin()).sum(1), x * number + 1
            if content((shared(x), own(x))) != content(want):
                wrong.append((number, k))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert shared.plans == 4


def test_ten_calls_of_a_large_step():
    """Steps that several threads share."""

    def make():
        tl.manual_seed(0)
        model = nn.Sequential(nn.Linear(64, 300), nn.ReLU(), nn.Linear(300, 10))
        optimizer = optim.AdamW(model.parameters())
        return training(model, optimizer, F.cross_entropy), lambda: state_of(model, optimizer)

    random = np.random.default_rng(1)
    data = [
        (np.asarray(random.normal(size=(512, 64)), np.float32), random.integers(0, 10, 512))
        for _ in range(10)
    ]
    same_steps(make, data, steps=10)


@pytest.mark.parametrize("when", ["before", "after"])
def test_an_interrupt_leaves_a_whole_step(monkeypatch, when):
    """Kernels run to their end; the host's part, such as the number of a step, goes with them."""
    from tensorlite.kernels.cpu.play import Tape

    def trained(interrupted):
        tl.manual_seed(0)
        model = nn.Linear(3, 2)
        optimizer = tl.optim.Adam(model.parameters(), lr=0.1)

        @tl.compile
        def step(x):
            optimizer.zero_grad()
            loss = model(x).square().sum()
            loss.backward()
            optimizer.step()
            return loss

        call = Tape.__call__

        def stopped(tape, bases):
            if when == "after":
                call(tape, bases)
            raise KeyboardInterrupt

        for number in range(5):
            if number == interrupted:
                with monkeypatch.context() as patch:
                    patch.setattr(Tape, "__call__", stopped)
                    with pytest.raises(KeyboardInterrupt):
                        step(tl.ones(2, 3))
            else:
                step(tl.ones(2, 3))
        counts = [float(state["step"]) for state in optimizer.state.values()]
        return [*model.parameters(), *(p.grad for p in model.parameters())], counts

    for interrupted in (0, 1, 3):
        found, counts = trained(interrupted)
        if when == "after":
            wanted, steps = trained(None)
            assert counts == steps
            for a, b in zip(found, wanted, strict=True):
                assert tl.equal(a, b)
        else:
            assert counts == [4.0, 4.0]
