"""Tensors on a simulated card: moves, creation, errors, modules, memory, interchange.

Runs with NUMBA_ENABLE_CUDASIM=1, see test_cuda_table.py.
"""

import copy
import gc
import os
import pickle
import threading
import warnings
import weakref
from types import SimpleNamespace

import numpy as np
import pytest
from card_memory import separate_memories, two_cards  # noqa: F401
from tensorlite.kernels.cuda import driver, store, system

import tensorlite as tl
from tensorlite import dlpack, nn

pytestmark = [
    pytest.mark.cuda,
    pytest.mark.skipif(
        os.environ.get("NUMBA_ENABLE_CUDASIM") != "1", reason="run with NUMBA_ENABLE_CUDASIM=1"
    ),
]
CARD = tl.device("cuda:0")


def raises(kind, *texts):
    """An error whose message holds all of some texts."""

    class Check:
        def __enter__(self):
            self.context = pytest.raises(kind)
            self.info = self.context.__enter__()

        def __exit__(self, *error):
            caught = self.context.__exit__(*error)
            for text in texts:
                assert text in str(self.info.value), self.info.value
            return caught

    return Check()


def same(a, b):
    """Equal bits on whatever devices."""
    a, b = a.detach().cpu(), b.detach().cpu()
    return a.dtype is b.dtype and a.shape == b.shape and a.numpy().tobytes() == b.numpy().tobytes()


# ------------------------------------------------------------------ there and back


def test_devices():
    assert tl.device("cuda", 0) is CARD and tl.device(0) is CARD and tl.device("cuda:0") == CARD
    assert tl.device("cuda") != CARD and tl.device("cuda").index is None
    assert repr(CARD) == "device(type='cuda', index=0)" and str(CARD) == "cuda:0"
    assert pickle.loads(pickle.dumps(CARD)) is CARD
    with raises(RuntimeError, "zeros: expected device to be a card from cuda:0 to cuda:0; got"):
        tl.zeros(2, device="cuda:7")
    with raises(RuntimeError, "expected device to be 'cpu', 'cuda' or 'cuda:<index>'; got 'gpu'"):
        tl.zeros(2, device="gpu")


@pytest.mark.parametrize("dtype", [tl.float32, tl.float64, tl.int64, tl.uint8, tl.bool])
@pytest.mark.parametrize("shape", [(), (0,), (3, 4), (2, 0, 3), (2, 3, 4)])
def test_there_and_back(dtype, shape):
    x = (tl.randn(shape) * 3).to(dtype)
    there = x.to("cuda")
    assert there.device is CARD and there.is_cuda and not there.is_cpu and not x.is_cuda
    assert there.dtype is dtype and there.shape == x.shape
    assert same(there.cpu(), x) and there.to(CARD) is there and x.cpu() is x


def test_views_move_with_their_elements():
    x = tl.arange(24.0).reshape(2, 3, 4)
    for view in (x.permute(2, 0, 1), x[:, ::2], x.flip(0), x[:, :1].expand(2, 5, 4), x[1, 2]):
        there = view.cuda()
        assert same(there, view) and same(there.cpu(), view)
    turned = x.permute(2, 0, 1).cuda()
    assert turned.stride() == (1, 12, 4), "dense strides keep their order"
    assert same(turned[1], x.permute(2, 0, 1)[1])
    part = x.cuda()[:, 1:3].transpose(0, 2)
    assert same(part.cpu(), x[:, 1:3].transpose(0, 2))


def test_to_in_all_forms():
    x = tl.ones(2)
    card = x.cuda()
    forms = [x.to(CARD), x.to("cuda"), x.to(device="cuda"), x.to(0), x.cuda(), x.cuda(0),
             x.cuda("cuda:0"), x.to(card), x.to("cuda", non_blocking=True)]  # fmt: skip
    assert all(y.device is CARD for y in forms)
    both = x.to("cuda", tl.float64)
    assert both.device is CARD and both.dtype is tl.float64
    assert card.to(tl.float64).device is CARD and card.double().device is CARD
    assert card.type_as(x.double()).dtype is tl.float64
    assert card.to("cuda", copy=True) is not card
    with raises(RuntimeError, "cuda: expected a card; got 'cpu'; try"):
        x.cuda("cpu")


