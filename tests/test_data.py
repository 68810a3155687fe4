"""Datasets, samplers, collation and the DataLoader, in this process and in workers."""

import collections
import multiprocessing
import os
import pickle
import time
import warnings
from itertools import islice

import numpy as np
import pytest

import tensorlite as tl
from tensorlite.utils import data


class Squares(data.Dataset):
    def __init__(self, size=10):
        self.size = size

    def __len__(self):
        return self.size

    def __getitem__(self, index):
        if not 0 <= index < self.size:
            raise IndexError(index)
        return tl.tensor([float(index), float(index) ** 2]), index


class Stream(data.IterableDataset):
    def __init__(self, size):
        self.size = size

    def __iter__(self):
        info = data.get_worker_info()
        start, step = (0, 1) if info is None else (info.id, info.num_workers)
        return iter(range(start, self.size, step))


class Understated(Stream):
    """Half of its samples are not counted."""

    def __len__(self):
        return self.size // 2


class Short(Squares):
    def __getitems__(self, indices):
        return [self[i] for i in indices[1:]]


class Faulty(Squares):
    error = ValueError

    def __getitem__(self, index):
        if index == 5:
            raise self.error("no sample 5")
        return index


class FaultyKey(Faulty):
    error = KeyError


class Odd(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)


class FaultyOdd(Squares):
    def __getitem__(self, index):
        raise Odd(1, 2)


class Slow(Squares):
    def __getitem__(self, index):
        if index == 0:
            time.sleep(0.3)
        return index


class Held(Squares):
    """Its first sample waits for a gate."""

    def __init__(self, size, gate):
        super().__init__(size)
        self.gate = gate

    def __getitem__(self, index):
        assert index or self.gate.wait(300)
        return index


class Hanging(Squares):
    def __getitem__(self, index):
        time.sleep(30)


class Dying(Squares):
    def __getitem__(self, index):
        os._exit(3)


class Process(Squares):
    def __getitem__(self, index):
        info = data.get_worker_info()
        return index, info.id, info.seed, float(tl.rand(1)), os.getpid()


def flat(loader):
    return [v for batch in loader for v in (batch.tolist() if batch.ndim else [batch.item()])]


# ------------------------------------------------------------------------------- datasets


def test_tensor_dataset():
    x, y = tl.arange(6).reshape(3, 2), tl.arange(3)
    dataset = data.TensorDataset(x, y)
    assert len(dataset) == 3
    assert dataset[1][0].tolist() == [2, 3]
    assert dataset[-1][1].item() == 2
    with pytest.raises(AssertionError, match="Size mismatch between tensors"):
        data.TensorDataset(x, tl.arange(4))


def test_concat_subset_stack_chain():
    both = Squares(3) + Squares(2)
    assert isinstance(both, data.ConcatDataset)
    assert [both[i][1] for i in range(5)] == [0, 1, 2, 0, 1]
    assert both[-1][1] == 1
    assert [label for _, label in both] == [0, 1, 2, 0, 1]  # by index, until one is refused
    with pytest.raises(IndexError, match="index 5 is out of range; the length is 5"):
        both[5]
    with pytest.raises(ValueError, match="should not exceed dataset length 5"):
        both[-6]
    part = data.Subset(both, [4, 0])
    assert len(part) == 2
    assert part[0][1] == 1
    assert [s[1] for s in part.__getitems__([1, 0])] == [0, 1]
    pair = data.StackDataset(range(3), "abc")
    assert pair[1] == (1, "b")
    named = data.StackDataset(n=range(3), c="abc")
    assert named[2] == {"n": 2, "c": "c"}
    assert pair.__getitems__([2, 0]) == [(2, "c"), (0, "a")]
    assert named.__getitems__([1]) == [{"n": 1, "c": "b"}]
    several = data.StackDataset(data.Subset(both, [4, 0]), "ab")
    assert [(s[1], c) for s, c in several.__getitems__([1, 0])] == [(0, "b"), (1, "a")]
    chain = Stream(2) + Stream(3)
    assert list(chain) == [0, 1, 0, 1, 2]
    for make, kind, text in [
        (lambda: data.ConcatDataset([]), AssertionError, "empty iterable"),
        (lambda: data.ConcatDataset([Stream(1)]), AssertionError, "IterableDataset"),
        (lambda: data.StackDataset(), ValueError, "At least one dataset"),
        (lambda: data.StackDataset(range(2), range(3)), ValueError, "Size mismatch"),
        (lambda: data.StackDataset(range(2), b=range(2)), ValueError, "got both"),
        (lambda: list(data.ChainDataset([Squares()])), AssertionError, "only supports Iterable"),
        (lambda: data.Dataset()[0], NotImplementedError, "__getitem__"),
        (lambda: iter(data.IterableDataset()), NotImplementedError, "__iter__"),
        (lambda: data.StackDataset(Short()).__getitems__([0, 1]), ValueError, "Expected 2, got 1"),
    ]:
        with pytest.raises(kind, match=text):
            make()


