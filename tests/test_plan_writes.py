"""What a recorded function writes to Python objects, each call repeats: state after every call."""

import collections
import logging
import operator
import sys
import types
import warnings

import pytest
from test_plan_table import content

import tensorlite as tl
from tensorlite import nn, optim

CASES = {}
FEW = {"append_tuple", "append_number", "attr_list"}  # what they read changes with each call


def case(make):
    """Know a case: it makes a function of x and what tells the state that it leaves."""
    CASES[make.__name__] = make
    return make


# fmt: off
@case
def append():
    outs = []
    def f(x): y = x * 2; outs.append(y); return y
    return f, lambda: outs

@case
def counter():
    class O: n = 0
    o = O(); o.n = 0
    def f(x): o.n += 1; return x * 2
    return f, lambda: o.n

@case
def counter_used():
    class O: pass
    o = O(); o.n = 0
    def f(x): o.n += 1; return x * o.n
    return f, lambda: o.n

@case
def class_counter():
    class O: n = 0
    def f(x): O.n += 1; return x * 2
    return f, lambda: O.n

@case
def nonlocal_():
    n = 0
    def f(x):
        nonlocal n
        n += 1
        return x * n
    return f, lambda: n

@case
def module_last():
    class M(nn.Module):
        def __init__(self): super().__init__(); self.last = None; self.n = 0
        def forward(self, x): self.last = x * 2; self.n = self.n + 1; return self.last + 1
    m = M()
    return m, lambda: [m.last, m.n]

@case
def rnn_state():
    class M(nn.Module):
        def __init__(self): super().__init__(); self.h = tl.zeros(2, 3)
        def forward(self, x): self.h = (self.h * 0.5 + x).detach(); return self.h * 2
    m = M()
    return m, lambda: m.h

@case
def buffer_state():
    class M(nn.Module):
        def __init__(self): super().__init__(); self.register_buffer("h", tl.zeros(2, 3))
        def forward(self, x): self.h = (self.h * 0.5 + x).detach(); return self.h * 2
    m = M()
    return m, lambda: m.h

@case
def dict_log():
    log = {}
    def f(x): log["loss"] = x.sum(); log["n"] = log.get("n", 0) + 1; return x
    return f, lambda: log

@case
def append_tuple():
    log = []
    def f(x): log.append((len(log), x.sum(), {"a": x * 2})); return x
    return f, lambda: log

@case
def append_number():
    log = []; c = [0]
    def f(x): c[0] += 1; log.append(c[0] * 0.5); return x
    return f, lambda: [log, c]

@case
def deque_max():
    log = collections.deque(maxlen=3)
    def f(x): log.append(x.sum()); return x
    return f, lambda: list(log)

@case
def ema():
    class O: pass
    o = O(); o.v = 0.0
    def f(x, b): o.v = 0.9 * o.v + 0.1 * b; return x * o.v
    return f, lambda: o.v

@case
def set_add():
    s = set()
    def f(x): s.add("k"); return x * 2
    return f, lambda: sorted(s)

@case
def del_key():
    d = {"a": 1}
    def f(x): d.pop("a", None); return x * 2
    return f, lambda: d

@case
def extend_iadd():
    l = []
    def f(x):
        nonlocal l
        l += [x * 2, x * 3]
        return x
    return f, lambda: l

@case
def step_every():
    m = nn.Linear(3, 3); o = optim.SGD(m.parameters(), lr=0.1)
    with tl.no_grad(): m.weight.fill_(0.1); m.bias.fill_(0.2)
    class S: k = 0
    st = S(); st.k = 0
    def f(x):
        m(x).sum().backward()
        st.k += 1
        if st.k % 3 == 0: o.step(); o.zero_grad()
        return x
    return f, lambda: [m.weight.detach(), m.weight.grad, st.k]

@case
def lr_in_group():
    m = nn.Linear(3, 3); o = optim.SGD(m.parameters(), lr=0.1)
    with tl.no_grad(): m.weight.fill_(0.1); m.bias.fill_(0.2)
    def f(x):
        o.zero_grad()
        m(x).sum().backward()
        for g in o.param_groups: g["lr"] = g["lr"] * 0.9
        o.step()
        return x
    return f, lambda: [m.weight.detach(), o.param_groups[0]["lr"]]

