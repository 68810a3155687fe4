"""Lists, deques, context variables and numbers that go on from call to call need few plans.

Random programs over lists of any length are a search: `RANDOM_LISTS=2000 pytest
tests/test_plan_lists.py`; a failure names its seed.
"""

import collections
import contextvars
import copy
import functools
import inspect
import math
import os
import random
import typing

import pytest
from test_plan_table import content

import tensorlite as tl
from tensorlite import nn

COUNT = int(os.environ.get("RANDOM_LISTS", "40"))
CASES: dict = {}


def case(plans):
    """Know a case of so many plans: it makes a function of x, and what tells the state."""

    def known(make):
        CASES[make.__name__] = make, plans
        return make

    return known


def alike(make, calls):
    """What eager and compiled give and leave in each call; the compiled function."""
    found = []
    for wrap in (lambda f: f, tl.compile):
        function, state, *change = make()
        function, told = wrap(function), []
        for number in range(calls):
            if change:
                change[0](number)
            told.append(content([function(tl.ones(2, 3) * (number + 1)), state()]))
        found.append(told)
    assert found[0] == found[1], function.recompiles
    return function


# fmt: off
@case(2)
def the_last_of_a_log():
    log = []
    def f(x): log.append(x.sum()); return x + log[-1]
    return f, lambda: log

@case(2)
def the_last_number_of_a_log():
    log = [1.0]
    def f(x): log.append(log[-1] * 0.5); return x + log[-1]
    return f, lambda: log

@case(3)
def the_last_two():
    log = [tl.zeros(2, 3)] * 2
    def f(x): log.append(log[-1] + x - log[-2]); return x + sum(log[-2:])
    return f, lambda: log

@case(2)
def a_count_in_a_list():
    c = [0, 5.0]
    def f(x): c[0] += 1; c[-1] *= 0.5; return x * c[0] + c[-1]
    return f, lambda: c

@case(2)
def a_count_by_its_place_from_the_end():
    c = [0, 5.0]
    def f(x): c[-2] += 1; return x * c[-2]
    return f, lambda: c

@case(2)
def the_length_of_a_log():
    log = []
    def f(x): log.append((len(log), x.mean())); return x * len(log)
    return f, lambda: log

@case(2)
def a_length_beside_the_first_and_the_last():
    log = [1.0, 2.0, 3.0]
    def f(x): log.append(len(log) * 0.5); return x * log[0] + log[-2]
    return f, lambda: log

@case(5)
def a_window():
    log = []
    def f(x):
        log.append(x.sum())
        if len(log) > 3: log.pop(0)
        return x * (sum(log) / len(log))
    return f, lambda: log

@case(5)
def a_window_of_numbers():
    log, n = collections.deque(maxlen=3), [0]
    def f(x):
        n[0] += 1
        log.append(n[0] * 0.5)
        return x * (sum(log) / len(log)) + log[0] - log[-1]
    return f, lambda: [list(log), n]

@case(4)
def a_deque_that_fills_unseen():
    log = collections.deque(maxlen=3)
    def f(x): log.append(x.sum()); return x
    return f, lambda: list(log)

@case(3)
def the_last_of_a_deque_that_fills():
    log = collections.deque(maxlen=4)
    def f(x): log.append(x.sum()); return x + log[-1]
    return f, lambda: list(log)

@case(2)
def a_queue():
    queue = collections.deque([1.0, 2.0, 3.0])
    def f(x): v = queue.popleft(); queue.append(v + 3); return x * v
    return f, lambda: list(queue)

@case(2)
def a_stack():
    stack = [1.0, 2.0, 3.0]
    def f(x): v = stack.pop(); stack.append(v + 1); stack.append(v); stack.pop(); return x * v
    return f, lambda: stack

@case(2)
def a_list_that_is_cleared():
    log = [1.0]
    def f(x): log.clear(); log.append(x.sum()); log.append(2.0); return x * len(log) + log[0]
    def change(n): log.extend([n] * n)
    return f, lambda: log, change

