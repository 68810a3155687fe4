"""Optimizers: against NumPy rules, against torch over 20 steps, and their bookkeeping."""

import collections
import copy
import pickle
import types
from functools import partial

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import optim

SHAPES = [(5,), (3, 4), (), (2, 1, 3)]

CASES = [
    ("SGD", {"lr": 0.1}),
    ("SGD", {"lr": 0.1, "weight_decay": 0.05, "maximize": True}),
    ("SGD", {"lr": 0.1, "momentum": 0.9}),
    ("SGD", {"lr": 0.1, "momentum": 0.9, "dampening": 0.3, "weight_decay": 0.1}),
    ("SGD", {"lr": 0.1, "momentum": 0.9, "nesterov": True, "weight_decay": 0.1}),
    ("Adagrad", {"lr": 0.1}),
    ("Adagrad", {"lr": 0.1, "lr_decay": 0.1, "weight_decay": 0.1, "maximize": True}),
    ("Adagrad", {"lr": 0.1, "initial_accumulator_value": 0.5, "eps": 1e-3}),
    ("Adam", {"lr": 0.1}),
    ("Adam", {"lr": 0.1, "weight_decay": 0.1, "betas": (0.8, 0.95), "eps": 1e-4}),
    ("Adam", {"lr": 0.1, "amsgrad": True, "maximize": True}),
    ("Adam", {"lr": 0.1, "weight_decay": 0.1, "decoupled_weight_decay": True}),
    ("AdamW", {"lr": 0.1}),
    ("AdamW", {"lr": 0.1, "weight_decay": 0.3, "amsgrad": True}),
    ("RMSprop", {"lr": 0.01}),
    ("RMSprop", {"lr": 0.01, "momentum": 0.9, "weight_decay": 0.1}),
    ("RMSprop", {"lr": 0.01, "centered": True, "alpha": 0.9}),
    ("RMSprop", {"lr": 0.01, "centered": True, "momentum": 0.5, "maximize": True}),
    ("Adadelta", {"lr": 1.0}),
    ("Adadelta", {"lr": 0.5, "rho": 0.8, "weight_decay": 0.1, "maximize": True}),
    ("Adamax", {"lr": 0.1}),
    ("Adamax", {"lr": 0.1, "weight_decay": 0.1, "betas": (0.8, 0.9)}),
    ("NAdam", {"lr": 0.1}),
    ("NAdam", {"lr": 0.1, "weight_decay": 0.1}),
    ("NAdam", {"lr": 0.1, "weight_decay": 0.1, "decoupled_weight_decay": True}),
    ("RAdam", {"lr": 0.1}),
    ("RAdam", {"lr": 0.1, "weight_decay": 0.1, "betas": (0.9, 0.9)}),
    ("Rprop", {"lr": 0.01}),
    ("Rprop", {"lr": 0.01, "etas": (0.4, 1.5), "step_sizes": (1e-3, 0.1)}),
    ("ASGD", {"lr": 0.1}),
    ("ASGD", {"lr": 0.1, "lambd": 0.1, "t0": 5, "weight_decay": 0.1}),
]
IDS = [f"{name}-{'-'.join(str(v) for v in options.values())}" for name, options in CASES]


def draws(steps=20, seed=0):
    """First values of each parameter, and a gradient for each step."""
    random = np.random.default_rng(seed)
    values = [np.asarray(random.normal(size=s), np.float32) for s in SHAPES]
    grads = [[np.asarray(random.normal(size=s), np.float32) for s in SHAPES] for _ in range(steps)]
    return values, grads


def run(package, name, options, values, grads, params=None, optimizer=None):
    """Take a step with each list of gradients; gives parameters and optimizer."""
    if params is None:
        params = [package.tensor(v).requires_grad_() for v in values]
        optimizer = getattr(package.optim, name)(params, **options)
    for row in grads:
        for param, grad in zip(params, row, strict=True):
            param.grad = package.tensor(grad)
        optimizer.step()
    return params, optimizer