@case
def lr_after():
    m = nn.Linear(3, 3); o = optim.SGD(m.parameters(), lr=0.1)
    with tl.no_grad(): m.weight.fill_(0.1); m.bias.fill_(0.2)
    def f(x):
        o.zero_grad()
        m(x).sum().backward()
        o.step()
        for g in o.param_groups: g["lr"] *= 0.9
        return x
    return f, lambda: [m.weight.detach(), o.param_groups[0]["lr"]]

@case
def global_count():
    global GC
    GC = 0
    def f(x):
        global GC
        GC += 1
        return x * GC
    return f, lambda: GC

@case
def list_swap():
    l = [1.0, 2.0]
    def f(x): l[0], l[1] = l[1], l[0]; return x * l[0]
    return f, lambda: l

@case
def default_dict():
    d = collections.defaultdict(list)
    def f(x): d["a"].append(x.sum()); return x
    return f, lambda: dict(d)

@case
def counter_cls():
    c = collections.Counter()
    def f(x): c["a"] += 1; return x * 2
    return f, lambda: dict(c)

@case
def attr_list():
    class O: pass
    o = O(); o.l = []
    def f(x): o.l.append(x * 2); o.l = o.l[-2:]; return x
    return f, lambda: o.l

@case
def two_names():
    a = []; b = []
    def f(x): y = x * 2; a.append(y); b.append(y); return y
    return f, lambda: [a, b, [p is q for p, q in zip(a, b, strict=True)]]

@case
def loss_graph():
    w = tl.ones(3, requires_grad=True); keep = []
    def f(x): l = (w * x).sum(); keep.append(l); return l
    def s():
        w.grad = None
        keep[-1].backward(retain_graph=False)
        g = w.grad; w.grad = None; keep.pop(); return g
    return f, s

@case
def setattr_():
    class O: pass
    o = O()
    def f(x): setattr(o, "y", x * 2); return x
    return f, lambda: o.y

@case
def tensor_attr():
    w = tl.ones(3)
    def f(x): w.note = x * 2; return x
    return f, lambda: w.note

@case
def arg_obj():
    class B: pass
    b = B(); b.x = tl.ones(2, 3)
    def f(x): b.y = b.x * x; return b.y
    return f, lambda: b.y

@case
def leaf_inside():
    def f(x):
        z = x.detach().requires_grad_(True)
        y = (z ** 2).sum()
        g, = tl.autograd.grad(y, z, create_graph=True)
        return g.sum() + y
    return f, lambda: 0

@case
def leaf_inside_backward():
    def f(x):
        z = x.detach().requires_grad_(True)
        (z ** 2).sum().backward()
        return z.grad
    return f, lambda: 0

@case
def leaf_returned():
    def f(x):
        z = x.detach().requires_grad_(True)
        (z ** 2).sum().backward()
        return z
    return f, lambda: 0

@case
def arg_requires():
    def f(x):
        x.requires_grad_()
        (x ** 2).sum().backward()
        return x.grad
    return f, lambda: 0

@case
def printed():
    def f(x): print(end=""); return x * 2
    return f, lambda: 0
@case
def seeded():
    def f(x): tl.manual_seed(3); return x * tl.rand(3) + tl.nn.functional.dropout(x, 0.5)
    return f, lambda: tl.rand(2)

@case
def forked():
    tl.manual_seed(1)
    def f(x):
        with tl.random.fork_rng(): y = x * tl.rand(3)
        return y + tl.rand(3)
    return f, lambda: tl.rand(2)

@case
def generators_made_inside():
    g = tl.Generator().manual_seed(1)
    def f(x):
        new, other = tl.Generator(), g.clone_state()
        parts = [tl.rand(3, generator=each) for each in (new, other, g, new.manual_seed(2))]
        return x * sum(parts)
    return f, lambda: g.initial_seed()

@case
def counts_of_lookups():
    class O:
        def __init__(self): object.__setattr__(self, "n", 0); self.v = 2.0
        def __getattribute__(self, name):
            held = object.__getattribute__(self, "__dict__")
            if name == "v": held["n"] += 1
            return object.__getattribute__(self, name)
        def __setattr__(self, name, value):
            self.__dict__["n"] += 100; object.__setattr__(self, name, value)
    o = O()
    def f(x): o.v = o.v + 1; return x * o.v
    return f, lambda: [o.n, o.v]

