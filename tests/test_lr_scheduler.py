"""Schedulers: closed forms, torch's sequences, saving, and refused arguments."""

import copy
import math
import warnings

import pytest

import tensorlite as tl
from tensorlite import optim
from tensorlite.optim import lr_scheduler as schedulers


def sgd(package=tl, groups=1, lr=0.5, **options):
    made = [{"params": [package.zeros(1)], "lr": lr * (i + 1)} for i in range(groups)]
    return package.optim.SGD(made, lr=lr, momentum=0.9, **options)


def adam(package=tl):
    return package.optim.Adam([package.zeros(1)], lr=0.5)


def follow(optimizer, scheduler, steps):
    """Rates (and momenta) of each group at each step."""
    rows = []
    for _ in range(steps):
        rows.append(
            [
                (group["lr"], group["betas"][0] if "betas" in group else group["momentum"])
                for group in optimizer.param_groups
            ]
        )
        optimizer.step()
        scheduler.step()
    return rows


def rates(rows):
    return [row[0][0] for row in rows]


def flat(rows):
    return [value for row in rows for pair in row for value in pair]


CASES = {
    "lambda": lambda s, o: s.LambdaLR(o, lambda t: 0.9**t),
    "lambdas": lambda s, o: s.LambdaLR(o, [lambda t: 0.9**t, lambda t: 1 / (t + 1)]),
    "multiplicative": lambda s, o: s.MultiplicativeLR(o, lambda t: 1 - 1 / (t + 2)),
    "step": lambda s, o: s.StepLR(o, 3, gamma=0.3),
    "multistep": lambda s, o: s.MultiStepLR(o, [2, 5, 5, 9], gamma=0.5),
    "constant": lambda s, o: s.ConstantLR(o, factor=0.25, total_iters=4),
    "linear": lambda s, o: s.LinearLR(o, 0.2, 0.7, total_iters=6),
    "exponential": lambda s, o: s.ExponentialLR(o, 0.8),
    "polynomial": lambda s, o: s.PolynomialLR(o, total_iters=7, power=2.0),
    "cosine": lambda s, o: s.CosineAnnealingLR(o, T_max=6, eta_min=0.01),
    "restarts": lambda s, o: s.CosineAnnealingWarmRestarts(o, T_0=4, eta_min=0.01),
    "restarts-longer": lambda s, o: s.CosineAnnealingWarmRestarts(o, T_0=2, T_mult=2),
    "onecycle": lambda s, o: s.OneCycleLR(o, max_lr=1.0, total_steps=30),
    "onecycle-linear": lambda s, o: s.OneCycleLR(
        o, max_lr=2.0, epochs=6, steps_per_epoch=5, anneal_strategy="linear", pct_start=0.5
    ),
    "onecycle-three": lambda s, o: s.OneCycleLR(
        o, max_lr=1.0, total_steps=30, three_phase=True, div_factor=10.0, final_div_factor=100.0
    ),
    "onecycle-still": lambda s, o: s.OneCycleLR(
        o, max_lr=1.0, total_steps=30, cycle_momentum=False
    ),
    "cyclic": lambda s, o: s.CyclicLR(o, 0.1, 1.0, step_size_up=4),
    "cyclic-2": lambda s, o: s.CyclicLR(o, 0.1, 1.0, 3, 5, mode="triangular2"),
    "cyclic-exp": lambda s, o: s.CyclicLR(o, 0.1, 1.0, 4, mode="exp_range", gamma=0.95),
    "cyclic-own": lambda s, o: s.CyclicLR(
        o, 0.1, 1.0, 4, scale_fn=lambda x: 1 / x, cycle_momentum=False
    ),
    "sequential": lambda s, o: s.SequentialLR(
        o, [s.LinearLR(o, 0.1, total_iters=4), s.CosineAnnealingLR(o, 10)], milestones=[4]
    ),
    "sequential-three": lambda s, o: s.SequentialLR(
        o,
        [s.ConstantLR(o, 0.1, total_iters=3), s.ExponentialLR(o, 0.9), s.StepLR(o, 2, 0.5)],
        milestones=[3, 8],
    ),
    "chained": lambda s, o: s.ChainedScheduler(
        [s.ConstantLR(o, 0.1, total_iters=4), s.ExponentialLR(o, 0.9)]
    ),
}


