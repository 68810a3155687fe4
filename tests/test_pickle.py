"""What travels between processes: public names by name, generators and loaders by value."""

import copy
import gc
import inspect
import multiprocessing
import os
import pickle
import types

import numpy as np
import pytest

import tensorlite as tl
import tensorlite.cuda
import tensorlite.utils.data
from tensorlite import nn, optim
from tensorlite.utils.data import DataLoader, Dataset

SPACES = {
    "tl": tl, "Tensor": tl.Tensor, "linalg": tl.linalg, "special": tl.special, "cuda": tl.cuda,
    "autograd": tl.autograd, "scalars": tl.scalars, "nn": nn, "functional": nn.functional,
    "init": nn.init, "nn.utils": nn.utils, "optim": optim, "lr_scheduler": optim.lr_scheduler,
    "data": tl.utils.data, "fft": tl.fft, "windows": tl.signal.windows,
}  # fmt: skip
SPAWN = multiprocessing.get_context("spawn")


def public():
    """Every public function, class, op and dtype, by (space, name)."""
    found = {}
    for space, holder in SPACES.items():
        for name in dir(holder):
            value = getattr(holder, name)
            thing = inspect.getattr_static(holder, name, value)  # a module may find it when asked
            named = callable(thing) or isinstance(thing, tl.dtype)
            if name[0] != "_" and named and not isinstance(thing, types.ModuleType):
                found[space, name] = value
    return found


PUBLIC = public()


@pytest.mark.parametrize("space", SPACES)
def test_a_public_name_is_pickled_as_a_name(space):
    for (holder, name), thing in PUBLIC.items():
        if holder == space:
            assert pickle.loads(pickle.dumps(thing)) is thing, name
            assert copy.copy(thing) is thing, name
            assert copy.deepcopy(thing) is thing, name


def names_elsewhere(pickled):
    """Those that another process does not find as the same objects."""
    return [key for key, data in pickled.items() if pickle.loads(data) is not PUBLIC[key]]


def test_another_process_has_the_same_names():
    assert len(PUBLIC) > 1000
    pickled = {key: pickle.dumps(thing) for key, thing in PUBLIC.items()}
    with SPAWN.Pool(1) as pool:
        assert pool.apply(names_elsewhere, (pickled,)) == []


def test_bound_methods_travel_with_their_tensor():
    x = tl.tensor([0.25, 1.0])
    names = [name for name, method in vars(tl.Tensor).items() if inspect.isfunction(method)]
    names = [name for name in names if name != "__annotate_func__"]  # of every class, since 3.14
    assert len(names) > 400
    for name in names:
        back = pickle.loads(pickle.dumps(getattr(x, name)))
        assert back.__self__.tolist() == x.tolist()
        assert back.__func__ is getattr(tl.Tensor, name), name


# ------------------------------------------------------------------ ops of the user


@tl.elementwise
def double_or_half(x, gain):
    return x * gain if x > 0 else x / gain


def _plain(x):
    return x * x * x


cube = tl.elementwise(_plain, grad=None, name="cube")


class Net(nn.Module):
    """Keeps activations: ours, a method, a user's."""

    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 2)
        self.steps = [tl.tanh, tl.Tensor.exp, cube, nn.functional.gelu, tl.relu, tl.softmax]
        self.pair = {"last": double_or_half}

    def forward(self, x):
        x = self.linear(x)
        for step in self.steps:
            x = step(x, 1) if step is tl.softmax else step(x)
        return self.pair["last"](x, 2.0)


def test_an_op_of_the_user_is_pickled_by_name():
    assert pickle.loads(pickle.dumps(double_or_half)) is double_or_half
    assert copy.deepcopy(double_or_half) is double_or_half
    back = pickle.loads(pickle.dumps(cube))  # whose name is that of the plain function
    assert (back.function, back.name, back.kind) == (_plain, "cube", "float")
    with pytest.raises((pickle.PicklingError, AttributeError), match="lambda"):
        pickle.dumps(tl.elementwise(lambda x: x + 1.5))


def outputs(net, x):
    return net(x).detach().numpy()


def test_a_module_that_keeps_activations_goes_to_another_process():
    net, x = Net(), tl.linspace(-1, 1, 6).reshape(2, 3)
    with SPAWN.Pool(1) as pool:
        np.testing.assert_array_equal(pool.apply(outputs, (net, x)), outputs(net, x))
    np.testing.assert_array_equal(outputs(copy.deepcopy(net), x), outputs(net, x))


# ------------------------------------------------------------------ generators