def arrays(params):
    return [p.detach().numpy() for p in params]


def assert_close(actual, expected, rtol=2e-6, atol=2e-7):
    for a, b in zip(actual, expected, strict=True):
        np.testing.assert_allclose(a, b, rtol=rtol, atol=atol)


@pytest.mark.torch
@pytest.mark.parametrize(("name", "options"), CASES, ids=IDS)
def test_twenty_steps_as_torch(name, options):
    torch = pytest.importorskip("torch")
    values, grads = draws()
    ours, mine = run(tl, name, options, values, grads)
    theirs, other = run(torch, name, {**options, "foreach": False}, values, grads)
    loose = 20 if name in ("Adadelta", "RMSprop", "NAdam") else 4
    assert_close(arrays(ours), arrays(theirs), rtol=loose * 2e-6, atol=loose * 5e-7)
    mine, other = (o.state_dict()["state"] for o in (mine, other))
    assert {k: set(v) for k, v in mine.items()} == {k: set(v) for k, v in other.items()}


@pytest.mark.torch
@pytest.mark.parametrize("name", sorted({name for name, _ in CASES}))
def test_groups_and_repr_as_torch(name):
    torch = pytest.importorskip("torch")
    ours = getattr(optim, name)([tl.zeros(2)], lr=0.25)
    theirs = getattr(torch.optim, name)([torch.zeros(2)], lr=0.25)
    assert ours.state_dict()["param_groups"] == theirs.state_dict()["param_groups"]
    assert repr(ours) == repr(theirs)
    assert ours.defaults == theirs.defaults


def sgd(p, g, s):
    s["buf"] = g if s["t"] == 1 else 0.9 * s["buf"] + g
    return p - 0.1 * s["buf"]


def adagrad(p, g, s):
    s["sum"] = s.get("sum", 0) + g * g
    return p - 0.1 * g / (np.sqrt(s["sum"]) + 1e-10)


def adamw(p, g, s):
    t = s["t"]
    p = p * (1 - 0.1 * 0.01)
    s["m"] = 0.9 * s.get("m", 0) + 0.1 * g
    s["v"] = 0.999 * s.get("v", 0) + 0.001 * g * g
    m, v = s["m"] / (1 - 0.9**t), s["v"] / (1 - 0.999**t)
    return p - 0.1 * m / (np.sqrt(v) + 1e-8)


def rmsprop(p, g, s):
    s["v"] = 0.99 * s.get("v", 0) + 0.01 * g * g
    return p - 0.1 * g / (np.sqrt(s["v"]) + 1e-8)


RULES = [
    ("SGD", {"lr": 0.1, "momentum": 0.9}, sgd),
    ("Adagrad", {"lr": 0.1}, adagrad),
    ("AdamW", {"lr": 0.1}, adamw),
    ("RMSprop", {"lr": 0.1}, rmsprop),
]


@pytest.mark.parametrize(("name", "options", "rule"), RULES, ids=[r[0] for r in RULES])
def test_against_a_plain_rule(name, options, rule):
    values, grads = draws()
    ours, _ = run(tl, name, options, values, grads)
    expected = []
    for i, value in enumerate(values):
        place, state = value.astype(np.float64), {}
        for t, row in enumerate(grads, 1):
            state["t"] = t
            place = rule(place, row[i].astype(np.float64), state)
        expected.append(place)
    assert_close(arrays(ours), expected, rtol=2e-5, atol=5e-6)


@pytest.mark.parametrize(("name", "options"), CASES, ids=IDS)
def test_resume_from_a_state_dict(name, options):
    values, grads = draws(8)
    whole, _ = run(tl, name, options, values, grads)
    half, first = run(tl, name, options, values, grads[:4])
    again = [p.detach().clone().requires_grad_() for p in half]
    second = getattr(optim, name)(again, **options)
    second.load_state_dict(copy.deepcopy(first.state_dict()))
    run(tl, name, options, values, grads[4:], again, second)
    assert_close(arrays(again), arrays(whole), rtol=0, atol=0)