@pytest.mark.torch
@pytest.mark.parametrize("make_optimizer", [sgd, adam], ids=["sgd", "adam"])
@pytest.mark.parametrize("name", CASES)
def test_sequence_as_torch(name, make_optimizer):
    torch = pytest.importorskip("torch")
    if name == "lambdas":
        make_optimizer = lambda package=tl: sgd(package, groups=2)  # noqa: E731
    runs = []
    for package in (tl, torch):
        optimizer = make_optimizer(package)
        scheduler = CASES[name](package.optim.lr_scheduler, optimizer)
        rows = follow(optimizer, scheduler, 25)
        runs.append([*flat(rows), *scheduler.get_last_lr()])
    assert runs[0] == pytest.approx(runs[1], rel=1e-12, abs=1e-15)


METRICS = [1.0, 0.9, 0.9, 0.9, 0.9, 0.9, 0.5, 0.5, 0.5, 0.5, 0.5, 0.51, 0.52, 0.4, 0.4, 0.4]
PLATEAUS = [
    {"patience": 1},
    {"patience": 0, "cooldown": 2, "factor": 0.5},
    {"patience": 1, "mode": "max"},
    {"patience": 1, "threshold_mode": "abs", "threshold": 0.2},
    {"patience": 0, "min_lr": 0.01},
    {"patience": 0, "min_lr": [0.1, 0.2], "eps": 0.3},
]


@pytest.mark.torch
@pytest.mark.parametrize("options", PLATEAUS, ids=str)
def test_plateau_as_torch(options):
    torch = pytest.importorskip("torch")
    runs = []
    for package in (tl, torch):
        optimizer = sgd(package, groups=2)
        scheduler = package.optim.lr_scheduler.ReduceLROnPlateau(optimizer, **options)
        row = []
        for metric in METRICS:
            optimizer.step()
            scheduler.step(metric)
            row += scheduler.get_last_lr()
        runs.append(row)
    assert runs[0] == pytest.approx(runs[1], rel=1e-12)


@pytest.mark.torch
@pytest.mark.parametrize("name", ["step", "exponential", "cosine", "linear", "restarts"])
def test_jumps_as_torch(name):
    torch = pytest.importorskip("torch")
    runs = []
    for package in (tl, torch):
        optimizer = sgd(package)
        scheduler = CASES[name](package.optim.lr_scheduler, optimizer)
        row = []
        for epoch in (1, 5, 3, 9, 0):
            optimizer.step()
            with warnings.catch_warnings(record=True) as told:
                warnings.simplefilter("always")
                scheduler.step(epoch)
            assert [w.category for w in told] == [UserWarning] * (name != "restarts")
            assert all("The epoch parameter in `scheduler.step()`" in str(w.message) for w in told)
            row += scheduler.get_last_lr()
        runs.append(row)
    assert runs[0] == pytest.approx(runs[1], rel=1e-12)


def test_closed_forms():
    optimizer = sgd()
    got = rates(follow(optimizer, schedulers.StepLR(optimizer, 2, gamma=0.1), 6))
    assert got == pytest.approx([0.5, 0.5, 0.05, 0.05, 0.005, 0.005])
    optimizer = sgd()
    got = rates(follow(optimizer, schedulers.CosineAnnealingLR(optimizer, 10, 0.1), 25))
    assert got == pytest.approx(
        [0.1 + 0.4 * (1 + math.cos(math.pi * t / 10)) / 2 for t in range(25)]
    )
    optimizer = sgd()
    cycle = schedulers.OneCycleLR(optimizer, max_lr=1.0, total_steps=10, pct_start=0.3)
    rows = follow(optimizer, cycle, 10)
    assert rows[0][0] == pytest.approx((1 / 25, 0.95))
    assert rows[2][0] == pytest.approx((1.0, 0.85))
    assert rows[9][0] == pytest.approx((1 / 25 / 1e4, 0.95))


