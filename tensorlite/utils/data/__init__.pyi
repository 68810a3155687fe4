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
    def __init__(self, id: _int, num_workers: _int, seed: _int, dataset: _Any) -> None: ...
    dataset: _Any
    id: _int
    num_workers: _int
    seed: _int

class DataLoader(_Generic[_T_co]):
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
    def __add__(self, other: Dataset[_T_co]) -> ConcatDataset[_T_co]: ...
    def __getitem__(self, index: _Any) -> _T_co: ...

class Sampler(_Generic[_T_co]):
    def __init__(self, data_source: _Sized | None = None) -> None: ...
    def __iter__(self) -> _Iterator[_T_co]: ...

class BatchSampler(Sampler[list[_Any]]):
    def __init__(self, sampler: _Iterable[_Any], batch_size: _int, drop_last: _bool) -> None: ...
    def __iter__(self) -> _Iterator[list[_Any]]: ...
    def __len__(self) -> _int: ...
    batch_size: _int
    drop_last: _bool
    sampler: _Iterable[_Any]

class ConcatDataset(Dataset[_T_co]):
    def __init__(self, datasets: _Iterable[Dataset[_T_co]]) -> None: ...
    def __len__(self) -> _int: ...
    cumulative_sizes: _Any
    datasets: _Any

class DistributedSampler(Sampler[_T_co]):
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
    def set_epoch(self, epoch: _int) -> None: ...
    shuffle: _bool
    total_size: _Any

class IterableDataset(Dataset[_T_co]):
    def __add__(self, other: Dataset[_T_co]) -> _Any: ...
    def __iter__(self) -> _Iterator[_T_co]: ...

class StackDataset(Dataset[_T]):
    def __getitem__(self, index: _int) -> _Any: ...
    def __getitems__(self, indices: _Sequence[_int]) -> list[_Any]: ...
    def __init__(self, *args: Dataset[_Any], **kwargs: Dataset[_Any]) -> None: ...
    def __len__(self) -> _int: ...
    datasets: _Any

class Subset(Dataset[_T_co]):
    def __getitems__(self, indices: _Sequence[_int]) -> list[_T_co]: ...
    def __init__(self, dataset: Dataset[_T_co], indices: _Sequence[_int]) -> None: ...
    def __len__(self) -> _int: ...
    dataset: Dataset[_T_co]
    indices: _Sequence[_int]

class SubsetRandomSampler(Sampler[_int]):
    def __init__(self, indices: _Sequence[_int], generator: _Generator | None = None) -> None: ...
    def __iter__(self) -> _Iterator[_int]: ...
    def __len__(self) -> _int: ...
    generator: _Generator | None
    indices: _Sequence[_int]

class TensorDataset(Dataset[tuple[Tensor, ...]]):
    def __getitem__(self, index: _Any) -> tuple[Tensor, ...]: ...
    def __init__(self, *tensors: Tensor) -> None: ...
    def __len__(self) -> _int: ...
    tensors: tuple[Tensor, ...]

class ChainDataset(IterableDataset[_Any]):
    def __init__(self, datasets: _Iterable[Dataset[_Any]]) -> None: ...
    def __iter__(self) -> _Iterator[_Any]: ...
    def __len__(self) -> _int: ...
    datasets: _Iterable[Dataset[_Any]]

class RandomSampler(Sampler[_int]):
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
    def num_samples(self) -> _int: ...
    def order(self) -> Tensor: ...
    replacement: _bool

class SequentialSampler(Sampler[_int]):
    def __init__(self, data_source: _Sized) -> None: ...
    def __iter__(self) -> _Iterator[_int]: ...
    def __len__(self) -> _int: ...
    data_source: _Sized
    def order(self) -> Tensor: ...

class WeightedRandomSampler(Sampler[_int]):
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
    def order(self) -> Tensor: ...
    replacement: _bool
    weights: _Any

def default_collate(batch: _Sequence[_Any]) -> _Any: ...
def default_convert(data: _Any) -> _Any: ...
def get_worker_info() -> WorkerInfo | None: ...
def random_split(
    dataset: Dataset[_T],
    lengths: _Sequence[_float],
    generator: _Generator | None = None,
) -> list[Subset[_T]]: ...
