"""Made by `python -m tensorlite.stubs` from what is said where the functions are."""

from builtins import bool as _bool, float as _float, int as _int
from collections.abc import Callable as _Callable, Iterable as _Iterable, Iterator as _Iterator
from collections.abc import Mapping as _Mapping, Sequence as _Sequence
from typing import Any as _Any, Generic as _Generic, Literal as _Literal, Self as _Self
from typing import TypeVar as _TypeVar, overload as _overload

from numpy import ndarray as _ndarray

_F = _TypeVar("_F", bound=_Callable[..., _Any])
_T = _TypeVar("_T")
_T_co = _TypeVar("_T_co", covariant=True)

from ...ops.generators import Generator as _Generator
from ...tensor import Tensor
from collections.abc import Sized as _Sized
from multiprocessing.context import BaseContext as _BaseContext

__all__ = [
    "BatchSampler",
    "ChainDataset",
    "ConcatDataset",
    "DataLoader",
    "Dataset",
    "DistributedSampler",
    "IterableDataset",
    "RandomSampler",
    "Sampler",
    "SequentialSampler",
    "StackDataset",
    "Subset",
    "SubsetRandomSampler",
    "TensorDataset",
    "WeightedRandomSampler",
    "WorkerInfo",
    "default_collate",
    "default_convert",
    "get_worker_info",
    "random_split",
]
class WorkerInfo:
    """Who a worker process is.

    Parameters
    ----------
    id : int
    num_workers : int
    seed : int
    dataset : object
        Whose samples are taken.

    Attributes
    ----------
    id : int
    num_workers : int
    seed : int
    dataset : Dataset
        The copy in this process.

    Examples
    --------
    >>> tl.utils.data.WorkerInfo(1, 1, 1, range(4))
    WorkerInfo(id=1, num_workers=1, seed=1, dataset=range(0, 4))
    """
    def __init__(self, id: _int, num_workers: _int, seed: _int, dataset: _Any) -> None: ...
    dataset: _Any
    id: _int
    num_workers: _int
    seed: _int

class DataLoader(_Generic[_T_co]):
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
    pin_memory_device : str
        Accepted; pinned memory serves all cards.
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
    def __init__(
        self,
        dataset: Dataset[_T_co],
        batch_size: _int | None = 1,
        shuffle: _bool | None = None,
        sampler: _Iterable[_Any] | None = None,
        batch_sampler: _Iterable[_Sequence[_Any]] | None = None,
        num_workers: _int = 0,
        collate_fn: _Callable[[_Any], _Any] | None = None,
        pin_memory: _bool = False,
        drop_last: _bool = False,
        timeout: _float = 0,
        worker_init_fn: _Callable[[_int], _Any] | None = None,
        multiprocessing_context: _BaseContext | str | None = None,
        generator: _Generator | None = None,
        *,
        prefetch_factor: _int | None = None,
        persistent_workers: _bool = False,
        pin_memory_device: str = '',
        in_order: _bool = True,
    ) -> None: ...
    def __iter__(self) -> _Iterator[_Any]: ...
    def __len__(self) -> _int: ...
    batch_sampler: _Iterable[_Sequence[_Any]] | None
    batch_size: _int | None
    collate_fn: _Callable[[_Any], _Any]
    dataset: Dataset[_T_co]
    drop_last: _bool
    generator: _Generator | None
    in_order: _bool
    multiprocessing_context: _BaseContext | str | None
    num_workers: _int
    persistent_workers: _bool
    pin_memory: _bool
    pin_memory_device: str
    prefetch_factor: _int | None
    sampler: _Iterable[_Any]
    timeout: _float
    worker_init_fn: _Callable[[_int], _Any] | None

class Dataset(_Generic[_T_co]):
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
    def __add__(self, other: Dataset[_T_co]) -> ConcatDataset[_T_co]: ...
    def __getitem__(self, index: _Any) -> _T_co: ...

class Sampler(_Generic[_T_co]):
    """Indices one after the other: a subclass writes ``__iter__()`` and, mostly, ``__len__()``.

    Parameters
    ----------
    data_source : Sized, optional

    Examples
    --------
    >>> class Longest(tl.utils.data.Sampler):
    ...     def __init__(self, texts):
    ...         self.texts = texts
    ...     def __iter__(self):
    ...         return iter(sorted(range(len(self.texts)), key=lambda i: -len(self.texts[i])))
    ...     def __len__(self):
    ...         return len(self.texts)
    >>> texts = ["a", "ccc", "bb"]
    >>> list(tl.utils.data.DataLoader(texts, batch_size=None, sampler=Longest(texts)))
    ['ccc', 'bb', 'a']
    """
    def __init__(self, data_source: _Sized | None = None) -> None: ...
    def __iter__(self) -> _Iterator[_T_co]: ...

class BatchSampler(Sampler[list[_Any]]):
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
    def __init__(self, sampler: _Iterable[_Any], batch_size: _int, drop_last: _bool) -> None: ...
    def __iter__(self) -> _Iterator[list[_Any]]: ...
    def __len__(self) -> _int: ...
    batch_size: _int
    drop_last: _bool
    sampler: _Iterable[_Any]