def test_random_split():
    generator = tl.Generator().manual_seed(0)
    parts = data.random_split(range(10), [7, 3], generator=generator)
    assert [len(p) for p in parts] == [7, 3]
    assert sorted([*parts[0].indices, *parts[1].indices]) == list(range(10))
    assert [len(p) for p in data.random_split(range(11), [0.5, 0.3, 0.2])] == [6, 3, 2]
    same = data.random_split(range(10), [7, 3], generator=tl.Generator().manual_seed(0))
    assert same[0].indices == parts[0].indices
    with pytest.raises(ValueError, match="Sum of input lengths does not equal"):
        data.random_split(range(10), [7, 4])
    with pytest.raises(ValueError, match="Fraction at index 0 is not between"):
        data.random_split(range(10), [-0.5, 1.5])
    with pytest.warns(UserWarning, match="index 1 is 0"):
        data.random_split(range(1), [0.5, 0.5])


# ------------------------------------------------------------------------------- samplers


def test_samplers():
    assert list(data.SequentialSampler(range(3))) == [0, 1, 2]
    draw = data.RandomSampler(range(5))
    assert sorted(draw) == [0, 1, 2, 3, 4]
    assert len(draw) == 5
    more = list(data.RandomSampler(range(3), num_samples=8))
    assert len(more) == 8
    assert sorted(more[:3]) == sorted(more[3:6]) == [0, 1, 2]
    again = list(data.RandomSampler(range(3), replacement=True, num_samples=50))
    assert set(again) == {0, 1, 2}
    assert sorted(data.SubsetRandomSampler([7, 8, 9])) == [7, 8, 9]
    weighted = list(data.WeightedRandomSampler([0.0, 1.0, 3.0], 400))
    assert 0 not in weighted
    assert 240 < weighted.count(2) < 360
    assert sorted(data.WeightedRandomSampler([1, 2, 3], 3, replacement=False)) == [0, 1, 2]


@pytest.mark.torch
@pytest.mark.parametrize("n", [0, 1, 5, 6, 7])
@pytest.mark.parametrize("drop_last", [False, True])
def test_shares_of_processes(n, drop_last):
    theirs = pytest.importorskip("torch.utils.data").DistributedSampler
    told = {"num_replicas": 3, "shuffle": False, "drop_last": drop_last}
    if n or drop_last:
        for rank in range(3):
            ours = data.DistributedSampler(range(n), rank=rank, **told)
            other = theirs(range(n), rank=rank, **told)
            assert list(ours) == list(other) and len(ours) == len(other) == len(list(ours))


def test_shares_of_processes_are_of_one_order():
    shares = [data.DistributedSampler(range(7), 2, rank, seed=3) for rank in range(2)]
    first = [list(share) for share in shares]
    assert {*first[0], *first[1]} == {*range(7)} and [list(share) for share in shares] == first
    for share in shares:
        share.set_epoch(1)
    second = [list(share) for share in shares]
    assert {*second[0], *second[1]} == {*range(7)} and second != first
    with pytest.raises(RuntimeError, match="expected num_replicas and rank; got none; try COMM"):
        data.DistributedSampler(range(7))
    with pytest.raises(ValueError, match=r"Invalid rank 2, .* in the interval \[0, 1\]"):
        data.DistributedSampler(range(7), 2, 2)


