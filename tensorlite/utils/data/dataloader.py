"""DataLoader: batches of a dataset, gathered in this process or in workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from multiprocessing.context import BaseContext
from typing import Any, Generic

import numpy as np

import tensorlite as tl

from ...graph import warn
from ...ops.generators import Generator
from ...storage import part_of
from ...tensor import Tensor, make, spec_of
from .collate import default_collate, default_convert
from .dataset import Dataset, IterableDataset, Subset, T_co, TensorDataset, samples_of, sized
from .sampler import (
    BatchSampler,
    RandomSampler,
    Sampler,
    SequentialSampler,
    WeightedRandomSampler,
)
from .worker import Failure, WorkerPool, check_context

__all__ = ["DataLoader"]

_collate_fn_t = Callable[[list[Any]], Any]  # what programs annotate theirs with
AHEAD = 1 << 18  # bytes of in-memory tensors that are gathered at once, for several batches
_WHOLE = (SequentialSampler, RandomSampler, WeightedRandomSampler)  # know their order at once
_FIXED = ("batch_size", "batch_sampler", "sampler", "drop_last", "dataset", "persistent_workers")


class _Fetcher:
    """How a batch comes about: a picklable recipe, started once per epoch and process."""

    def __init__(self, loader):
        self.dataset, self.collate_fn = loader.dataset, loader.collate_fn
        self.batched = loader._index_sampler is not loader.sampler
        self.iterable, self.drop_last = loader._iterable, loader.drop_last

    def start(self):
        """A function from indices to a batch."""
        if not self.iterable:
            return self._fetch_indexed
        stream = iter(self.dataset)

        def fetch(indices):
            if not self.batched:
                return self.collate_fn(next(stream))
            samples = list(islice(stream, len(indices)))
            if not samples or (self.drop_last and len(samples) < len(indices)):
                raise StopIteration
            return self.collate_fn(samples)

        return fetch

    def _fetch_indexed(self, indices):
        if not self.batched:
            return self.collate_fn(self.dataset[indices])
        return self.collate_fn(samples_of(self.dataset, indices))


class _BaseDataLoaderIter(Iterator[Any]):
    """The batches of one epoch: what fails is raised in its place, and the next ones still come."""

    def __init__(self, loader, batches, pins):
        self._loader, self._batches, self._pins = loader, batches, pins
        self._given = 0

    def __len__(self):
        return len(self._loader)

    def __next__(self):
        batch = next(self._batches)
        if isinstance(batch, Failure):
            batch.reraise()
        self._given += 1
        told = self._loader._told
        if told is not None and self._given > told:
            self._loader._warn_of_length(self._given)
        return pinned(batch) if self._pins else batch


class _Endless(Sampler[None]):
    """None again and again: what asks an IterableDataset for its next sample."""

    def __iter__(self):
        while True:
            yield None


class _SingleProcessDataLoaderIter(_BaseDataLoaderIter):
    """An epoch in this process; both names are what libraries ask for."""


class _MultiProcessingDataLoaderIter(_BaseDataLoaderIter):
    """An epoch by workers."""


def _rows_of(dataset):
    """The TensorDataset behind a dataset or its Subsets, and the rows that they pick.

    Gives (None, None) where a sample is not simply a row of tensors.
    """
    rows = None
    while type(dataset) is Subset:
        indices = np.array(dataset.indices, dtype=np.int64).reshape(-1)
        indices[indices < 0] += sized(dataset.dataset)
        picked = tl.from_numpy(indices)
        rows = picked if rows is None else picked.index_select(0, rows)
        dataset = dataset.dataset
    return (dataset, rows) if type(dataset) is TensorDataset else (None, None)


def _blocks(parts, length):
    """Pieces of an order as blocks of a length, of which the last may be shorter."""
    kept: list[Tensor] = []
    for part in parts:
        while (cut := length - sum(map(len, kept))) <= len(part):
            yield tl.cat([*kept, part[:cut]]) if kept else part[:cut]
            kept, part = [], part[cut:]
        kept += [part] if len(part) else []
    if kept:
        yield tl.cat(kept) if len(kept) > 1 else kept[0]


class DataLoader(Generic[T_co]):
    """Iterates over a dataset in batches.

    Batches of a TensorDataset (or of Subsets of one) with the default collate_fn are gathered by
    one kernel per tensor, in this process whatever `num_workers` says: workers would only copy.

    Parameters
    ----------
    dataset : Dataset
    batch_size : int or None
        None: single samples.
    shuffle : bool
        A new random order in every epoch.
    sampler : Sampler or iterable of int, optional
    batch_sampler : Sampler or iterable of lists of int, optional
        Instead of batch_size, shuffle, sampler and drop_last.
    num_workers : int
        Processes that fetch batches; 0: this one.
    collate_fn : callable, optional
        List of samples to batch; default `default_collate`.
    pin_memory : bool
        Put batches into memory that a card reads while the host goes on; without a card a warning.
    pin_memory_device : str
        Accepted; pinned memory serves all cards.
    drop_last : bool
        Leave out a last batch that is smaller.
    timeout : float
        Seconds to wait for a worker's batch; 0: for ever.
    worker_init_fn : callable, optional
        Called with the worker's number in each worker.
    multiprocessing_context : str or context, optional
        "fork", "spawn" or "forkserver"; default Python's, which is "forkserver" since 3.14. All but
        "fork" pickle what a worker gets, and import the main module anew.
    generator : Generator, optional
        Draws the order and the workers' seeds.
    prefetch_factor : int, optional
        Batches in flight per worker, 2 by default.
    persistent_workers : bool
        Keep the workers between epochs.
    in_order : bool
        Give the workers' batches in the order of the sampler.

    Raises
    ------
    ValueError
        If arguments exclude each other.
    PicklingError
        If workers do not start by a fork, and what they get cannot be pickled.

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.utils.data import DataLoader, TensorDataset
    >>> data = TensorDataset(tl.arange(5), tl.arange(5) * 2)
    >>> for x, y in DataLoader(data, batch_size=2):
    ...     print(x.tolist(), y.tolist())
    [0, 1] [0, 2]
    [2, 3] [4, 6]
    [4] [8]
    """

    sampler: Iterable[Any]
    collate_fn: Callable[[Any], Any]

    def __init__(
        self,
        dataset: Dataset[T_co],
        batch_size: int | None = 1,
        shuffle: bool | None = None,
        sampler: Iterable[Any] | None = None,
        batch_sampler: Iterable[Sequence[Any]] | None = None,
        num_workers: int = 0,
        collate_fn: Callable[[Any], Any] | None = None,
        pin_memory: bool = False,
        drop_last: bool = False,
        timeout: float = 0,
        worker_init_fn: Callable[[int], Any] | None = None,
        multiprocessing_context: BaseContext | str | None = None,
        generator: Generator | None = None,
        *,
        prefetch_factor: int | None = None,
        persistent_workers: bool = False,
        pin_memory_device: str = "",
        in_order: bool = True,
    ) -> None:
        _check_workers(num_workers, timeout, prefetch_factor, persistent_workers)
        check_context(multiprocessing_context, num_workers)
        self._iterable = isinstance(dataset, IterableDataset)
        _check_sampling(self._iterable, batch_size, shuffle, sampler, batch_sampler, drop_last)
        self.dataset, self.num_workers, self.timeout = dataset, num_workers, timeout
        self.pin_memory, self.pin_memory_device = pin_memory, pin_memory_device
        self.worker_init_fn, self.generator = worker_init_fn, generator
        self.multiprocessing_context = multiprocessing_context
        self.prefetch_factor, self.persistent_workers = prefetch_factor, persistent_workers
        self.in_order = in_order
        self._pool: WorkerPool | None = None
        self._told: int | None = None  # the samples that an IterableDataset said it had
        if batch_sampler is not None:
            batch_size, drop_last = None, False
        if sampler is None:
            sampler = _sampler_of(dataset, self._iterable, shuffle, generator)
        if batch_size is not None and batch_sampler is None:
            batch_sampler = BatchSampler(sampler, batch_size, drop_last)
        self.sampler, self.batch_sampler = sampler, batch_sampler
        self.batch_size, self.drop_last = batch_size, drop_last
        if collate_fn is None:
            collate_fn = default_convert if batch_sampler is None else default_collate
        self.collate_fn = collate_fn
        self._ready = True

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _FIXED and self.__dict__.get("_ready"):
            raise ValueError(
                f"{name} attribute should not be set after {type(self).__name__} is initialized"
            )
        super().__setattr__(name, value)

    @property
    def _index_sampler(self):
        return self.sampler if self.batch_sampler is None else self.batch_sampler

    def __len__(self) -> int:
        if not self._iterable:
            return len(self._index_sampler)
        count = self._told = sized(self.dataset)
        if self.batch_size is None:
            return count
        if self.drop_last:
            return count // self.batch_size
        return -(-count // self.batch_size)

    def __iter__(self) -> Iterator[Any]:
        batches = self._gathered()
        if batches is None:
            batches = self._from_workers() if self.num_workers else self._in_process()
        by_workers = self.num_workers > 0
        kind = _MultiProcessingDataLoaderIter if by_workers else _SingleProcessDataLoaderIter
        return kind(self, batches, self.pin_memory and self._can_pin())

    def _warn_of_length(self, given):
        why = "its __len__() is wrong"
        if self.num_workers:
            why = "each worker iterates all of it: get_worker_info() tells which share is its own"
        warn(
            f"DataLoader: expected {self._told} samples, the length of its IterableDataset; got "
            f"{given} batches; perhaps {why}"
        )

    def _can_pin(self):
        """Whether there is a card for which memory can be pinned; warns if not."""
        found = tl.cuda.is_available()
        if not found:
            warn("DataLoader: pin_memory is set, but no card is found: nothing is pinned")
        return found

    def _gathered(self):
        """Batches gathered by one kernel per tensor, or None where that does not apply."""
        batches: Any = self.batch_sampler
        if (
            type(batches) is not BatchSampler
            or type(batches.sampler) not in _WHOLE
            or self.collate_fn is not default_collate
            or self.worker_init_fn is not None
        ):
            return None
        dataset, rows = _rows_of(self.dataset)
        if dataset is None:
            return None
        return self._gather(batches, dataset.tensors, rows)

    def _gather(self, batches, tensors, rows):
        size, drop_last = batches.batch_size, batches.drop_last
        ahead = size * max(1, AHEAD // max(1, size * sum(_row_bytes(x) for x in tensors)))
        if any(x.requires_grad for x in tensors):
            ahead, rows_of = size, _narrowed
        else:
            rows_of = _own_rows
        for block in _blocks(batches.sampler._parts(), ahead):
            count = len(block) // size * size if drop_last else len(block)
            block = block[:count] if rows is None else rows.index_select(0, block[:count])
            gathered = [x.index_select(0, block.to(x.device)) for x in tensors]
            for start in range(0, count, size):
                stop = min(start + size, count)
                yield [rows_of(x, start, stop) for x in gathered]

    def _in_process(self):
        return map(_Fetcher(self).start(), self._index_sampler)  # a generator ends with an error

    def _from_workers(self):
        pool = self._pool
        if pool is None or not pool.is_own():
            seed = int(tl.randint(2**62, (1,), generator=self.generator))
            pool = WorkerPool(self, _Fetcher(self), seed)
            if self.persistent_workers:
                self._pool = pool
        try:
            yield from pool.run(self._index_sampler)
        except RuntimeError:
            if any(not p.is_alive() for p in pool.processes):
                self._pool = None
            raise
        finally:
            if self._pool is not pool:
                pool.close()

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_pool": None}

    def __del__(self) -> None:
        pool = self.__dict__.get("_pool")
        if pool is not None:
            pool.close()


def pinned(batch):
    """A batch with all its tensors in pinned memory; objects pin themselves, if they can."""
    if hasattr(batch, "pin_memory"):
        return batch.pin_memory()
    if isinstance(batch, dict):
        return type(batch)((key, pinned(item)) for key, item in batch.items())
    if isinstance(batch, tuple) and hasattr(batch, "_fields"):
        return type(batch)(*map(pinned, batch))
    if isinstance(batch, tuple | list):
        return type(batch)(map(pinned, batch))
    return batch


def _row_bytes(x):
    return x.spec.nbytes // max(1, x.spec.shape[0])


def _narrowed(x, start, stop):
    return x.narrow(0, start, stop - start)


def _own_rows(x, start, stop):
    """Rows of a dense tensor, as a tensor of its own: changing one makes no other batch stale."""
    spec, row = x.spec, _row_bytes(x)
    part = spec_of((stop - start, *spec.shape[1:]), spec.dtype, spec.device)
    address = x.address + start * row
    return make(part_of(x.memory, address, part.nbytes), part, address)


def _check_workers(num_workers, timeout, prefetch_factor, persistent_workers):
    if num_workers < 0:
        raise ValueError(
            "num_workers option should be non-negative; use num_workers=0 to disable "
            f"multiprocessing; got {num_workers}"
        )
    if timeout < 0:
        raise ValueError(f"timeout option should be non-negative; got {timeout}")
    if num_workers == 0 and prefetch_factor is not None:
        raise ValueError(
            "prefetch_factor option could only be specified in multiprocessing; try "
            "num_workers > 0, or prefetch_factor=None"
        )
    if prefetch_factor is not None and prefetch_factor < 0:
        raise ValueError(f"prefetch_factor option should be non-negative; got {prefetch_factor}")
    if persistent_workers and num_workers == 0:
        raise ValueError("persistent_workers option needs num_workers > 0")


def _sampler_of(dataset: Any, iterable, shuffle, generator):
    """The order of samples where the user gives none."""
    if iterable:
        return _Endless()
    return RandomSampler(dataset, generator=generator) if shuffle else SequentialSampler(dataset)


def _check_sampling(iterable, batch_size, shuffle, sampler, batch_sampler, drop_last):
    if iterable:
        given = {"sampler": sampler, "batch_sampler": batch_sampler, "shuffle": shuffle or None}
        for name, value in given.items():
            if value is not None:
                raise ValueError(
                    f"DataLoader with IterableDataset: expected unspecified {name} option, but "
                    f"got {name}={value}; try to shuffle inside the dataset"
                )
    elif shuffle not in (None, False, True):
        raise ValueError(f"DataLoader: expected shuffle to be a bool; got {shuffle!r}")
    if sampler is not None and shuffle:
        raise ValueError("sampler option is mutually exclusive with shuffle")
    if batch_sampler is not None and (
        batch_size != 1 or shuffle or sampler is not None or drop_last
    ):
        raise ValueError(
            "batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and "
            "drop_last"
        )
    if batch_size is None and drop_last:
        raise ValueError(
            "batch_size=None option disables auto-batching and is mutually exclusive with drop_last"
        )
    for name, value in (("sampler", sampler), ("batch_sampler", batch_sampler)):
        if (
            value is not None
            and not isinstance(value, Iterable)
            and not hasattr(value, "__getitem__")
        ):
            raise TypeError(f"DataLoader: expected {name} to be iterable; got {value!r}")