@case
def counts_of_missing_names():
    class O:
        def __init__(self): self.n = 0
        def __getattr__(self, name): self.n += 1; return 3.0
    o = O()
    def f(x): return x * o.zz + hasattr(o, "yy") + operator.attrgetter("q")(o)
    return f, lambda: o.n

@case
def counts_of_a_descriptor():
    class D:
        gets = sets = 0
        def __get__(self, o, kind): self.gets += 1; return o.__dict__["v"]
        def __set__(self, o, value): self.sets += 1; o.__dict__["v"] = value
    class O: v = D()
    o = O(); o.v = 1.0; d = vars(O)["v"]
    def f(x): o.v = o.v + 1; return x * o.v
    return f, lambda: [vars(o)["v"], d.gets, d.sets]

@case
def what_layers_of_ours_read_before_it_is_written():
    drop, norm = nn.Sequential(nn.Dropout(1.0)), nn.LayerNorm(3)
    def f(x):
        y = drop(x) + norm(x.cumsum(1))
        drop.eval(); norm.eps = 2.0
        return y
    return f, lambda: [drop[0].training, norm.eps]
# fmt: on


def states(make, wrap):
    """Results and state after each of six calls, and the function."""
    function, state = make()
    function = wrap(function)
    found = []
    tl.manual_seed(0)
    for number in range(6):
        x = tl.ones(2, 3) * (number + 1)
        result = function(x, number * 0.5) if make.__name__ == "ema" else function(x)
        told = getattr(result, "grad", None), getattr(result, "requires_grad", None)
        found.append(content([result, state(), *told, x.requires_grad, x.grad]))
    return found, function


@pytest.mark.parametrize("name", CASES)
def test_writes_are_repeated(name):
    wanted, _ = states(CASES[name], lambda function: function)
    got, compiled = states(CASES[name], tl.compile)
    assert got == wanted, compiled.recompiles
    assert name in FEW or compiled.plans <= 4, compiled.recompiles


def _logged(x, log):
    log["loss"], log["calls"] = (x * log["scale"]).sum(), log["calls"] + 1
    log["parts"].append(x * 2)
    log.pop("old", None)


def _swapped(x, log):
    parts = log["parts"]
    parts.reverse()
    parts[0] = parts[0] * 2
    log["now"] = {"first": parts[0], "all": parts}


def _held(x, log):
    log["parts"][:] = [x, log["scale"], None]
    log["nested"][0]["x"] = x.mean()
    del log["nested"][1]


@pytest.mark.parametrize("function", [_logged, _swapped, _held])
def test_writes_to_lists_and_dicts_among_the_arguments(function):
    """They were made to copies, and vanished."""
    found = []
    for wrap in (lambda f: f, tl.compile):
        f, states = wrap(function), []
        for n in range(4):
            parts, nested = [tl.ones(2), tl.zeros(2)], [{}, 1]
            log = {"scale": 1.0 + n, "calls": n, "parts": parts, "old": 0, "nested": nested}
            f(tl.ones(2) * n, log)
            assert log["parts"] is parts and log["nested"] is nested
            states.append((list(log), content([log[key] for key in log])))
        found.append(states)
    assert found[0] == found[1]
    assert f.plans <= 3


def test_a_list_that_is_written_stands_once_among_the_arguments():
    step = tl.compile(lambda x, a, b: (a.append(x), b.append(x * 2)))
    with pytest.raises(RuntimeError, match="expected each list or dict once"):
        step(tl.ones(2), shared := [], shared)


def _told():
    """What a step tells, in four ways: the log, a warning, print, and what an own handler keeps."""
    state = types.SimpleNamespace(number=0)

    def helper(x):
        print("later")
        return sorted([x.ndim, 1], key=lambda each: -each)

    def step(x):
        print("step", state.number, end="; ")
        logging.getLogger("of a step").warning("number %d", state.number)
        warnings.warn(f"of {state.number}", FutureWarning, stacklevel=1)
        state.number += 1
        return x * helper(x)[0]

    return step