def test_random_sampler_follows_its_generator():
    orders = [
        list(data.RandomSampler(range(50), generator=tl.Generator().manual_seed(3)))
        for _ in range(2)
    ]
    assert orders[0] == orders[1]
    sampler = data.RandomSampler(range(50), generator=tl.Generator().manual_seed(3))
    assert list(sampler) != list(sampler)


def test_an_order_is_drawn_when_its_first_index_is_asked_for():
    for sampler in [
        data.RandomSampler(range(50)),
        data.RandomSampler(range(50), replacement=True),
        data.SubsetRandomSampler(range(50)),
        data.WeightedRandomSampler([1.0] * 50, 20),
    ]:
        waiting = iter(sampler)
        tl.manual_seed(4)
        expected = list(sampler)
        tl.manual_seed(4)
        assert list(waiting) == expected


def test_batch_sampler():
    assert list(data.BatchSampler(range(5), 2, False)) == [[0, 1], [2, 3], [4]]
    assert list(data.BatchSampler(range(5), 2, True)) == [[0, 1], [2, 3]]
    assert len(data.BatchSampler(range(5), 2, False)) == 3
    assert len(data.BatchSampler(range(5), 2, True)) == 2


SAMPLER_ERRORS = [
    (lambda: data.RandomSampler([]), ValueError, "num_samples should be a positive integer"),
    (lambda: data.RandomSampler([1], replacement=1), TypeError, "replacement should be a bool"),
    (lambda: data.WeightedRandomSampler([1], 0), ValueError, "num_samples should be a positive"),
    (lambda: data.WeightedRandomSampler([[1.0]], 1), ValueError, "1d sequence"),
    (lambda: data.BatchSampler(range(3), 0, False), ValueError, "batch_size should be a positive"),
    (lambda: data.BatchSampler(range(3), 2, 1), ValueError, "drop_last should be a boolean"),
    (lambda: iter(data.Sampler()), NotImplementedError, "__iter__"),
]


@pytest.mark.parametrize(("make", "kind", "text"), SAMPLER_ERRORS)
def test_bad_samplers(make, kind, text):
    with pytest.raises(kind, match=text):
        make()


# ------------------------------------------------------------------------------- collation


Point = collections.namedtuple("Point", "x y")


def test_default_collate():
    collate = data.default_collate
    assert collate([tl.ones(2), tl.zeros(2)]).tolist() == [[1.0, 1.0], [0.0, 0.0]]
    assert collate([np.ones(2), np.zeros(2)]).dtype == tl.float64
    assert collate([np.float32(1), np.float32(2)]).dtype == tl.float32
    assert collate([1, 2]).dtype == tl.int64
    assert collate([True, False]).dtype == tl.bool
    assert collate([1.0, 2.0]).dtype == tl.float64
    assert collate(["a", "b"]) == ["a", "b"]
    assert collate([np.str_("a"), np.str_("b")]) == ["a", "b"]
    rows = collate([(1, "a", [2.0]), (3, "b", [4.0])])
    assert type(rows) is list
    assert rows[0].tolist() == [1, 3]
    assert rows[1] == ("a", "b")
    assert rows[2][0].tolist() == [2.0, 4.0]
    assert collate([{"k": 1}, {"k": 2}])["k"].tolist() == [1, 2]
    point = collate([Point(1, 2), Point(3, 4)])
    assert type(point) is Point
    assert point.y.tolist() == [2, 4]
    with pytest.raises(TypeError, match="default_collate: batch must contain tensors"):
        collate([object()])
    with pytest.raises(TypeError, match="dtype <U1"):
        collate([np.array(["a"])])
    with pytest.raises(RuntimeError, match="should be of equal size"):
        collate([[1], [1, 2]])