def test_float64_stays_float64():
    p = tl.tensor(np.ones(3), requires_grad=True)
    p.grad = tl.tensor(np.full(3, 1e-12))
    opt = optim.SGD([p], lr=1.0, momentum=0.5)
    opt.step()
    assert p.dtype == opt.state[p]["momentum_buffer"].dtype == tl.float64
    np.testing.assert_array_equal(p.detach().numpy(), 1 - 1e-12)


def test_non_contiguous_parameters():
    whole = tl.zeros(4, 3)
    p = whole.t().detach().requires_grad_()
    p.grad = tl.ones(3, 4)
    optim.Adam([p], lr=0.1).step()
    np.testing.assert_allclose(whole.numpy(), -0.1, rtol=1e-5)


def test_parameters_without_gradient_keep_still():
    a, b = tl.ones(2).requires_grad_(), tl.ones(2).requires_grad_()
    opt = optim.Adam([a, b], lr=0.1)
    a.grad = tl.ones(2)
    opt.step()
    assert b.detach().tolist() == [1.0, 1.0]
    assert list(opt.state_dict()["state"]) == [0]
    b.grad = tl.ones(2)
    opt.step()
    state = opt.state_dict()["state"]
    assert float(state[0]["step"]) == 2.0
    assert float(state[1]["step"]) == 1.0
    np.testing.assert_allclose(b.detach().numpy(), 0.9, rtol=1e-5)


def test_late_momentum_buffer_starts_with_its_gradient():
    a, b = tl.zeros(1).requires_grad_(), tl.zeros(1).requires_grad_()
    opt = optim.SGD([a, b], lr=1.0, momentum=0.5, dampening=0.5)
    a.grad = tl.ones(1)
    opt.step()
    b.grad = tl.ones(1)
    opt.step()
    assert a.detach().tolist() == [-2.0]
    assert b.detach().tolist() == [-1.0]


def test_groups_have_their_own_settings():
    a, b = tl.zeros(1).requires_grad_(), tl.zeros(1).requires_grad_()
    opt = optim.SGD([{"params": [a]}, {"params": b, "lr": 0.5}], lr=0.1)
    assert [g["lr"] for g in opt.param_groups] == [0.1, 0.5]
    c = tl.zeros(1).requires_grad_()
    opt.add_param_group({"params": [c], "lr": 2.0})
    for p in (a, b, c):
        p.grad = tl.ones(1)
    opt.step()
    values = [p.item() for p in (a.detach(), b.detach(), c.detach())]
    np.testing.assert_allclose(values, [-0.1, -0.5, -2.0], rtol=1e-6)


def test_named_parameters():
    named = [("a", tl.zeros(1).requires_grad_()), ("b", tl.zeros(1).requires_grad_())]
    opt = optim.SGD(named, lr=0.1)
    assert opt.param_groups[0]["param_names"] == ["a", "b"]


def test_zero_grad():
    p = tl.ones(2).requires_grad_()
    opt = optim.SGD([p], lr=0.1)
    p.grad = tl.ones(2)
    opt.zero_grad(set_to_none=False)
    assert p.grad.tolist() == [0.0, 0.0]
    opt.zero_grad()
    assert p.grad is None


def test_closure_runs_with_gradients():
    p = tl.tensor([2.0], requires_grad=True)
    opt = optim.SGD([p], lr=0.25)

    def closure():
        opt.zero_grad()
        loss = (p * p).sum()
        loss.backward()
        return loss

    with tl.no_grad():
        loss = opt.step(closure)
    assert loss.item() == 4.0
    assert p.detach().tolist() == [1.0]


