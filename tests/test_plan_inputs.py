"""What differs from call to call is an input of a plan, or selects one of the plans at hand."""

import array
import collections
import copy
import ctypes
import decimal
import gc
import hashlib
import inspect
import mmap
import os
import pickle
import queue
import random
import struct
import sys
import time
import types
from pathlib import Path

import numpy as np
import pytest
from test_plan import mlp
from test_plan_table import content

import tensorlite as tl
from tensorlite import nn, optim
from tensorlite.nn import functional as F
from tensorlite.utils.checkpoint import checkpoint


class Counted:
    """Keeps every name that is looked up on it, those of its watchers too."""

    v, names = 2.0, []

    def __getattribute__(self, name):
        Counted.names.append(name)
        return object.__getattribute__(self, name)


def x():
    return tl.arange(6.0).reshape(2, 3) / 10


def agree(make, calls, plans):
    """Eager and compiled agree in each of `calls`, with at most so many plans; the last one."""
    plain, compiled = make(), tl.compile(make())
    for arguments in calls:
        assert content(compiled(*arguments)) == content(plain(*arguments)), arguments
    assert compiled.plans <= plans, compiled.recompiles
    return compiled


# ------------------------------------------------------------------ numbers

NUMBERS = {
    "operand": lambda a, k: a * k + k,
    "arithmetic": lambda a, k: a * (1 - k) ** 2 + a / (k + 1) - abs(-k),
    "reversed": lambda a, k: (2 - k) * a + 3**k - 7 // (k + 1) + 7 % (k + 1),
    "rounded": lambda a, k: a * round(k, 1) - (-k),
    "maximum": lambda a, k: a * max(k, 0.25) + min(k, 100),
    "power": lambda a, k: (a + 1) ** (k + 0.25),
    "lerp": lambda a, k: a.lerp(a * 2, k),
    "where": lambda a, k: tl.where(a > k, a, k),
    "comparison": lambda a, k: (a > k).float(),
    "in place": lambda a, k: (a * 1).mul_(k).add_(k),
    "loss": lambda a, k: F.mse_loss(a, a * 0) * k + (1 - k) * a.sum(),
    "returned": lambda a, k: (a, k * 2, [k]),
    "in a list": lambda a, k: a + tl.tensor([[k, 1.0, 2 * k], [3, k, k - 1]]),
    "in a list of its own": lambda a, k: tl.tensor([k, 1]) * tl.tensor([k, 1], dtype=tl.float64),
    "index_fill": lambda a, k: a.index_fill(0, tl.tensor([1]), k),
    "eps of rows": lambda a, k: F.layer_norm(a, (3,), eps=k) + F.rms_norm(a, (3,), eps=k),
    "eps of a norm": lambda a, k: F.normalize(a, eps=k),
    "eps of an image": lambda a, k: F.instance_norm(a.view(1, 2, 3), eps=k),
    "huber": lambda a, k: F.huber_loss(a * 9, a * 0, delta=k),
    "smooth_l1": lambda a, k: F.smooth_l1_loss(a * 9, a * 0, beta=k),
    "hinge": lambda a, k: F.hinge_embedding_loss(a, a * 0 - 1, margin=k),
    "label_smoothing": lambda a, k: F.cross_entropy(a, tl.tensor([1, 2]), label_smoothing=k / 10),
    "nan_to_num": lambda a, k: (a / 0).nan_to_num(k, k + 1, -k),
    "dropout": lambda a, k: F.dropout(a, k / 10),
    "bernoulli_": lambda a, k: a.clone().bernoulli_(k / 10),
    "uniform_": lambda a, k: a.clone().uniform_(-k, k),
    "normal_": lambda a, k: a.clone().normal_(k, k + 1),
    "log_normal_": lambda a, k: a.clone().log_normal_(k, k / 10),
    "exponential_": lambda a, k: a.clone().exponential_(k),
    "normal": lambda a, k: tl.normal(k, k + 1, (3,)),
}  # fmt: skip