@case(2)
def the_first_is_dropped():
    log = [1.0, 2.0]
    def f(x): l = log; del l[0]; l.append(3.0); l += [4.0]; return x
    def change(n): log[:] = [n] * (n + 1)
    return f, lambda: log, change

@case(2)
def a_list_of_the_users_class():
    class Log(list):
        told = 0
        def append(self, v): Log.told += 1; super().append(v)
        def __len__(self): return 7
        @property
        def last(self): return self[-1]
    log = Log()
    def f(x): log.append(x.sum()); return x + log.last
    return f, lambda: [Log.told, list(log)]

@case(2)
def strings_of_a_log():
    log = []
    def f(x): log.append(f"{x.shape}"); return x * len(log[-1])
    return f, lambda: log

@case(3)
def a_counter():
    c = collections.Counter()
    def f(x): c["a"] += 1; c.update(["b", "b"]); return x * c["b"]
    return f, lambda: dict(c)

@case(2)
def hidden_state():
    h = [tl.zeros(2, 3)]
    def f(x): h[0] = (h[0] * 0.5 + x).detach(); return h[0] * 2
    return f, lambda: h

@case(2)
def a_context_variable_for_a_while():
    v = contextvars.ContextVar("v", default=1.0)
    def f(x):
        token = v.set(3.0); y = x * v.get(); v.reset(token)
        return y + v.get()
    return f, lambda: v.get()

@case(2)
def a_context_variable_that_counts():
    v = contextvars.ContextVar("v", default=None)
    v.set(1.0)
    def f(x): v.set(v.get() + 1); return x * v.get()
    return f, lambda: v.get()

@case(2)
def a_context_variable_that_is_left():
    v = contextvars.ContextVar("v")
    def f(x): v.set("left"); return x
    def change(n): v.set(n)
    return f, lambda: v.get(), change

@case(1)
def a_context_variable_with_a_tensor():
    v = contextvars.ContextVar("v")
    def f(x): v.set(x * 2); return v.get() + 1
    return f, lambda: v.get()

@case(3)
def what_a_context_variable_has_by_default():
    default = {"n": 1.0}
    v = contextvars.ContextVar("v", default=default)
    def f(x): v.get()["n"] += 1; return x * v.get()["n"]
    def change(n): v.set({"n": n * 1.0}) if n == 5 else None
    return f, lambda: v.get(), change

@case(3)
def a_context_variable_that_may_be_unset():
    v, tokens = contextvars.ContextVar("v"), []
    def f(x):
        try: return x * v.get()
        except LookupError: return x * v.get(7.0)
    def change(n):
        if n % 2: tokens.append(v.set(2.0))
        elif tokens: v.reset(tokens.pop())
    return f, lambda: v.get(None), change

@case(2)
def a_copied_context():
    v = contextvars.ContextVar("v", default=2.0)
    def inner(): v.set(v.get() + 1); return v.get()
    def f(x): return x * contextvars.copy_context().run(inner) + v.get()
    def change(n): v.set(n * 1.0)
    return f, lambda: v.get(), change

@case(2)
def types_of_numbers():
    n = [1.0]
    def f(x):
        n[0] += 0.5
        return x * {int: 2, float: 3}[type(n[0])] + (type(n[0]) is float) + len(type(n[0]).__name__)
    return f, lambda: n

@case(2)
def numbers_of_the_math_module():
    n = [1.5]
    def f(x):
        n[0] += 0.5
        rate = 0.5 * (1 + math.cos(math.pi * n[0] / 10)) * math.exp(-n[0]) + int(n[0]) + float(n[0])
        return x * rate + sum(divmod(n[0], 2)) + divmod(7, n[0])[1] + math.isfinite(n[0])
    return f, lambda: n

@case(2)
def tensors_full_of_a_number():
    n = [1.5]
    def f(x): n[0] += 0.25; return x + tl.ones(3) * n[0]
    return f, lambda: n

@case(2)
def tensors_made_of_a_number():
    n = [1.5]
    def f(x):
        n[0] += 0.25
        return (x + tl.full((3,), n[0]) + tl.full_like(x, n[0]) + x.new_full((3,), n[0])
                + tl.tensor(n[0]) + tl.as_tensor(n[0]))
    return f, lambda: n