def test_recursive_and_closed_rates_agree():
    for name in ("step", "multistep", "constant", "linear", "exponential", "polynomial", "cosine"):
        optimizer = sgd()
        scheduler = CASES[name](schedulers, optimizer)
        for _ in range(20):
            assert scheduler.get_last_lr()[0] == pytest.approx(
                scheduler.closed_rate(0.5), abs=1e-12
            ), name
            optimizer.step()
            scheduler.step()


@pytest.mark.parametrize("name", CASES)
def test_resume_from_a_state_dict(name):
    groups = 2 if name == "lambdas" else 1
    whole = sgd(groups=groups)
    expected = flat(follow(whole, CASES[name](schedulers, whole), 20)[12:])
    first = sgd(groups=groups)
    scheduler = CASES[name](schedulers, first)
    follow(first, scheduler, 12)
    second = sgd(groups=groups)
    again = CASES[name](schedulers, second)
    second.load_state_dict(copy.deepcopy(first.state_dict()))
    again.load_state_dict(copy.deepcopy(scheduler.state_dict()))
    assert flat(follow(second, again, 8)) == pytest.approx(expected, rel=1e-12)


def test_resume_at_an_epoch():
    optimizer = sgd()
    optimizer.param_groups[0]["initial_lr"] = 0.5
    scheduler = schedulers.LambdaLR(optimizer, lambda t: 0.5**t, last_epoch=2)
    assert scheduler.get_last_lr() == [0.5 * 0.5**3]
    with pytest.raises(KeyError, match="initial_lr' is not specified"):
        schedulers.StepLR(sgd(), 2, last_epoch=3)


def test_two_schedulers_multiply():
    optimizer = sgd()
    a, b = schedulers.ExponentialLR(optimizer, 0.5), schedulers.ExponentialLR(optimizer, 0.1)
    optimizer.step()
    a.step()
    b.step()
    assert optimizer.param_groups[0]["lr"] == pytest.approx(0.5 * 0.05)


def test_a_scheduler_of_ones_own():
    class Halving(schedulers.LRScheduler):
        def get_lr(self):
            return [group["lr"] / 2 for group in self.optimizer.param_groups]

    optimizer = sgd()
    assert rates(follow(optimizer, Halving(optimizer), 3)) == [0.25, 0.125, 0.0625]


def test_a_scheduler_before_the_optimizer_warns():
    scheduler = schedulers.StepLR(sgd(), 2)
    with pytest.warns(UserWarning, match=r"before `optimizer.step\(\)`"):
        scheduler.step()


def test_a_step_that_was_replaced_warns():
    optimizer = sgd()
    scheduler = schedulers.StepLR(optimizer, 2)
    optimizer.step = lambda closure=None: None
    with pytest.warns(UserWarning, match=r"`optimizer.step\(\)` has been overridden"):
        scheduler.step()


# name: how to make it of a package, an optimizer and Tensors that the user goes on changing
OF_TENSORS = {
    "LambdaLR": lambda m, o, low, high: m.optim.lr_scheduler.LambdaLR(o, lambda t: 0.9**t),
    "CyclicLR": lambda m, o, low, high: m.optim.lr_scheduler.CyclicLR(
        o, low, high, 2, base_momentum=low, max_momentum=high),
    "OneCycleLR": lambda m, o, low, high: m.optim.lr_scheduler.OneCycleLR(
        o, high, 10, base_momentum=low, max_momentum=high),
    "SWALR": lambda m, o, low, high: m.optim.swa_utils.SWALR(o, low, 4),
}  # fmt: skip