@pytest.mark.parametrize("kind", [float, int])
@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_among_the_arguments(name, kind):
    values = [kind(v) for v in (1, 2, 3, 5, 8)]
    compiled, plain = tl.compile(NUMBERS[name]), NUMBERS[name]
    for v in values:
        tl.manual_seed(v)
        expected = content(plain(x(), v))
        tl.manual_seed(v)
        assert content(compiled(x(), v)) == expected
    assert compiled.plans <= 3
    assert compiled.recompiles == []


def test_powers_that_have_a_kernel_of_their_own_keep_their_bits():
    """A square was the power of two by the general kernel: one bit off, once a number varied."""

    def function(a, k):
        return a**k, tl.autograd.grad((a**k).sum(), a)[0]

    compiled = tl.compile(function)
    for k in (7.5, 8.5, 2.0, 3.0, 0.5, -1.0, -0.5, 2, 3, 1.0, 4.5):
        a = (tl.arange(300.0) / 70 + 0.1).requires_grad_()
        assert content(compiled(a, k)) == content(function(a, k)), k
    whole = tl.compile(lambda n, k: n**k)
    for k in (3, 4, 5, 2):
        assert whole(tl.tensor([2, -3]), k).tolist() == [2**k, (-3) ** k]
    with pytest.raises(RuntimeError, match="Integers to negative integer powers"):
        whole(tl.tensor([2, -3]), -1)


def clipped_to(limit, how):
    w = nn.Parameter(tl.ones(3))
    (w * tl.tensor([3.0, -4.0, 12.0])).sum().backward()
    how(w, limit)
    return w.grad


@pytest.mark.parametrize("how", [nn.utils.clip_grad_norm_, nn.utils.clip_grad_value_])
def test_the_limit_of_clipping_is_an_input(how):
    calls = [(k, how) for k in (1.0, 2.0, 3.5, 100.0, 4.0)]
    assert agree(lambda: clipped_to, calls, 4).recompiles == []


def test_random_draws_take_the_parameters_of_their_first_call(monkeypatch):
    """The call that was recorded read a probability from memory that nobody had filled."""
    monkeypatch.setattr(np, "empty", lambda shape, *how, **named: np.full(shape, 7, *how, **named))
    names = "dropout", "bernoulli_", "uniform_", "normal_", "exponential_"
    for name in names:
        compiled = tl.compile(NUMBERS[name])
        for k in (1.0, 2.0, 5.0, 3.0):
            tl.manual_seed(0)
            found = content(compiled(x(), k))
            tl.manual_seed(0)
            assert found == content(NUMBERS[name](x(), k)), name


GRADIENTS = {
    "operand": lambda a, k: (a * k).sin() * k,
    "row": lambda a, k: F.layer_norm(a * a, (3,), eps=k),
    "list": lambda a, k: a.sin() * tl.tensor([k, 1.0, 2 * k]),
    "dropout": lambda a, k: F.dropout(a * a, k / 10) * k,
    "recomputed": lambda a, k: checkpoint(lambda a: F.dropout(a * k, 0.5).sin(), a,
                                          use_reentrant=False),
}  # fmt: skip


@pytest.mark.parametrize("name", GRADIENTS)
def test_each_gradient_takes_the_numbers_of_its_call(name):
    """Two calls before the first backward: both gradients were those of the later number."""

    def gradients(function):
        for k in (1.0, 2.0, 3.0):
            function(x().requires_grad_(), k)
        tl.manual_seed(1)
        inputs = [x().requires_grad_() for _ in range(3)]
        results = [function(a, k) for a, k in zip(inputs, (5.0, 7.0, 2.0), strict=True)]
        for result in results:
            result.sum().backward()
        return [a.grad.tolist() for a in inputs]

    compiled = tl.compile(GRADIENTS[name])
    assert gradients(compiled) == gradients(GRADIENTS[name])
    assert compiled.plans == 2