def test_gradients_cross_devices():
    x = tl.tensor([1.0, 2.0, 3.0], requires_grad=True)
    (x.cuda() ** 2).sum().backward()
    assert x.grad.device == tl.device("cpu") and x.grad.tolist() == [2.0, 4.0, 6.0]
    y = tl.tensor([1.0, 2.0], device="cuda", requires_grad=True)
    (y.cpu() * tl.tensor([3.0, 5.0])).sum().backward()
    assert y.grad.device is CARD and y.grad.tolist() == [3.0, 5.0]


def test_a_0d_tensor_of_the_cpu_goes_along():
    scale = tl.tensor(2.0, requires_grad=True)
    x = tl.tensor([1.0, 2.0], device="cuda", requires_grad=True)
    out = (scale * x).sum()
    assert out.device is CARD
    out.backward()
    assert scale.grad.device == tl.device("cpu") and scale.grad.item() == 3.0
    assert x.grad.tolist() == [2.0, 2.0]
    y = x.detach().clone()
    y += tl.tensor(1.5)
    assert y.tolist() == [2.5, 3.5]
    scale.data.fill_(10.0)  # read at each call, not baked into a kernel
    assert (scale.detach() * y).tolist() == [25.0, 35.0]
    with raises(RuntimeError, "expected operands on cpu, where the result goes"):
        tl.tensor(1.0).add_(tl.tensor(1.0, device="cuda"))


@pytest.mark.parametrize("number", [2, True, 2.5, -3, 1 << 40, float("nan"), -0.0])
@pytest.mark.parametrize("dtype", [tl.float32, tl.float64, tl.int32, tl.int64, tl.uint8, tl.bool])
def test_numbers_of_python(number, dtype):
    x = tl.tensor([0, 1, 5]).to(dtype)
    for op in (lambda a: a * number, lambda a: number + a):
        assert same(op(x.cuda()), op(x))

    def choice(a):
        return tl.where(a > 1, a, number)

    if dtype.is_floating_point or dtype is tl.bool or type(number) is not int:
        assert same(choice(x.cuda()), choice(x))
    elif not tl.iinfo(dtype).min <= number <= tl.iinfo(dtype).max:
        for each in (x, x.cuda()):
            with raises(RuntimeError, "where: value cannot be converted to type"):
                choice(each)


# ------------------------------------------------------------------ creation


def test_creation_on_a_card():
    made = {
        "zeros": tl.zeros(2, 3, device="cuda"), "ones": tl.ones(3, device=CARD),
        "full": tl.full((2,), 0.1, dtype=tl.float64, device="cuda"),
        "arange": tl.arange(3, 9, 2, device="cuda"), "eye": tl.eye(2, 3, device="cuda"),
        "linspace": tl.linspace(0, 1, 5, device="cuda"), "tensor": tl.tensor([1, 2], device=0),
        "as_tensor": tl.as_tensor(np.ones(2), device="cuda"),
        "tril_indices": tl.tril_indices(3, 3, device="cuda"),
        "randperm": tl.randperm(5, device="cuda"), "randint": tl.randint(9, (4,), device="cuda"),
        "normal": tl.normal(0.0, 1.0, (3,), device="cuda"), "empty": tl.empty(4, device="cuda"),
    }  # fmt: skip
    assert {x.device for x in made.values()} == {CARD}
    assert made["full"].tolist() == [0.1, 0.1] and made["arange"].tolist() == [3, 5, 7]
    x = made["zeros"]
    likes = [tl.zeros_like(x), tl.ones_like(x), tl.empty_like(x), tl.full_like(x, 2),
             tl.rand_like(x), tl.randn_like(x), tl.randint_like(x, 5), x.new_zeros(2),
             x.new_ones(2), x.new_full((2,), 3), x.new_tensor([1, 2]), x.new_empty(1)]  # fmt: skip
    assert {y.device for y in likes} == {CARD}
    assert tl.zeros_like(x, device="cpu").device == tl.device("cpu")
    assert tl.tensor(x).device is CARD and tl.tensor(x, device="cpu").device == tl.device("cpu")