@case(9)
def tensors_made_of_a_list_of_numbers():
    n = [1.5]
    def f(x): n[0] += 0.25; return x + tl.tensor([n[0], 1, 2])
    return f, lambda: n

@case(3)
def hidden_states_in_a_tuple():
    class Model(nn.Module):
        def __init__(self):
            super().__init__(); self.cell = nn.LSTMCell(3, 3); self.hidden = None
            for p in self.parameters(): nn.init.constant_(p, 0.1)
        def forward(self, x):
            h, c = self.cell(x, self.hidden)
            self.hidden = (h.detach(), c.detach())
            return h
    model = Model()
    return model, lambda: model.hidden

@case(3)
def a_state_in_nested_tuples():
    st = {"s": ((1.0, "a"), (tl.ones(3), (3, None)))}
    def f(x):
        (a, name), (t, (n, none)) = st["s"]
        st["s"] = ((a * 0.5, name), (t * 2, (n + 1, none)))
        st["last"] = st["s"][1]
        return x * a + t * n
    def change(n): st["s"] = ((1.0, "b"), st["s"][1]) if n == 5 else st["s"]
    return f, lambda: st, change

class State(typing.NamedTuple):
    step: int
    mean: tl.Tensor

@case(3)
def a_named_tuple():
    st, log = [State(0, tl.zeros(3))], []
    def f(x):
        log.append(st[0])
        st[0] = st[0]._replace(step=st[0].step + 1, mean=st[0].mean * 0.9 + x.mean(0))
        return x - log[-1].mean * st[0].step
    return f, lambda: [log, st]

@case(4)
def parameters_in_a_dict_that_is_replaced():
    params = {"w": tl.ones(3), "b": [tl.zeros(3), 2.0]}
    def f(x):
        nonlocal params
        y = x * params["w"] + params["b"][0]
        params = {"w": params["w"] - 0.1 * y.mean(0), "b": [y.mean(0), params["b"][1] * 0.5]}
        return y
    return f, lambda: params

@case(6)
def dicts_that_are_one_in_some_calls():
    st = {"a": {"v": 1.0}, "b": {"v": 2.0}}
    def f(x): st["a"]["v"] += 1; return x * st["b"]["v"] + (st["a"] is st["b"])
    def change(n):
        if n % 2: st["a"] = {"v": n * 2.0}
        if n in (3, 4): st["b"] = st["a"]
        if n == 5: st["b"] = {"v": 7.0}
    return f, lambda: st, change

@case(4)
def what_was_replaced_is_written_before():
    st, log = {"l": [1.0]}, []
    def f(x):
        old = st["l"]; old.append(2.0)
        st["l"] = [old[0] + 1]
        log.append(old)
        return x * old[-1]
    return f, lambda: [st, log]

@case(2)
def one_new_dict_in_several_places():
    a, b = {}, {}
    def f(x):
        d = {"t": x * 2}; d["own"] = d
        a["d"], b["d"], b["l"] = d, d, [d]
        return x
    def same(): return [d is a["d"] for d in (b["d"], *b["l"], a["d"]["own"])], a["d"]["t"]
    return f, same

@case(3)
def a_list_from_outside_in_a_new_one():
    own, a = [1.0], {}
    def f(x): a["p"] = [own, {"q": own}]; own.append(2.0); return x * len(own)
    def change(n): a.get("p", [own])[0].append(3.0)
    return f, lambda: [own, a["p"][0] is own, a["p"][1]["q"] is own], change

@case(9)
def tensors_that_share_memory_in_some_calls():
    st, base = {"a": tl.ones(2, 3), "b": tl.ones(2, 3)}, tl.arange(24.0).view(8, 3)
    def f(x): st["a"].add_(1); return x * st["a"] + st["b"]
    def change(n):
        if n in (1, 2): st["a"] = tl.ones(2, 3) * n; st["b"] = tl.ones(2, 3) * (n + 1)
        if n == 3: st["b"] = st["a"]
        if n in (4, 5): st["a"], st["b"] = base[n : n + 2], base[n - 1 : n + 1]
        if n > 5: st["a"] = tl.ones(2, 3) * n; st["b"] = st["a"][:1] * 2
    return f, lambda: [st, base], change