def test_numbers_keep_their_types():
    compiled = tl.compile(lambda a, k: (k * 2, k / 2, k // 2, a.long() * k))
    for k in (1, 2, 3, 4):
        found = compiled(x(), k)
        assert [type(v) for v in found[:3]] == [int, float, int]
        assert found[3].dtype is tl.int64
    assert compiled.plans == 2
    assert compiled(x(), 2.0)[3].dtype is tl.float32


def test_a_number_in_a_dict_of_arguments_and_a_keyword():
    def make():
        return lambda a, options, *, scale=1.0: a * options["weight"] + scale

    compiled = tl.compile(make())
    for k in range(5):
        options = {"weight": 0.5 + k}
        assert content(compiled(x(), options, scale=k * 0.1)) == content(
            make()(x(), options, scale=k * 0.1)
        )
    assert compiled.plans == 2


def test_what_a_number_decides_is_what_a_plan_holds_for():
    def make():
        return lambda a, k: a * k if k % 3 == 0 else a + k

    assert agree(make, [(x(), k) for k in range(12)], 4).plans == 3


def test_a_number_that_becomes_a_size_or_a_static_makes_plans():
    def make():
        return lambda a, n: tl.cat([a] * n)[:n].clamp(min=n)

    agree(make, [(x(), n) for n in (1, 2, 3, 2, 1, 3)], 4)


def test_special_numbers():
    nan = float("nan")
    values = (0.0, -0.0, nan, nan, 1e400)
    compiled = agree(lambda: lambda a, k: a * k, [(x(), v) for v in values], 3)
    assert np.signbit(compiled(x() + 1, -0.0).numpy()).all()
    with pytest.raises(ZeroDivisionError):
        tl.compile(lambda a, k: a * (1 / k))(x(), 0.0)
    divided = tl.compile(lambda a, k: a * (1 / k))
    for k in (1.0, 2.0, 4.0):
        assert content(divided(x(), k)) == content(x() * (1 / k))
    with pytest.raises(ZeroDivisionError):
        divided(x(), 0.0)
    assert content(divided(x(), 8.0)) == content(x() / 8)
    assert divided.recompiles == ["a number that cannot be computed"]


def test_an_error_of_the_users_fixes_no_number():
    def scaled(a, k):
        if k < 0:
            raise ValueError("negative")
        return a * k

    compiled = tl.compile(scaled)
    for k in (1.0, 2.0):
        compiled(x(), k)
    with pytest.raises(ValueError, match="negative"):
        compiled(x(), -1.0)
    for k in (1.0, 2.0, 3.0):
        assert content(compiled(x()[:1], k)) == content(x()[:1] * k)
    assert compiled.plans == 3
    compiled.reset()
    assert compiled.plans == 0


class Annealed(nn.Module):
    def __init__(self):
        super().__init__()
        self.temperature, self.epochs = 1.0, 0
        self.lin = nn.Linear(3, 3)

    def forward(self, a):
        self.epochs += 1
        return (self.lin(a) / self.temperature).softmax(-1) * self.epochs


def test_attributes_that_are_annealed():
    tl.manual_seed(0)
    one = Annealed()
    two = copy.deepcopy(one)
    compiled = tl.compile(one)
    for _ in range(8):
        assert content(compiled(x())) == content(two(x()))
        assert one.epochs == two.epochs
        one.temperature *= 0.9
        two.temperature *= 0.9
    assert compiled.plans == 2, compiled.recompiles


# ------------------------------------------------------------------ gradients present or not


def accumulating(every):
    tl.manual_seed(0)
    model = mlp()
    optimizer = optim.SGD(model.parameters(), lr=0.1)

    def step(a, b, k):
        loss = F.mse_loss(model(a), b)
        loss.backward()
        if k % every == every - 1:
            optimizer.step()
            optimizer.zero_grad()
        return [loss, *(None if p.grad is None else p.grad.sum() for p in model.parameters())]

    return step


def test_gradient_accumulation():
    calls = [(tl.ones(4, 5) * k, tl.ones(4, 3), k) for k in range(16)]
    compiled = agree(lambda: accumulating(4), calls, 5)
    before = compiled.plans
    for arguments in calls:
        compiled(*arguments)
    assert compiled.plans == before


@pytest.mark.parametrize("keep", [False, True])
def test_accumulation_outside_of_the_optimizer(keep):
    """The micro-steps are compiled, the step is not; gradients that somebody keeps stay."""
    found = []
    for wrap in (tl.compile, lambda f: f):
        tl.manual_seed(0)
        model = mlp()
        optimizer = optim.Adam(model.parameters(), lr=0.1)
        kept, told = [], []

        @wrap
        def micro(a, b, model=model):
            loss = F.mse_loss(model(a), b)
            loss.backward()
            return loss

        for k in range(12):
            micro(tl.ones(4, 5) * k, tl.ones(4, 3))
            if keep:
                kept.append(model[0].weight.grad)
            if k % 3 == 2:
                optimizer.step()
                optimizer.zero_grad()
        told = content([*model.parameters(), *kept])
        found.append(told)
        if wrap is tl.compile:
            assert micro.plans == 2, micro.recompiles
    assert found[0] == found[1]


def test_gradients_in_one_flat_buffer():
    found = []
    for wrap in (tl.compile, lambda f: f):
        tl.manual_seed(0)
        model = nn.Linear(3, 2)
        flat = tl.zeros(8)
        model.weight.grad, model.bias.grad = flat[:6].view(2, 3), flat[6:]

        @wrap
        def step(a, model=model):
            model(a).square().sum().backward()

        for k in range(3):
            step(x() + k)
        found.append(content([flat, model.weight.grad]))
    assert found[0] == found[1]


# ------------------------------------------------------------------ leaves made inside


def physics(model, optimizer):
    def step(points):
        optimizer.zero_grad()
        p = points.detach().requires_grad_(True)
        u = model(p)
        (du,) = tl.autograd.grad(u.sum(), p, create_graph=True)
        loss = (du + u).square().mean()
        loss.backward()
        optimizer.step()
        return loss

    return step


def test_a_leaf_made_inside():
    def make():
        tl.manual_seed(0)
        model = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1))
        return physics(model, optim.Adam(model.parameters(), lr=0.01))

    assert agree(make, [(x() + k,) for k in range(5)], 1).recompiles == []


