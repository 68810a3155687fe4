"""Read-only memory: whatever writes refuses it before the first write, and nothing changes.

The writers are found, not listed: the in-place methods, every function that takes `out` or
`inplace`, the initialisers, the optimizers. For each, arguments that work on writable memory are
searched among `ARGUMENTS`; the same call on read-only memory has to raise.
"""

import contextlib
import functools
import inspect

import numpy as np
import pytest

import tensorlite as tl
from tensorlite import nn, optim
from tensorlite.op import methods

F = nn.functional
TEXT = "expected writable memory"
MESSAGES = rf"{TEXT}|compile: {TEXT}"


def frozen(values):
    """The array of a tensor's values, read-only, and a tensor over it."""
    array = np.array(values.detach().numpy())
    array.flags.writeable = False
    return array, tl.from_numpy(array)


def float_of(*shape):
    return tl.linspace(0.1, 0.9, int(np.prod(shape))).reshape(shape)


SHAPES = (3, 3), (3,), (2, 3, 3), (1, 2, 2, 3)
FLOATS = [float_of(*shape) for shape in SHAPES]
TARGETS = [made for x in FLOATS for made in (x, (x * 5).long(), x > 0.5)]
TARGETS += [tl.complex(FLOATS[1], FLOATS[1]), FLOATS[1].double()]
SQUARE, ROW, CUBE, _ = FLOATS
INDEX, WIDE = tl.tensor([0, 2, 1]), tl.tensor([[0, 1, 2]] * 3)
MASK = tl.tensor([True, False, True])
ARGUMENTS = [
    (), (1,), (0.5,), (0.2, 0.8), (0.5, True), (0,), (0, 1), (0, 10), (2, 0), ([3],), ((3, 3),),
    (0, 2, (3,)), (ROW,), (SQUARE,), (INDEX,), (MASK,), (CUBE,), (INDEX, 1), (SQUARE, 0.5),
    (0.5, SQUARE),
    (ROW, ROW), (SQUARE, SQUARE), (CUBE, CUBE), (SQUARE, ROW), (0, INDEX), (0, WIDE), (SQUARE, 2),
    (0, INDEX, 1), (0, INDEX, SQUARE), (0, INDEX, ROW), (0, WIDE, SQUARE), ((INDEX,), ROW),
    (INDEX, ROW), (MASK, 0.5), (MASK, ROW), (SQUARE > 0.3, 0.5), (SQUARE > 0.3, SQUARE),
    (0, INDEX, SQUARE, "prod"), (0, INDEX, ROW, "prod"), (0, WIDE, SQUARE, "sum"), (2, 0, 1.0),
    (0, INDEX, ROW, "sum"), (SQUARE[0], 0.5), (abs,), (ROW, max), (ROW, ROW, max),
]  # fmt: skip
STARTS = [(x,) for x in (*TARGETS, [SQUARE, SQUARE], 3, (3,))] + [
    (MASK, ROW, ROW), (SQUARE, CUBE, CUBE), (0, 3),
]  # fmt: skip

POSITIVE, TALL = SQUARE @ SQUARE.mT + tl.eye(3), float_of(4, 2)
LU, LDL, REFLECTIONS = tl.lu(POSITIVE), tl.linalg.ldl_factor(POSITIVE), tl.geqrf(SQUARE)
GIVEN = {  # what has to fit too closely to be found
    "tensorlite.lu_solve": ((SQUARE, *LU), {}),
    "tensorlite.lu_unpack": (LU, {}),
    "tensorlite.as_strided_copy": ((SQUARE, (2,), (1,)), {}),
    "tensorlite.view_as_complex_copy": ((float_of(3, 2),), {}),
    "tensorlite.unfold_copy": ((SQUARE, 0, 2, 1), {}),
    "tensorlite.split_with_sizes_copy": ((SQUARE, (1, SQUARE.shape[0] - 1)), {}),
    "tensorlite.ormqr": ((*REFLECTIONS, SQUARE), {}),
    "linalg.cholesky": ((POSITIVE,), {}),
    "linalg.ldl_solve": ((*LDL, SQUARE), {}),
    "linalg.lstsq": ((TALL, TALL), {"driver": "gelsd"}),
    "linalg.lu_solve": ((*LU, SQUARE), {}),
    "linalg.solve_triangular": ((POSITIVE, SQUARE), {"upper": True}),
}


def working(call):
    """A target and arguments with which a writer writes."""
    for target in TARGETS:
        for arguments in ARGUMENTS:
            own = target.clone()
            with contextlib.suppress(Exception):
                call(own, *arguments)
                if own._version or own.numpy().tobytes() != target.numpy().tobytes():
                    return target, arguments
    pytest.fail("no arguments fit: extend ARGUMENTS")


