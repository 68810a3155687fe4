"""Datasets: things with samples, by index or one after the other."""

from __future__ import annotations

import bisect
import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

import tensorlite as tl

from ...graph import warn
from ...ops.generators import Generator
from ...tensor import Tensor

__all__ = [
    "ChainDataset",
    "ConcatDataset",
    "Dataset",
    "IterableDataset",
    "StackDataset",
    "Subset",
    "TensorDataset",
    "random_split",
]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Dataset(Generic[T_co]):
    """Samples by index: a subclass writes ``__getitem__(index)`` and, mostly, ``__len__()``.

    Examples
    --------
    >>> from tensorlite.utils.data import Dataset
    >>> class Squares(Dataset):
    ...     def __len__(self):
    ...         return 4
    ...     def __getitem__(self, index):
    ...         return index * index
    >>> Squares()[3]
    9
    """

    def __getitem__(self, index: Any) -> T_co:
        raise NotImplementedError(f"{type(self).__name__}: expected __getitem__; got none")

    def __add__(self, other: Dataset[T_co]) -> ConcatDataset[T_co]:
        return ConcatDataset([self, other])


class IterableDataset(Dataset[T_co]):
    """Samples one after the other: a subclass writes ``__iter__()``.

    With several workers each of them iterates a copy; `get_worker_info` tells it which share is
    its own.
    """

    def __iter__(self) -> Iterator[T_co]:
        raise NotImplementedError(f"{type(self).__name__}: expected __iter__; got none")

    def __add__(self, other: Dataset[T_co]) -> Any:
        return ChainDataset([self, other])


def sized(dataset: Any) -> int:
    """The samples of a dataset, which says so where it has an end."""
    return len(dataset)


def samples_of(dataset: Any, indices: Sequence[int]) -> Any:
    """The samples at several indices, in one call where the dataset offers that."""
    many = getattr(dataset, "__getitems__", None)
    return many(indices) if callable(many) else [dataset[i] for i in indices]


class TensorDataset(Dataset[tuple[Tensor, ...]]):
    """Tensors whose first dimensions count the samples; a DataLoader gathers whole batches.

    Parameters
    ----------
    *tensors : Tensor (N, ...)

    Raises
    ------
    AssertionError
        If the first sizes differ.

    Examples
    --------
    >>> import tensorlite as tl
    >>> from tensorlite.utils.data import TensorDataset
    >>> TensorDataset(tl.arange(4), tl.arange(4) * 10)[2]
    (tensor(2), tensor(20))
    """

    def __init__(self, *tensors: Tensor) -> None:
        sizes = [t.shape[0] for t in tensors]
        if len(set(sizes)) > 1:
            raise AssertionError(
                "TensorDataset: Size mismatch between tensors; expected equal first sizes; got "
                f"{sizes}"
            )
        self.tensors = tensors

    def __getitem__(self, index: Any) -> tuple[Tensor, ...]:
        return tuple(tensor[index] for tensor in self.tensors)

    def __len__(self) -> int:
        return self.tensors[0].shape[0]


class StackDataset(Dataset[T]):
    """Datasets of one length side by side: samples are tuples, or dicts for keyword arguments."""

    def __init__(self, *args: Dataset[Any], **kwargs: Dataset[Any]) -> None:
        if args and kwargs:
            raise ValueError(
                "StackDataset: Supported either tuple- (via args) or dict- (via kwargs) like "
                "input; got both"
            )
        if not args and not kwargs:
            raise ValueError("StackDataset: At least one dataset should be passed; got none")
        self.datasets = args or kwargs
        sizes = [sized(d) for d in (args or kwargs.values())]
        if len(set(sizes)) > 1:
            raise ValueError(f"StackDataset: Size mismatch between datasets; got {sizes}")
        self._length = sizes[0]

    def __getitem__(self, index: int) -> Any:
        if isinstance(self.datasets, dict):
            return {name: dataset[index] for name, dataset in self.datasets.items()}
        return tuple(dataset[index] for dataset in self.datasets)

    def __getitems__(self, indices: Sequence[int]) -> list[Any]:
        """Samples of several indices, each dataset asked once where it offers that."""
        datasets = self.datasets
        each = datasets.values() if isinstance(datasets, dict) else datasets
        columns = [samples_of(dataset, indices) for dataset in each]
        for column in columns:
            if len(column) != len(indices):
                raise ValueError(
                    "StackDataset: Nested dataset's output size mismatch. Expected "
                    f"{len(indices)}, got {len(column)}"
                )
        rows = list(zip(*columns, strict=True))
        if not isinstance(datasets, dict):
            return rows
        return [dict(zip(datasets, row, strict=True)) for row in rows]

    def __len__(self) -> int:
        return self._length