def test_step_hooks():
    p = tl.zeros(1).requires_grad_()
    opt, calls = optim.SGD([p], lr=0.1), []
    before = opt.register_step_pre_hook(lambda o, args, kwargs: calls.append("before"))
    opt.register_step_post_hook(lambda o, args, kwargs: calls.append("after"))
    opt.step()
    before.remove()
    opt.step()
    assert calls == ["before", "after", "after"]


def test_an_optimizer_around_another_needs_no_init_of_the_base_class():
    class Around(optim.Optimizer):
        def __init__(self, inner):
            self.inner, self.param_groups, self.state = inner, inner.param_groups, {}

        def step(self, closure=None):
            self.inner.step(closure)

    p, calls = tl.ones(1).requires_grad_(), []
    p.grad = tl.ones(1)
    around = Around(optim.SGD([p], lr=0.5))
    around.step()
    around.register_step_post_hook(lambda *_: calls.append(1))
    around.step()
    around.zero_grad()
    assert calls == [1] and p.grad is None and p.item() == 0


def test_pickle_and_deepcopy():
    values, grads = draws(3)
    _, opt = run(tl, "Adam", {"lr": 0.1}, values, grads)
    for other in (copy.deepcopy(opt), pickle.loads(pickle.dumps(opt))):
        assert other.param_groups[0]["lr"] == 0.1
        assert len(other.state) == len(SHAPES)


def test_load_state_dict_changes_nothing_on_error():
    a = tl.zeros(1).requires_grad_()
    opt = optim.SGD([a], lr=0.1)
    saved = optim.SGD([tl.zeros(1), tl.zeros(1)], lr=9.0).state_dict()
    with pytest.raises(ValueError, match="doesn't match the size of optimizer's group"):
        opt.load_state_dict(saved)
    assert opt.param_groups[0]["lr"] == 0.1
    two = optim.SGD([{"params": [tl.zeros(1)]}, {"params": [tl.zeros(1)]}], lr=9.0)
    with pytest.raises(ValueError, match="different number of parameter groups"):
        opt.load_state_dict(two.state_dict())
    with pytest.raises(ValueError, match="'state' and 'param_groups'"):
        opt.load_state_dict({})


def test_a_lambda_as_own_optimizer():
    class Plain(optim.Optimizer):
        def __init__(self, params, lr):
            super().__init__(params, {"lr": lr})

        def step(self, closure=None):
            with tl.no_grad():
                for group in self.param_groups:
                    for p in group["params"]:
                        p.add_(p.grad, alpha=-group["lr"])

    p = tl.zeros(2).requires_grad_()
    p.grad = tl.ones(2)
    Plain([p], 0.5).step()
    assert p.detach().tolist() == [-0.5, -0.5]


def leaf():
    return tl.zeros(2).requires_grad_()


def twice():
    p = leaf()
    return [{"params": [p]}, {"params": [p]}]


RECORDED = [
    ("SGD", {"momentum": 0.9, "nesterov": True}),
    ("ASGD", {}),
    ("Adam", {"amsgrad": True}),
    ("NAdam", {"weight_decay": 0.1}),
    ("RAdam", {}),
    ("RMSprop", {"centered": True, "momentum": 0.9}),
    ("Adadelta", {"maximize": True}),
]


@pytest.mark.parametrize(("name", "options"), RECORDED, ids=[name for name, _ in RECORDED])
def test_differentiable_steps_have_gradients(name, options):
    """Three steps as a function of the parameters, of the weights of a loss, and of the rate."""

    def stepped(w, weights, lr):
        w = w.clone()
        opt = getattr(optim, name)([w], lr=lr, differentiable=True, **options)
        for _ in range(3):
            (w.grad,) = tl.autograd.grad((w.clone() * weights).sin().sum(), w, create_graph=True)
            opt.step()
        return w

    w, weights = (tl.rand(4, dtype=tl.float64, requires_grad=True) for _ in range(2))
    lr = tl.tensor(0.05, dtype=tl.float64, requires_grad=True)
    assert tl.autograd.gradcheck(stepped, (w, weights, lr))


