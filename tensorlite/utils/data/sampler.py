"""Samplers: the order in which a DataLoader takes the samples."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence, Sized
from typing import Any, Generic

import tensorlite as tl

from ...errors import expected
from ...ops.generators import Generator
from ...tensor import Tensor
from .dataset import T_co, sized

__all__ = [
    "BatchSampler",
    "DistributedSampler",
    "RandomSampler",
    "Sampler",
    "SequentialSampler",
    "SubsetRandomSampler",
    "WeightedRandomSampler",
]


PIECE = 1 << 16  # indices that are drawn at once


class Sampler(Generic[T_co]):
    """Indices one after the other: a subclass writes ``__iter__()`` and, mostly, ``__len__()``."""

    def __init__(self, data_source: Sized | None = None) -> None:
        pass

    def __iter__(self) -> Iterator[T_co]:
        raise NotImplementedError(f"{type(self).__name__}: expected __iter__; got none")


class _Ordered(Sampler[int]):
    """A sampler whose order is an int64 tensor, or several, one after the other."""

    def order(self) -> Tensor:
        """The indices of one epoch, an int64 Tensor (len,)."""
        raise NotImplementedError

    def _parts(self) -> Iterator[Tensor]:
        """The same in pieces, of which each is drawn when its first index is asked for."""
        yield self.order()

    def __iter__(self) -> Iterator[int]:
        for part in self._parts():
            yield from part.tolist()


class SequentialSampler(_Ordered):
    """0, 1, 2, ..."""

    def __init__(self, data_source: Sized) -> None:
        self.data_source = data_source

    def order(self) -> Tensor:
        """The indices of one epoch."""
        return tl.arange(len(self.data_source))

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self.data_source)))

    def __len__(self) -> int:
        return len(self.data_source)


def _check_count(name, value):
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        raise ValueError(f"{name} should be a positive integer value, but got {name}={value}")


class RandomSampler(_Ordered):
    """A new random order in every epoch.

    Parameters
    ----------
    data_source : Dataset
    replacement : bool
        Draw each index independently.
    num_samples : int, optional
        How many; default all.
    generator : Generator, optional
    """

    def __init__(
        self,
        data_source: Sized,
        replacement: bool = False,
        num_samples: int | None = None,
        generator: Generator | None = None,
    ) -> None:
        if not isinstance(replacement, bool):
            raise TypeError(
                f"replacement should be a boolean value, but got replacement={replacement}"
            )
        self.data_source, self.replacement = data_source, replacement
        self._num_samples, self.generator = num_samples, generator
        _check_count("num_samples", self.num_samples)

    @property
    def num_samples(self) -> int:
        """How many indices an epoch has."""
        return len(self.data_source) if self._num_samples is None else self._num_samples

    def order(self) -> Tensor:
        """The indices of one epoch."""
        parts = list(self._parts())
        return parts[0] if len(parts) == 1 else tl.cat(parts)

    def _parts(self) -> Iterator[Tensor]:
        """The same in pieces: an epoch may be far longer than what is ever asked for."""
        size, count = len(self.data_source), self.num_samples
        step = PIECE if self.replacement else size
        for start in range(0, count, step):
            left = min(step, count - start)
            if self.replacement:
                yield tl.randint(size, (left,), generator=self.generator)
            else:
                yield tl.randperm(size, generator=self.generator)[:left]

    def __len__(self) -> int:
        return self.num_samples


class SubsetRandomSampler(Sampler[int]):
    """The given indices in a new random order in every epoch."""

    def __init__(self, indices: Sequence[int], generator: Generator | None = None) -> None:
        self.indices, self.generator = indices, generator

    def __iter__(self) -> Iterator[int]:
        for i in tl.randperm(len(self.indices), generator=self.generator).tolist():
            yield self.indices[i]

    def __len__(self) -> int:
        return len(self.indices)


class WeightedRandomSampler(_Ordered):
    """Indices 0..len(weights)-1 drawn with probabilities in proportion to `weights`.

    Parameters
    ----------
    weights : sequence of float
    num_samples : int
    replacement : bool
    generator : Generator, optional
    """

    def __init__(
        self,
        weights: Tensor | Sequence[float],
        num_samples: int,
        replacement: bool = True,
        generator: Generator | None = None,
    ) -> None:
        _check_count("num_samples", num_samples)
        if not isinstance(replacement, bool):
            raise ValueError(
                f"replacement should be a boolean value, but got replacement={replacement}"
            )
        self.weights = tl.as_tensor(weights, dtype=tl.float64)
        if self.weights.ndim != 1:
            raise ValueError(
                "weights should be a 1d sequence but given weights have shape "
                f"{tuple(self.weights.shape)}"
            )
        self.num_samples, self.replacement = num_samples, replacement
        self.generator = generator

    def order(self) -> Tensor:
        """The indices of one epoch."""
        return tl.multinomial(
            self.weights, self.num_samples, self.replacement, generator=self.generator
        )

    def __len__(self) -> int:
        return self.num_samples


class BatchSampler(Sampler[list[Any]]):
    """Lists of `batch_size` indices of another sampler.

    Parameters
    ----------
    sampler : Sampler or iterable
    batch_size : int
    drop_last : bool
        Leave out a last list that is shorter.

    Examples
    --------
    >>> from tensorlite.utils.data import BatchSampler
    >>> list(BatchSampler(range(5), 2, False))
    [[0, 1], [2, 3], [4]]
    """

    def __init__(self, sampler: Iterable[Any], batch_size: int, drop_last: bool) -> None:
        _check_count("batch_size", batch_size)
        if not isinstance(drop_last, bool):
            raise ValueError(f"drop_last should be a boolean value, but got drop_last={drop_last}")
        self.sampler, self.batch_size, self.drop_last = sampler, batch_size, drop_last

    def __iter__(self) -> Iterator[list[Any]]:
        indices = iter(self.sampler)
        while batch := list(itertools.islice(indices, self.batch_size)):
            if len(batch) < self.batch_size and self.drop_last:
                return
            yield batch

    def __len__(self) -> int:
        count = sized(self.sampler)
        return count // self.batch_size if self.drop_last else -(-count // self.batch_size)


class DistributedSampler(Sampler[T_co]):
    """The share of one of several processes in the indices of a dataset.

    Process `rank` takes every `num_replicas`-th index of an order that is the same in all of them.
    Indices from the front are repeated until all shares are of one length, or some at the end are
    left out.

    Parameters
    ----------
    dataset : Dataset
        With a length.
    num_replicas, rank : int
        How many processes there are, and which this one is, from 0: of ``MPI.COMM_WORLD``, say.
    shuffle : bool
        In an order that depends on `seed` and on the epoch, see `set_epoch`.
    seed : int
        The same in all processes.
    drop_last : bool
        Leave indices out rather than repeat some.

    Raises
    ------
    RuntimeError
        Without `num_replicas` and `rank`.
    ValueError
        If there is no such process.

    Examples
    --------
    >>> import tensorlite as tl
    >>> list(tl.utils.data.DistributedSampler(range(5), num_replicas=2, rank=1, shuffle=False))
    [1, 3, 0]
    """

    def __init__(
        self,
        dataset: Sized,
        num_replicas: int | None = None,
        rank: int | None = None,
        shuffle: bool = True,
        seed: int = 0,
        drop_last: bool = False,
    ) -> None:
        if num_replicas is None or rank is None:
            raise RuntimeError(
                expected("DistributedSampler", "num_replicas and rank", "none",
                         "COMM_WORLD.size and COMM_WORLD.rank of mpi4py")
            )  # fmt: skip
        if not 0 <= rank < num_replicas:
            raise ValueError(
                f"Invalid rank {rank}, rank should be in the interval [0, {num_replicas - 1}]"
            )
        self.dataset, self.num_replicas, self.rank = dataset, num_replicas, rank
        self.shuffle, self.seed, self.drop_last, self.epoch = shuffle, seed, drop_last, 0
        whole = len(dataset) // num_replicas
        self.num_samples = whole + (not drop_last and len(dataset) % num_replicas > 0)
        self.total_size = self.num_samples * num_replicas

    def __iter__(self) -> Iterator[Any]:
        n = len(self.dataset)
        order = list(range(n))
        if self.shuffle:
            generator = tl.Generator().manual_seed(self.seed + self.epoch)
            order = tl.randperm(n, generator=generator).tolist()
        order = list(itertools.islice(itertools.cycle(order), self.total_size))
        return iter(order[self.rank :: self.num_replicas])

    def __len__(self) -> int:
        return self.num_samples

    def set_epoch(self, epoch: int) -> None:
        """Choose the order of the next iteration; the same in all processes."""
        self.epoch = epoch