class ConcatDataset(Dataset[_T_co]):
    """Datasets one after the other, by index.

    Parameters
    ----------
    datasets : iterable of dataset of object

    Examples
    --------
    >>> both = tl.utils.data.ConcatDataset([["a", "b"], ["c"]])
    >>> len(both), both[2]
    (3, 'c')
    """
    def __init__(self, datasets: _Iterable[Dataset[_T_co]]) -> None: ...
    def __len__(self) -> _int: ...
    cumulative_sizes: _Any
    datasets: _Any

class DistributedSampler(Sampler[_T_co]):
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
        dataset: _Sized,
        num_replicas: _int | None = None,
        rank: _int | None = None,
        shuffle: _bool = True,
        seed: _int = 0,
        drop_last: _bool = False,
    ) -> None: ...
    def __iter__(self) -> _Iterator[_Any]: ...
    def __len__(self) -> _int: ...
    dataset: _Sized
    drop_last: _bool
    epoch: _Any
    num_replicas: _int | None
    num_samples: _Any
    rank: _int | None
    seed: _int
    def set_epoch(self, epoch: _int) -> None:
        """Choose the order of the next iteration; the same in all processes.

        Parameters
        ----------
        epoch : int

        Returns
        -------
        None

        Examples
        --------
        >>> sampler = tl.utils.data.DistributedSampler(range(6), num_replicas=2, rank=0, seed=0)
        >>> sampler.set_epoch(1)  # another order than that of epoch 0
        >>> len([*sampler])
        3
        """
    shuffle: _bool
    total_size: _Any

class IterableDataset(Dataset[_T_co]):
    """Samples one after the other: a subclass writes ``__iter__()``.

    With several workers each of them iterates a copy; `get_worker_info` tells it which share is
    its own.

    Examples
    --------
    >>> class Squares(tl.utils.data.IterableDataset):
    ...     def __iter__(self):
    ...         for number in range(4):
    ...             yield number * number
    >>> list(tl.utils.data.DataLoader(Squares(), batch_size=2))
    [tensor([0, 1]), tensor([4, 9])]
    """
    def __add__(self, other: Dataset[_T_co]) -> _Any: ...
    def __iter__(self) -> _Iterator[_T_co]: ...

class StackDataset(Dataset[_T]):
    """Datasets of one length side by side: samples are tuples, or dicts for keyword arguments.

    Parameters
    ----------
    *args : dataset of object
    **kwargs : dataset of object

    Examples
    --------
    >>> pairs = tl.utils.data.StackDataset(image=["cat.png", "dog.png"], label=[0, 1])
    >>> pairs[1]
    {'image': 'dog.png', 'label': 1}
    """
    def __getitem__(self, index: _int) -> _Any: ...
    def __getitems__(self, indices: _Sequence[_int]) -> list[_Any]: ...
    def __init__(self, *args: Dataset[_Any], **kwargs: Dataset[_Any]) -> None: ...
    def __len__(self) -> _int: ...
    datasets: _Any

class Subset(Dataset[_T_co]):
    """The samples of `dataset` at `indices`.

    Parameters
    ----------
    dataset : Dataset
    indices : sequence of int

    Examples
    --------
    >>> list(tl.utils.data.Subset(["a", "b", "c", "d"], [3, 1]))
    ['d', 'b']
    """
    def __getitems__(self, indices: _Sequence[_int]) -> list[_T_co]: ...
    def __init__(self, dataset: Dataset[_T_co], indices: _Sequence[_int]) -> None: ...
    def __len__(self) -> _int: ...
    dataset: Dataset[_T_co]
    indices: _Sequence[_int]

class SubsetRandomSampler(Sampler[_int]):
    """The given indices in a new random order in every epoch.

    Parameters
    ----------
    indices : sequence of int
    generator : Generator, optional
        Where random numbers come from; by default the default generator.

    Examples
    --------
    >>> sorted(tl.utils.data.SubsetRandomSampler([5, 3, 8]))  # in a new order in every epoch
    [3, 5, 8]
    """
    def __init__(self, indices: _Sequence[_int], generator: _Generator | None = None) -> None: ...
    def __iter__(self) -> _Iterator[_int]: ...
    def __len__(self) -> _int: ...
    generator: _Generator | None
    indices: _Sequence[_int]

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
    def __getitem__(self, index: _Any) -> tuple[Tensor, ...]: ...
    def __init__(self, *tensors: Tensor) -> None: ...
    def __len__(self) -> _int: ...
    tensors: tuple[Tensor, ...]