def test_default_convert():
    value = data.default_convert({"a": np.ones(2), "b": [1, "c"], "p": Point(np.int64(1), 2)})
    assert value["a"].tolist() == [1.0, 1.0]
    assert value["b"] == [1, "c"]
    assert value["p"].x.item() == 1


# ------------------------------------------------------------------------------- DataLoader


def test_batches_in_order():
    loader = data.DataLoader(Squares(5), batch_size=2)
    batches = list(loader)
    assert [b[1].tolist() for b in batches] == [[0, 1], [2, 3], [4]]
    assert tuple(batches[0][0].shape) == (2, 2)
    assert len(loader) == 3
    assert len(data.DataLoader(Squares(5), batch_size=2, drop_last=True)) == 2
    x, y = next(iter(loader))
    assert y.tolist() == [0, 1]
    assert x[1].tolist() == [1.0, 1.0]


def test_shuffle_is_a_permutation_and_follows_the_generator():
    def order(seed):
        generator = tl.Generator().manual_seed(seed)
        loader = data.DataLoader(range(30), 4, shuffle=True, generator=generator)
        return flat(loader), flat(loader)

    first, second = order(1)
    assert sorted(first) == sorted(second) == list(range(30))
    assert first != second
    assert order(1) == (first, second)
    assert order(2) != (first, second)


def test_manual_seed_decides_the_order():
    runs = []
    for _ in range(2):
        tl.manual_seed(5)
        runs.append(flat(data.DataLoader(range(30), 4, shuffle=True)))
    assert runs[0] == runs[1]


def test_without_batches_and_with_own_samplers():
    assert [int(i) for i in data.DataLoader(range(3), batch_size=None)] == [0, 1, 2]
    assert flat(data.DataLoader(range(9), 2, sampler=[4, 2, 0])) == [4, 2, 0]
    batches = data.DataLoader(range(9), batch_sampler=[[1, 2], [3]])
    assert [b.tolist() for b in batches] == [[1, 2], [3]]
    assert len(batches) == 2
    assert list(data.DataLoader(range(4), 2, collate_fn=sum)) == [1, 5]


def test_iterable_datasets():
    assert [b.tolist() for b in data.DataLoader(Stream(5), 2)] == [[0, 1], [2, 3], [4]]
    assert [b.tolist() for b in data.DataLoader(Stream(5), 2, drop_last=True)] == [[0, 1], [2, 3]]
    assert list(data.DataLoader(Stream(3), batch_size=None)) == [0, 1, 2]


@pytest.mark.parametrize("workers", [0, 2])
def test_after_a_batch_that_fails_the_next_ones_come(workers):
    """An iterator that is a generator has ended once an error has left it."""
    batches = iter(data.DataLoader(Faulty(), 2, num_workers=workers))
    seen = []
    for _ in range(len(batches)):
        try:
            seen.append(next(batches).tolist())
        except ValueError as error:
            seen.append("no sample 5" in str(error))
    assert seen == [[0, 1], [2, 3], True, [6, 7], [8, 9]]
    with pytest.raises(StopIteration):
        next(batches)


@pytest.mark.parametrize("workers", [0, 2])
def test_a_stream_longer_than_it_says(workers):
    loader = data.DataLoader(Understated(6), batch_size=None, num_workers=workers)
    batches = iter(loader)
    assert len(loader) == len(batches) == 3
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(3):
            next(batches)
    with pytest.warns(UserWarning, match="expected 3 samples, .*; got 4 batches; perhaps"):
        next(batches)
    with warnings.catch_warnings():  # the length was never asked for
        warnings.simplefilter("error")
        assert sum(1 for _ in data.DataLoader(Understated(6), batch_size=None)) == 6