@pytest.mark.torch
@pytest.mark.parametrize("name", OF_TENSORS)
def test_tensors_that_change_later_leave_a_scheduler_alone(name):
    """It kept the user's own Tensors: a rate halved by its owner moved the bounds of the cycle."""
    torch = pytest.importorskip("torch")
    runs = []
    for library, number in ((tl, tl.as_tensor), (torch, float)):
        low, high = number(0.25), number(0.5)
        optimizer = sgd(library, lr=0.1)
        scheduler = OF_TENSORS[name](library, optimizer, low, high)
        rows = []
        for _ in range(4):
            if library is tl:
                low.multiply_(0.5)
                high.multiply_(0.5)
            optimizer.step()
            scheduler.step()
            group = optimizer.param_groups[0]
            rows += [float(group[key]) for key in ("lr", "initial_lr", "momentum")]
        runs.append(rows)
    assert runs[0] == pytest.approx(runs[1], rel=1e-6)


def lr(name, *args, **options):
    return lambda: getattr(schedulers, name)(sgd(), *args, **options)


def mixed():
    return schedulers.ChainedScheduler([schedulers.StepLR(sgd(), 2), schedulers.StepLR(sgd(), 2)])


def too_far():
    optimizer = sgd()
    follow(optimizer, schedulers.OneCycleLR(optimizer, 1.0, total_steps=3), 5)


ERRORS = [
    (lambda: schedulers.StepLR(3, 2), TypeError, "int is not an Optimizer"),
    (lr("LambdaLR", [max, min]), ValueError, "Expected 1 values for lr_lambda, but got 2"),
    (lr("ConstantLR", factor=2.0), ValueError, "multiplicative factor expected"),
    (lr("LinearLR", start_factor=0.0), ValueError, "Starting multiplicative factor"),
    (lr("LinearLR", end_factor=-1.0), ValueError, "Ending multiplicative factor"),
    (lr("CosineAnnealingWarmRestarts", 0), ValueError, "Expected positive integer T_0"),
    (lr("CosineAnnealingWarmRestarts", 2, 0), ValueError, "Expected integer T_mult >= 1"),
    (lr("OneCycleLR", 1.0), ValueError, "You must define either total_steps OR"),
    (lr("OneCycleLR", 1.0, total_steps=-1), ValueError, "positive integer total_steps"),
    (lr("OneCycleLR", 1.0, epochs=0, steps_per_epoch=1), ValueError, "positive integer epochs"),
    (lr("OneCycleLR", 1.0, total_steps=3, pct_start=2.0), ValueError, "float between 0 and 1"),
    (lr("OneCycleLR", 1.0, total_steps=3, anneal_strategy="x"), ValueError, "'cos' or 'linear'"),
    (lr("OneCycleLR", [1.0, 2.0], total_steps=3), ValueError, "Expected 1 values for max_lr"),
    (
        lambda: schedulers.OneCycleLR(optim.Adagrad([tl.zeros(1)]), 1.0, total_steps=3),
        ValueError,
        "must support momentum or beta1",
    ),
    (too_far, ValueError, "Tried to step 4 times"),
    (lr("CyclicLR", 0.1, 1.0, mode="x"), ValueError, "mode is invalid"),
    (lr("ReduceLROnPlateau", factor=1.0), ValueError, "Factor should be < 1.0"),
    (lr("ReduceLROnPlateau", mode="x"), ValueError, "mode x is unknown"),
    (lr("ReduceLROnPlateau", threshold_mode="x"), ValueError, "threshold mode x is unknown"),
    (lr("ReduceLROnPlateau", min_lr=[1, 2]), ValueError, "expected 1 min_lrs, got 2"),
    (lr("SequentialLR", [], []), ValueError, "at least one scheduler"),
    (mixed, ValueError, "to belong to the same optimizer"),
]


@pytest.mark.parametrize(("make", "kind", "text"), ERRORS, ids=[e[2] for e in ERRORS])
def test_bad_arguments(make, kind, text):
    with pytest.raises(kind, match=text):
        make()