def test_requires_grad_of_an_argument_inside():
    def function(a):
        a.requires_grad_()
        (a**2).sum().backward()
        return a.grad

    compiled = tl.compile(function)
    for _ in range(3):
        one, two = x(), x()
        assert content(compiled(one)) == content(function(two))
        assert one.requires_grad and one.is_leaf
        assert content(one.grad) == content(two.grad)
    assert compiled.plans == 1


def test_a_generator_that_is_captured_goes_on():
    """A call put it back to where it stood after the recording: the same numbers each time."""

    def make():
        generator = tl.Generator().manual_seed(1)
        return lambda a: a * tl.rand(2, 3, generator=generator)

    agree(make, [(x(),)] * 5, plans=1)


def test_a_seed_that_is_asked_for_beside_a_draw():
    """The draws changed the generator, whose attributes were all watched: another plan."""

    def make():
        generator = tl.Generator().manual_seed(1)
        return lambda a: a * generator.initial_seed() + tl.rand(2, 3, generator=generator)

    agree(make, [(x(),)] * 5, plans=1)


# ------------------------------------------------------------------ memory that tensors show

MEMORY = {
    "bytearray": lambda: bytearray(12),
    "memoryview": lambda: memoryview(bytearray(12)),
    "array": lambda: array.array("f", [0, 0, 0]),
    "c_float": lambda: (ctypes.c_float * 3)(),
    "ndarray": lambda: np.zeros(3, np.float32),
}
SHARING = {
    "frombuffer": lambda a: tl.frombuffer(a, dtype=tl.float32),
    "from_numpy": tl.from_numpy,
    "from_dlpack": tl.from_dlpack,
    "asarray": tl.asarray,
    "as_tensor": tl.as_tensor,
    "tensor": tl.tensor,
    "through NumPy": lambda a: tl.tensor(np.frombuffer(a, np.float32)),
}
ANEW = {*[("frombuffer", kind) for kind in MEMORY], ("from_numpy", "ndarray"),
        ("from_dlpack", "ndarray")}  # fmt: skip


@pytest.mark.parametrize("kind", MEMORY)
@pytest.mark.parametrize("name", SHARING)
def test_memory_that_others_change_is_read_anew_or_watched_or_refused(name, kind):
    memory, make = MEMORY[kind](), SHARING[name]
    words = np.frombuffer(memory, np.float32)

    def function(a):
        return a * make(memory)

    try:
        function(tl.ones(3))
    except (TypeError, RuntimeError):  # nothing to compile: no numbers of a float
        assert kind != "ndarray" and name != "frombuffer"
        return
    compiled = tl.compile(function)
    if kind != "ndarray" and name != "frombuffer":
        with pytest.raises(tl.TraceError, match=r"content may change at .*; try tensorlite\.f"):
            compiled(tl.ones(3))
        return
    for number in range(4):
        assert content(compiled(tl.ones(3))) == content(function(tl.ones(3)))
        words[number % 3] += 1
    assert compiled.plans == (1 if (name, kind) in ANEW else 4)