@case(9)
def a_number_as_a_key():
    n, found = [0], {}
    def f(x): n[0] += 1; found[n[0]] = x.sum(); found[0] = {n[0] + 1: [x.mean()]}; return x
    return f, lambda: found

@case(3)
def entries_in_another_order():
    d = {"a": 1.0, "b": 2.0}
    def f(x):
        for v in d.values(): x = x * v + 1
        return x
    def change(n):
        if n in (1, 2): d["a"] = n * 1.0
        elif n > 2: d["a" if n % 2 else "b"] = d.pop("a" if n % 2 else "b")
    return f, lambda: d, change

@case(9)
def entries_of_other_names():
    d = {"a": 1.0, "b": 2.0}
    def f(x):
        for k, v in d.items(): x = x * v + len(k)
        return x
    def change(n):
        d["a"] = n * 1.0
        if n > 2: d.pop("b", None); d["long" * n] = 2.0
    return f, lambda: d, change

@case(3)
def what_is_left_of_a_dict():
    d = {"a": 1.0}
    def f(x): d.pop("a", None); return x * (2 if d else 3)
    def change(n): d["a"] = 1.0; d.pop("b", None); d.update({"b": 1.0} if n % 2 else {})
    return f, lambda: d, change

@case(3)
def numbers_that_are_shown():
    n, told = [0], []
    class Shown:
        def write(self, text): told.append(text)
    def f(x): n[0] += 1; print("step", n[0], x.shape, x.dtype); return x
    return f, lambda: n

@case(2)
def a_method_of_a_list_given_on():
    log = []
    def f(x): list(map(log.append, [1.0, 2.0])); return x * len(log)
    def change(n): log.clear()
    return f, lambda: log, change

@case(2)
def a_dict_that_makes_entries():
    d = collections.defaultdict(lambda: 1.0)
    on = [True]
    def f(x): return x * (d["a"] if on[0] else 2.0)
    def change(n): on[0] = n % 2 == 0; d.clear()
    return f, lambda: dict(d), change
# fmt: on


@pytest.mark.parametrize("name", CASES)
def test_what_goes_on_from_call_to_call_needs_few_plans(name):
    make, plans = CASES[name]
    compiled = alike(make, 8)
    assert compiled.plans <= plans, compiled.recompiles


def test_guards_leave_what_they_look_at_as_it_is():
    """Looking for an entry made it, where the class makes what is missing."""
    d, key = collections.defaultdict(list), ["a"]

    def step(x):
        return x * len(d[key[0]])

    compiled = tl.compile(step)
    compiled(tl.ones(1))
    d.clear()
    key[0] = "b"
    compiled(tl.ones(1))
    assert list(d) == ["b"]


# ------------------------------------------------------------------ random lists

OPS = {
    "append": "l.append(next(c))", "extend": "l.extend([next(c), next(c)])",
    "iadd": "l += [next(c)]", "pop": "v.append(l.pop())", "first": "v.append(l[0])",
    "last": "v.append(l[-1])", "second": "v.append(l[1])", "before": "v.append(l[-2])",
    "set first": "l[0] = next(c)", "set last": "l[-1] = next(c)", "set second": "l[1] = l[0]",
    "count": "l[-1] += 1", "del first": "del l[0]", "del last": "del l[-1]",
    "len": "v.append(len(l))", "if": "v.append(2 if l else 3)", "clear": "l.clear()",
    "if long": "v.append(l[0] if len(l) > 2 else 5)", "while long": "while len(l) > 4: take(l)",
    "sum": "v.append(sum(l))", "tail": "v.extend(list(l)[-2:])", "reverse": "l.reverse()",
    "in": "v.append(7 in l)", "insert": "l.insert(0, next(c))", "copy": "v.append(sum(list(l)))",
    "take": "v.append(take(l))", "remove": "l.remove(l[0])", "swap": "l[0], l[-1] = l[-1], l[0]",
    "loop": "v.extend(a * 2 for a in l)", "tensor": "l.append(x.sum())",
}  # fmt: skip
OF_LISTS = {
    "part": "v.extend(l[-2:])", "head": "v.extend(l[:2])", "pop first": "v.append(l.pop(0))",
    "all but": "l[:] = l[1:]", "times": "l *= 2", "middle": "v.extend(l[1:-1])",
    "set part": "l[1:2] = [next(c)]", "del part": "del l[1:]", "sort": "sort(l)",
}  # fmt: skip
OF_DEQUES = {"popleft": "v.append(l.popleft())", "left": "l.appendleft(next(c))",
             "rotate": "l.rotate(1)"}  # fmt: skip