def test_bad_sequences():
    optimizer = sgd()
    a, b = schedulers.StepLR(optimizer, 2), schedulers.StepLR(optimizer, 3)
    with pytest.raises(ValueError, match="one more than"):
        schedulers.SequentialLR(optimizer, [a, b], [1, 2])
    plateau = schedulers.ReduceLROnPlateau(optimizer)
    with pytest.raises(ValueError, match="does not support `ReduceLROnPlateau`"):
        schedulers.SequentialLR(optimizer, [a, plateau], [1])
    with pytest.raises(TypeError, match="should have `optimizer`"):
        schedulers.ChainedScheduler([a, 3])


# name: how to make it; whether it goes on when a group is added
LATE = {
    "LambdaLR": (lambda L, o: L.LambdaLR(o, lambda e: 0.9**e), False),
    "MultiplicativeLR": (lambda L, o: L.MultiplicativeLR(o, lambda e: 0.9), False),
    "StepLR": (lambda L, o: L.StepLR(o, 2), True),
    "MultiStepLR": (lambda L, o: L.MultiStepLR(o, [1, 3]), True),
    "ConstantLR": (lambda L, o: L.ConstantLR(o, total_iters=3), True),
    "LinearLR": (lambda L, o: L.LinearLR(o, total_iters=3), True),
    "ExponentialLR": (lambda L, o: L.ExponentialLR(o, 0.9), True),
    "PolynomialLR": (lambda L, o: L.PolynomialLR(o, 5), True),
    "CosineAnnealingLR": (lambda L, o: L.CosineAnnealingLR(o, 5), True),
    "ChainedScheduler": (
        lambda L, o: L.ChainedScheduler([L.ExponentialLR(o, 0.9), L.StepLR(o, 2)]), True),
    "SequentialLR": (
        lambda L, o: L.SequentialLR(o, [L.ExponentialLR(o, 0.9), L.StepLR(o, 2)], [2]), False),
    "ReduceLROnPlateau": (lambda L, o: L.ReduceLROnPlateau(o, patience=0), True),
    "CyclicLR": (lambda L, o: L.CyclicLR(o, 0.01, 0.1), False),
    "CosineAnnealingWarmRestarts": (lambda L, o: L.CosineAnnealingWarmRestarts(o, 3), False),
    "OneCycleLR": (lambda L, o: L.OneCycleLR(o, 0.1, total_steps=10), False),
}  # fmt: skip


def rates_with_a_late_group(library, make):
    weights = [library.nn.Parameter(library.ones(2)) for _ in range(2)]
    optimizer = library.optim.SGD(weights[:1], lr=0.1, momentum=0.9)
    scheduler = make(library.optim.lr_scheduler, optimizer)
    metric = [1.0] * (type(scheduler).__name__ == "ReduceLROnPlateau")
    optimizer.step()
    scheduler.step(*metric)
    optimizer.add_param_group({"params": weights[1:], "lr": 0.05})
    rates = []
    for _ in range(4):
        optimizer.step()
        scheduler.step(*metric)
        rates += [group["lr"] for group in optimizer.param_groups]
    return rates, scheduler.get_last_lr()


@pytest.mark.torch
@pytest.mark.parametrize("name", LATE)
def test_a_group_added_later(name):
    torch = pytest.importorskip("torch")
    make, goes_on = LATE[name]
    if goes_on:
        ours, theirs = (rates_with_a_late_group(library, make) for library in (tl, torch))
        assert ours[0] == pytest.approx(theirs[0]) and ours[1] == pytest.approx(theirs[1])
    else:
        with pytest.raises(ValueError, match="expected 1 groups, as when the scheduler was made; "):
            rates_with_a_late_group(tl, make)


def test_late_groups_of_a_plateau_with_rates_of_their_own():
    optimizer = sgd()
    scheduler = schedulers.ReduceLROnPlateau(optimizer, min_lr=[0.1], patience=0)
    optimizer.add_param_group({"params": [tl.nn.Parameter(tl.zeros(1))]})
    scheduler.step(1.0)
    with pytest.raises(RuntimeError, match="expected 2 min_lrs, one for each group; got 1"):
        scheduler.step(2.0)