@pytest.mark.parametrize("drop_last", [False, True])
@pytest.mark.parametrize("shuffle", [False, True])
def test_gathered_batches_equal_collated_ones(shuffle, drop_last):
    x = tl.from_numpy(np.random.default_rng(0).normal(size=(23, 3)))
    inner = data.TensorDataset(x, tl.arange(23))
    nested = data.Subset(data.Subset(inner, list(range(1, 22))), [3, -1, 0, 5, 7, 2, 9])
    for dataset in (inner, nested):
        options = {"batch_size": 4, "shuffle": shuffle, "drop_last": drop_last}
        runs = []
        for extra in ({}, {"collate_fn": lambda batch: data.default_collate(batch)}):
            generator = tl.Generator().manual_seed(1)
            loader = data.DataLoader(dataset, generator=generator, **options, **extra)
            assert (loader._gathered() is not None) == (not extra)
            runs.append([(type(b), *(t.tolist() for t in b)) for b in _fresh(loader, generator)])
        assert runs[0] == runs[1]
        assert runs[0]


def _fresh(loader, generator):
    generator.manual_seed(1)
    return list(loader)


def test_gathered_batches_are_copies():
    x = tl.zeros(4, 2)
    for (batch,) in data.DataLoader(data.TensorDataset(x), 2):
        batch.add_(1)
    assert float(x.sum()) == 0.0


def test_a_subclass_is_asked_for_its_samples():
    class Doubled(data.TensorDataset):
        def __getitem__(self, index):
            return super().__getitem__(index)[0] * 2

    assert flat(data.DataLoader(Doubled(tl.arange(3)), 2)) == [0, 2, 4]


LOADER_ERRORS = [
    ({"num_workers": -1}, "num_workers option should be non-negative"),
    ({"timeout": -1}, "timeout option should be non-negative"),
    ({"prefetch_factor": 2}, "prefetch_factor option could only"),
    ({"persistent_workers": True}, "persistent_workers option needs"),
    ({"num_workers": 1, "prefetch_factor": -2}, "prefetch_factor option should be non-negative"),
    ({"shuffle": True, "sampler": [1]}, "sampler option is mutually exclusive with shuffle"),
    ({"batch_sampler": [[1]], "shuffle": True}, "batch_sampler option is mutually exclusive"),
    ({"batch_sampler": [[1]], "batch_size": 2}, "batch_sampler option is mutually exclusive"),
    ({"batch_size": None, "drop_last": True}, "disables auto-batching"),
    ({"batch_size": 0}, "batch_size should be a positive integer"),
    ({"shuffle": "yes"}, "expected shuffle to be a bool"),
    ({"multiprocessing_context": "fork"}, "multiprocessing_context can only be used with multi"),
    ({"multiprocessing_context": "thread", "num_workers": 1}, "a valid start method in"),
]


@pytest.mark.parametrize(("options", "text"), LOADER_ERRORS, ids=[e[1] for e in LOADER_ERRORS])
def test_bad_loaders(options, text):
    with pytest.raises(ValueError, match=text):
        data.DataLoader(Squares(), **options)


def test_bad_loaders_of_streams_and_late_changes():
    for name, value in [("shuffle", True), ("sampler", [1]), ("batch_sampler", [[1]])]:
        with pytest.raises(ValueError, match=f"expected unspecified {name} option"):
            data.DataLoader(Stream(3), **{name: value})
    loader = data.DataLoader(Squares())
    with pytest.raises(ValueError, match="batch_size attribute should not be set"):
        loader.batch_size = 3
    with pytest.raises(TypeError, match="expected sampler to be iterable"):
        data.DataLoader(Squares(), sampler=3)
    with pytest.raises(TypeError, match="should be a valid context object or a string"):
        data.DataLoader(Squares(), num_workers=1, multiprocessing_context=3)


# ------------------------------------------------------------------------------- workers


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_workers_keep_the_order(workers):
    loader = data.DataLoader(Slow(11), 2, num_workers=workers)
    assert flat(loader) == list(range(11))
    assert flat(loader) == list(range(11))