def test_a_differentiable_step_is_an_ordinary_step():
    p, q = (tl.tensor([0.3 + 0.2j, 1.0], requires_grad=True).clone() for _ in range(2))
    opts = optim.Adam([p], lr=0.1, differentiable=True), optim.Adam([q.detach()], lr=0.1)
    for opt in opts:
        for each in opt.param_groups[0]["params"]:
            each.grad = tl.tensor([1.0 + 2.0j, -1.0])
        opt.step()
    assert p.requires_grad
    assert tl.allclose(p, q)


def test_a_differentiable_step_writes_no_leaf():
    p, q = tl.zeros(2), leaf()
    opt = optim.SGD([p, q], lr=1.0, differentiable=True)
    p.grad, q.grad = tl.ones(2), tl.ones(2)
    with pytest.raises(RuntimeError, match="a leaf Variable that requires grad"):
        opt.step()
    assert p.tolist() == [0.0, 0.0]
    p.requires_grad_(False)
    opt = optim.SGD([p], lr=1.0, differentiable=True)
    with pytest.raises(tl.TraceError, match="outside of compiled functions"):
        tl.compile(opt.step)()


ERRORS = [
    (lambda: optim.SGD([], lr=0.1), ValueError, "empty parameter list"),
    (lambda: optim.SGD(leaf(), lr=0.1), TypeError, "iterable of Tensors or dicts"),
    (lambda: optim.SGD([1], lr=0.1), TypeError, "can only optimize Tensors"),
    (lambda: optim.SGD([leaf() * 2], lr=0.1), ValueError, "non-leaf Tensor"),
    (lambda: optim.SGD(twice(), lr=0.1), ValueError, "more than one parameter group"),
    (lambda: optim.SGD([{"params": {leaf()}}], lr=0.1), TypeError, "ordered collections"),
    (lambda: optim.SGD([leaf()], lr=-1), ValueError, "Invalid learning rate: -1"),
    (lambda: optim.SGD([leaf()], momentum=-1), ValueError, "Invalid momentum value"),
    (lambda: optim.SGD([leaf()], weight_decay=-1), ValueError, "Invalid weight_decay value"),
    (lambda: optim.SGD([leaf()], nesterov=True), ValueError, "Nesterov momentum requires"),
    (lambda: optim.Adam([leaf()], betas=(1.0, 0.9)), ValueError, "beta parameter at index 0"),
    (lambda: optim.Adam([leaf()], betas=(0.9, -1)), ValueError, "beta parameter at index 1"),
    (lambda: optim.Adam([leaf()], eps=-1), ValueError, "Invalid epsilon value"),
    (lambda: optim.Adam([leaf()], lr=float("nan")), ValueError, "Invalid learning rate: nan"),
    (lambda: optim.Adagrad([leaf()], lr_decay=-1), ValueError, "Invalid lr_decay value"),
    (lambda: optim.RMSprop([leaf()], alpha=-1), ValueError, "Invalid alpha value"),
    (lambda: optim.Adadelta([leaf()], rho=2), ValueError, "Invalid rho value"),
    (lambda: optim.Rprop([leaf()], etas=(2, 3)), ValueError, "Invalid eta values"),
    *[
        (
            partial(kind, [leaf()], fused=True, **{other: True}),
            RuntimeError,
            f"{kind.__name__}: {text}",
        )
        for kind in (optim.Adam, optim.AdamW, optim.Adagrad, optim.SGD)
        for other, text in (("foreach", "`fused` and"), ("differentiable", "`fused` does not"))
    ],
]


@pytest.mark.parametrize(("call", "kind", "text"), ERRORS, ids=[e[2] for e in ERRORS])
def test_bad_arguments(call, kind, text):
    with pytest.raises(kind, match=text):
        call()


