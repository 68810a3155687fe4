"""Questions about the library and its tensors, and the switches of PyTorch that change nothing.

Kernels are deterministic and of full precision, so what allows others can be set and is remembered.
"""

import itertools
from collections.abc import Sequence
from typing import Any

from .. import dtypes, formats
from ..declare import method, public
from ..errors import expected
from ..graph import mode
from ..tensor import Tensor


class _Switches:
    """What was last set."""

    precision = "highest"
    deterministic = warn_only = warn_always = False


_PRECISIONS = ("highest", "high", "medium")
_MODES = {"default": 0, "warn": 1, "error": 2}


def _flag(op, value):
    if not isinstance(value, bool):
        raise TypeError(expected(op, "a bool", f"{type(value).__name__} {value!r}", "True"))
    return value


@public(method=False)
def get_float32_matmul_precision() -> str:
    """What was last set; products of float32 have "highest" precision whatever it is."""
    return _Switches.precision


@public(method=False)
def set_float32_matmul_precision(precision: str) -> None:
    """Allow less precise products: "highest", "high" or "medium"; none becomes so."""
    if precision not in _PRECISIONS:
        wanted = f"precision to be one of {', '.join(_PRECISIONS)}"
        raise RuntimeError(
            expected("set_float32_matmul_precision", wanted, repr(precision), "'highest'")
        )
    _Switches.precision = precision


@public(method=False)
def use_deterministic_algorithms(mode: bool, *, warn_only: bool = False) -> None:
    """Ask for what is always so: results have the same bits in every run."""
    _Switches.deterministic = _flag("use_deterministic_algorithms", mode)
    _Switches.warn_only = _flag("use_deterministic_algorithms", warn_only)


@public(method=False)
def are_deterministic_algorithms_enabled() -> bool:
    """What was last asked for; algorithms are deterministic whatever it is."""
    return _Switches.deterministic


@public(method=False)
def is_deterministic_algorithms_warn_only_enabled() -> bool:
    """What was last asked for."""
    return _Switches.warn_only


@public(method=False)
def set_deterministic_debug_mode(debug_mode: int | str) -> None:
    """The same as a number or a word: 0 "default", 1 "warn", 2 "error"."""
    number = _MODES.get(debug_mode, -1) if isinstance(debug_mode, str) else debug_mode
    if number not in _MODES.values():
        wanted = "debug_mode to be 0, 1, 2, 'default', 'warn' or 'error'"
        raise RuntimeError(
            expected("set_deterministic_debug_mode", wanted, repr(debug_mode), "'default'")
        )
    _Switches.deterministic, _Switches.warn_only = number > 0, number == 1


@public(method=False)
def get_deterministic_debug_mode() -> int:
    """What was last asked for, as a number."""
    return _Switches.deterministic * (1 if _Switches.warn_only else 2)


@public(method=False)
def set_warn_always(b: bool) -> None:
    """Ask for warnings each time, which Python's filters of warnings decide here."""
    _Switches.warn_always = _flag("set_warn_always", b)


@public(method=False)
def is_warn_always_enabled() -> bool:
    """What was last asked for."""
    return _Switches.warn_always


@public(method=False)
def set_flush_denormal(mode: bool) -> bool:
    """Whether that could be done: denormal numbers are always kept."""
    return not _flag("set_flush_denormal", mode)


@public(method=False)
def get_num_interop_threads() -> int:
    """The ops that run side by side: 1."""
    return 1


@public(method=False)
def set_num_interop_threads(number: int) -> None:
    """Allow ops to run side by side; none do."""
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        wanted = "number to be a positive integer"
        raise RuntimeError(expected("set_num_interop_threads", wanted, repr(number), "1"))


@public(method=False)
def compiled_with_cxx11_abi() -> bool:
    """False: there is no C++."""
    return False


@public(method=False)
def is_vulkan_available() -> bool:
    """False: there is no Vulkan."""
    return False