def test_out_tells_the_device():
    for make in (
        lambda out: tl.zeros(3, out=out), lambda out: tl.full((3,), 2.0, out=out),
        lambda out: tl.arange(3.0, out=out), lambda out: tl.linspace(0, 1, 3, out=out),
        lambda out: tl.rand(3, out=out), lambda out: tl.add(tl.ones(3, device="cuda"), 1, out=out),
    ):  # fmt: skip
        out = tl.empty(3, device="cuda")
        tl.manual_seed(1)
        assert make(out) is out
        tl.manual_seed(1)
        if "add" not in make.__code__.co_names:
            assert same(out, make(tl.empty(3)))
    with raises(RuntimeError, "the written tensor float32[3] on cuda:0"):
        tl.add(tl.ones(3), tl.ones(3), out=tl.empty(3, device="cuda"))


def test_random_numbers_are_those_of_the_cpu():
    for draw in (
        lambda **at: tl.rand(50, **at), lambda **at: tl.randn(50, dtype=tl.float64, **at),
        lambda **at: tl.randint(-3, 9, (50,), **at), lambda **at: tl.randperm(20, **at),
        lambda **at: tl.zeros(50, **at).exponential_(2.0),
        lambda **at: tl.nn.functional.dropout(tl.ones(50, **at), 0.3),
        lambda **at: tl.bernoulli(tl.full((50,), 0.4, **at)),
    ):  # fmt: skip
        results = []
        for device in ("cpu", "cuda"):
            tl.manual_seed(7)
            results.append(draw(device=device))
        assert same(*results) and results[1].device is CARD
    g = tl.Generator("cuda").manual_seed(3)
    assert g.device is CARD
    plain = tl.Generator().manual_seed(3)
    assert same(tl.rand(4, generator=g, device="cuda"), tl.rand(4, generator=plain))


# ------------------------------------------------------------------ reading, printing, keeping


def test_what_the_host_reads():
    x = tl.tensor([[1.5, -2.0]], device="cuda")
    assert x.tolist() == [[1.5, -2.0]] and x.sum().item() == -0.5 and float(x[0, 0]) == 1.5
    assert bool((x < 2).all()) and [row.device for row in x] == [CARD] and len(x) == 1
    assert repr(x) == "tensor([[ 1.5000, -2.0000]], device='cuda:0')"
    assert "device='cuda:0', dtype=tensorlite.float64" in repr(x.double())
    assert f"{x.sum():.1f}" == "-0.5" and "<td>" in x._repr_html_()
    with raises(TypeError, "can't convert cuda:0 device type tensor to numpy", "try .cpu()"):
        x.numpy()
    with raises(TypeError, "can't convert cuda:0 device type tensor to numpy"):
        np.asarray(x)
    assert x.numpy(force=True).tolist() == [[1.5, -2.0]]


def test_copies_and_files(tmp_path):
    x = tl.arange(6.0, device="cuda").reshape(2, 3)
    for twin in (copy.deepcopy(x), pickle.loads(pickle.dumps(x)), x.clone()):
        assert twin.device is CARD and same(twin, x) and twin.data_ptr() != x.data_ptr()
    tl.save({"x": x, "t": x.T}, tmp_path / "x")
    assert tl.load(tmp_path / "x")["x"].device == tl.device("cpu")
    back = tl.load(tmp_path / "x", map_location="cuda")
    assert back["x"].device is CARD and same(back["t"], x.T)


def test_copy_crosses_devices():
    x = tl.arange(12.0).reshape(3, 4)
    for target in (tl.empty(3, 4), tl.empty(4, 3).T, tl.empty(3, 4, dtype=tl.float64)):
        there = target.cuda()
        assert there.copy_(x) is there and there.tolist() == x.tolist()
        assert target.copy_(there).tolist() == x.tolist()
    assert tl.zeros(2, 4, device="cuda").copy_(x[0]).tolist() == [x[0].tolist()] * 2
    whole = tl.zeros(3, 4, device="cuda")
    whole[:, 1:3] = x[:, 1:3].cuda()
    whole[0] = 7
    assert whole.tolist() == [[7.0] * 4, [0.0, 5.0, 6.0, 0.0], [0.0, 9.0, 10.0, 0.0]]
    leaf = tl.ones(3, requires_grad=True)
    there = tl.zeros(3, device="cuda")
    there.copy_(leaf * 2)
    there.sum().backward()
    assert leaf.grad.tolist() == [2.0] * 3


