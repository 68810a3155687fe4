"""`x.data`: the memory of x without its graph, whose changes autograd does not hear of."""

import copy
import io
import pickle

import numpy as np
import pytest

import tensorlite as tl

MODIFIED = "modified by an inplace operation"


def told(scene, library):
    """What a scene tells of a library: numbers and lists, or that autograd refused."""
    try:
        return scene(library)
    except RuntimeError as error:
        assert MODIFIED in str(error), error
        return "refused"


def same_in_torch(scene):
    torch = pytest.importorskip("torch")
    found, wanted = told(scene, tl), told(scene, torch)
    assert found == wanted
    return found


# ------------------------------------------------------------------ versions


def test_what_is_written_through_data_is_not_seen():
    for change in (lambda x: x.data, lambda x: x.data.data, lambda x: x.data[:]):
        x, w = tl.ones(3), tl.full((3,), 2.0, requires_grad=True)
        y = x * w
        change(x).mul_(5)
        y.sum().backward()
        assert w.grad.tolist() == x.tolist() == [5.0] * 3 and x._version == 0


def _saved(write):
    def scene(library):
        w = library.full((3,), 2.0, requires_grad=True)
        x = library.ones(3) * library.ones(3)
        y = x * w
        write(x)
        y.sum().backward()
        return w.grad.tolist(), x.tolist(), x._version

    return scene


@pytest.mark.torch
@pytest.mark.parametrize("write, refused", [
    (lambda x: x.data.mul_(2), False), (lambda x: x.data[1:].zero_(), False),
    (lambda x: x.data.__setitem__(0, 7.0), False), (lambda x: x[1:].data.fill_(3.0), False),
    (lambda x: x.data.view(3, 1).t().add_(1), False), (lambda x: x.data.data.add_(1), False),
    (lambda x: x.data.detach().add_(1), False), (lambda x: x.data.copy_(x.data * 3), False),
    (lambda x: x.detach().data.add_(1), False), (lambda x: setattr(x, "data", x.data), False),
    (lambda x: x.detach().mul_(2), True), (lambda x: x.detach()[1:].zero_(), True),
    (lambda x: x[1:].mul_(2), True), (lambda x: x.detach().detach().add_(1), True),
    (lambda x: (setattr(x, "data", x.data), x.mul_(2)), True),
    (lambda x: (setattr(x, "data", x.data.view(3)), x.detach().mul_(2)), True),
])  # fmt: skip
def test_writes_to_what_is_saved_as_torch(write, refused):
    assert (same_in_torch(_saved(write)) == "refused") is refused


@pytest.mark.torch
def test_a_saved_data_is_watched_itself():
    def scene(library):
        x, w = library.ones(3), library.full((3,), 2.0, requires_grad=True)
        seen = x.data
        y = seen * w
        x.mul_(2)  # another count
        y.sum().backward()
        first = w.grad.tolist()
        y = seen * w
        seen[1:].mul_(2)
        with pytest.raises(RuntimeError, match=MODIFIED):
            y.sum().backward()
        return first, w.grad.tolist()

    assert same_in_torch(scene) == ([2.0] * 3, [2.0] * 3)


@pytest.mark.torch
def test_counts_as_torch():
    def scene(library):
        x = library.ones(3)
        x.add_(1)
        data, again, view = x.data, x.data, x[1:].data
        counts = [x._version, data._version]
        data.add_(1), data[1:].add_(1), data.detach().add_(1)
        counts += [x._version, data._version, again._version, view._version, data.data._version]
        x.add_(1), x.detach().add_(1)
        counts += [x._version, data._version, data._base, view._base, view._is_view()]
        x.data = library.zeros(3)
        return [*counts, data.tolist(), x.tolist()]

    found = same_in_torch(scene)
    assert found[:2] == [1, 0]


