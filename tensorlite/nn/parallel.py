"""What spreads a model over devices and processes, of which there is one each here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

import tensorlite as tl

from .. import dtypes
from ..absent import asked as _asked
from ..annotations import DeviceLike
from ..distributed import no_group
from ..docstrings import document as _document
from ..errors import expected
from ..tensor import Tensor
from .module import Module
from .running_norms import _BatchNorm

__all__ = [
    "DataParallel", "DistributedDataParallel", "SyncBatchNorm", "data_parallel", "gather",
    "scatter", "scatter_kwargs",
]  # fmt: skip
__path__: list[str] = []  # `nn.parallel.scatter_gather` lies below, a path that leads back here

T = TypeVar("T", bound=Module)


class DataParallel(Module, Generic[T]):
    """A module as `self.module`, so that names in state_dict are PyTorch's; it runs on one device.

    Parameters
    ----------
    module : Module
    device_ids, output_device, dim : ignored
    """

    def __init__(
        self,
        module: T,
        device_ids: Sequence[DeviceLike] | None = None,
        output_device: DeviceLike | None = None,
        dim: int = 0,
    ) -> None:
        super().__init__()
        self.module, self.device_ids, self.dim = module, [], dim

    def forward(self, *inputs: Tensor | Sequence[Tensor], **kwargs: Any) -> Tensor:
        """What the module gives."""
        return self.module(*inputs, **kwargs)


def data_parallel(
    module: Callable[..., Any],
    inputs: Any,
    device_ids: Sequence[DeviceLike] | None = None,
    output_device: DeviceLike | None = None,
    dim: int = 0,
    module_kwargs: Mapping[str, Any] | None = None,
) -> Any:
    """What a module gives on the one device: `DataParallel` as a function.

    Parameters
    ----------
    module : Module
    inputs : Tensor or tuple
        A tuple has the arguments by position.
    device_ids, output_device, dim : ignored
    module_kwargs : dict, optional

    Returns
    -------
    any
        What the module gives.
    """
    given = inputs if isinstance(inputs, tuple) else (inputs,)
    return module(*given, **(module_kwargs or {}))


def scatter(inputs: Any, target_gpus: Sequence[DeviceLike], dim: int = 0) -> Any:
    """Inputs for each of some devices: tensors are cut along a dim, all else stands whole in each.

    Parameters
    ----------
    inputs : Tensor, or tuples, lists and dicts of them
    target_gpus : sequence of device
    dim : int

    Returns
    -------
    tuple of Tensor, or list of what is like `inputs`
    """
    if isinstance(inputs, Tensor):
        parts = inputs.chunk(len(target_gpus), dim)
        return tuple(x.to(device) for x, device in zip(parts, target_gpus, strict=False))
    if isinstance(inputs, dict) and inputs:
        rows = zip(*[scatter(x, target_gpus, dim) for x in inputs.values()], strict=False)
        return [type(inputs)(zip(inputs, row, strict=True)) for row in rows]
    if isinstance(inputs, tuple | list) and inputs:
        rows = zip(*[scatter(x, target_gpus, dim) for x in inputs], strict=False)
        return [_like(inputs, row) for row in rows]
    return [inputs for _ in target_gpus]


def scatter_kwargs(
    inputs: tuple, kwargs: dict | None, target_gpus: Sequence[DeviceLike], dim: int = 0
) -> Any:
    """`scatter` of the arguments of a call: as many tuples of them as dicts.

    Returns
    -------
    tuple of tuple, tuple of dict
    """
    rows = list(scatter(inputs, target_gpus, dim)) if inputs else []
    named = list(scatter(kwargs, target_gpus, dim)) if kwargs else []
    count = max(len(rows), len(named))
    rows += [() for _ in range(count - len(rows))]
    named += [{} for _ in range(count - len(named))]
    return tuple(rows), tuple(named)


def gather(outputs: Sequence[Any], target_device: DeviceLike, dim: int = 0) -> Any:
    """What devices gave, as one: tensors are joined along a dim, on one device.

    Parameters
    ----------
    outputs : sequence of Tensor, or of tuples, lists and dicts of them
    target_device : device
    dim : int

    Returns
    -------
    Tensor, or what is like each of `outputs`
    """
    first = outputs[0]
    if isinstance(first, Tensor):
        return tl.cat([x.reshape(1) if not x.ndim else x for x in outputs], dim).to(target_device)
    if first is None:
        return None
    if isinstance(first, dict):
        return type(first)((k, gather([x[k] for x in outputs], target_device, dim)) for k in first)
    columns = zip(*outputs, strict=True)
    return _like(first, [gather(column, target_device, dim) for column in columns])


def _like(sequence, values):
    """Values in a sequence of the same class."""
    kind: Any = type(sequence)
    return kind(*values) if hasattr(kind, "_fields") else kind(values)


class DistributedDataParallel(Module):
    """A module that a group of processes trains in PyTorch; here none is made.

    Raises
    ------
    ValueError
        Always: there is one process.
    """

    def __init__(self, module: Module, *args: Any, **kwargs: Any) -> None:
        raise no_group("nn.parallel.DistributedDataParallel")


class SyncBatchNorm(_BatchNorm):
    """BatchNorm of one process, for inputs of any number of dims: there are no others to ask.

    Parameters
    ----------
    num_features, eps, momentum, affine, track_running_stats, device, dtype, bias
        As of BatchNorm2d.
    process_group : ignored
    """

    def __init__(
        self,
        num_features: int,
        eps: float = 1e-5,
        momentum: float | None = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
        process_group: Any = None,
        device: DeviceLike | None = None,
        dtype: dtypes.dtype | None = None,
        *,
        bias: bool = True,
    ) -> None:
        super().__init__(
            num_features, eps, momentum, affine, track_running_stats, device, dtype, bias=bias
        )
        self.process_group = process_group

    def _check_input(self, input):
        if input.ndim < 2:
            raise ValueError(f"expected at least 2D input (got {input.ndim}D input)")

    @classmethod
    def convert_sync_batchnorm(cls, module: Module, process_group: Any = None) -> Module:
        """The module with a SyncBatchNorm in the place of every batch norm, with its tensors."""
        result = module
        if isinstance(module, _BatchNorm):
            like = module.running_mean if module.weight is None else module.weight
            result = cls(module.num_features, module.eps, module.momentum, module.affine,
                         module.track_running_stats, process_group,
                         None if like is None else like.device)  # fmt: skip
            result._parameters.update(module._parameters)
            result._buffers.update(module._buffers)
            result.training = module.training
        for name, child in list(module.named_children()):
            result.add_module(name, cls.convert_sync_batchnorm(child, process_group))
        return result


_document(globals(), __all__)


def __getattr__(name: str) -> Any:
    if name == "DistributedDataParallelCPU":
        raise AttributeError(
            expected(f"nn.parallel.{name}", "several processes", "one", "the module itself")
        )
    return _asked(__name__)(name)
