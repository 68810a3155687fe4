"""The gate: whatever is called wrongly is refused in one form, under the public name.

Every public function is called with each argument malformed in turn. What a user's own code raises
passes as it is.
"""

import functools
import inspect
import os
import pickle
import re
import subprocess
import sys
import warnings

import numpy as np
import pytest
from numba.core.errors import TypingError

import tensorlite as tl
from tensorlite import nn, optim
from tensorlite.op import Elementwise, methods, registry
from tensorlite.utils import data

F = nn.functional
FORM = re.compile(r"([\w.]+)(\(\))?: .")
ACCIDENTS = (AttributeError, OverflowError, StopIteration, UnboundLocalError, ZeroDivisionError,
             RecursionError, MemoryError)  # fmt: skip
SWITCHES = {"no_grad", "enable_grad", "set_grad_enabled", "inference_mode"}  # Python's own words
SKIPPED = SWITCHES | {"default_generator", "compile", "elementwise", "profile", "share_memory_"}


@pytest.fixture(autouse=True)
def as_before():
    """A call that is taken after all changes nothing for other tests."""
    kept = tl.get_printoptions(), tl.get_rng_state(), tl.get_default_dtype(), tl.get_num_threads()
    yield
    tl.set_printoptions(**kept[0])
    tl.set_rng_state(kept[1])
    tl.set_default_dtype(kept[2])
    tl.set_num_threads(kept[3])


class Odd:
    """Something that no function takes."""


BAD = {
    "None": None,
    "text": "abc",
    "bytes": b"xy",
    "object": Odd(),
    "dict": {"a": 1},
    "objects": [Odd(), None],
    "strings": ("a", "b"),
}


def goods():
    """Arguments that fit most functions, by name."""
    x = tl.ones(3, 3)
    return {
        **dict.fromkeys(("dim", "start", "start_dim", "dim0", "source", "offset", "diagonal"), 0),
        **dict.fromkeys(("dim1", "k", "chunks", "length", "value", "alpha", "step"), 1),
        **dict.fromkeys(("size", "sizes", "shape", "normalized_shape"), (3, 3)),
        **dict.fromkeys(("end", "steps", "n", "high", "num_samples", "groups"), 3),
        **dict.fromkeys(("index", "indices"), tl.zeros(3, 3, dtype=tl.int64)),
        **dict.fromkeys(("mask", "condition"), x > 0),
        **dict.fromkeys(("vec", "vec1", "vec2", "running_mean", "running_var", "boundaries"), x[0]),
        **dict.fromkeys(("batch1", "batch2"), x[None]),
        "tensors": [x, x],
        "dtype": tl.float32,
        "equation": "ij,jk->ik",
        "p": 0.5,
        "data": [1.0],
        "": x,
    }


def public_functions():
    """What can be called, by the name in a message."""
    found = {f"tl.{name}": getattr(tl, name) for name in registry if not name.startswith("_")}
    found |= {f"Tensor.{name}": getattr(tl.Tensor, name) for name in methods}
    for module, name in ((F, "F"), (tl.linalg, "linalg"), (tl.special, "special"),
                         (tl.fft, "fft"), (tl.signal.windows, "signal.windows"),
                         (nn.init, "init"), (nn.utils, "nn.utils")):  # fmt: skip
        found |= {f"{name}.{each}": getattr(module, each) for each in module.__all__}
    return {
        name: function
        for name, function in found.items()
        if callable(function) and name.rpartition(".")[2] not in SKIPPED
        if not (inspect.isclass(function) and issubclass(function, Exception))
    }


def public_classes():
    found = {}
    for module in (nn, optim, optim.lr_scheduler, data):
        found |= {name: getattr(module, name) for name in module.__all__}
    own = {name: c for name, c in found.items() if inspect.isclass(c) and c is not nn.Module}
    return {name: c for name, c in own.items() if c.__init__ is not object.__init__}


def parameters(function):
    if isinstance(function, Elementwise):
        return list(function.signature().parameters.values())
    return list(inspect.signature(function).parameters.values())