class ConcatDataset(Dataset[T_co]):
    """Datasets one after the other, by index."""

    def __init__(self, datasets: Iterable[Dataset[T_co]]) -> None:
        self.datasets = list(datasets)
        if not self.datasets:
            raise AssertionError("ConcatDataset: datasets should not be an empty iterable")
        if any(isinstance(d, IterableDataset) for d in self.datasets):
            raise AssertionError("ConcatDataset does not support IterableDataset; try ChainDataset")
        self.cumulative_sizes = list(itertools.accumulate(map(sized, self.datasets)))

    def __len__(self) -> int:
        return self.cumulative_sizes[-1]

    def __getitem__(self, index: Any) -> T_co:
        size = len(self)
        if index >= size:  # what ends `for sample in dataset`
            raise IndexError(f"ConcatDataset: index {index} is out of range; the length is {size}")
        if index < -size:
            raise ValueError(
                f"ConcatDataset: absolute value of index should not exceed dataset length {size}; "
                f"got {index}"
            )
        index %= size
        place = bisect.bisect_right(self.cumulative_sizes, index)
        start = self.cumulative_sizes[place - 1] if place else 0
        return self.datasets[place][index - start]


class ChainDataset(IterableDataset[Any]):
    """Iterable datasets one after the other."""

    def __init__(self, datasets: Iterable[Dataset[Any]]) -> None:
        super().__init__()
        self.datasets = datasets

    def _checked(self):
        for dataset in self.datasets:
            if not isinstance(dataset, IterableDataset):
                raise AssertionError(
                    f"ChainDataset only supports IterableDataset; got {type(dataset).__name__}"
                )
            yield dataset

    def __iter__(self) -> Iterator[Any]:
        for dataset in self._checked():
            yield from dataset

    def __len__(self) -> int:
        return sum(len(dataset) for dataset in self._checked())


class Subset(Dataset[T_co]):
    """The samples of `dataset` at `indices`.

    Parameters
    ----------
    dataset : Dataset
    indices : sequence of int
    """

    def __init__(self, dataset: Dataset[T_co], indices: Sequence[int]) -> None:
        self.dataset, self.indices = dataset, indices

    def __getitem__(self, index: Any) -> T_co:
        if isinstance(index, list):
            return self.dataset[[self.indices[i] for i in index]]
        return self.dataset[self.indices[index]]

    def __getitems__(self, indices: Sequence[int]) -> list[T_co]:
        """Samples of several indices, in one call where the dataset offers that."""
        return samples_of(self.dataset, [self.indices[i] for i in indices])

    def __len__(self) -> int:
        return len(self.indices)


def random_split(
    dataset: Dataset[T], lengths: Sequence[float], generator: Generator | None = None
) -> list[Subset[T]]:
    """Split a dataset at random into parts that do not overlap.

    Parameters
    ----------
    dataset : Dataset
    lengths : sequence of int, or of float that sum to 1
        Sizes of the parts, or their shares: what rounding leaves over goes to the first ones.
    generator : Generator, optional

    Returns
    -------
    list of Subset

    Raises
    ------
    ValueError
        If the lengths do not add up.

    Examples
    --------
    >>> from tensorlite.utils.data import random_split
    >>> [len(part) for part in random_split(range(10), [0.75, 0.25])]
    [8, 2]
    """
    size = sized(dataset)
    lengths = list(lengths)
    if math.isclose(sum(lengths), 1) and sum(lengths) <= 1:
        for i, share in enumerate(lengths):
            if not 0 <= share <= 1:
                raise ValueError(f"Fraction at index {i} is not between 0 and 1")
        parts = [math.floor(size * share) for share in lengths]
        for i in range(size - sum(parts)):
            parts[i % len(parts)] += 1
        for i, part in enumerate(parts):
            if part == 0:
                warn(
                    f"Length of split at index {i} is 0. This might result in an empty dataset.",
                )
        lengths = parts
    if sum(lengths) != size:
        raise ValueError(
            "random_split: Sum of input lengths does not equal the length of the input dataset! "
            f"expected lengths that sum to {size}, or shares to 1; got {lengths}"
        )
    order = tl.randperm(size, generator=generator).tolist()
    stops = itertools.accumulate(lengths)
    return [Subset(dataset, order[stop - n : stop]) for stop, n in zip(stops, lengths, strict=True)]