@pytest.mark.torch
def test_a_solver_writes_into_its_scratch_memory_as_torch():
    """As torchdiffeq keeps the slopes of a Runge-Kutta step: in one memory, written by parts."""

    def scene(library):
        y0 = library.full((2,), 0.5, dtype=library.float64, requires_grad=True)
        steps = library.full((3,), 0.25, dtype=library.float64, requires_grad=True)
        k = library.empty(2, 4, dtype=library.float64)
        slope = -y0
        k.data[:, 0] = slope.data
        parts = [slope]
        for stage in range(3):
            weights = steps[: stage + 1]
            y = y0 + library.stack(parts, 1).matmul(weights) + (k[:, : stage + 1] * weights).sum(1)
            slope = -y
            k.data[:, stage + 1] = slope.data
            parts.append(slope)
        y.sum().backward()
        return y.tolist(), y0.grad.tolist(), steps.grad.tolist(), k.tolist()

    assert same_in_torch(scene) != "refused"


# ------------------------------------------------------------------ one memory


def _of(x, seen):
    return x.data if seen == "data" else x


OVERLAPS = {
    "copy_ onto later ones": lambda lib, x, d: x[1:].copy_(d[:-1]),
    "copy_ onto earlier ones": lambda lib, x, d: x[:-1].copy_(d[1:]),
    "copy_ reversed": lambda lib, x, d: x.copy_(d.flip(0)),
    "copy_ transposed": lambda lib, x, d: x.view(4, 4).copy_(d.view(4, 4).t()),
    "setitem": lambda lib, x, d: x.__setitem__(slice(2, None), d[:-2]),
    "setitem by indices": lambda lib, x, d: x.__setitem__(lib.arange(1, 16), d[:-1]),
    "add_ shifted": lambda lib, x, d: x[1:].add_(d[:-1]),
    "sub_ shifted": lambda lib, x, d: x[:-1].sub_(d[1:], alpha=2),
    "mul_ itself": lambda lib, x, d: x.mul_(d),
    "addcmul_": lambda lib, x, d: x[1:].addcmul_(d[:-1], d[1:]),
    "lerp_": lambda lib, x, d: x[1:].lerp_(d[:-1], 0.5),
    "add out=": lambda lib, x, d: lib.add(d[1:], 1, out=x[:-1]),
    "mul out=": lambda lib, x, d: lib.mul(d[:-1], d[1:], out=x[1:]),
    "cat out=": lambda lib, x, d: lib.cat([d[4:8], d[:4]], out=x[:8]),
    "stack out=": lambda lib, x, d: lib.stack([d[4:8], d[:4]], out=x[:8].view(2, 4)),
    "cumsum out=": lambda lib, x, d: lib.cumsum(d, 0, out=x),
    "matmul out=": lambda lib, x, d: lib.matmul(d.view(4, 4), d.view(4, 4), out=x.view(4, 4)),
    "index_put_": lambda lib, x, d: x.index_put_((lib.arange(1, 16),), d[:-1]),
    "index_add_": lambda lib, x, d: x.index_add_(0, lib.arange(1, 16), d[:-1]),
    "index_copy_": lambda lib, x, d: x.index_copy_(0, lib.arange(1, 16), d[:-1]),
    "scatter_": lambda lib, x, d: x.scatter_(0, lib.arange(1, 16), d[:-1]),
    "scatter_add_": lambda lib, x, d: x.scatter_add_(0, lib.arange(1, 16), d[:-1]),
    "masked_scatter_": lambda lib, x, d: x.masked_scatter_(x > 3, d),
    "where into": lambda lib, x, d: x[1:].copy_(lib.where(d[:-1] > 4, d[:-1], d[1:])),
    "addmm_": lambda lib, x, d: x.view(4, 4).addmm_(d.view(4, 4), d.view(4, 4).t()),
    "baddbmm_": lambda lib, x, d: x.view(1, 4, 4).baddbmm_(d.view(1, 4, 4), d.view(1, 4, 4)),
    "take out=": lambda lib, x, d: lib.index_select(d, 0, lib.arange(14, -1, -1), out=x[:15]),
}  # fmt: skip


@pytest.mark.parametrize("target, source", [("x", "data"), ("data", "x"), ("data", "data")])
@pytest.mark.parametrize("what", OVERLAPS)
def test_overlapping_writes_are_what_copies_give(what, target, source):
    x, apart = (tl.arange(16.0) for _ in range(2))
    OVERLAPS[what](tl, _of(x, target), _of(x, source))
    OVERLAPS[what](tl, apart, tl.arange(16.0))
    assert x.tolist() == apart.tolist() != list(range(16))