def refuses(call, *arguments, text=MESSAGES):
    with pytest.raises(RuntimeError, match=text):
        call(*arguments)


# ------------------------------------------------------------------ one target

INPLACE = {name: method for name, method in methods.items() if name[-1] == "_" != name[0]}
INPLACE |= {name: getattr(tl.Tensor, name) for name in dir(tl.Tensor)
            if name.startswith("__i") and f"__{name[3:]}" in dir(tl.Tensor)}  # fmt: skip
INPLACE |= {f"F.{name}": functools.partial(function, inplace=True) for name, function in
            inspect.getmembers(F, inspect.isfunction)
            if "inplace" in inspect.signature(function).parameters}  # fmt: skip
INPLACE |= {f"init.{name}": getattr(nn.init, name) for name in dir(nn.init)
            if name[-1] == "_" != name[0]}  # fmt: skip
INPLACE |= {
    "x[...] =": lambda x, value: x.__setitem__(..., value),
    "x[0] =": lambda x, value: x.__setitem__(0, value),
    "x[index] =": lambda x, value: x.__setitem__(INDEX[:1], value),
    "x[mask] =": lambda x, value: x.__setitem__(x > 0, value),
    "view": lambda x, value: x[1:].reshape(-1).add_(value),
    ".data": lambda x, value: x.data.add_(value),
    "detach": lambda x, value: x.detach().fill_(value),
    "as_strided": lambda x, value: x.as_strided((1,), (1,)).fill_(value),
}
MOVES = {
    "as_strided_": ((2,), (1,)), "detach_": (), "requires_grad_": (),
    "resize_": (2, 2), "resize_as_": (ROW,), "set_": (), "squeeze_": (), "swapaxes_": (0, 1),
    "swapdims_": (0, 1), "t_": (),
    "transpose_": (0, 1), "unsqueeze_": (0,),
}  # fmt: skip


@pytest.mark.parametrize("name", MOVES)
def test_what_only_looks_at_it_otherwise(name):
    array, x = frozen(SQUARE)
    getattr(x, name)(*MOVES[name])
    assert array.tobytes() == SQUARE.numpy().tobytes()


@pytest.mark.parametrize("name", sorted(INPLACE.keys() - MOVES.keys()))
def test_in_place(name):
    call = INPLACE[name]
    with tl.no_grad():
        target, arguments = working(call)
        array, x = frozen(target)
        refuses(call, x, *arguments)
    assert array.tobytes() == target.numpy().tobytes()


@pytest.mark.parametrize("name", sorted(INPLACE.keys() - MOVES.keys()))
@pytest.mark.parametrize("place", ["argument", "outside"])
def test_in_place_compiled(name, place):
    call = INPLACE[name]
    with tl.no_grad():
        target, arguments = working(call)
        array, x = frozen(target)

        def inside():
            call(x, *arguments)

        def on(x):
            call(x, *arguments)

        own = target.clone()
        try:
            tl.compile(on)(own)
        except tl.TraceError:
            return  # such as a mask, whose count the host reads
        if place == "argument":
            refuses(tl.compile(on), x)
        else:
            refuses(tl.compile(inside))
    assert array.tobytes() == target.numpy().tobytes()


# ------------------------------------------------------------------ out=


def taking_out():
    found = {}
    for space in (tl, F, tl.linalg, tl.special):
        for name in dir(space):
            function = getattr(space, name)
            if name[0] == "_" or not callable(function) or isinstance(function, type):
                continue
            if "out" in inspect.signature(function).parameters:
                found[f"{space.__name__.rpartition('.')[2]}.{name}"] = function
    return found


OUT = taking_out()


@pytest.mark.parametrize("name", OUT)
def test_out(name):
    arguments, named = GIVEN.get(name, ((), {}))
    function = functools.partial(OUT[name], **named)
    arguments, outs = delivered(function, [arguments] if arguments else STARTS)
    for k, result in enumerate(outs):
        given = [tl.zeros_like(out) for out in outs]
        array, given[k] = frozen(result)
        before = [x._version for x in given]
        out = given[0] if len(given) == 1 else tuple(given)
        refuses(functools.partial(function, *arguments, out=out))
        assert array.tobytes() == result.numpy().tobytes()
        assert [x._version for x in given] == before


def delivered(function, starts):
    """Arguments with which a function takes `out`, and tensors like its results."""
    for start in starts:
        for more in ARGUMENTS:
            with contextlib.suppress(Exception):
                result = function(*start, *more)
                outs = [result] if isinstance(result, tl.Tensor) else list(result)
                if not all(x.numel() for x in outs):
                    continue
                outs = [x.clone() for x in outs]
                function(*start, *more, out=outs[0] if len(outs) == 1 else tuple(outs))
                return (*start, *more), outs
    pytest.fail("no arguments fit: extend STARTS, ARGUMENTS or GIVEN")