@pytest.mark.parametrize("name, kind", [
    ("frombuffer", "bytearray"), ("frombuffer", "ndarray"), ("from_numpy", "ndarray"),
    ("from_dlpack", "ndarray"),
])  # fmt: skip
def test_memory_that_tensors_show_is_written(name, kind):
    """What a step wrote there was lost: each call wrote to a copy of it."""
    memory = MEMORY[kind]()

    def function(a):
        SHARING[name](memory).add_(a)
        return tl.frombuffer(memory, dtype=tl.float32) * 2

    compiled = tl.compile(function)
    for number in range(1, 4):
        assert compiled(tl.ones(3)).tolist() == [2.0 * number] * 3
        assert np.frombuffer(memory, np.float32).tolist() == [number] * 3
    assert compiled.plans == 1


READS = {
    "an element": lambda array: float(array[0]),
    "its sum": lambda array: float(array.sum()),
    "a copy": lambda array: tl.tensor(array),
    "as a list": lambda array: array.tolist()[0],
}


@pytest.mark.parametrize("name", READS)
def test_the_host_reads_an_array_that_the_step_writes(name):
    """It would be read before the step runs; what is read before it is written is watched."""

    def late(a):
        tl.from_numpy(memory).add_(a)
        return a * READS[name](memory)

    def early(a):
        found = READS[name](memory)
        tl.from_numpy(memory).add_(a)
        return a * found

    memory = np.zeros(3, np.float32)
    with pytest.raises(tl.TraceError, match="numbers of an array that this function writes as a t"):
        tl.compile(late)(tl.ones(3))
    assert memory.tolist() == [0, 0, 0]
    compiled = tl.compile(early)
    for number in range(4):
        step = early if number % 2 else compiled
        assert step(tl.ones(3)).tolist() == [number * (3.0 if name == "its sum" else 1.0)] * 3
        assert memory.tolist() == [number + 1] * 3


def test_an_array_that_gets_another_shape():
    shown = np.arange(6, dtype=np.float32)
    compiled = tl.compile(lambda a: a + tl.from_numpy(shown))
    for shape in (6,), (3, 2), (6,):
        shown.shape = shape
        assert compiled(tl.zeros(())).tolist() == shown.tolist()


# ------------------------------------------------------------------ what is refused, with its line

rng = random.Random(0)
stream = iter(range(100))
blob = bytearray(b"ab")
window, column, entries = memoryview(blob), array.array("f", [1, 2, 3]), {"a": 1}.values()
running, digest, mapped = (v for v in [1.0]), hashlib.md5(b"x"), mmap.mmap(-1, 8)
numbered: dict = {}
number_of_c, tasks, captured = ctypes.c_double(1), queue.Queue(), tl.ones(3)


class Box:
    pass


def read():
    with open(__file__) as file:
        return file.read()


box = Box()
def other_library():
    """A class as that of a DataFrame, of a module among the installed packages."""
    module = types.ModuleType("frames")
    module.__file__ = "/somewhere/site-packages/frames/__init__.py"
    text = ("class Frame:\n    factor = 2.0\n"
            "    def __array__(self, dtype=None, copy=None): return np.ones(2, np.float32)\n")
    exec(text, module.__dict__)
    module.np = np
    sys.modules["frames"] = module
    return module.Frame()