@public(method=False)
def is_autocast_enabled(device_type: str | None = None) -> bool:
    """Whether `autocast` is on for a type of devices, by default for cards."""
    casts = mode.casts
    return casts is not None and (device_type or "cuda") in casts.dtypes


@public(method=False)
def get_autocast_dtype(device_type: str) -> dtypes.dtype:
    """The dtype in which `autocast` computes, or would, on a type of devices.

    Parameters
    ----------
    device_type : str

    Examples
    --------
    >>> import tensorlite as tl
    >>> tl.get_autocast_dtype("cpu")
    tensorlite.bfloat16
    """
    casts, usual = mode.casts, dtypes.bfloat16 if device_type == "cpu" else dtypes.float16
    return usual if casts is None else casts.dtypes.get(device_type, usual)


@public(method=False)
def typename(obj: Any, /) -> str:
    """The name of obj's type with its module; a tensor's tells its dtype."""
    if isinstance(obj, Tensor):
        return obj.type()
    kind = obj if hasattr(obj, "__qualname__") else type(obj)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    return f"{module}{kind.__qualname__}"


@public
def is_inference(input: Tensor) -> bool:
    """False: what `inference_mode` makes is a tensor like any other."""
    return False


@public
def is_distributed(input: Tensor) -> bool:
    """False: a tensor lies on one device."""
    return False


@method
def is_shared(self: Tensor) -> bool:
    """False: its memory is this process's own."""
    return False


@method
def is_set_to(self: Tensor, tensor: Tensor) -> bool:
    """Whether it is the same view of the same memory."""
    same_place = self.memory.root is tensor.memory.root and self.address == tensor.address
    return same_place and self.spec is tensor.spec


@method
def dim_order(
    self: Tensor, *, ambiguity_check: bool | Sequence[formats.memory_format] = False
) -> tuple[int, ...]:
    """The dims in the order of their strides, the widest first.

    Parameters
    ----------
    ambiguity_check : bool or sequence of memory_format
        Whether to refuse a tensor whose strides allow several orders; or the formats of which it
        must have exactly one.
    """
    if isinstance(ambiguity_check, bool):
        strides = self.spec.strides
        ambiguous = ambiguity_check and (
            1 in self.spec.shape or any(a == b for a, b in itertools.pairwise(strides))
        )
    else:
        wanted = list(ambiguity_check)
        if not all(isinstance(each, formats.memory_format) for each in wanted):
            raise TypeError(expected("dim_order", "ambiguity_check to be a bool or memory formats",
                                     repr(ambiguity_check), "True"))  # fmt: skip
        ambiguous = sum(self.is_contiguous(memory_format=each) for each in wanted) != 1
    if ambiguous:
        raise RuntimeError(expected("dim_order", "a tensor of one order of dims",
                                    f"strides {self.spec.strides} of shape {[*self.spec.shape]}",
                                    "ambiguity_check=False"))  # fmt: skip
    return tuple(sorted(range(self.ndim), key=lambda dim: -self.spec.strides[dim]))


@method
def to_dense(
    self: Tensor, dtype: dtypes.dtype | None = None, *, masked_grad: bool | None = None
) -> Tensor:
    """Itself, in another dtype if one is given: there are no other layouts."""
    return self if dtype is None else self.to(dtype)


def _kind_of_place(self) -> bool:
    """False: there are no tensors of this kind."""
    return False


for _name in ("ipu", "maia", "meta", "mkldnn", "mps", "mtia", "nested", "quantized", "sparse",
              "sparse_csr", "vulkan", "xla", "xpu"):  # fmt: skip
    setattr(Tensor, f"is_{_name}", property(_kind_of_place))


def _output_nr(self) -> int:
    """Which of the results of its `grad_fn` it is."""
    return self._index


setattr(Tensor, "output_nr", property(_output_nr))  # noqa: B010