def test_indices_of_the_cpu_go_along():
    x = tl.arange(12.0).reshape(3, 4)
    there = x.cuda()
    for index in ([0, 2], tl.tensor([2, 0]), x > 5, (slice(None), [1, 3]), np.array([1])):
        assert same(there[index], x[index])
    there[tl.tensor([0, 1])] = -1.0
    there[x > 8] = 0.5
    assert there.tolist() == [[-1.0] * 4, [-1.0] * 4, [8.0, 0.5, 0.5, 0.5]]


# ------------------------------------------------------------------ errors


def test_mixed_devices_name_both_tensors():
    x, y = tl.ones(2, 3), tl.ones(2, 3, device="cuda")
    told = ("x float32[2, 3] on cpu and y float32[2, 3] on cuda:0", "try .to('cuda:0')")
    with raises(RuntimeError, "add: Expected all tensors to be on the same device", *told):
        x + y
    with raises(RuntimeError, "on cuda:0", "on cpu"):
        y @ x.T
    with raises(RuntimeError, "same device", "on cuda:0"):
        nn.functional.linear(y, x)
    with raises(RuntimeError, "same device", "on cpu"):
        nn.functional.cross_entropy(y, tl.tensor([0, 1]))
    with raises(RuntimeError, "add", "on cuda:0"):
        x.add_(y)
    with raises(RuntimeError, "the written tensor float32[2, 3] on cpu"):
        tl.add(y, y, out=x)
    with raises(RuntimeError, "grad: expected a gradient on cuda:0; got float32[2, 3] on cpu"):
        y.grad = x
    before = y.tolist()
    for call in (
        lambda: y.index_add_(0, tl.tensor([0]), x[:1]),
        lambda: y.scatter_(1, tl.zeros(2, 1, dtype=tl.int64), x),
        lambda: y.masked_scatter_(tl.ones(2, 3, dtype=tl.bool), y), lambda: y.lerp_(x, 0.5),
        lambda: y.index_copy_(0, tl.tensor([1], device="cuda"), x[:1]),
        lambda: y.put_(tl.tensor([1], device="cuda"), x[0, :1]),
    ):  # fmt: skip
        with raises(RuntimeError, "same device"):
            call()
    assert y.tolist() == before


def test_out_of_range_is_found_before_anything_is_written():
    x = tl.arange(6.0, device="cuda").reshape(3, 2)
    with raises(IndexError, "index 3 is out of bounds for dimension 0 with size 3"):
        x[tl.tensor([0, 3], device="cuda")] = 1.0
    with raises(IndexError, "index -4"):
        x.index_select(0, tl.tensor([1, -4], device="cuda"))
    with raises(IndexError, "Target 2 is out of bounds"):
        nn.functional.cross_entropy(x, tl.tensor([0, 2, 1], device="cuda"))
    assert x.tolist() == [[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]


def test_a_missing_kernel_names_op_device_and_file():
    x = tl.ones(2, 2, device="cuda")
    with raises(NotImplementedError, "svdvals", "cuda:0", "kernels/cuda/", "try .cpu()"):
        tl.linalg.svdvals(x)
    with raises(NotImplementedError, "unique", "kernels/cuda/sort.py"):
        tl.unique(x, dim=0)
    with raises(NotImplementedError, "conv: expected a kernel for cuda:0 in kernels/cuda/conv.py"):
        _ = CARD.kernels.conv


# ------------------------------------------------------------------ modules, optimizers, data


def test_modules_move():
    net = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.ReLU(), nn.Linear(4, 2))
    x = tl.randn(5, 3)
    want = net(x)
    net.zero_grad()
    weight = net[0].weight
    assert net.cuda() is net and net[0].weight is weight and weight.device is CARD
    assert net[1].running_mean.device is CARD
    twin = copy.deepcopy(net).cpu()
    assert twin[0].weight.device == tl.device("cpu")
    with raises(RuntimeError, "same device"):
        net(x)
    net[1].reset_running_stats()
    got = net(x.cuda())
    assert got.device is CARD
    assert np.allclose(got.detach().cpu().numpy(), want.detach().numpy(), atol=1e-6)
    assert nn.Linear(2, 2, device="cuda").weight.device is CARD
    assert net.to("cpu")[0].weight.device == tl.device("cpu")
    state = nn.Linear(3, 4, device="cuda").state_dict()
    plain = nn.Linear(3, 4)
    plain.load_state_dict(state)
    assert same(plain.weight, state["weight"])