def test_duplicate_parameters_warn():
    p = leaf()
    with pytest.warns(UserWarning, match="duplicate parameters"):
        optim.SGD([p, p], lr=0.1)


def test_adagrad_takes_groups_later():
    first, late = (tl.nn.Parameter(tl.ones(2)) for _ in range(2))
    opt = optim.Adagrad([first], lr=0.5)
    opt.add_param_group({"params": [late], "initial_accumulator_value": 3.0})
    (first * 2 + late * 1).sum().backward()
    opt.step()
    assert late.tolist() == pytest.approx([1 - 0.5 / 2] * 2)
    assert first.tolist() == pytest.approx([0.5] * 2)


@pytest.mark.torch
@pytest.mark.parametrize("options", [
    {}, {"lr": 0.5}, {"line_search_fn": "strong_wolfe"}, {"max_iter": 4, "history_size": 2},
    {"line_search_fn": "strong_wolfe", "history_size": 3, "max_eval": 9, "lr": 0.1},
])  # fmt: skip
def test_lbfgs_descends_a_valley_as_torch(options):
    torch = pytest.importorskip("torch")
    runs = []
    for package in (tl, torch):
        p = package.tensor([-1.5, 1.0, 0.3], dtype=package.float64, requires_grad=True)
        opt = package.optim.LBFGS([p], **options)
        losses = []

        def closure(p=p, opt=opt):
            opt.zero_grad()
            loss = (100 * (p[1:] - p[:-1] ** 2) ** 2 + (1 - p[:-1]) ** 2).sum() / 100
            loss.backward()
            return loss

        for _ in range(5):
            losses.append(float(opt.step(closure).detach()))
        state = opt.state_dict()["state"][0]
        runs.append([*losses, *p.detach().tolist(), state["n_iter"], state["func_evals"]])
    assert runs[0] == pytest.approx(runs[1], rel=1e-6)


def test_lbfgs_has_one_group_and_one_search():
    with pytest.raises(ValueError, match="per-parameter options"):
        optim.LBFGS([{"params": [leaf()]}, {"params": [leaf()]}])
    with pytest.raises(RuntimeError, match="only 'strong_wolfe' is supported; got 'armijo'"):
        optim.LBFGS([leaf()], line_search_fn="armijo")


def test_lbfgs_where_no_gradient_is_left():
    w = leaf()
    before = w.detach().clone()
    opt = optim.LBFGS([w], lr=0.1, tolerance_grad=-1.0)
    assert opt.step(lambda: tl.tensor(10.0)) == 10
    assert tl.equal(w, before)


def test_lion_against_a_plain_rule():
    values, grads = draws(5)
    ours, _ = run(tl, "Lion", {"lr": 0.1, "betas": (0.8, 0.9), "weight_decay": 0.5}, values, grads)
    for i, value in enumerate(values):
        place, mean = value.astype(np.float64), 0.0
        for row in grads:
            place = place * (1 - 0.1 * 0.5) - 0.1 * np.sign(0.8 * mean + 0.2 * row[i])
            mean = 0.9 * mean + 0.1 * row[i]
        np.testing.assert_allclose(ours[i].detach().numpy(), place, rtol=1e-5)


MATRICES = [("Muon", {"lr": 0.1}), ("Muon", {"lr": 0.1, "nesterov": False}),
            ("Adafactor", {"lr": 0.1}), ("Adafactor", {"lr": 0.3, "maximize": True, "d": 2.0}),
            ("Lion", {"lr": 0.1})]  # fmt: skip


def _gets_momentum(box, model):
    box.opt.param_groups[0]["momentum"] = 0.9


def _becomes_adam(box, model):
    box.opt = optim.Adam(model.parameters(), lr=0.05)


def _is_loaded(box, model):
    saved = box.opt.state_dict()
    saved["param_groups"][0]["momentum"] = 0.5
    box.opt.load_state_dict(saved)