FRAME = other_library()
CONTEXT, COUNTED = decimal.getcontext(), Counted()
REFUSED = {
    "data of another library": (lambda x: x * FRAME.factor, r"a frames\.Frame, whose content may"),
    "the same, given on": (lambda x: x * tl.tensor(FRAME), r"a frames\.Frame, whose content may"),
    "random": (lambda a: a * random.random(), "answers differently at each call"),
    "own random": (lambda a: a * rng.random(), "answers differently at each call"),
    "numpy random": (lambda a: a * float(np.random.rand()), "answers differently at each call"),
    "clock": (lambda a: a * time.time(), "answers differently at each call"),
    "file": (lambda a: a * len(read()), "answers differently at each call"),
    "iterator": (lambda a: a * next(stream), "goes on from call to call"),
    "a list of an iterator": (lambda a: a * len([*stream]), "goes on from call to call"),
    "an iterator, mapped": (lambda a: a * next(map(float, stream)), "goes on from call to call"),
    "an iterator, spread": (lambda a: a * max(*stream), "goes on from call to call"),
    "in an iterator": (lambda a: a * (3 in stream), "goes on from call to call"),
    "a list that takes an iterator": (lambda a: a * [].extend(stream), "goes on from call to call"),
    "a generator that is sent to": (lambda a: a * running.send(None), "goes on from call to call"),
    "a seconds' name": (lambda a: a * float(time.strftime("%S")), "answers differently at each"),
    "the collector": (lambda a: a * gc.isenabled(), "answers differently at each call"),
    "a count of references": (lambda a: a * sys.getrefcount(box), "answers differently at each"),
    "a frame": (lambda a: a * sys._getframe().f_lineno, "answers differently at each call"),
    "the errors of arrays": (lambda a: np.seterr(divide="raise") and a, "changes a setting"),
    "a limit": (lambda a: [a, sys.setrecursionlimit(999)], "changes a setting"),
    "a precision": (lambda a: setattr(CONTEXT, "prec", 5) or a, "setting prec of a Context"),
    "a count of all lookups": (lambda a: a * COUNTED.v, "looks something up and changes objects"),
    "the stack": (lambda a: a * len(inspect.stack()), "answers differently at each call"),
    "a state of C code": (lambda a: a * digest.digest()[0], "a HASH, whose state cannot be seen"),
    "a map of memory": (lambda a: a * mapped[0], "a mmap, whose content may change"),
    "a tensor as a key": (lambda a: numbered.setdefault(a, 1), "may be another one at each call"),
    "bytes": (lambda a: a * blob[0], "a bytearray, whose content may change"),
    "length of bytes": (lambda a: a * len(blob), "a bytearray, whose content may change"),
    "a view of bytes": (lambda a: a * sum(window), "a memoryview, whose content may change"),
    "unpacked bytes": (lambda a: a * struct.unpack("h", blob)[0], "a bytearray, whose content"),
    "an array": (lambda a: a * tl.tensor(column), "an array, whose content may change"),
    "memory of C": (lambda a: a * number_of_c.value, "a c_double, whose content may change"),
    "values of a dict": (lambda a: a * sum(entries), "a dict_values, whose content may change"),
    "a path": (lambda a: a * Path("x").exists(), "answers differently at each call"),
    "a path's name": (lambda a: a * os.path.isfile("x"), "answers differently at each call"),
    "a queue": (lambda a: a * tasks.qsize(), "answers differently at each call"),
    "a version": (lambda a: a * captured._version, "the version of a tensor"),
    "subclasses": (lambda a: a * len(Box.__subclasses__()), "the subclasses of a class"),
    "evaluated text": (lambda a: a * eval("len(entries)"), r"eval\(\) or exec\(\) of text"),
    "state of draws": (lambda a: a * tl.get_rng_state().sum(), "a new Tensor each time"),
    "new object": (lambda a: setattr(box, "made", Box()), "a new Box in"),
    "returned object": (lambda a: Box(), "a new Box that is returned"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_watched_is_refused_with_its_line(name):
    function, reason = REFUSED[name]
    with pytest.raises(tl.TraceError, match=rf"compile: expected .*{reason}.*; try ") as caught:
        tl.compile(function)(x())
    line = inspect.getsourcelines(function)[1]
    if name not in ("returned object", "file", "a count of all lookups"):
        assert f"test_plan_inputs.py:{line}" in str(caught.value)
    assert "made" not in vars(box)


def test_attributes_of_an_argument():
    def function(a):
        a.told = a.sum()
        return a * getattr(a, "factor", 1.0)

    compiled = tl.compile(function)
    for factor in (None, 2.0, 3.0, None, 4.0):
        a, b = x(), x()
        for each in (a, b):
            if factor is not None:
                each.factor = factor
        assert content(compiled(a)) == content(function(b))
        assert content(a.told) == content(b.told)
    assert compiled.plans <= 3


def test_one_tensor_in_two_places():
    compiled = tl.compile(lambda a, b: a * (2 if a is b else 3) * (5 if a is a else 7))
    a = tl.ones(3)
    assert compiled(a, tl.ones(3)).tolist() == [15.0] * 3
    with pytest.raises(tl.TraceError, match=r"one tensor that is found in two places.*; try"):
        compiled(a, a)


def test_an_array_that_the_function_writes_is_refused():
    counts = np.zeros(3)

    def function(a):
        counts[0] += 1
        return a

    with pytest.raises(tl.TraceError, match=r"elements of a NumPy array at .*counts\[0\] \+= 1"):
        tl.compile(function)(x())


def test_after_an_error_all_objects_are_as_before():
    log, told = [], collections.Counter()

    def function(a):
        log.append(a)
        told["n"] += 1
        return a.sum().item()

    with pytest.raises(tl.TraceError):
        tl.compile(function)(x())
    assert log == []
    assert told == {}


def test_functions_are_as_before():
    def function(a):
        return a * 2

    code = function.__code__
    tl.compile(function)(x())
    assert function.__code__ is code


# ------------------------------------------------------------------ debugging, copies


def test_a_stale_plan_is_found_by_the_debug_mode(monkeypatch):
    state = {"scale": 2.0, "function": tl.exp}
    compiled = tl.compile(lambda a: state["function"](a) * state["scale"], check_every=2)
    for k in range(4):
        state["scale"] = float(k)
        assert content(compiled(x())) == content(x().exp() * float(k))
    plan = compiled.at_hand()[0]
    monkeypatch.setattr(plan.guards, "holds", lambda arguments: ((), ()))
    state["function"] = tl.sin
    with pytest.raises(RuntimeError, match=r"got a stale one: it differs first at .*state\["):
        for _ in range(2):
            compiled(x())
    with pytest.raises(ValueError, match="check_every to be a number of calls; got 0"):
        tl.compile(lambda a: a, check_every=0)


def schedule(wrap):
    """What four steps with dropout, Adam and a scheduler leave."""
    tl.manual_seed(0)
    model = nn.Sequential(nn.Linear(3, 4), nn.Dropout(0.5), nn.Linear(4, 1))
    optimizer = optim.Adam(model.parameters(), lr=0.1)
    scheduler = optim.lr_scheduler.ExponentialLR(optimizer, 0.9)
    losses = []

    def step(a):
        optimizer.zero_grad()
        loss = model(a).square().sum()
        loss.backward()
        optimizer.step()
        scheduler.step()
        losses.append(loss)

    step = wrap(step)
    for _ in range(4):
        step(x())
    return content([losses, *model.parameters(), scheduler.get_last_lr()])


def test_the_debug_mode_changes_nothing():
    assert schedule(lambda f: tl.compile(f, check_every=1)) == schedule(lambda f: f)


@tl.compile
def doubled(a):
    """Twice as much."""
    return a * 2


def test_the_debug_mode_knows_numbers_of_the_first_recording():
    compiled = tl.compile(lambda a: a * 2.53125 + 1.28125, check_every=2)
    for _ in range(4):
        assert content(compiled(x())) == content(x() * 2.53125 + 1.28125)
    assert compiled.plans == 1


def test_copies_and_pickles():
    assert pickle.loads(pickle.dumps(doubled)) is doubled
    assert content(copy.copy(doubled)(x())) == content(x() * 2)
    model = nn.Linear(3, 2)
    compiled = tl.compile(model)
    again = copy.deepcopy(compiled)
    with tl.no_grad():
        model.weight.zero_()
    assert content(again(x())) != content(compiled(x()))
    sent = pickle.loads(pickle.dumps(compiled))
    assert content(sent(x())) == content(compiled(x()))
    assert [p.shape for p in compiled.parameters()] == [p.shape for p in model.parameters()]
    with pytest.raises(AttributeError):
        compiled.nothing  # noqa: B018