OPTIMIZERS = {
    "SGD": {"momentum": 0.9, "weight_decay": 0.1}, "Adam": {}, "AdamW": {}, "Adagrad": {},
    "RMSprop": {"momentum": 0.5, "centered": True}, "Adadelta": {}, "NAdam": {}, "RAdam": {},
    "Adamax": {}, "ASGD": {}, "Rprop": {}, "Lion": {}, "Adafactor": {},
}  # fmt: skip


@pytest.mark.parametrize("name", [n for n in OPTIMIZERS if hasattr(tl.optim, n)])
def test_optimizers_equal_those_of_the_cpu(name):
    results = []
    for device in ("cpu", "cuda"):
        tl.manual_seed(0)
        params = [tl.randn(*n).to(device).requires_grad_() for n in ((3, 2), (5,))]
        optimizer = getattr(tl.optim, name)(params, lr=0.1, **OPTIMIZERS[name])
        for _ in range(3):
            for p in params:
                p.grad = p.detach() * 0.5 + 0.1
            optimizer.step()
        kept = optimizer.state_dict()
        optimizer.load_state_dict(kept)
        optimizer.step()
        results.append(params)
    assert all(same(a, b) for a, b in zip(*results, strict=True))


def test_batches():
    x, y = tl.randn(10, 3), tl.arange(10)
    data = tl.utils.data.TensorDataset(x.cuda(), y.cuda())
    loader = tl.utils.data.DataLoader(data, batch_size=4, shuffle=True)
    seen = [(a, b) for a, b in loader]
    assert {t.device for pair in seen for t in pair} == {CARD}
    assert sorted(tl.cat([b for _, b in seen]).tolist()) == list(range(10))
    assert all(same(a, x[b.cpu()]) for a, b in seen)
    data = tl.utils.data.TensorDataset(x, y)
    pinned = tl.utils.data.DataLoader(data, batch_size=5, pin_memory=True)
    for a, b in pinned:
        assert a.is_pinned() and b.is_pinned() and same(a.to("cuda", non_blocking=True), a)


# ------------------------------------------------------------------ memory and streams


def test_memory_is_counted_and_used_again():
    tl.cuda.empty_cache()
    gc.collect()
    before = tl.cuda.memory_allocated()
    x = tl.empty(1000, device="cuda")
    assert tl.cuda.memory_allocated() - before == 4096 and tl.cuda.memory_reserved() >= 4096
    address = x.data_ptr()
    view = x[10:]
    del x
    assert tl.cuda.memory_allocated() - before == 4096, "a view keeps it"
    del view
    assert tl.cuda.memory_allocated() == before
    assert tl.empty(1000, device="cuda").data_ptr() == address
    for _ in range(3):
        y = tl.randn(40, device="cuda", requires_grad=True)
        (y.exp() * 2).sum().backward()
        del y
        gc.collect()
        assert tl.cuda.memory_allocated() == before