@pytest.mark.parametrize("target, source", [("x", "data"), ("data", "x"), ("data", "data")])
@pytest.mark.parametrize("what", OVERLAPS)
def test_overlapping_writes_in_compiled_functions(what, target, source):
    @tl.compile
    def within(x):
        OVERLAPS[what](tl, _of(x, target), _of(x, source))

    held = tl.arange(16.0)

    @tl.compile
    def outside():
        OVERLAPS[what](tl, _of(held, target), _of(held, source))

    wanted = tl.arange(16.0)
    for _ in range(3):
        x = wanted.clone()
        OVERLAPS[what](tl, wanted, wanted.clone())
        within(x), outside()
        assert x.tolist() == held.tolist() == wanted.tolist()


@pytest.mark.torch
def test_overlapping_writes_are_what_torch_gives():
    torch = pytest.importorskip("torch")
    for what in ("copy_ reversed", "mul_ itself", "index_put_", "addmm_", "where into"):
        x, wanted = tl.arange(16.0), torch.arange(16.0)
        OVERLAPS[what](tl, x, x.data.clone()), OVERLAPS[what](torch, wanted, wanted.data.clone())
        assert x.tolist() == wanted.tolist()


# ------------------------------------------------------------------ compiled functions


def test_arguments_that_share_memory_by_data():
    @tl.compile
    def read(x, y):
        return x[1:] + y[:-1]

    @tl.compile
    def write(x, y):
        x[1:].copy_(y[:-1])

    x = tl.arange(4.0)
    assert read(x, x.data).tolist() == read(x.data, x).tolist() == [1.0, 3.0, 5.0]
    for pair in ((x, x.data), (x.data, x), (x.data, x.data), (x.data[:], x.view(4))):
        with pytest.raises(RuntimeError, match="got memory that is read-only or shared"):
            write(*pair)
    assert x.tolist() == [0.0, 1.0, 2.0, 3.0]


def test_an_argument_that_shares_memory_with_what_is_written():
    p = tl.zeros(3)

    @tl.compile
    def step(x):
        p.data.add_(x)

    step(tl.ones(3))
    for x in (p, p.data, p.data[:], p.detach().data):
        with pytest.raises(RuntimeError, match="expected memory of its own for the argument"):
            step(x)
    step(p.data.clone())
    assert p.tolist() == [2.0] * 3


def _counted(write):
    """How often x, and one `.data` of it, were changed by three calls of a compiled function."""
    x = tl.ones(3)
    data = x.data
    compiled = tl.compile(lambda: write(x, data))
    compiled()
    before = x._version, data._version
    for _ in range(3):
        compiled()
    return x._version - before[0], data._version - before[1]


@pytest.mark.parametrize("write, x, data", [
    (lambda x, data: x.add_(1), 3, 0), (lambda x, data: x.data.add_(1), 0, 0),
    (lambda x, data: data.add_(1), 0, 3), (lambda x, data: data.data.add_(1), 0, 0),
    (lambda x, data: (x.add_(1), data.add_(1)), 3, 3), (lambda x, data: x.add_(data), 3, 0),
    (lambda x, data: data[1:].copy_(x[:-1]), 0, 3), (lambda x, data: x.data.copy_(x * 2), 0, 0),
])  # fmt: skip
def test_compiled_writes_are_counted_where_they_are_made(write, x, data):
    assert _counted(write) == (x, data)


@pytest.mark.parametrize("write, counted", [
    (lambda x: x.add_(1), True), (lambda x: x.data.add_(1), False),
    (lambda x: x.detach().add_(1), True), (lambda x: x.data[1:].zero_(), False),
])  # fmt: skip
def test_compiled_writes_to_arguments_are_counted_where_they_are_made(write, counted):
    compiled = tl.compile(write)
    x = tl.ones(3)
    w = tl.ones(3, requires_grad=True)
    for _ in range(3):
        before, y = x._version, x * w
        compiled(x)
        assert (x._version > before) is counted
        if counted:
            with pytest.raises(RuntimeError, match=MODIFIED):
                y.sum().backward()
        else:
            y.sum().backward()