def test_workers_give_what_one_process_gives():
    alone = list(data.DataLoader(Squares(9), 2))
    shared = list(data.DataLoader(Squares(9), 2, num_workers=2, prefetch_factor=1))
    for a, b in zip(alone, shared, strict=True):
        assert a[0].tolist() == b[0].tolist()
        assert a[1].tolist() == b[1].tolist()


def test_workers_out_of_order_give_everything():
    gate = multiprocessing.Event()
    batches = iter(data.DataLoader(Held(8, gate), 1, num_workers=2, in_order=False))
    first = next(batches).item()
    gate.set()
    assert first != 0
    assert sorted([first, *(batch.item() for batch in batches)]) == list(range(8))


def test_workers_share_a_stream():
    loader = data.DataLoader(Stream(11), 2, num_workers=2)
    for _ in range(2):
        assert sorted(flat(loader)) == list(range(11))
    uneven = data.DataLoader(Stream(1), 1, num_workers=3)
    assert flat(uneven) == [0]


def test_who_a_worker_is():
    assert data.get_worker_info() is None
    loader = data.DataLoader(Process(4), 1, num_workers=2)
    rows = [[v.item() for v in batch] for batch in loader]
    assert [r[1] for r in rows] == [0, 1, 0, 1]
    assert rows[1][2] == rows[0][2] + 1
    assert len({r[3] for r in rows}) == 4
    assert os.getpid() not in {r[4] for r in rows}


def test_workers_follow_the_generator():
    def draw():
        loader = data.DataLoader(
            Process(4), 1, num_workers=2, generator=tl.Generator().manual_seed(0)
        )
        return [batch[3].item() for batch in loader]

    assert draw() == draw()


def test_persistent_workers_stay():
    loader = data.DataLoader(Process(4), 1, num_workers=2, persistent_workers=True)
    pids = [{batch[4].item() for batch in loader} for _ in range(2)]
    assert pids[0] == pids[1]
    iterator = iter(loader)
    next(iterator)  # an epoch left halfway
    assert [batch[0].item() for batch in loader] == [0, 1, 2, 3]
    for dataset in (Stream(5),):
        again = data.DataLoader(dataset, 1, num_workers=2, persistent_workers=True)
        assert sorted(flat(again)) == sorted(flat(again)) == list(range(5))


@pytest.mark.parametrize(("dataset", "kind"), [(Faulty, ValueError), (FaultyKey, KeyError)])
def test_a_workers_error_carries_its_traceback(dataset, kind):
    loader = data.DataLoader(dataset(), 2, num_workers=2)
    with pytest.raises(kind) as caught:
        list(loader)
    text = str(caught.value)
    assert f"Caught {kind.__name__} in DataLoader worker process 0" in text
    assert "no sample 5" in text
    assert "in __getitem__\n" in text


def test_an_error_that_cannot_be_built_again():
    with pytest.raises(RuntimeError, match="Caught Odd in DataLoader worker process"):
        list(data.DataLoader(FaultyOdd(), 2, num_workers=1))


def refuse(worker):
    raise OSError(f"worker {worker} has no disk")


def test_an_error_of_worker_init_fn():
    with pytest.raises(OSError, match="has no disk"):
        list(data.DataLoader(Squares(), 2, num_workers=1, worker_init_fn=refuse))


def test_a_worker_that_dies():
    with pytest.raises(RuntimeError, match=r"worker exited unexpectedly .*exit code 3"):
        list(data.DataLoader(Dying(), 2, num_workers=1))


def test_a_timeout():
    start = time.monotonic()
    with pytest.raises(RuntimeError, match=r"timed out after 0\.2 seconds"):
        list(data.DataLoader(Hanging(), 2, num_workers=1, timeout=0.2))
    assert time.monotonic() - start < 20


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_what_cannot_be_pickled_for_a_worker(method):
    settings = {"num_workers": 1, "multiprocessing_context": method}
    told = rf"start by '{method}' .*got .*lambda.*; try .*multiprocessing_context='fork'"
    with pytest.raises(pickle.PicklingError, match=told):
        list(data.DataLoader(Squares(), 2, collate_fn=lambda rows: rows, **settings))
    settings["multiprocessing_context"] = "fork"
    rows = list(data.DataLoader(Squares(2), 2, collate_fn=lambda rows: len(rows), **settings))
    assert rows == [2]