# ------------------------------------------------------------------ optimizers

OPTIMIZERS = [getattr(optim, name) for name in optim.__all__ if name[0].isupper()]
for kind in (optim.Optimizer, optim.LBFGS, optim.SparseAdam):  # one group; no step at all
    OPTIMIZERS.remove(kind)


def ones(kind, n):
    """A parameter of n elements that an optimizer takes."""
    return tl.ones(n, 1) if kind is optim.Muon else tl.ones(n)


def training(kind):
    """A writable parameter in a first group, a read-only one in a second, and their step."""
    w, (array, frozen_one) = nn.Parameter(ones(kind, 2)), frozen(ones(kind, 3))
    p = nn.Parameter(frozen_one)
    optimizer = kind([{"params": [w]}, {"params": [p]}], lr=0.1)

    def step():
        optimizer.zero_grad()
        ((w * w).sum() + (p * p).sum()).backward()
        optimizer.step()

    return array, w, optimizer, step


@pytest.mark.parametrize("compiled", [False, True], ids=["eager", "compiled"])
@pytest.mark.parametrize("kind", OPTIMIZERS, ids=lambda k: k.__name__)
def test_an_optimizer(kind, compiled):
    array, w, optimizer, step = training(kind)
    before = {p: dict(state) for p, state in optimizer.state.items()}
    refuses(tl.compile(step) if compiled else step, text=rf"{kind.__name__}\.step: {TEXT}")
    assert (array == 1).all()
    assert (w == 1).all()
    assert {p: state for p, state in optimizer.state.items() if state} == before


@pytest.mark.parametrize("kind", OPTIMIZERS, ids=lambda k: k.__name__)
def test_a_plan_whose_parameter_becomes_read_only(kind):
    array = np.ones(ones(kind, 3).shape, np.float32)
    p = nn.Parameter(tl.from_numpy(array))
    optimizer = kind([p], lr=0.1)

    @tl.compile
    def step():
        optimizer.zero_grad()
        (p * p).sum().backward()
        optimizer.step()

    step()
    array.flags.writeable = False
    before, state = array.copy(), repr(optimizer.state_dict())
    refuses(step)
    assert (array == before).all()
    assert repr(optimizer.state_dict()) == state
    array.flags.writeable = True
    step()
    assert (array != before).any()


STATES = {
    "SGD": {"momentum": 0.9}, "Adam": {"amsgrad": True}, "RMSprop": {"centered": True},
}  # fmt: skip


def states_of(kind):
    """The names of the tensors that an optimizer keeps for a parameter."""
    *_, optimizer, step = trained(kind)
    step()
    (*_, p) = optimizer.state
    return [name for name, x in optimizer.state[p].items() if isinstance(x, tl.Tensor)]


def trained(kind):
    """Two parameters in two groups, and their step."""
    w, p = nn.Parameter(ones(kind, 2)), nn.Parameter(ones(kind, 3))
    optimizer = kind([{"params": [w]}, {"params": [p]}], lr=0.1, **STATES.get(kind.__name__, {}))

    def step():
        optimizer.zero_grad()
        ((w * w).sum() + (p * p).sum()).backward()
        optimizer.step()

    return w, p, optimizer, step


STATEFUL = [(kind, name) for kind in OPTIMIZERS for name in states_of(kind)]


@pytest.mark.parametrize("compiled", [False, True], ids=["eager", "compiled"])
@pytest.mark.parametrize("kind, name", STATEFUL, ids=lambda k: getattr(k, "__name__", k))
def test_the_state_of_an_optimizer(kind, name, compiled):
    """Of a later group: the parameters of the first one stay as they are, too."""
    w, p, optimizer, step = trained(kind)
    step()
    array, optimizer.state[p][name] = frozen(optimizer.state[p][name])
    before, values = repr(optimizer.state_dict()), array.copy()
    kept = w.tolist(), p.tolist()
    refuses(tl.compile(step) if compiled else step, text=TEXT)
    assert (w.tolist(), p.tolist()) == kept
    assert repr(optimizer.state_dict()) == before
    assert (array == values).all()


def test_lbfgs_looks_before_it_writes():
    w, (array, frozen_one) = nn.Parameter(tl.ones(2)), frozen(tl.ones(3))
    p = nn.Parameter(frozen_one)
    refuses(lambda: optim.LBFGS([w, p]).step(lambda: (w * w).sum()), text=rf"LBFGS\.step: {TEXT}")
    assert (array == 1).all() and w.tolist() == [1, 1]