def malformed(function, method):
    """Calls of a function that cannot be, or that at least look so."""
    known, given = goods(), parameters(function)
    places = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    needed = [p for p in given if p.default is p.empty and p.kind in places]
    fit = [known.get(p.name, known[""]) for p in needed]
    yield fit + [1] * 12, {}
    yield fit, {"frobnicate": 1}
    if not method:
        yield [], {}
    for value in BAD.values():
        for k in range(1 if method else 0, len(fit)):
            yield [*fit[:k], value, *fit[k + 1 :]], {}
        for p in given:
            if p.kind is p.VAR_POSITIONAL:
                yield [*fit, value], {}
            elif p.default is not p.empty and p.name not in ("target", "hook"):
                yield fit, {p.name: value}


def complaint(name, function, args, named):
    """What is wrong with how a call fails, or None."""
    try:
        function(*args, **named)
    except Exception as error:
        text = str(error)
        head = FORM.match(text)
        if isinstance(error, ACCIDENTS) or head is None:
            return f"{name}{tuple(args)}, {named}: {type(error).__name__}: {text}"
    return None


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", public_functions())
def test_malformed_calls_are_refused_in_one_form(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    function = public_functions()[name]
    told = (
        complaint(name, function, args, named)
        for args, named in malformed(function, name.startswith("Tensor."))
    )
    assert not list(filter(None, told))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", public_classes())
def test_malformed_constructors_are_refused_in_one_form(name):
    cls = public_classes()[name]
    told = (complaint(name, cls, args, named) for args, named in malformed(cls, False))
    assert not list(filter(None, told))


X = tl.ones(3, 3)
CASES = [
    (lambda: tl.squeeze(None), TypeError, "squeeze: expected input to be a Tensor; got None; try"),
    (lambda: tl.kron(X, 1.0), TypeError, "kron: expected other to be a Tensor; got float 1.0"),
    (lambda: X.expand_as(True), TypeError, "expand_as: expected other to be a Tensor; got True"),
    (lambda: tl.floor_divide(X), TypeError, "floor_divide: expected other; got none; try floor_"),
    (lambda: tl.floor_divide(X, 1, 2), TypeError, "at most 2 arguments by place; got 3"),
    (lambda: X.flatten(input=3), TypeError, "flatten: expected input once; got it twice"),
    (lambda: X.sum(frob=3), TypeError, "sum: expected a keyword that it has; got frob=int 3; try"),
    (lambda: X.exp(frob=3), TypeError, "exp: expected arguments x; got frob=; try help()"),
    (lambda: X.exp(3), TypeError, "exp: expected arguments x; got 2 arguments"),
    (lambda: X + tl.ones(2), RuntimeError, "add: expected shapes that broadcast together"),
    (lambda: X + 2**80, RuntimeError, "add: expected an integer of at most 64 bits"),
    (lambda: X**"a", TypeError, "unsupported operand type(s) for ** or pow(): 'Tensor' and 'str'"),
    (lambda: X // "a", TypeError, "unsupported operand type(s) for //: 'Tensor' and 'str'"),
    (lambda: tl.isin(np.int64(3), b"x"), TypeError, "isin: expected a Tensor as elements or"),
    (lambda: tl.zeros(2, device="gpu"), RuntimeError, "zeros: expected device to be 'cpu', 'cuda'"),
    (lambda: tl.zeros(2, dtype="wrong"), TypeError, "zeros: expected a dtype out of bool, uint8"),
    (lambda: X.sum(set()), TypeError, "sum: expected dim to be an integer; got set()"),
    (lambda: tl.kthvalue(X, 1.5), TypeError, "kthvalue: expected k to be an integer; got 1.5"),
    (lambda: tl.topk(X, 1.5), TypeError, "topk: expected k to be an integer; got 1.5"),
    (lambda: X.tril(1.5), TypeError, "tril: expected diagonal to be an integer; got 1.5"),
    (lambda: X.rot90(1.5), TypeError, "rot90: expected k to be an integer; got 1.5"),
    (lambda: X.multinomial(1.5), TypeError, "multinomial: expected num_samples to be an integer"),
    (lambda: nn.Linear(2), TypeError, "Linear: expected out_features; got none; try Linear(in_f"),
    (lambda: nn.Flatten()(3), TypeError, "Flatten: expected input to be a Tensor; got int 3"),
    (lambda: nn.ReLU()(1, 2), TypeError, "ReLU: expected at most 1 arguments by place; got 2"),
    (lambda: optim.SGD([X], frob=1), TypeError, "SGD: expected a keyword that it has; got frob="),
    (lambda: tl.promote_types([], 3), TypeError, "promote_types: expected"),
]


@pytest.mark.parametrize("case", range(len(CASES)))
def test_the_message(case):
    call, error, text = CASES[case]
    with pytest.raises(error, match=re.escape(text)):
        call()


def test_memory_that_cannot_be_had_names_bytes_and_shape():
    wanted = r"zeros: expected memory for 4398046511104 bytes; got float32\[1099511627776\]"
    with pytest.raises(tl.OutOfMemoryError, match=wanted):
        tl.zeros(2**40)
    with pytest.raises(tl.OutOfMemoryError, match=r"arange: expected memory .* allocate"):
        tl.arange(2**45)
    assert tl.cuda.OutOfMemoryError is tl.OutOfMemoryError
    for call in (lambda: tl.ones(1).expand(2**40, 2**40).sum(), lambda: tl.zeros(2**70),
                 lambda: tl.zeros(2**62, 4), lambda: tl.zeros(2**40, 2**40, 0)):  # fmt: skip
        with pytest.raises(RuntimeError, match=r"(expand|zeros): expected less than 2\*\*63 bytes"):
            call()


# ------------------------------------------------------------------ what passes as it is


def fails(*args):
    raise AttributeError("mine")


class Failing(tl.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return fails()


class Model(nn.Module):
    def forward(self, x):
        return fails()


def through_a_hook():
    x = tl.ones(2, requires_grad=True)
    x.register_hook(fails)
    (x * 2).sum().backward()


PASSING = {
    "hook": through_a_hook,
    "function": lambda: Failing.apply(tl.ones(2, requires_grad=True)).sum().backward(),
    "jacobian": lambda: tl.autograd.functional.jacobian(fails, X),
    "module": lambda: nn.Sequential(Model())(X),
    "module hook": lambda: hooked()(X),
    "schedule": lambda: optim.lr_scheduler.LambdaLR(optim.SGD([X], lr=1.0), fails),
    "collate": lambda: next(iter(data.DataLoader([1, 2], collate_fn=fails))),
}


def hooked():
    layer = nn.Linear(3, 3)
    layer.register_forward_hook(fails)
    return layer


@pytest.mark.parametrize("name", PASSING)
def test_what_a_users_code_raises_passes_as_it_is(name):
    with pytest.raises(AttributeError) as told:
        PASSING[name]()
    assert told.value.args == ("mine",)
    assert told.value.__cause__ is None and not told.value.__suppress_context__


ENVIRONMENT = {
    "a file": ("tensorlite.kernels.cache", "open('/nowhere/at/all')", FileNotFoundError),
    "a full disk": ("tempfile", "raise OSError(28, 'No space left on device')", OSError),
    "a library that is missing": ("tensorlite.ops.hosted", "import not_installed", ImportError),
    "a name that is missing": ("tensorlite.ops", "from math import nothing", ImportError),
    "a module half imported": ("tensorlite.kernels", "import math; math.nothing", AttributeError),
    "the compiler's types": ("numba.core.typeinfer", "raise TypingError('bad')", TypingError),
    "the compiler's code": ("llvmlite.binding", "raise RuntimeError('LLVM ERROR')", RuntimeError),
    "an assertion in it": ("numba.core.lowering", "assert not 1", AssertionError),
    "no more threads": ("threading", "raise RuntimeError(\"can't start\")", RuntimeError),
    "a library to load": ("ctypes", "raise OSError('libcuda.so: cannot open')", OSError),
    "interrupted": ("tensorlite.dispatch", "raise KeyboardInterrupt", KeyboardInterrupt),
    "leaving": ("numpy", "raise SystemExit(3)", SystemExit),
}


def failing_in(module, line):
    """A function whose frame is one of a module, and that fails there."""
    names = {"__name__": module, "TypingError": TypingError}
    exec(f"def fails(*args, **named):\n    {line}", names)
    return names["fails"]


@pytest.mark.parametrize("name", ENVIRONMENT)
def test_what_no_argument_is_to_blame_for_passes_as_it_is(name, monkeypatch):
    module, line, kind = ENVIRONMENT[name]
    fails = failing_in(module, line)
    with pytest.raises(kind) as plain:
        fails()
    monkeypatch.setattr("tensorlite.ops.scan.apply", fails)
    for call in (lambda: tl.cumsum(X, 0), lambda: X.cumprod(1), lambda: tl.cumsum(X, 0, out=X)):
        with pytest.raises(kind) as told:
            call()
        assert type(told.value) is type(plain.value)
        assert str(told.value) == str(plain.value)


@pytest.mark.parametrize("line", ["raise MemoryError", "import numpy; numpy.empty(2**50)"])
def test_memory_that_a_library_cannot_have(line, monkeypatch):
    monkeypatch.setattr("tensorlite.ops.scan.apply", failing_in("numpy", line))
    wanted = r"cumsum: expected memory for what it makes; got input=float32\[3, 3\], dim=int 0; try"
    with pytest.raises(tl.OutOfMemoryError, match=wanted):
        tl.cumsum(X, 0)


@pytest.mark.parametrize("line", ["{}['key']", "1 / 0", "next(iter(()))", "int('a')", "[].pop()"])
def test_accidents_within_are_told_with_the_arguments(line, monkeypatch):
    monkeypatch.setattr("tensorlite.ops.scan.apply", failing_in("tensorlite.ops.scan", line))
    with pytest.raises((RuntimeError, ValueError, IndexError), match=r"^cumsum: expected ar"):
        tl.cumsum(X, 0)


def test_a_users_own_forward_keeps_pythons_words():
    with pytest.raises(TypeError, match=r"^Model.forward\(\) missing 1 required positional"):
        Model()()


def test_warnings_name_the_users_line():
    with pytest.warns(UserWarning, match="incorrect results due to broadcasting") as seen:
        F.mse_loss(X, X[0])
    assert seen[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(UserWarning, match=r"^mse_loss: Using a target size"):
            F.mse_loss(X, X[0])


# ------------------------------------------------------------------ names of arguments


@pytest.mark.parametrize(
    "named",
    [
        lambda: X.sum(axis=0, keepdims=True),
        lambda: tl.mean(X, axis=0, keepdims=True),
        lambda: X.softmax(axis=0).sum(0, keepdims=True),
        lambda: tl.amax(x=X, axis=(0,), keepdims=True),
        lambda: tl.cat((X[:1],), axis=1),
        lambda: tl.add(x1=X, x2=0)[:1],
        lambda: tl.ones(size=(1, 3)),
        lambda: tl.zeros(size=[1, 3]) + 1,
        lambda: X.new_ones(size=(1, 3)),
        lambda: X.reshape(shape=(9,))[:3].view(size=(1, 3)),
    ],
)
def test_numpys_names_of_arguments(named):
    assert tuple(named().shape) == (1, 3)


EYE, ROW = tl.eye(3), tl.arange(3.0)
PYTORCHS = {  # calls by the names that PyTorch has for the arguments of one function alone
    "mm": (lambda: EYE.mm(mat2=EYE), EYE),
    "bmm": (lambda: tl.bmm(EYE[None], mat2=EYE[None])[0], EYE),
    "mv": (lambda: tl.mv(EYE, vec=ROW), ROW),
    "dot": (lambda: tl.dot(ROW, tensor=ROW), 5),
    "outer": (lambda: tl.outer(ROW, vec2=ROW)[2], [0, 2, 4]),
    "ger": (lambda: ROW.ger(vec2=ROW)[2], [0, 2, 4]),
    "addmv": (lambda: tl.addmv(ROW, mat=EYE, vec=ROW), [0, 2, 4]),
    "addmv_": (lambda: tl.zeros(3).addmv_(EYE, vec=ROW), ROW),
    "baddbmm": (lambda: EYE[None].baddbmm(batch1=EYE[None], batch2=EYE[None])[0], 2 * EYE),
    "cholesky_solve": (lambda: tl.cholesky_solve(EYE, input2=EYE), EYE),
    "tensorsolve": (lambda: tl.linalg.tensorsolve(EYE, other=ROW), ROW),
    "lstsq": (lambda: tl.linalg.lstsq(EYE, b=EYE).solution.round(), EYE),
    "swapaxes": (lambda: EYE[:1].swapaxes(axis0=0, axis1=1), [[1], [0], [0]]),
    "split": (lambda: ROW.split(split_size=2)[0], [0, 1]),
    "split_copy": (lambda: tl.split_copy(ROW, split_size=2)[0], [0, 1]),
    "tensor_split": (lambda: ROW.tensor_split(sections=3)[1], [1]),
    "indices": (lambda: ROW.tensor_split(indices=[2])[0], [0, 1]),
    "vsplit": (lambda: tl.vsplit(EYE, sections=3)[0], EYE[:1]),
    "embedding": (lambda: tl.embedding(EYE, indices=tl.tensor([1])), EYE[1:2]),
    "pow": (lambda: tl.pow(self=2, exponent=ROW), [1, 2, 4]),
    "view": (lambda: tl.ones(1).view(dtype=tl.int32), [0x3F800000]),
    "view_copy": (lambda: tl.view_copy(ROW, size=(3, 1)), [[0], [1], [2]]),
    "to_dense": (lambda: ROW.to_dense(dtype=tl.int64), ROW),
    "resize_as_": (lambda: ROW.clone().resize_as_(the_template=EYE[0, :2]), [0, 1]),
    "from_dlpack": (lambda: tl.from_dlpack(ext_tensor=ROW), ROW),
    "types": (lambda: tl.can_cast(from_=tl.int32, to=tl.float32), True),
    "promotion": (lambda: tl.promote_types(type1=tl.int32, type2=tl.float32) is tl.float32, True),
    "result": (lambda: tl.result_type(tensor=ROW, other=1) is tl.float32, True),
}


@pytest.mark.parametrize("name", PYTORCHS)
def test_pytorchs_names_of_arguments(name):
    call, value = PYTORCHS[name]
    assert tl.equal(tl.as_tensor(call()).double(), tl.as_tensor(value).double())


def test_a_name_of_pytorchs_is_the_one_that_is_told():
    with pytest.raises(TypeError, match=r"^mm: expected mat2 to be a Tensor; got int;"):
        tl.mm(EYE, mat2=3)
    with pytest.raises(TypeError, match=r"^mm: expected mat2; got none; try mm\(input, mat2"):
        tl.mm(EYE)
    with pytest.raises(TypeError, match=r"^mm: expected mat2 once; got it twice"):
        tl.mm(EYE, EYE, mat2=EYE)
    with pytest.raises(TypeError, match=r"^baddbmm: expected batch2 to be a Tensor"):
        tl.baddbmm(EYE, EYE[None], batch2=1)


def test_every_new_tensor_may_be_asked_for_in_plain_or_pinned_memory():
    for name, function in public_functions().items():
        taken = inspect.signature(function).parameters if inspect.isfunction(function) else {}
        if {"device", "layout", "requires_grad"} <= {*taken} and name != "tl.range":
            assert "pin_memory" in taken or name.startswith("signal."), name
    plain = {"layout": tl.strided, "pin_memory": False}
    assert ROW.new_zeros(3, **plain).tolist() == ROW.new_full((3,), 0, **plain).tolist() == [0] * 3
    assert tl.arange(3, **plain).tolist() == [0, 1, 2] and tl.zeros_like(EYE, **plain).sum() == 0
    assert tl.linspace(0, 2, 3, **plain).tolist() == ROW.tolist()


MADE = """
import tensorlite as tl
x = tl.ones(2, 3)
makers = [
    lambda **how: tl.zeros(3, **how), lambda **how: tl.full((2,), 1.0, **how),
    lambda **how: tl.arange(3, **how), lambda **how: tl.linspace(0, 1, 3, **how),
    lambda **how: tl.eye(2, **how), lambda **how: tl.rand(2, **how),
    lambda **how: tl.randint(3, (2,), **how), lambda **how: tl.randperm(3, **how),
    lambda **how: tl.normal(0.0, 1.0, (2,), **how), lambda **how: tl.zeros_like(x, **how),
    lambda **how: tl.rand_like(x, **how), lambda **how: x.new_zeros(2, **how),
    lambda **how: x.new_full((2,), 1.0, **how), lambda **how: tl.hann_window(4, **how),
    lambda **how: tl.fft.fftfreq(4, **how), lambda **how: tl.tril_indices(2, 2, **how),
    lambda **how: tl.empty_strided((2,), (1,), **how), lambda **how: tl.scalar_tensor(1.0, **how),
    lambda **how: tl.vmap(lambda row: tl.zeros_like(row, **how))(x),
    lambda **how: tl.vmap(lambda row: row.new_ones(2, **how))(x),
]
for number, make in enumerate(makers):
    assert make(pin_memory=True).is_pinned() and not make().is_pinned(), number
print(len(makers))
"""


def test_what_is_asked_for_in_pinned_memory_lies_there():
    """On a simulated card; without any, the error says so."""
    environment = {**os.environ, "NUMBA_ENABLE_CUDASIM": "1"}
    command = [sys.executable, "-c", MADE]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert done.stdout == "20\n", done.stderr
    if not tl.cuda.is_available():
        told = r"^zeros: expected device to be 'cpu', as no card can be used; got 'cuda';"
        with pytest.raises(RuntimeError, match=told):
            tl.zeros(3, pin_memory=True)


def test_size_by_name_makes_every_new_tensor():
    for name in ("zeros", "ones", "empty", "rand", "randn"):
        assert getattr(tl, name)(size=(2, 3)).shape == (2, 3), name
    assert tl.full(size=(2,), fill_value=1).shape == (2,)
    assert tl.randint(0, 2, size=(2,)).shape == (2,)


def test_every_function_is_found_by_its_name_when_unpickled():
    found = {name: f for name, f in public_functions().items() if inspect.isfunction(f)}
    functions = {name: f for name, f in found.items() if name.startswith(("tl.", "F.", "linalg"))}
    lost = [name for name, f in functions.items() if pickle.loads(pickle.dumps(f)) is not f]
    assert len(functions) > 300 and not lost


def test_what_fails_in_an_import_is_not_the_fault_of_the_arguments(tmp_path, monkeypatch):
    """A library that an op needs may not go together with another: the user reads that."""
    (tmp_path / "unfit.py").write_text("__name__ = 'numba.unfit'\nimport numpy\nnumpy.no_name\n")
    needy = {"__name__": "numba.needy"}
    exec("def svd(*_, **__):\n    import unfit", needy)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(np.linalg, "svd", needy["svd"])
    with pytest.raises(AttributeError, match="module 'numpy' has no attribute 'no_name'"):
        tl.linalg.svdvals(tl.ones(2, 2))


@pytest.mark.parametrize("name", ["conv2d", "conv_transpose2d", "max_pool2d", "avg_pool2d"])
@pytest.mark.parametrize("size", [([1], 1), (1.5, 1), {}, "two"], ids=repr)
def test_sizes_that_no_cache_can_look_up_are_refused_by_name(name, size):
    x, w = tl.ones(1, 1, 4, 4), tl.ones(1, 1, 2, 2)
    function = getattr(tl.nn.functional, name)
    args = (x, w) if "conv" in name else (x, 2)
    for _ in range(2):  # the second time too
        with pytest.raises((TypeError, RuntimeError), match=f"{name}: expected stride to be"):
            function(*args, stride=size)


class Ledger:
    """No Tensor, but it says what functions of tensors do with it, and notes what it was asked."""

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        return NotImplemented if func is tl.exp else (func, types, args, kwargs)


@pytest.mark.parametrize("name", [
    "add", "matmul", "where", "stack", "linalg.cholesky", "special.erf", "fft.fft", "Tensor.mul",
    "nn.functional.linear", "sum",
])  # fmt: skip
def test_what_is_no_tensor_computes_what_it_has_a_torch_function_for(name):
    """Lazy matrices, as those of Gaussian processes, are no tensors and go through tl.matmul."""
    *owner, last = name.split(".")
    function = getattr(functools.reduce(getattr, owner, tl), last)
    x, ledger = tl.ones(2, 2), Ledger()
    args = {"where": (x > 0, ledger, x), "stack": ([x, ledger],)}.get(name, (ledger,))
    args = (x, ledger) if last in ("add", "matmul", "mul", "linear") else args
    named = {"dim": 0} if last in ("sum", "stack") else {}
    asked = tl.mul if last == "mul" else function
    assert function(*args, **named) == (asked, (Ledger,), args, named)


class Caller(Ledger):
    """What calls the function again, as a Tensor of PyTorch does."""

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        return func(*args, **kwargs or {})


def test_what_no_torch_function_takes_is_refused_as_ever():
    for kind in (Ledger, Caller):
        said = f"exp: expected tensors and numbers; got {kind.__name__}"
        with pytest.raises(TypeError, match=said):
            tl.exp(kind())
    with pytest.raises(TypeError, match="unsupported operand"):
        tl.ones(2) + Ledger()