def test_leaving_early_stops_the_workers():
    loader = data.DataLoader(Squares(100), 1, num_workers=2)
    before = set(multiprocessing.active_children())
    iterator = iter(loader)
    next(iterator)
    processes = set(multiprocessing.active_children()) - before
    assert len(processes) == 2
    del iterator
    assert not any(p.is_alive() for p in processes)


def test_in_memory_data_needs_no_workers():
    loader = data.DataLoader(data.TensorDataset(tl.arange(5)), 2, num_workers=2)
    assert [b[0].tolist() for b in loader] == [[0, 1], [2, 3], [4]]
    assert loader._pool is None


@pytest.mark.torch
def test_collation_as_torch():
    torch = pytest.importorskip("torch")
    samples = [{"a": (1, 2.0), "b": [np.float32(i)], "c": "s", "d": True} for i in range(3)]
    ours = data.default_collate(samples)
    theirs = torch.utils.data.default_collate(samples)
    assert list(ours) == list(theirs)
    for a, b in [
        (ours["a"][0], theirs["a"][0]),
        (ours["a"][1], theirs["a"][1]),
        (ours["b"][0], theirs["b"][0]),
        (ours["d"], theirs["d"]),
    ]:
        assert a.tolist() == b.tolist()
        assert str(a.dtype).split(".")[1] == str(b.dtype).split(".")[1]
    assert type(ours["a"]) is type(theirs["a"])


def test_images_of_pil_in_dicts():
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")

    class Files(data.Dataset):
        def __len__(self):
            return 4

        def __getitem__(self, index):
            picture = image.fromarray(np.full((2, 3, 3), index, np.uint8))
            return {"image": picture, "label": index, "name": f"{index}.png"}

    batch = next(iter(data.DataLoader(Files(), batch_size=2)))
    assert batch["image"].shape == (2, 2, 3, 3) and batch["image"].dtype == tl.uint8
    assert batch["image"][1].unique().tolist() == [1] and batch["name"] == ["0.png", "1.png"]


@pytest.mark.parametrize("dataset", [list(range(5)), data.TensorDataset(tl.arange(5))])
@pytest.mark.parametrize("replacement", [True, False])
def test_an_epoch_may_be_longer_than_memory(dataset, replacement):
    """Programs that train for a number of steps ask for ever more samples: 80 GB of indices."""
    sampler = data.RandomSampler(dataset, replacement=replacement, num_samples=int(1e10))
    assert len(sampler) == 10**10
    batches = data.DataLoader(dataset, batch_size=4, sampler=sampler)
    first = [batch[0] if isinstance(batch, list) else batch for batch in islice(batches, 5)]
    assert [len(x) for x in first] == [4] * 5
    if not replacement:
        assert tl.cat(first).reshape(4, 5).sort(1).values.equal(tl.arange(5).expand(4, 5))


@pytest.mark.parametrize("drop_last", [True, False])
def test_batches_go_on_from_one_permutation_to_the_next(drop_last):
    rows = data.TensorDataset(tl.arange(7))
    for source in (rows, data.Subset(rows, [6, 2, 4])):
        found = []
        for dataset in (source, [row[0] for row in source]):  # gathered by a kernel, or collated
            generator = tl.Generator().manual_seed(3)
            order = data.RandomSampler(dataset, num_samples=17, generator=generator)
            loader = data.DataLoader(dataset, 5, sampler=order, drop_last=drop_last)
            found.append([batch[0].tolist() if isinstance(batch, list) else batch.tolist()
                          for batch in loader])  # fmt: skip
        assert found[0] == found[1]
        assert [len(batch) for batch in found[0]] == [5, 5, 5] + [2] * (not drop_last)