PROGRAM = """
import itertools
def take(l): return l.pop() if isinstance(l, list) else l.popleft()
def sort(l): l.sort(key=float)
def step(x, l):
    c, v = itertools.count(10), []
    try:
        {}
    except IndexError:
        v.append(-1)
    for each in v: x = x * 0.5 + each
    return x
l = None
def f(x):
    global l
    return step(x, l)
"""


@pytest.mark.parametrize("seed", range(COUNT))
def test_random_lists(seed):
    r = random.Random(seed)
    limit = r.choice([None, None, 3, 5])
    kind = list if r.random() < 0.6 else functools.partial(collections.deque, maxlen=limit)
    ops = OPS | (OF_LISTS if kind is list else OF_DEQUES)
    lines = [ops[r.choice(list(ops))] for _ in range(1 + r.randrange(5))]
    text = PROGRAM.format("\n        ".join(lines))
    lengths = [r.randrange(6) for _ in range(9)]
    between = [r.random() < 0.4 for _ in lengths]
    told = []
    for wrap in (lambda f: f, tl.compile):
        space = {"__name__": "random_lists"}
        exec(text, space)
        space["l"] = kind(float(n) for n in range(lengths[0]))
        function, found = wrap(space["f"]), []
        for number, length in enumerate(lengths):
            if number and between[number]:
                space["l"].clear()
                space["l"].extend(n * 1.0 + number for n in range(length))
            try:
                result = function(tl.ones(2))
            except tl.TraceError as error:
                assert "remove" in text or "7 in" in text or "sort" in text, error
                return  # a tensor in the list is compared
            except (RuntimeError, TypeError, ValueError) as error:
                result = type(error).__name__
            found.append(content([result, list(space["l"])]))
        told.append(found)
    assert told[0] == told[1], f"seed {seed}: {lines}"


# ------------------------------------------------------------------ what is refused

variable = contextvars.ContextVar("variable", default=1.0)
outer = contextvars.copy_context()
kept: dict = {}


def _keeps_a_tensor(x):
    y = x * 2
    kept["f"] = lambda v: v + y
    return x


def _keeps_a_default(x):
    kept["f"] = lambda v, y=x * 2: v + y
    return x


def _keeps_a_count(x):
    n = 0

    def count():
        nonlocal n
        n += 1
        return n

    kept["f"] = count
    return x


def _keeps_a_class(x):
    class Made:
        value = x * 2

    kept["f"] = Made
    return x


def _gives_a_function(x):
    y = x * 2
    return lambda v: v + y


def _gives_a_method(x):
    return [x].append