def test_what_is_told_is_told_once_by_each_call(capsys, monkeypatch):
    kept = []
    handler = logging.Handler()
    monkeypatch.setattr(handler, "emit", lambda record: kept.append(record.getMessage()))
    logger = logging.getLogger("of a step")
    monkeypatch.setattr(logger, "propagate", False)
    logger.addHandler(handler)
    found = []
    try:
        for wrap in (lambda function: function, tl.compile):
            step = wrap(_told())
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                for _ in range(4):
                    step(tl.ones(2, 3))
            warned = [(str(w.message), w.category, w.filename, w.lineno) for w in caught]
            found.append((capsys.readouterr().out, [*kept], warned))
            kept.clear()
    finally:
        logger.removeHandler(handler)
    assert found[0] == found[1]
    assert len(found[0][1]) == len(found[0][2]) == 4


def test_a_warning_is_shown_once_for_its_line():
    compiled = tl.compile(lambda x: warnings.warn("old", stacklevel=1) or x * 2)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        for _ in range(3):
            compiled(tl.ones(3))
    assert [str(w.message) for w in caught] == ["old"]


def test_warnings_that_the_function_catches_are_its_own():
    def function(x):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            warnings.warn("hidden", stacklevel=1)
        return x * len(caught)

    compiled = tl.compile(function)
    for _ in range(2):
        assert compiled(tl.ones(2)).tolist() == [1.0, 1.0]


class _Kept:
    """What stands somewhere while a function that writes it is recorded."""

    number = 5.0

    def __init__(self):
        self.number, self.none, self.items, self.parts = 5.0, None, {"a": 1.0, "b": 2.0}, [5.0, 1.0]
        self.members, self.weight = {1, 2}, nn.Parameter(tl.ones(3))
        self.optimizer = optim.SGD([self.weight], lr=0.5)
        self.model = nn.ParameterList([self.weight])

    def __enter__(self):
        self.number = 5.0

    def state(self):
        group = self.optimizer.param_groups[0]
        return (self.number, self.none, [*self.items.items()], [*self.parts], sorted(self.members),
                type(self).number, self.weight.tolist(), self.weight.requires_grad, group["lr"])


def _a_member_of_two(k):
    k.items.update(k.items.pop("a") and {"c": 3.0}, a=1.0)


def _a_slow_step(k):
    k.optimizer.param_groups[0]["lr"] = 0.5
    k.weight.grad = tl.ones(3)
    k.optimizer.step()


STOOD = {  # what writes, and what changes it between two calls
    "an attribute": (lambda k: setattr(k, "number", 5.0), lambda k: setattr(k, "number", 0.0)),
    "in a statement": (lambda k: k.__enter__(), lambda k: setattr(k, "number", 0.0)),
    "nothing": (lambda k: setattr(k, "none", None), lambda k: setattr(k, "none", 3)),
    "of a class": (lambda k: setattr(_Kept, "number", 5.0),
                   lambda k: setattr(_Kept, "number", k.number + 1)),
    "an entry": (lambda k: k.items.__setitem__("a", 1.0), lambda k: k.items.pop("a", None)),
    "entries": (lambda k: k.items.update({"a": 1.0}, b=2.0),
                lambda k: k.items.update(a=3.0, b=4.0)),
    "taken out": (_a_member_of_two, lambda k: k.items.update(d=4.0)),
    "an element": (lambda k: k.parts.__setitem__(0, 5.0), lambda k: k.parts.__setitem__(0, 0.0)),
    "more elements": (lambda k: (k.parts.__setitem__(0, 5.0), k.parts.append(3.0)),
                      lambda k: k.parts.__setitem__(0, 0.0)),
    "a slice": (lambda k: k.parts.__setitem__(slice(0, 1), [5.0]),
                lambda k: k.parts.insert(0, 0.0)),
    "a member": (lambda k: k.members.add(1), lambda k: k.members.discard(1)),
    "members": (lambda k: k.members.update([1, 2]), lambda k: k.members.clear()),
    "a number of a step": (_a_slow_step, lambda k: k.optimizer.param_groups[0].update(lr=4.0)),
    "of a tensor": (lambda k: [p.requires_grad_(False) for p in k.model.parameters()],
                    lambda k: k.weight.requires_grad_()),
}  # fmt: skip