def test_data_has_a_version_of_its_own_on_a_card():
    x, w = tl.arange(6.0, device="cuda"), tl.full((6,), 2.0, device="cuda", requires_grad=True)
    y = x * w
    x.data[1:].copy_(x.data[:-1])
    x.data[:-1].add_(x[1:])
    y.sum().backward()
    assert w.grad.tolist() == x.tolist() == [0.0, 1.0, 3.0, 5.0, 7.0, 4.0]
    y = x * w
    x.detach().mul_(2)
    with raises(RuntimeError, "modified by an inplace operation"):
        y.sum().backward()
    step = tl.compile(lambda: w.data.sub_(w.grad.data, alpha=0.5))
    before = w._version
    step(), step()
    assert w.tolist() == [2.0, 1.0, -1.0, -3.0, -5.0, -2.0] and w._version == before
    assert x.data.device is CARD and x.data.untyped_storage() == x.untyped_storage()


def test_each_card_does_its_own_work(monkeypatch, two_cards):  # noqa: F811
    used, original = set(), store.compiled

    def compiled(*args):
        kernel = original(*args)

        def launch(blocks, threads, stream, words):
            used.add((driver.current_device(), stream.index))
            kernel.launch(blocks, threads, stream, words)

        return SimpleNamespace(launch=launch)

    monkeypatch.setattr(store, "compiled", compiled)
    x, z = tl.arange(6.0, device="cuda:1"), tl.ones(6, device="cuda:0")
    assert (x * 2 + 1).sum().item() == 36.0
    with raises(RuntimeError, "cuda:1 and cuda:0", "x float32[6] on cuda:1 and y"):
        x + z
    assert (x.to("cuda:0") + z).tolist() == [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    with tl.cuda.device(1):
        assert tl.zeros(3, device="cuda").device == tl.device("cuda:1")
    used.clear()
    net = nn.Linear(6, 2).to("cuda:1")
    optimizer = tl.optim.Adam(net.parameters(), lr=0.1)

    @tl.compile
    def step(x):
        optimizer.zero_grad()
        loss = net(x).square().mean()
        loss.backward()
        optimizer.step()
        return loss

    losses = [step(x.reshape(1, 6)).item() for _ in range(3)]
    assert losses[2] < losses[0] and used == {(1, 1)}, "all of it on the card of its operands"
    with raises(IndexError, "index 9 is out of bounds"):
        x[tl.tensor([9], device="cuda:1")]


def test_work_in_another_stream():
    side = tl.cuda.Stream()
    x = tl.arange(8.0, device="cuda")
    with tl.cuda.stream(side):
        assert tl.cuda.current_stream() == side
        y = x * 2
        done = side.record_event()
    tl.cuda.current_stream().wait_event(done)
    assert (y + 1).tolist() == [2.0 * k + 1 for k in range(8)] and done.query()
    tl.cuda.synchronize()


def test_pinned_memory():
    x = tl.arange(6.0).reshape(2, 3).T
    assert not x.is_pinned()
    pinned = x.pin_memory()
    assert pinned.is_pinned() and same(pinned, x) and pinned.pin_memory() is pinned
    assert tl.zeros(3, pin_memory=True).is_pinned()
    assert all(tl.tensor(data, pin_memory=True).is_pinned() for data in ([1], 1.5, [[1]], x))
    there = pinned.to("cuda", non_blocking=True)
    back = tl.empty(3, 2).pin_memory().copy_(there, non_blocking=True)
    tl.cuda.synchronize()
    assert same(back, x.contiguous())
    with raises(RuntimeError, "pin_memory: expected a tensor on the CPU; got float32"):
        there.pin_memory()


# ------------------------------------------------------------------ other libraries


def test_cuda_array_interface():
    x = tl.arange(12.0, device="cuda").reshape(3, 4)
    told = x.T.__cuda_array_interface__
    assert told["shape"] == (4, 3) and told["strides"] == (4, 16) and told["typestr"] == "<f4"
    assert told["data"] == (x.data_ptr(), False) and told["version"] == 3 and told["stream"] == 1
    assert x.__cuda_array_interface__["strides"] is None
    assert not hasattr(tl.ones(2), "__cuda_array_interface__")
    with raises(RuntimeError, "Can't export tensors that require gradient", "try detach()"):
        _ = x.clone().requires_grad_().__cuda_array_interface__

    class Other:
        __cuda_array_interface__ = told

    shown = tl.as_tensor(Other(), device="cuda")
    assert shown.data_ptr() == x.data_ptr() and same(shown, x.T)
    shown.zero_()
    assert x.sum().item() == 0.0
    Other.__cuda_array_interface__ = {**told, "data": (told["data"][0], True)}
    with raises(TypeError, "as_tensor: expected plain writable memory of a card; got read-only"):
        tl.as_tensor(Other())


@pytest.fixture
def lent(monkeypatch):
    """What a test lends, as long as it is not given back."""
    made = weakref.WeakSet()

    class Noted(dlpack.Lent):
        def __init__(self, *kept):
            super().__init__(*kept)
            made.add(self)

    monkeypatch.setattr(dlpack, "Lent", Noted)
    return made


def test_dlpack(lent):
    x = tl.arange(12.0, device="cuda").reshape(3, 4)
    assert x.__dlpack_device__() == (2, 0) and tl.ones(2).__dlpack_device__() == (1, 0)
    shown = tl.from_dlpack(x.T)
    assert shown.device is CARD and shown.stride() == (1, 4) and same(shown, x.T)
    shown.mul_(2)
    assert x[0].tolist() == [0.0, 2.0, 4.0, 6.0] and len(lent) == 1
    del shown
    gc.collect()
    assert not lent
    capsule = x.__dlpack__(stream=1)
    assert len(lent) == 1
    del capsule
    assert not lent, "a capsule that nobody took frees what it lent"
    with raises(RuntimeError, "Can't export tensors that require gradient"):
        x.requires_grad_().__dlpack__()


@pytest.mark.parametrize("dtype", [tl.float32, tl.float64, tl.int8, tl.uint16, tl.int64, tl.bool])
def test_numpy_reads_our_capsules(dtype, lent):
    class Lender:
        def __init__(self, x):
            self.x = x

        def __dlpack__(self, **options):
            return dlpack.exported(self.x, self.__dlpack_device__())

        def __dlpack_device__(self):
            return 1, 0

    x = tl.tensor([[0, 1, 2], [3, 4, 0]]).to(dtype)
    array = np.from_dlpack(Lender(x.T))
    assert array.tolist() == x.T.tolist() and array.dtype == x.T.numpy().dtype
    del array
    assert not lent


def test_pinning_without_a_card_warns(monkeypatch):
    loader = tl.utils.data.DataLoader(tl.utils.data.TensorDataset(tl.ones(2, 2)), pin_memory=True)
    monkeypatch.setattr(system, "SIMULATED", False)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        assert len(list(loader)) == 2
    if not tl.cuda.is_available():
        assert "no card is found" in str(seen[0].message)


def test_the_default_device():
    cpu = tl.zeros(2)
    with tl.device("cuda"):
        with tl.device("cpu"):
            assert tl.zeros(2).device is cpu.device
        made = [
            *(tl.zeros(2, 3), tl.tensor([1.0]), tl.rand(2), tl.arange(3), tl.eye(2)),
            *(tl.full((2,), 1), tl.linspace(0, 1, 3), tl.tril_indices(2, 2), tl.as_tensor([1])),
            *(tl.randperm(3), tl.range(0, 3), tl.scalar_tensor(1)),
            *nn.Linear(2, 3).parameters(),
        ]
        assert {x.device for x in made} == {CARD}
        kept = [tl.zeros_like(cpu), tl.zeros(2, out=cpu), cpu.new_ones(1)]
        kept += [tl.from_numpy(np.ones(2))]
        kept += [tl.ones(2, device="cpu"), nn.init.orthogonal_(tl.empty(2, 2, device="cpu"))]
        assert {x.device for x in kept} == {cpu.device}
    assert tl.zeros(2).device is cpu.device


def test_a_plan_knows_the_default_device():
    made = tl.compile(lambda x: x.sum() + tl.ones(2))
    x = tl.zeros(2)
    assert made(x).device is x.device
    with tl.device("cuda"):
        assert made(x).device is CARD
    assert made(x).device is x.device and made.plans == 2


def test_the_default_device_is_one_per_thread():
    found = []
    with tl.device("cuda"):
        thread = threading.Thread(target=lambda: found.append(tl.zeros(1).device))
        thread.start()
        thread.join()
    assert found == [tl.device("cpu")]