@pytest.mark.parametrize("name", ["row_var", "col_var"])
def test_state_of_a_matrix(name):
    w = nn.Parameter(tl.ones(2, 3))
    optimizer = optim.Adafactor([w])
    w.sum().backward()
    optimizer.step()
    _, optimizer.state[w][name] = frozen(optimizer.state[w][name])
    before = repr(optimizer.state_dict()), w.tolist()
    refuses(optimizer.step, text=TEXT)
    assert (repr(optimizer.state_dict()), w.tolist()) == before


def test_state_of_another_age():
    w, p = nn.Parameter(tl.ones(2)), nn.Parameter(tl.ones(3))
    optimizer = optim.Adam([w, p])
    (p * p).sum().backward()
    optimizer.step()
    _, optimizer.state[p]["exp_avg"] = frozen(optimizer.state[p]["exp_avg"])
    (w * w).sum().backward()
    refuses(optimizer.step, text=rf"Adam\.step: {TEXT}")
    assert w.tolist() == [1, 1]


def test_a_mapped_file_stays_as_it_is(tmp_path):
    path = tmp_path / "weights"
    np.ones(4, np.float32).tofile(path)
    p = nn.Parameter(tl.from_numpy(np.memmap(path, np.float32, "r")))
    optimizer = optim.Adam([p])
    (p * p).sum().backward()
    refuses(optimizer.step)
    assert np.fromfile(path, np.float32).tolist() == [1] * 4


# ------------------------------------------------------------------ several targets, or none given


def two_gradients(act):
    def case():
        params = [nn.Parameter(tl.zeros(2)), nn.Parameter(tl.zeros(2))]
        array, params[1].grad = frozen(tl.tensor([3.0, 4.0]))
        params[0].grad = tl.tensor([3.0, 4.0])
        return lambda: act(params), array, params[0].grad

    return case


def states(act, make, name):
    def case():
        module = make()
        array, module._buffers[name] = frozen(getattr(module, name))
        other = next(b for key, b in module.named_buffers() if key != name)
        return lambda: act(module), array, other

    return case


def loading():
    module, other = nn.Linear(2, 2), nn.Linear(2, 2)
    array, frozen_bias = frozen(module.bias)
    module.bias = nn.Parameter(frozen_bias)
    return lambda: module.load_state_dict(other.state_dict()), array, module.weight


def accumulating():
    x = tl.ones(2, requires_grad=True)
    array, x.grad = frozen(tl.ones(2))
    return lambda: (x * 2).sum().backward(), array, x


def accumulating_compiled():
    x = tl.ones(2, requires_grad=True)
    array, x.grad = frozen(tl.ones(2))
    return tl.compile(lambda: (x * 2).sum().backward()), array, x


def limited_norm():
    array, weight = frozen(SQUARE)
    return lambda: F.embedding(INDEX, weight, max_norm=0.1), array, INDEX


SEVERAL = {
    "embedding of limited norm": limited_norm,
    "clip_grad_norm_": two_gradients(lambda p: nn.utils.clip_grad_norm_(p, 1.0)),
    "clip_grad_value_": two_gradients(lambda p: nn.utils.clip_grad_value_(p, 1.0)),
    "zero_grad": two_gradients(lambda p: optim.SGD(p).zero_grad(set_to_none=False)),
    "BatchNorm": states(lambda m: m(SQUARE), lambda: nn.BatchNorm1d(3), "running_var"),
    "BatchNorm, counting": states(
        lambda m: m(SQUARE), lambda: nn.BatchNorm1d(3), "num_batches_tracked"
    ),
    "BatchNorm, averaging": states(
        lambda m: m(SQUARE), lambda: nn.BatchNorm1d(3, momentum=None), "num_batches_tracked"
    ),
    "BatchNorm compiled": states(
        lambda m: tl.compile(m)(SQUARE), lambda: nn.BatchNorm1d(3), "num_batches_tracked"
    ),
    "reset_running_stats": states(
        lambda m: (m.running_mean.fill_(0), m.reset_running_stats()),
        lambda: nn.BatchNorm1d(3), "num_batches_tracked",
    ),
    "InstanceNorm": states(
        lambda m: m(CUBE), lambda: nn.InstanceNorm1d(3, track_running_stats=True), "running_var"
    ),
    "load_state_dict": loading,
    "backward": accumulating,
    "backward compiled": accumulating_compiled,
}


@pytest.mark.parametrize("name", SEVERAL)
def test_several_targets(name):
    call, array, other = SEVERAL[name]()
    before, values = array.copy(), other.tolist()
    refuses(call)
    assert (array == before).all()
    assert other.tolist() == values


def test_arrays_of_it_are_read_only():
    _, x = frozen(SQUARE)
    for shown in (x.numpy(), x[0].numpy(), x.t().detach().numpy(), np.asarray(x)):
        assert not shown.flags.writeable