def _freezes(box, model):
    model.bias.requires_grad_(False)


@pytest.mark.parametrize("change", [_gets_momentum, _becomes_adam, _is_loaded, _freezes])
def test_a_plan_of_parameters_without_state_sees_what_changes(change):
    ends = []
    for compile in (lambda f: f, tl.compile):
        tl.manual_seed(0)
        model, x = tl.nn.Linear(3, 2), tl.randn(4, 3)
        box = types.SimpleNamespace(opt=optim.SGD(model.parameters(), lr=0.1))

        @compile
        def step(x, model=model, box=box):
            box.opt.zero_grad()
            loss = model(x).square().sum()
            loss.backward()
            box.opt.step()
            return loss

        losses = []
        for number in range(8):
            if number == 3:
                change(box, model)
            if number == 6:
                box.opt.state.clear()
            losses.append(float(step(x)))
        state = {k: sorted(v) for k, v in box.opt.state_dict()["state"].items()}
        ends.append((losses, state))
    assert ends[0] == ends[1]


@pytest.mark.parametrize(("name", "options"), MATRICES)
def test_a_plan_of_steps_made_of_several_parts(name, options):
    """Rates, decays and settings that change between the calls are those of the call."""
    shapes = [(3, 4), (2, 5)] if name == "Muon" else [(3, 4), (5,), (2, 2, 3)]
    ends = []
    for compile in (lambda f: f, tl.compile):
        random = np.random.default_rng(0)
        params = [tl.nn.Parameter(tl.tensor(random.standard_normal(s))) for s in shapes]
        opt = getattr(optim, name)(params, **options)

        @compile
        def step(params=params, opt=opt):
            opt.zero_grad()
            loss = sum((p - 1).square().sum() for p in params)
            loss.backward()
            opt.step()
            return loss

        for number in range(6):
            step()
            opt.param_groups[0]["lr"] *= 0.9
            if number == 3:
                eps = 1e-3 if name == "Muon" else (0.1, 0.01)
                opt.param_groups[0].update({"momentum": 0.5, "eps": eps, "betas": (0.5, 0.6)})
        ends.append(arrays(params))
    for got, want in zip(*ends, strict=True):
        np.testing.assert_array_equal(got, want)


def test_a_rate_that_is_a_tensor():
    rate, p = tl.tensor(0.5), tl.nn.Parameter(tl.ones(1))
    opt = optim.SGD([p], lr=rate)
    scheduler = optim.lr_scheduler.ExponentialLR(opt, 0.5)

    @tl.compile
    def step():
        p.grad = tl.ones(1)
        opt.step()
        scheduler.step()

    for expected in (0.5, 0.25, 0.125):
        step()
        assert opt.param_groups[0]["lr"] is rate
        assert p.item() == expected
    assert rate.item() == 0.0625
    with pytest.raises(ValueError, match="Tensor lr must be 1-element"):
        optim.SGD([p], lr=tl.ones(2))


class Wrapper(optim.Optimizer):
    """One around another, as programs write it: it has the tables of hooks, and no more."""

    def __init__(self, inner):
        self._optimizer_step_pre_hooks = collections.OrderedDict()
        self._optimizer_step_post_hooks = collections.OrderedDict()
        self.inner, self.param_groups = inner, inner.param_groups

    def step(self, closure=None):
        return self.inner.step(closure)


def test_a_wrapper_steps_without_the_constructor_of_its_base():
    w, calls = tl.ones(1, requires_grad=True), []
    wrapper = Wrapper(optim.SGD([w], lr=0.5))
    wrapper.register_step_post_hook(lambda *_: calls.append("after"))
    w.square().sum().backward()
    wrapper.step()
    assert w.item() == 0 and calls == ["after"]


