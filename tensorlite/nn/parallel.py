"""What spreads a model over devices and processes, of which there is one each here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from .. import dtypes
from ..annotations import DeviceLike
from ..distributed import no_group
from ..docstrings import document as _document
from ..errors import expected
from ..tensor import Tensor
from .module import Module
from .running_norms import _BatchNorm

__all__ = ["DataParallel", "DistributedDataParallel", "SyncBatchNorm", "data_parallel"]

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
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