REFUSED = {
    "a closure of a tensor": (_keeps_a_tensor, "a new function in"),
    "a default": (_keeps_a_default, "a new function in"),
    "a closure that counts": (_keeps_a_count, "a new function in"),
    "a class with a tensor": (_keeps_a_class, "a new type in"),
    "a function": (_gives_a_function, "a new function that is returned"),
    "a variable set by a library": (lambda x: list(map(variable.set, [1])) and x, r"set\(\) of a"),
    "a context that goes on": (lambda x: x * outer.run(variable.get), "a context that goes on"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_holds_values_of_one_call_is_refused(name):
    function, reason = REFUSED[name]
    for _ in range(2):
        with pytest.raises(tl.TraceError, match=rf"compile: expected .*{reason}.*; try "):
            tl.compile(function)(tl.ones(2, 3))
    assert not kept


def test_functions_that_hold_nothing_of_a_call_are_written():
    log = []
    scale = tl.ones(3)

    def make(factor):
        def recursive(x, depth=1):
            return recursive(x * factor, depth - 1) if depth else x + scale

        return recursive

    @tl.compile
    def step(x):
        log.append(make(3.0))
        return log[-1](x)

    for number in range(4):
        assert step(tl.ones(3) * number).tolist() == [3.0 * number + 1] * 3
        assert log[-1](tl.ones(3)).tolist() == [4.0] * 3


# ------------------------------------------------------------------ finalizers and errors


class Finalized:
    gone = 0

    def __del__(self):
        type(self).gone += 1


one = Finalized()
WAYS = {
    "a call": lambda: Finalized(),
    "without __init__": lambda: object.__new__(Finalized),
    "of the class": lambda: Finalized.__new__(Finalized),
    "copied": lambda: copy.copy(one),
    "copied deep": lambda: copy.deepcopy([one]),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_finalizer_runs_once_in_each_call(way, capsys):
    """The first recording, which is dropped, had run it before it could be followed."""
    make, told = WAYS[way], []
    for wrap in (lambda f: f, tl.compile):
        Finalized.gone = 0
        step = wrap(lambda x: make() and x * 2)
        told.append([])
        for _ in range(4):
            step(tl.ones(2))
            told[-1].append(Finalized.gone)
    assert told[0] == told[1] == [1, 2, 3, 4]
    assert not capsys.readouterr().err


def _recordings(monkeypatch):
    """A list that gets an entry for each recording."""
    from tensorlite.plan import compiled

    found, record = [], compiled.record
    monkeypatch.setattr(compiled, "record", lambda *given: found.append(1) or record(*given))
    return found


def test_a_call_that_always_raises_is_recorded_once(monkeypatch):
    recordings, limit = _recordings(monkeypatch), [2.0]

    @tl.compile
    def step(x, k):
        if k > limit[0]:
            raise ValueError(f"above {limit[0]}")
        return x * k

    for k in (3.0, 3.0, 1.0, 3.0, 1.0, 3.0, 3.0):
        if k > 2:
            with pytest.raises(ValueError, match="above 2"):
                step(tl.ones(2), k)
        else:
            assert step(tl.ones(2), k).tolist() == [k, k]
    assert len(recordings) == 2
    limit[0] = 4.0  # now it does not raise
    assert step(tl.ones(2), 3.0).tolist() == [3.0, 3.0]


def test_a_call_that_raises_each_time_anew_is_soon_left_to_eager_code(monkeypatch):
    recordings, count = _recordings(monkeypatch), {"n": 0}

    @tl.compile
    def step(x):
        count["n"] += 1
        if count["n"] < 40:
            raise ValueError(f"call {count['n']}")
        return x * count["n"]

    for number in range(1, 40):
        with pytest.raises(ValueError, match=f"call {number}$"):
            step(tl.ones(2))
    assert len(recordings) <= 20
    for number in (40, 41, 42):
        assert step(tl.ones(2)).tolist() == [number, number]
    assert step.plans


def test_what_is_shown_has_the_numbers_of_each_call(capsys):
    count = {"n": 0}

    @tl.compile
    def step(x):
        count["n"] += 1
        print("step", count["n"], count["n"] * 0.5, x.shape, x.dtype, sep="|")
        return x

    for _ in range(5):
        step(tl.ones(2))
    lines = capsys.readouterr().out.splitlines()
    assert lines == [f"step|{n}|{n * 0.5}|{tl.ones(2).shape}|{tl.float32}" for n in range(1, 6)]
    assert step.plans <= 2


def test_lines_of_refusals_are_the_functions():
    line = inspect.getsourcelines(_keeps_a_tensor)[1] + 2
    with pytest.raises(tl.TraceError, match=rf"test_plan_lists\.py:{line}"):
        tl.compile(_keeps_a_tensor)(tl.ones(2))