def test_hooks_may_change_what_they_see():
    p, seen = tl.zeros(1).requires_grad_(), []

    class Named(optim.SGD):
        def step(self, closure=None, label=None):
            seen.append(label)
            return super().step(closure)

    opt = Named([p], lr=0.1)
    p.grad = tl.ones(1)
    opt.register_step_pre_hook(lambda o, args, kwargs: (args, {"label": "given"}))
    opt.register_step_post_hook(lambda o, args, kwargs: seen.append((args[0] is o, kwargs)))
    opt.step()
    assert seen == ["given", (True, {"label": "given"})]
    opt.register_step_pre_hook(lambda o, args, kwargs: 3)
    with pytest.raises(RuntimeError, match="must return None or a tuple"):
        opt.step()


def test_hooks_of_all_optimizers():
    calls = []
    pre = optim.optimizer.register_optimizer_step_pre_hook(lambda *_: calls.append("before"))
    with pre, optim.optimizer.register_optimizer_step_post_hook(lambda *_: calls.append("after")):
        optim.SGD([leaf()], lr=0.1).step()
        optim.Adam([leaf()], lr=0.1).step()
    optim.SGD([leaf()], lr=0.1).step()
    assert calls == ["before", "after"] * 2


def test_hooks_of_saving_and_loading():
    opt, calls = optim.SGD([leaf()], lr=0.1), []
    opt.register_state_dict_pre_hook(lambda o: calls.append("saving"))
    opt.register_state_dict_post_hook(lambda o, state: {**state, "note": 1})
    saved = opt.state_dict()
    assert saved["note"] == 1
    other = optim.SGD([leaf()], lr=0.5)
    other.register_load_state_dict_pre_hook(lambda o, state: calls.append(state.pop("note")))
    other.register_load_state_dict_post_hook(lambda o: calls.append(o.param_groups[0]["lr"]))
    other.load_state_dict(saved)
    assert calls == ["saving", 1, 0.1] and saved["note"] == 1


def test_what_a_hook_puts_into_the_state_is_saved():
    opt = optim.Adam([leaf()])
    opt.register_state_dict_pre_hook(lambda o: o.state.update(epoch=3))
    saved = opt.state_dict()
    assert saved["state"]["epoch"] == 3
    other = optim.Adam([leaf()])
    other.load_state_dict(saved)
    assert other.state["epoch"] == 3


def test_names_in_some_groups_only():
    with pytest.raises(ValueError, match="cannot add param group with names to the optimizer"):
        optim.SGD([{"params": [leaf()]}, {"params": [("w", leaf())]}], lr=0.1)


COMPLEX = [name for name in sorted({name for name, _ in CASES}) if name != "Lion"]


@pytest.mark.torch
@pytest.mark.parametrize("name", [*COMPLEX, "LBFGS"])
def test_complex_parameters_as_torch(name):
    """A complex number is two that are updated alike."""
    torch = pytest.importorskip("torch")
    start = np.array([[1 + 2j, -0.5j], [0.3 - 1j, 2.0]])
    ends = []
    for library in (tl, torch):
        p = library.nn.Parameter(library.tensor(start))
        opt = getattr(library.optim, name)([p], lr=0.1)

        def closure(p=p, opt=opt, library=library):
            opt.zero_grad()
            loss = library.view_as_real(p * p - 1).square().sum()
            loss.backward()
            return loss

        for _ in range(5):
            opt.step(closure)
        ends.append(p.detach().numpy())
    np.testing.assert_allclose(*ends, rtol=1e-5, atol=1e-6)


def test_complex_steps_in_a_plan():
    ends = []
    for compile in (lambda f: f, tl.compile):
        p = tl.nn.Parameter(tl.tensor([1 + 2j, -1j]))
        opt = optim.Adam([p], lr=0.1)

        @compile
        def step(p=p, opt=opt):
            opt.zero_grad()
            tl.view_as_real(p).square().sum().backward()
            opt.step()

        for _ in range(3):
            step()
        ends.append(p.tolist())
    assert ends[0] == ends[1]
