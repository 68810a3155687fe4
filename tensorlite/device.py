"""Where tensors lie, and which kernels work there."""

import importlib
import re
import threading
from typing import Any, Self

from . import dtypes
from .errors import expected, type_name


class _Kernels:
    """The kernel modules of one type of device, imported when first needed."""

    def __init__(self, place):
        self._place = place

    def __getattr__(self, name):
        package = f"{__package__}.kernels.{self._place.type}"
        try:
            module = importlib.import_module(f"{package}.{name}")
        except ModuleNotFoundError as error:
            if error.name != f"{package}.{name}":
                raise
            raise missing(name, self._place, f"kernels/{self._place.type}/{name}.py") from None
        setattr(self, name, module)
        return module


class device:
    """
    Where a tensor lies: ``device("cpu")``, ``device("cuda")``, ``device("cuda:1")``, ``device(1)``.

    There is one object per type and index. Used as a context, new tensors lie there unless another
    device is named. A "cuda" device without an index is the current card of
    the thread; a tensor's device always has its index. PyTorch's other types can be named, to be
    compared with; no tensor lies there.

    Parameters
    ----------
    type : str, int or device
        "cpu", "cuda" or another of PyTorch's types, with an index behind a colon where that is
        wanted; a number is a card's.
    index : int, optional

    Raises
    ------
    RuntimeError
        If there is no such type of device.

    Examples
    --------
    >>> tl.device("cuda:1").index
    1
    >>> tl.device("cuda", 1) is tl.device("cuda:1")
    True
    """

    __slots__ = ("index", "kernels", "type")
    type: str
    index: int | None
    kernels: "_Kernels"

    def __new__(cls, type: "str | int | device", index: int | None = None) -> "device":
        if isinstance(type, device):
            return type
        key = _parsed(type, index)
        found = _devices.get(key)
        if found is None:
            found = object.__new__(cls)
            found.type, found.index = key
            found.kernels = _Kernels(found)
            found = _devices.setdefault(key, found)
        return found

    def __repr__(self) -> str:
        index = "" if self.index is None else f", index={self.index}"
        return f"device(type={self.type!r}{index})"

    def __str__(self) -> str:
        return self.type if self.index is None else f"{self.type}:{self.index}"

    def __reduce__(self) -> tuple[Any, ...]:
        return device, (str(self),)

    def __enter__(self) -> Self:
        before = default.device
        set_default_device(self)
        default.outer.append(before)
        return self

    def __exit__(self, *error: object) -> None:
        default.device = default.outer.pop()


_devices: dict[tuple[str, int | None], device] = {}
_INDICES = re.compile("0|[1-9][0-9]*")
_ELSEWHERE = {  # the types that PyTorch knows and no tensor of ours lies on
    "fpga", "hip", "hpu", "ideep", "ipu", "lazy", "maia", "meta", "mkldnn", "mps", "mtia", "opencl",
    "opengl", "privateuseone", "ve", "vulkan", "xla", "xpu",
}  # fmt: skip


def _parsed(name, index):
    """The type and the index that a user has named."""
    if isinstance(name, int) and not isinstance(name, bool):
        name, index = "cuda", name
    if index is not None and index < 0:
        raise RuntimeError(
            expected("device", "an index of at least 0", str(index), "device('cuda', 0)")
        )
    kind, colon, number = str(name).partition(":")
    given = not colon or (_INDICES.fullmatch(number) and index is None)
    if not isinstance(name, str) or kind not in {"cpu", "cuda"} | _ELSEWHERE or not given:
        raise RuntimeError(_unknown(name))
    return kind, int(number) if colon else index


def _unknown(name):
    """The message about a device on which no tensor lies."""
    wanted, short = "'cpu', 'cuda' or 'cuda:<index>'", str(name).rpartition(".")[2]
    if short in dtypes.NAMES:
        remedy = f"tensorlite.{short}"
    elif type(name).__name__ == "device":  # of another library
        remedy = repr(str(name))
    else:
        remedy = "device('cpu')"
    got = repr(name).replace(type(name).__name__, type_name(name), 1)
    return expected("device", wanted, got, remedy)


CPU = device("cpu")


class _Default(threading.local):
    """Where new tensors of this thread lie if no device is named; None for the CPU."""

    chosen = False  # by anybody, in any thread, ever

    def __init__(self):
        self.device = None
        self.outer = []


default = _Default()


def get_default_device() -> device:
    """Where new tensors lie if no device is named.

    Examples
    --------
    >>> with tl.device("cpu"):
    ...     tl.get_default_device()
    device(type='cpu')
    """
    return default.device or CPU


def set_default_device(device: device | str | int | None) -> None:
    """Let new tensors of this thread lie on a device; None for the CPU.

    Raises
    ------
    RuntimeError
        If there is no such device.
    """
    where = place(device)
    _Default.chosen = True
    default.device = None if device is None else where


class _Cards:
    """Whether any tensor lies on a card: until then no op needs to look for mixed devices."""

    used = False


cards = _Cards()


def place(where):
    """
    The device on which to make a tensor: the CPU for None, the current card for "cuda".

    Raises
    ------
    RuntimeError
        If there is no such card.
    NotImplementedError
        If tensors never lie on devices of this type.
    """
    if where is None:
        return CPU
    found = device(where)
    if found.type == "cpu":
        return CPU
    if found.type in _ELSEWHERE:
        raise NotImplementedError(_unknown(str(found)))
    driver = found.kernels.driver
    if not driver.available():
        raise RuntimeError(
            f"device: expected 'cpu', as no card can be used; got {str(found)!r}; {driver.reason()}"
        )
    if found.index is None:
        return device("cuda", driver.current_device())
    count = driver.device_count()
    if found.index >= count:
        wanted = f"a card from cuda:0 to cuda:{count - 1}"
        raise RuntimeError(expected("device", wanted, repr(str(found)), "device('cuda')"))
    return found


def missing(op, where, file):
    """The error for an op that has no kernel on a device."""
    return NotImplementedError(
        expected(op, f"a kernel for {where} in {file}", "none yet", ".cpu() before the call")
    )


def device_of(specs):
    """The card on which operands lie, or the CPU."""
    for spec in specs:
        if spec.device is not CPU:
            return spec.device
    return CPU


def one_device(op, specs, names=(), numbers=True):
    """
    The device on which all operands lie; 0-d ones on the CPU go with any, as `numbers`.

    Raises
    ------
    RuntimeError
        If two operands lie on different devices; it names both.
    """
    where = device_of(specs)
    if where is not CPU:
        first = next(k for k, spec in enumerate(specs) if spec.device is where)
        for k, spec in enumerate(specs):
            if spec.device is not where and (spec.device is not CPU or spec.shape or not numbers):
                raise RuntimeError(
                    _mixed(
                        op,
                        names,
                        *sorted([(first, specs[first]), (k, spec)], key=lambda each: each[0]),
                    )
                )
    return where


def _mixed(op, names, *two):
    told = " and ".join(
        f"{names[k] if k < len(names) else f'argument {k}'} {spec} on {spec.device}"
        for k, spec in two
    )
    devices = [spec.device for _, spec in two]
    return (
        f"{op.lstrip('_')}: Expected all tensors to be on the same device, but found at least two "
        f"devices, {devices[0]} and {devices[1]}; got {told}; try "
        f".to('{device_of(spec for _, spec in two)}')"
    )