WAYS = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda g: pickle.loads(pickle.dumps(g)),
    "clone_state": lambda g: g.clone_state(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_copy_of_a_generator_goes_on_alone(way):
    g = tl.Generator().manual_seed(7)
    tl.rand(5, generator=g)
    other = WAYS[way](g)
    assert other is not g
    assert other.device == g.device
    assert other.initial_seed() == 7
    first = tl.rand(3, generator=g)
    assert (tl.rand(3, generator=other) == first).all()
    assert (tl.rand(3, generator=g) == tl.rand(3, generator=other)).all()
    other.manual_seed(8)
    assert g.initial_seed() == 7


def test_what_holds_a_generator_can_be_copied():
    g = tl.Generator().manual_seed(3)
    held = {"first": g, "second": [g]}
    copied = copy.deepcopy(held)
    assert copied["first"] is copied["second"][0] is not g
    loader = DataLoader(range(8), shuffle=True, generator=g)
    again = pickle.loads(pickle.dumps(loader))
    assert [int(x) for x in loader] == [int(x) for x in again]


# ------------------------------------------------------------------ loaders in a fork


class Plain(Dataset):
    def __len__(self):
        return 8

    def __getitem__(self, index):
        return index


class Collecting(Plain):
    """Drops, in the worker, what its process was forked with."""

    held: list = []  # noqa: RUF012  shared on purpose

    def __getitem__(self, index):
        if self.held:  # once: a collection takes a second where much is alive
            self.held.clear()
            gc.collect()
        return index


def values(loader):
    return [int(x) for x in loader]


@pytest.mark.parametrize("running", [False, True], ids=["between epochs", "in an epoch"])
@pytest.mark.parametrize("persistent", [False, True])
def test_a_loader_collected_in_the_worker_of_another_goes_on(persistent, running, monkeypatch):
    settings = {"num_workers": 1, "multiprocessing_context": "fork"}
    first = DataLoader(Plain(), persistent_workers=persistent, **settings)
    if not running:
        assert values(first) == list(range(8))
    batches = iter(first)
    seen = [int(next(batches))] if running else []
    held = [first, batches]
    del first, batches
    monkeypatch.setattr(Collecting, "held", held)
    second = DataLoader(Collecting(), persistent_workers=True, **settings)
    assert values(second) == list(range(8))
    first, batches = held
    assert seen + values(batches) == list(range(8))
    assert values(first) == list(range(8))


class Iterating(Plain):
    """Iterates, in the worker, a loader of its parent."""

    def __init__(self, loader):
        self.loader = loader

    def __getitem__(self, index):
        return sum(values(self.loader))


def test_a_fork_does_not_ask_its_parents_workers():
    settings = {"num_workers": 1, "multiprocessing_context": "fork"}
    first = DataLoader(Plain(), persistent_workers=True, **settings)
    assert values(first) == list(range(8))
    with pytest.raises(AssertionError, match="daemonic processes"):
        values(DataLoader(Iterating(first), **settings))
    pid = os.fork()
    if pid == 0:
        os._exit(0 if values(first) == list(range(8)) else 1)
    assert os.waitpid(pid, 0)[1] == 0
    assert values(first) == list(range(8))


def test_results_of_several_parts():
    for found in (tl.ones(2, 2).max(0), tl.ones(2).cummin(0), tl.linalg.qr(tl.eye(2))):
        again = pickle.loads(pickle.dumps(found))
        assert type(again) is type(found) and repr(again) == repr(found)


def _doubled(x):
    return x * 2


def test_multiprocessing_by_the_path_of_tensors():
    import tensorlite.multiprocessing as mp

    with mp.get_context("spawn").Pool(1) as pool:
        assert pool.map(_doubled, [tl.ones(2)])[0].tolist() == [2, 2]
    with pytest.raises(AttributeError, match="no attribute 'spawn'"):
        mp.spawn  # noqa: B018


@pytest.mark.parametrize("kind", [tl.Tensor, tl.nn.Parameter])
def test_what_was_set_on_a_tensor_is_pickled_with_it(kind):
    """It was lost, where copies kept it."""
    x = tl.ones(2) if kind is tl.Tensor else tl.nn.Parameter(tl.ones(2))
    x.note = {"a": 1}
    for protocol in (2, pickle.HIGHEST_PROTOCOL):
        back = pickle.loads(pickle.dumps(x, protocol))
        assert type(back) is kind and back.note == {"a": 1} and back.tolist() == [1, 1]
    assert vars(pickle.loads(pickle.dumps(tl.ones(1)))) == {}