@pytest.mark.parametrize("name", STOOD)
def test_what_stood_there_is_written_again(name):
    """It was no difference, so no call repeated it."""
    write, change = STOOD[name]
    found = []
    for wrap in (lambda f: f, tl.compile):
        _Kept.number = 5.0
        k, states = _Kept(), []
        step = wrap(lambda x, k=k: (write(k), x * 2)[1])
        for _ in range(3):
            for _ in range(2):
                step(tl.ones(3))
                states.append(k.state())
            change(k)
        found.append(states)
    assert found[0] == found[1]
    assert step.plans <= 3, step.recompiles


class Finalized:
    """Counts those of its kind that are gone."""

    gone = 0

    def __del__(self):
        Finalized.gone += 1


def third_raises():
    log = {"n": 0, "outs": []}

    def step(x):
        log["n"] += 1
        log["outs"].append(x * 2)
        x.add_(1)
        if log["n"] % 3 == 0:
            raise KeyError("third")
        return x * log["n"]

    return step, lambda: [log["n"], len(log["outs"]), log["outs"][-1].tolist()]


def always_raises():
    outs = []

    def step(x):
        outs.append(x.sum())
        raise ValueError("always")

    return step, lambda: [x.item() for x in outs]


def finalizes():
    Finalized.gone = 0

    def step(x):
        Finalized()
        return x * 2

    return step, lambda: Finalized.gone


@pytest.mark.parametrize("made", [third_raises, always_raises, finalizes])
def test_a_call_leaves_what_it_did_until_it_raised(made):
    """What an error in the middle undid stayed in eager code, and finalizers ran once."""
    told = []
    for wrap in (lambda step: step, tl.compile):
        step, state = made()
        step, seen = wrap(step), []
        for number in range(7):
            x = tl.full((2,), float(number))
            try:
                result = step(x).tolist()
            except (KeyError, ValueError) as error:
                result = repr(error)
            seen.append((result, x.tolist(), state()))
        told.append(seen)
    assert told[0] == told[1]


def test_a_refusal_that_the_function_catches_is_told():
    @tl.compile
    def step(x):
        try:
            return x * x.sum().item()
        except RuntimeError:
            return x

    with pytest.raises(tl.TraceError, match="item"):
        step(tl.ones(2))


def test_a_plan_made_outside_of_a_handler_does_not_serve_in_one():
    step = tl.compile(lambda x: x * (2 if sys.exc_info()[0] is None else 3))
    assert step(tl.ones(1)).item() == 2
    try:
        raise KeyError
    except KeyError:
        with pytest.raises(tl.TraceError, match=r"got exc_info\(\), a new tuple each time"):
            step(tl.ones(1))
    assert step(tl.ones(1)).item() == 2


class _Momentum(optim.Optimizer):
    """An optimizer as tutorials write one: its state is looked up by parameter, and made there."""

    def __init__(self, params, lr):
        super().__init__(params, {"lr": lr})

    @tl.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                state = self.state[p]
                if len(state) == 0:
                    state["step"] = 0
                    state["mean"] = tl.zeros_like(p)
                state["step"] += 1
                state["mean"].mul_(0.9).add_(p.grad)
                p.sub_(state["mean"], alpha=group["lr"] / state["step"])


def test_an_optimizer_of_ones_own_makes_its_state_in_a_plan():
    """The name of `state[p]` in messages read p's numbers, which no recording may."""
    kept = []
    for compiled in (False, True):
        tl.manual_seed(0)
        net = nn.Linear(3, 2)
        optimizer = _Momentum(net.parameters(), 0.1)

        def step(x, net=net, optimizer=optimizer):
            optimizer.zero_grad()
            net(x).square().mean().backward()
            optimizer.step()

        run = tl.compile(step) if compiled else step
        for _ in range(5):
            run(tl.randn(4, 3))
        kept.append((net, optimizer))
    assert run.plans <= 3
    (a, eager), (b, planned) = kept
    for p, q in zip(a.parameters(), b.parameters(), strict=True):
        assert p.equal(q) and planned.state[q]["step"] == 5
        assert eager.state[p]["mean"].equal(planned.state[q]["mean"])
        assert type(planned.state[q]) is type(eager.state[p])
