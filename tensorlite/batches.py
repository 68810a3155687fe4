"""Tensors with hidden dims: what `func.vmap` computes with.

`vmap` gives a function tensors from whose shape the mapped dim is missing, although it lies in
their memory. The Spec of such a tensor names what is hidden (`Spec.hidden`); its address is
`Nowhere`, so that no kernel can take it for one part. Views move shapes, strides and addresses
alone, so they need not know. Who sees the whole batch asks for `grounded` tensors, with the hidden
dims in front, and hides those of the result with `carrying`.
"""

import contextlib
import functools
import threading
from typing import Any, ClassVar

from .errors import Unbatched
from .op import supplied
from .tensor import Nowhere, Spec, Tensor, make, spec_of, with_hidden


class _State(threading.local):
    """Per thread: the levels of the calls of `vmap` that are running, outermost first."""

    levels: tuple = ()


class Switch:
    """Whether there ever was a hidden dim: until then nothing looks for any."""

    used = False


batches = Switch()
state = _State()


@contextlib.contextmanager
def outside():
    """A context in which no call of `vmap` is known to run."""
    before, state.levels = state.levels, ()
    try:
        yield
    finally:
        state.levels = before


class Level:
    """One call of `vmap`: the number by which tensors name their hidden dim.

    A number is free again when nothing refers to its Level: neither the call nor a graph.
    """

    __slots__ = ("__weakref__", "number", "randomness", "size")
    _free: ClassVar[list] = []
    _lock = threading.Lock()
    _next = 0

    def __init__(self, size, randomness="error"):
        batches.used = True
        self.size, self.randomness = size, randomness
        with Level._lock:
            if Level._free:
                self.number = Level._free.pop()
            else:
                self.number, Level._next = Level._next, Level._next + 1

    def __del__(self):
        self._free.append(self.number)


def levels_of(specs):
    """The number and the size of every dim that is hidden in any of these, in order."""
    if len(specs) == 1:
        return tuple([(number, size) for number, size, _ in specs[0].hidden])
    found = {number: size for spec in specs for number, size, _ in spec.hidden}
    return tuple(sorted(found.items()))


@functools.lru_cache(maxsize=4096)
def whole_spec(spec: Spec, levels: tuple, ndim: int | None = None) -> Spec:
    """The Spec with these levels as first dims: of stride 0 where they are not hidden in `spec`.

    With `ndim` there are so many dims after them, the first ones of extent 1.
    """
    steps = {number: step for number, _, step in spec.hidden}
    ones = (1,) * (0 if ndim is None else ndim - len(spec.shape))
    shape = (*[size for _, size in levels], *ones, *spec.shape)
    strides = (*[steps.get(number, 0) for number, _ in levels], *[0] * len(ones), *spec.strides)
    return spec_of(shape, spec.dtype, spec.device, strides)


@functools.lru_cache(maxsize=4096)
def _carrying_spec(spec, levels):
    count = len(levels)
    pairs = zip(levels, spec.strides[:count], strict=True)
    hidden = tuple([(number, size, step) for (number, size), step in pairs])
    plain = spec_of(spec.shape[count:], spec.dtype, spec.device, spec.strides[count:])
    return with_hidden(plain, hidden)


def part_spec(spec: Spec) -> Spec:
    """The Spec of one part."""
    if not spec.hidden:
        return spec
    return spec_of(spec.shape, spec.dtype, spec.device, spec.strides)


def grounded(x: Tensor, levels: tuple, ndim: int | None = None) -> Tensor:
    """All of a tensor, outside of any graph, with the levels as first dims; see `whole_spec`."""
    address: Any = x.address
    if type(address) is Nowhere:
        address = address.place
    return make(x.memory, whole_spec(x.spec, levels, ndim), address)


def carry(x: Tensor, levels: tuple) -> Tensor:
    """Hide the first dims of a tensor that nobody else has seen; returns it."""
    if levels:
        x.spec = _carrying_spec(x.spec, levels)
        address: Any = Nowhere(x.address)
        x.address = address
    return x


def carrying(result, levels):
    """A result, or the tuple of them, with its first dims hidden."""
    if isinstance(result, Tensor):
        return carry(make(result.memory, result.spec, result.address), levels)
    made = [carrying(each, levels) for each in result]
    return type(result)(*made) if hasattr(result, "_fields") else type(result)(made)


def drawn_levels(name: str) -> tuple:
    """The levels whose parts get random numbers of their own: see `vmap`'s `randomness`."""
    for level in state.levels:
        if level.randomness == "error":
            raise RuntimeError(
                f"{name}: vmap: called random operation while in randomness error mode; expected "
                "randomness to be 'same' or 'different'; got 'error'; try one of these, or draw "
                "outside of vmap"
            )
    found = [(each.number, each.size) for each in state.levels if each.randomness == "different"]
    return tuple(sorted(found))


def carries(values) -> bool:
    """Whether a tensor among these, or in lists and dicts of them, has hidden dims."""
    for x in values:
        if isinstance(x, Tensor):
            if x.spec.hidden:
                return True
            continue
        parts = x.values() if isinstance(x, dict) else x
        if isinstance(x, tuple | list | dict) and carries(parts):
            return True
    return False


def _for_memory(error, function):
    """Whether a call failed since a tensor with hidden dims has no address."""
    if isinstance(error, Unbatched):
        return error.reader is None or error.reader != getattr(function, "__name__", None)
    return type(error) is TypeError and error.args == _NO_INTEGER


_NO_INTEGER = ("an integer is required",)  # what CPython says of an address that is `Nowhere`


def again(error, function, args, named):
    """The result of a call that failed for the hidden dims of its arguments, part by part.

    NotImplemented where it failed for another reason.
    """
    if not _for_memory(error, function) or not carries((*args, *named.values())):
        return NotImplemented
    return supplied["part_by_part"](function, args, named)