@pytest.mark.parametrize("held", ["argument", "global"])
@pytest.mark.parametrize("read, written, refused", [
    ("x", "x", True), ("x", "data", False), ("data", "x", False), ("data", "data", True),
    ("new data", "x", False), ("new data", "data", False),
])  # fmt: skip
def test_what_compiled_functions_save_is_watched_as_it_is_eagerly(held, read, written, refused):
    x, w = tl.ones(3), tl.full((3,), 2.0, requires_grad=True)
    of = {"x": x, "data": x.data}

    def product(seen):
        return (seen.data if read == "new data" else seen) * w

    seen = of.get(read, x)
    calls = {"argument": tl.compile(product), "global": tl.compile(lambda _: product(seen))}
    for function in (product, calls[held], calls[held]):
        w.grad, _ = None, x.fill_(1.0)
        y = function(seen)
        of[written].mul_(5)
        if refused:
            with pytest.raises(RuntimeError, match=MODIFIED):
                y.sum().backward()
        else:
            y.sum().backward()
            assert w.grad.tolist() == [5.0] * 3


STEPS = {
    "add_": lambda lib, p, lr: p.data.add_(-lr * p.grad),
    "add_ of data": lambda lib, p, lr: p.data.add_(p.grad.data, alpha=-lr),
    "sub_": lambda lib, p, lr: p.data.sub_(lr * p.grad.data),
    "-=": lambda lib, p, lr: p.data.__isub__(lr * p.grad),
    "copy_": lambda lib, p, lr: p.data.copy_(p.data - lr * p.grad.data),
    "set": lambda lib, p, lr: setattr(p, "data", p.data - lr * p.grad.data),
    "set to data": lambda lib, p, lr: setattr(p, "data", (p - lr * p.grad).data),
    "clamp": lambda lib, p, lr: p.data.add_(-lr * p.grad).clamp_(-0.5, 0.5),
    "parts": lambda lib, p, lr: [p.data[k].add_(-lr * p.grad.data[k]) for k in range(len(p))],
    "by index": lambda lib, p, lr: p.data.__setitem__(slice(None), p.data - lr * p.grad),
    "addcdiv_": lambda lib, p, lr: p.data.addcdiv_(p.grad.data, lib.ones_like(p), value=-lr),
    "shifted": lambda lib, p, lr: p.data[1:].copy_(p.data[:-1] - lr * p.grad.data[:-1]),
    "gradient first": lambda lib, p, lr: (p.grad.data.mul_(lr), p.data.sub_(p.grad.data)),
    "norm": lambda lib, p, lr: p.data.div_(p.data.norm() + 1).sub_(lr * p.grad.data),
}  # fmt: skip
CLEARED = {
    "None": lambda p: setattr(p, "grad", None),
    "zero_": lambda p: p.grad is None or p.grad.zero_(),
    "data.zero_": lambda p: p.grad is None or p.grad.data.zero_(),
    "accumulates": lambda p: None,
}


def _trained(lib, update, clear, compiled, calls=5):
    """Parameters, gradients and losses of some steps of a small model."""
    params = [lib.tensor([[0.1, -0.2], [0.3, 0.4], [-0.5, 0.6]], dtype=lib.float64),
              lib.tensor([0.7, -0.8], dtype=lib.float64)]  # fmt: skip
    params = [p.requires_grad_() for p in params]
    x = lib.tensor([[1.0, 2.0, 3.0], [0.5, -1.0, 0.25]], dtype=lib.float64)

    def step(x):
        for p in params:
            clear(p)
        loss = ((x @ params[0] + params[1]).tanh() ** 2).sum()
        loss.backward()
        for p in params:
            update(lib, p, 0.1)
        return loss.detach()

    run = tl.compile(step) if compiled else step
    losses = [run(x).item() for _ in range(calls)]
    return losses, [p.tolist() for p in params], [p.grad.tolist() for p in params]


@pytest.mark.parametrize("clear", CLEARED)
@pytest.mark.parametrize("update", STEPS)
def test_steps_by_data_are_the_same_when_compiled(update, clear):
    eager = _trained(tl, STEPS[update], CLEARED[clear], False)
    assert _trained(tl, STEPS[update], CLEARED[clear], True) == eager