class ChainDataset(IterableDataset[_Any]):
    """Iterable datasets one after the other.

    Parameters
    ----------
    datasets : iterable of dataset of object

    Examples
    --------
    >>> class Count(tl.utils.data.IterableDataset):
    ...     def __init__(self, first, last):
    ...         self.numbers = range(first, last)
    ...     def __iter__(self):
    ...         return iter(self.numbers)
    >>> list(tl.utils.data.ChainDataset([Count(0, 2), Count(10, 12)]))
    [0, 1, 10, 11]
    """
    def __init__(self, datasets: _Iterable[Dataset[_Any]]) -> None: ...
    def __iter__(self) -> _Iterator[_Any]: ...
    def __len__(self) -> _int: ...
    datasets: _Iterable[Dataset[_Any]]

class RandomSampler(Sampler[_int]):
    """A new random order in every epoch.

    Parameters
    ----------
    data_source : Dataset
    replacement : bool
        Draw each index independently.
    num_samples : int, optional
        How many; default all.
    generator : Generator, optional

    Examples
    --------
    >>> sampler = tl.utils.data.RandomSampler(["a", "b", "c", "d"])
    >>> sorted(sampler)  # each index once, in a new order in every epoch
    [0, 1, 2, 3]
    """
    def __init__(
        self,
        data_source: _Sized,
        replacement: _bool = False,
        num_samples: _int | None = None,
        generator: _Generator | None = None,
    ) -> None: ...
    def __iter__(self) -> _Iterator[_int]: ...
    def __len__(self) -> _int: ...
    data_source: _Sized
    generator: _Generator | None
    @property
    def num_samples(self) -> _int:
        """How many indices an epoch has."""
    def order(self) -> Tensor:
        """The indices of one epoch.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.utils.data.SequentialSampler(range(3)).order()
        tensor([0, 1, 2])
        """
    replacement: _bool

class SequentialSampler(Sampler[_int]):
    """0, 1, 2, ...

    Parameters
    ----------
    data_source : Sized

    Examples
    --------
    >>> list(tl.utils.data.SequentialSampler(range(4)))
    [0, 1, 2, 3]
    """
    def __init__(self, data_source: _Sized) -> None: ...
    def __iter__(self) -> _Iterator[_int]: ...
    def __len__(self) -> _int: ...
    data_source: _Sized
    def order(self) -> Tensor:
        """The indices of one epoch.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.utils.data.SequentialSampler(range(3)).order()
        tensor([0, 1, 2])
        """

class WeightedRandomSampler(Sampler[_int]):
    """Indices 0..len(weights)-1 drawn with probabilities in proportion to `weights`.

    Parameters
    ----------
    weights : sequence of float
    num_samples : int
    replacement : bool
    generator : Generator, optional

    Examples
    --------
    >>> sampler = tl.utils.data.WeightedRandomSampler([0.0, 1.0, 3.0], num_samples=100)
    >>> drawn = tl.bincount(tl.tensor(list(sampler)), minlength=3)
    >>> drawn[0], drawn.sum()
    (tensor(0), tensor(100))
    """
    def __init__(
        self,
        weights: Tensor | _Sequence[_float],
        num_samples: _int,
        replacement: _bool = True,
        generator: _Generator | None = None,
    ) -> None: ...
    def __iter__(self) -> _Iterator[_int]: ...
    def __len__(self) -> _int: ...
    generator: _Generator | None
    num_samples: _int
    def order(self) -> Tensor:
        """The indices of one epoch.

        Returns
        -------
        Tensor (...)

        Examples
        --------
        >>> tl.utils.data.SequentialSampler(range(3)).order()
        tensor([0, 1, 2])
        """
    replacement: _bool
    weights: _Any

def default_collate(batch: _Sequence[_Any]) -> _Any:
    """Samples stacked along a new first dimension, inside dicts, tuples and lists too.

    Parameters
    ----------
    batch : list of samples
        Tensors, arrays or images of one shape, numbers, strings, or containers of them.

    Returns
    -------
    Tensor (N, ...), list or tuple of str, or the container of such

    Raises
    ------
    TypeError
        If a sample is of another kind.
    RuntimeError
        If samples differ in length or shape.

    Examples
    --------
    >>> from tensorlite.utils.data import default_collate
    >>> default_collate([(1, 2.0), (3, 4.0)])
    [tensor([1, 3]), tensor([2., 4.], dtype=tensorlite.float64)]
    """
def default_convert(data: _Any) -> _Any:
    """Arrays inside `data` as tensors; everything else as it is.

    Parameters
    ----------
    data : object

    Returns
    -------
    Tensor, container of such, or `data`

    Examples
    --------
    >>> import numpy as np
    >>> from tensorlite.utils.data import default_convert
    >>> default_convert([np.array([1, 2]), "a"])
    [tensor([1, 2]), 'a']
    """
def get_worker_info() -> WorkerInfo | None:
    """The WorkerInfo of this process; None outside of DataLoader workers.

    Returns
    -------
    WorkerInfo or None

    Examples
    --------
    >>> tl.utils.data.get_worker_info() is None
    True
    """
def random_split(
    dataset: Dataset[_T],
    lengths: _Sequence[_float],
    generator: _Generator | None = None,
) -> list[Subset[_T]]:
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