@pytest.mark.torch
@pytest.mark.parametrize("clear", CLEARED)
@pytest.mark.parametrize("update", STEPS)
def test_steps_by_data_as_torch(update, clear):
    torch = pytest.importorskip("torch")
    found, wanted = (_trained(lib, STEPS[update], CLEARED[clear], False) for lib in (tl, torch))
    for got, expected in zip(found, wanted, strict=True):
        for a, b in zip(got, expected, strict=True):
            assert tl.allclose(tl.tensor(a), tl.tensor(b), rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("view", [
    lambda x: x.data[1:], lambda x: x.detach()[1:], lambda x: x.data, lambda x: x.data[:][1:],
])  # fmt: skip
def test_views_of_data_that_compiled_functions_return_are_outside_of_the_graph(view):
    x, compiled = tl.ones(3, requires_grad=True), tl.compile(view)
    for function in (view, compiled, compiled):
        result = function(x)
        result.add_(1)
        assert result.tolist() == x[-len(result) :].tolist() and not result.requires_grad
    assert x[-1] == 4 and x.is_leaf


@pytest.mark.parametrize("change", [
    lambda p, x: setattr(p, "data", x), lambda p, x: setattr(p, "data", x.data),
    lambda p, x: setattr(p, "data", x[1:].data), lambda p, x: setattr(p, "data", x.t()),
])  # fmt: skip
def test_a_captured_tensor_that_would_show_an_argument_is_refused(change):
    """It showed what had stood for the argument: memory that no call writes."""
    p, x = tl.ones(3, requires_grad=True), tl.zeros(3)
    p.grad = tl.full((3,), 2.0)
    with pytest.raises(tl.TraceError, match=r"shows that of an argument since .*test_tensor_data"):
        tl.compile(lambda x: change(p, x))(x)
    assert p.tolist() == [1.0] * 3
    tl.compile(lambda x: setattr(p, "data", p.grad.data + x.data))(x)
    assert p.tolist() == [2.0] * 3


# ------------------------------------------------------------------ gradients


@pytest.mark.torch
def test_gradients_that_share_memory_by_data_as_torch():
    def scene(library):
        p, q = (library.ones(2, requires_grad=True) for _ in range(2))
        (q * 3).sum().backward()
        p.grad = q.grad.data
        told = []
        for x in (p, q, p):
            (x * 2).sum().backward()
            told += [p.grad.tolist(), q.grad.tolist(), p.grad._version, q.grad._version]
        p.grad.data.zero_()
        return [*told, p.grad.tolist(), q.grad.tolist(), p.grad._version, q.grad._version]

    assert same_in_torch(scene)[-4:-2] == [[0.0, 0.0]] * 2


def test_a_gradient_that_is_given_as_data_stays_what_it_was():
    g = tl.full((2,), 3.0)
    for hooked in (False, True):
        x = tl.ones(2, requires_grad=True)
        if hooked:
            x.register_hook(lambda _: g.data)
        x.view(2).backward(g.data)
        x.backward(g.data)
        x.grad.add_(1)
        assert (x.grad.tolist(), g.tolist()) == ([7.0, 7.0], [3.0, 3.0])


def test_compiled_steps_whose_gradients_share_memory_by_data():
    def trained(compiled):
        p, q = (tl.ones(2, requires_grad=True) for _ in range(2))
        p.grad = tl.full((2,), 0.5)
        q.grad = p.grad.data

        def step(x):
            (p * x).sum().backward()
            (q * x * 2).sum().backward()
            p.data.sub_(0.1 * p.grad.data)
            q.data.sub_(0.1 * q.grad.data)
            q.grad.data.mul_(0.5)

        run = tl.compile(step) if compiled else step
        for k in range(4):
            run(tl.full((2,), float(k)))
        return [t.tolist() for t in (p, q, p.grad, q.grad)]

    assert trained(True) == trained(False)


@pytest.mark.parametrize("keep", [
    lambda g: g.data, lambda g: g.detach(), lambda g: g, lambda g: g.data.numpy(), lambda g: g[:],
])  # fmt: skip
@pytest.mark.parametrize("own", [False, True])
def test_a_kept_gradient_stays_when_it_is_kept_by_data(keep, own):
    p = tl.ones(2, requires_grad=True)

    @tl.compile
    def step(x):
        p.grad = None
        (p * x).sum().backward()
        if own:
            p.grad = (p.grad * 1).data

    kept = []
    for k in range(5):
        step(tl.full((2,), float(k)))
        if k != 2:
            kept.append(keep(p.grad))
    assert [g.tolist() for g in kept] == [[float(k)] * 2 for k in (0, 1, 3, 4)]


def test_what_a_recording_keeps_by_data_alone_lives_on():
    state = {}

    @tl.compile
    def step(x):
        made = (x * 2).data
        state["last"] = made
        return (made + 1).data

    for k in range(4):
        result = step(tl.full((2,), float(k)))
        [tl.zeros(2) for _ in range(4)]
        assert (result.tolist(), state["last"].tolist()) == ([2.0 * k + 1] * 2, [2.0 * k] * 2)


# ------------------------------------------------------------------ copies, storages, optimizers


@pytest.mark.torch
def test_storages_and_copies_as_torch():
    def scene(library):
        x = library.arange(6.0).view(2, 3)
        data, part = x.data, x[1:].data
        told = [x.untyped_storage().data_ptr() == y.untyped_storage().data_ptr() for y in
                (data, part, data.clone())]  # fmt: skip
        told += [x.is_set_to(data), data.is_set_to(x.data), x.is_set_to(part)]
        told += [part.storage_offset(), part.stride(), part._base, data.is_leaf, data.requires_grad]
        a, b, c = copy.deepcopy([x, data, part])
        before = a._version, b._version, c._version
        b.mul_(2), c.add_(1), c.mul_(1)
        told += [a.tolist(), x.tolist(), a._version - before[0], b._version - before[1]]
        file = io.BytesIO()
        library.save({"x": x, "data": data, "part": part}, file)
        file.seek(0)
        loaded = library.load(file)
        loaded["part"].zero_()
        told += [loaded["x"].tolist(), loaded["data"].tolist()]
        told += [pickle.loads(pickle.dumps(data)).tolist(), copy.copy(data).tolist()]
        y = library.zeros(3).set_(data)
        y.add_(1)
        told += [y.tolist(), x.tolist(), x._version]
        z = library.zeros(3)
        z.data.set_(x.data.untyped_storage(), 1, (2,), (2,))
        return [*told, z.tolist()]

    same_in_torch(scene)


def test_one_memory_is_one_storage():
    x = tl.arange(6.0)
    assert x.untyped_storage() == x.data.untyped_storage() == x[2:].data.untyped_storage()
    assert len({x.storage(), x.data.storage(), x.data.data.storage()}) == 1


def test_large_memory_is_used_again_after_its_data_died():
    x = tl.ones(1 << 20)
    place, data = x.data_ptr(), x.data
    del x
    assert tl.zeros(1 << 20).data_ptr() != place
    assert data[-1] == 1
    del data
    assert tl.zeros(1 << 20).data_ptr() == place


OPTIMIZERS = {
    "SGD": lambda lib, ps: lib.optim.SGD(ps, 0.1, momentum=0.9, nesterov=True),
    "Adam": lambda lib, ps: lib.optim.Adam(ps, 0.1, amsgrad=True),
    "AdamW": lambda lib, ps: lib.optim.AdamW(ps, 0.1),
    "RMSprop": lambda lib, ps: lib.optim.RMSprop(ps, 0.1, momentum=0.5),
    "Adagrad": lambda lib, ps: lib.optim.Adagrad(ps, 0.1),
    "Rprop": lambda lib, ps: lib.optim.Rprop(ps, 0.1),
}


def _optimized(lib, name, inside, compiled):
    p = lib.nn.Parameter(lib.tensor([0.5, -1.0, 2.0], dtype=lib.float64))
    average = p.data.clone()
    optimizer = OPTIMIZERS[name](lib, [p])
    x = lib.tensor([1.0, 2.0, -3.0], dtype=lib.float64)

    def between():
        p.data.clamp_(-1.5, 1.5)
        p.data[1:].mul_(0.9)
        average.mul_(0.5).add_(p.data, alpha=0.5)

    def step(x):
        optimizer.zero_grad()
        loss = ((p * x - 1) ** 2).sum()
        loss.backward()
        p.grad.data.clamp_(-3, 3)
        optimizer.step()
        if inside:
            between()
        return loss.detach()

    run, losses = tl.compile(step) if compiled else step, []
    for _ in range(5):
        losses.append(run(x).item())
        if not inside:
            between()
    return losses + p.tolist() + average.tolist()


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize("name", OPTIMIZERS)
def test_optimizers_and_writes_by_data_are_the_same_when_compiled(name, inside):
    eager = _optimized(tl, name, inside, False)
    assert _optimized(tl, name, inside, True) == pytest.approx(eager, rel=1e-12)


@pytest.mark.torch
@pytest.mark.parametrize("name", OPTIMIZERS)
def test_optimizers_and_writes_by_data_as_torch(name):
    torch = pytest.importorskip("torch")
    wanted = _optimized(torch, name, True, False)
    assert _optimized(tl, name, True, False) == pytest.approx(wanted, rel=1e-9)


def test_a_cast_is_made_again_after_a_write_by_data():
    w, x = tl.ones(2, 2, requires_grad=True), tl.ones(2, 2)

    @tl.compile
    def double():
        w.data.mul_(2)

    with tl.autocast("cpu", dtype=tl.bfloat16):
        told = [(x @ w)[0, 0].item()]
        for change in (lambda: w.data.mul_(2), lambda: w.data[:].mul_(2), double, double):
            change()
            told.append((x @ w)[0, 0].item())
    assert told == [2.0, 4.0, 8.0, 16.0, 32.0]


# ------------------------------------------------------------------ memory of others


def test_read_only_memory_is_refused_by_data():
    array = np.arange(4.0)
    x = tl.from_numpy(array)
    compiled = tl.compile(lambda x: x.data.add_(1))
    x.data.add_(1), compiled(x)
    assert array.tolist() == [2.0, 3.0, 4.0, 5.0]
    data = x.data
    array.flags.writeable = False
    writes = [lambda x: x.data.add_(1), lambda x: x.data.__setitem__(0, 1.0), compiled,
              lambda x: data.mul_(2), lambda x: x.data.index_fill_(0, tl.tensor([0]), 1.0),
              lambda x: tl.compile(lambda: data.add_(1))(),
              lambda x: tl.add(x, 1, out=x.data), lambda x: compiled(data)]  # fmt: skip
    for write in writes:
        with pytest.raises(RuntimeError, match=r"read-only"):
            write(x)
    assert array.tolist() == [2.0, 3.0, 4.0, 5.0]
    assert not x.data.numpy().flags.writeable


def test_a_mapped_file_is_written_by_data(tmp_path):
    np.zeros(4).tofile(tmp_path / "numbers")
    array = np.memmap(tmp_path / "numbers", np.float64, "r+")
    x = tl.from_numpy(array)
    x.data[1:].copy_(x.data[:-1] + 1)
    tl.compile(lambda: x.data.add_(1))()
    array.flush()
    assert np.fromfile(tmp_path / "numbers").tolist() == [1.0, 2.0, 2.0, 2.0]
    fixed = tl.from_numpy(np.memmap(tmp_path / "numbers", np.float64, "r"))
    with pytest.raises(RuntimeError, match="read-only"):
        fixed.data.zero_()


def test_two_tensors_of_one_array():
    array = np.arange(5.0)
    x, y = tl.from_numpy(array), tl.from_numpy(array).data
    x[1:].copy_(y[:-1])
    assert array.tolist() == [0.0, 0.0, 1.0, 2.0, 3.0]
    y[1:].add_(x.data[:-1])
    assert array.tolist() == [0.0, 0.0, 1.0, 3.0, 5.0]


def test_arrays_of_data_share_its_memory():
    x = tl.zeros(3)
    x.data.numpy()[1] = 5.0
    np.from_dlpack(x.data)[2] = 6.0
    assert x.tolist() == [0.0, 5.0, 6.0]
    array = x.data.numpy()
    del x
    assert array.tolist() == [0.0, 5.0, 6.0]
