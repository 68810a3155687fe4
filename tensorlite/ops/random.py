"""Random numbers: generators, new random tensors, fills in place, sampling, dropout.

A Generator is a seed and an offset into the seed's stream of Philox counters. Every call takes as
many counters as it has groups of elements and moves the offset on, so that the numbers do not
depend on threads, nor on what other generators do.
"""

import contextlib
import functools
import math
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Self

import numpy as np

from .. import dtypes, formats, shapes
from ..annotations import DeviceLike, Dims, Operand
from ..batches import batches, carry, drawn_levels, outside, state
from ..declare import entry, offer, public
from ..device import CPU, device_of, place
from ..device import device as Device
from ..dispatch import apply, begin_write, check_delivery, finish_write, unary
from ..errors import expected
from ..gate import gated_class
from ..kernels import interpreters
from ..kernels.work import draws
from ..op import registry, supplied
from ..storage import in_memory
from ..tensor import Tensor, empty_shape, make
from .complexes import as_complex
from .copying import laid, write_copy
from .creation import (
    _finish,
    _kind,
    formatted_like,
    from_array,
    on_device,
    place_like,
    place_of,
    unmoved_by,
)
from .indexing import INDEX
from .requiring import require
from .views import reshape

_MASK = (1 << 64) - 1


class Generator:
    """
    A stream of random numbers, safe to share between threads.

    Examples
    --------
    >>> import tensorlite as tl
    >>> g = tl.Generator().manual_seed(7)
    >>> state = g.get_state()
    >>> x = tl.rand(3, generator=g)
    >>> _ = g.set_state(state)
    >>> bool((tl.rand(3, generator=g) == x).all())
    True
    """

    def __init__(self, device: DeviceLike = "cpu") -> None:
        self._device = place(device)
        self._lock = threading.Lock()
        self._seed = self._offset = 0
        self._start(lambda: (67280421310721, 0))

    @property
    def device(self) -> Device:
        """For which device it was made; its numbers are the same on all."""
        return self._device

    def manual_seed(self, seed: int) -> Self:
        """Start the stream of this seed anew; returns the generator."""
        if isinstance(seed, bool) or not isinstance(seed, int | np.integer):
            got = f"{type(seed).__name__} {seed!r}"
            raise RuntimeError(expected("manual_seed", "seed to be an integer", got, "int(seed)"))
        number = int(seed)
        if not -(1 << 63) <= number <= _MASK:
            wanted = "an integer of 64 bits"
            raise ValueError(expected("manual_seed", wanted, str(seed), "seed % 2**63"))
        return self._start(lambda: (number & _MASK, 0))

    def seed(self) -> int:
        """Seed from the system's entropy; returns the new seed."""
        self._start(lambda: (int.from_bytes(os.urandom(8), "little") >> 1, 0))
        return self._seed

    def initial_seed(self) -> int:
        """The seed of the present stream."""
        return self._seed

    def get_state(self) -> Tensor:
        """The state as a uint8 Tensor (16,)."""
        words = np.array(self._now(), np.uint64)
        return from_array(words.view(np.uint8))

    def set_state(self, new_state: Tensor) -> Self:
        """Go on from a state that `get_state` returned."""
        if new_state.dtype is not dtypes.uint8 or new_state.numel() != 16:
            got = f"{new_state.dtype} {list(new_state.shape)}"
            raise TypeError(expected("set_state", "a uint8 Tensor (16,)", got, "get_state()"))
        seed, offset = map(int, new_state.numpy().copy().view(np.uint64))
        return self._start(lambda: (seed, offset))

    def __reduce__(self) -> tuple[Any, ...]:
        return Generator, (str(self._device),), self._now()

    def __setstate__(self, state: tuple[int, int]) -> None:
        self._seed, self._offset = state

    def clone_state(self) -> "Generator":
        """Another generator in the same state."""
        return Generator()._start(self._now)

    def _now(self):
        with self._lock:
            return self._seed, self._offset

    def _start(self, state):
        """Go on from `state()`, as each call of a plan will do that is recorded now."""
        recorder = interpreters.current()
        starting = Starting(self, state)
        starting.apply()
        if recorder is not None:
            recorder.effect(starting)
        return self

    def take(self, count: int) -> tuple[int, int]:
        """The seed, and the first of `count` counters that no one else will get."""
        with self._lock:
            first = self._offset
            self._offset = (first + count) & _MASK
            return self._seed, first


class Starting:
    """What a plan does before it repeats what draws: let a generator's stream start anew."""

    __slots__ = ("before", "generator", "state")

    def __init__(self, generator, state):
        self.generator, self.state, self.before = generator, state, None

    def apply(self):
        """Start; always possible."""
        self.before = self.generator._now()
        self._set(self.state())
        return True

    def changes(self):
        """No dict."""
        return ()

    def undo(self):
        """Go on where it stood."""
        self._set(self.before)

    def _set(self, state):
        with self.generator._lock:
            self.generator._seed, self.generator._offset = state


class _Mark:
    """Where a generator stands now, and then at each call of a plan that is recorded."""

    def __init__(self, generator):
        self.generator, self.state = generator, None
        self.apply()
        recorder = interpreters.current()
        if recorder is not None:
            recorder.effect(self)

    def apply(self):
        """Look; always possible."""
        self.state = self.generator._now()
        return True

    def changes(self):
        """No dict."""
        return ()

    def undo(self):
        """Nothing has changed."""


default_generator = gated_class(Generator)()
default_generator.seed()
offer("Generator", Generator)
offer("default_generator", default_generator, "tl", "random")


@public("tl", "random")
def manual_seed(seed: int) -> Generator:
    """Start the default generator's stream of this seed anew; returns the generator."""
    return default_generator.manual_seed(int(seed))


@public("tl", "random")
def seed() -> int:
    """Seed the default generator from the system's entropy; returns the new seed."""
    return default_generator.seed()


@public("tl", "random")
def initial_seed() -> int:
    """The seed of the default generator."""
    return default_generator.initial_seed()


@public("tl", "random")
def get_rng_state() -> Tensor:
    """The state of the default generator."""
    return default_generator.get_state()


@public("tl", "random")
def set_rng_state(new_state: Tensor) -> None:
    """Set the state of the default generator."""
    default_generator.set_state(new_state)


@public("random")
@contextlib.contextmanager
def fork_rng(
    devices: Iterable[DeviceLike] | None = None, enabled: bool = True, device_type: str = "cuda"
) -> Iterator[None]:
    """
    A context that gives the default generator back as it was.

    Parameters
    ----------
    devices : iterable of devices, optional
        Nothing depends on it: one stream of random numbers serves the CPU and all cards.
    enabled : bool
        Without it the context does nothing.

    Returns
    -------
    context manager

    Examples
    --------
    >>> with tl.random.fork_rng():
    ...     x = tl.rand(2)
    >>> bool((tl.rand(2) == x).all())
    True
    """
    mark = _Mark(default_generator)
    try:
        yield
    finally:
        if enabled:
            default_generator._start(lambda: mark.state)


# ------------------------------------------------------------------ fills


class Drawing:
    """What a plan does before it repeats a kernel that draws: go on in the generator's stream."""

    __slots__ = ("count", "generator", "words")

    def __init__(self, generator, count, words):
        self.generator, self.count, self.words = generator, count, words

    def apply(self):
        """Take counters; always possible."""
        self.words[0], self.words[1] = self.generator.take(self.count)
        return True

    def changes(self):
        """No object of the user's."""
        return ()

    def undo(self):
        """Give them back."""
        self.generator.take(-self.count)


def _state(generator, distribution, dtype, n, parameters):
    """The words that a random kernel reads: seed, first counter, two parameters."""
    generator = default_generator if generator is None else generator
    words = np.empty(4, np.uint64)
    count = draws.counters(distribution, dtype.name, n)
    words[0], words[1] = generator.take(count)
    recorder = interpreters.current()
    if recorder is not None:
        recorder.words(words)
        recorder.effect(Drawing(generator, count, words))
    first, second = parameters
    if distribution == "integers":
        words[2], words[3] = first & _MASK, second & _MASK
    else:
        numbers = words.view(np.float64)
        numbers[2], numbers[3] = first, second
    return words


def _draw(distribution, shape, dtype, device, generator, *parameters):
    """A new dense tensor of random numbers; of complex ones, both parts are drawn."""
    if batches.used and state.levels:
        levels = drawn_levels(distribution)
        shape = (*[size for _, size in levels], *shape)
        with outside():
            return carry(_draw(distribution, shape, dtype, device, generator, *parameters), levels)
    if dtype.is_complex:
        parts = _draw(distribution, (*shape, 2), dtype.to_real(), device, generator,
                      *_of_parts(distribution, parameters))  # fmt: skip
        whole = as_complex(parts)
        return make(whole.memory, whole.spec, whole.address)  # which is no view of the parts
    if dtype.short:
        return _draw_short(distribution, shape, dtype, device, generator, *parameters)
    out = empty_shape(shape, dtype, device)
    n = out.spec.numel
    if n:
        words = _state(generator, distribution, dtype, n, parameters)
        launch = device.kernels.random.fill(distribution, dtype.name, n)
        launch(in_memory(words), out)
    return out


def _draw_short(distribution, shape, dtype, device, generator, *parameters):
    """The same by way of float32; uniform ones from a grid, so that none is rounded to the end."""
    draw = functools.partial(_draw, distribution, shape, dtypes.float32, device, generator)
    if distribution != "uniform":
        return draw(*parameters).to(dtype)
    (low, high), steps = parameters, 2 / dtypes.finfo(dtype).eps
    share = (draw(0.0, 1.0) * steps).floor() / steps
    made = (share * (high - low) + low).to(dtype)
    return made.masked_fill_(made >= high, low)


def _of_parts(distribution, parameters):
    """The parameters of each part: both together have the variance that is asked for."""
    if distribution != "normal":
        return parameters
    mean, std = parameters
    return mean, std * math.sqrt(0.5)


def _inexact(op, dtype):
    return dtype if dtype.is_complex else _floating(op, dtype)


def _floating(op, dtype):
    if not dtype.is_floating_point:
        raise NotImplementedError(
            f'{op}: "{op}" not implemented for {dtype.name!r}; expected a floating point dtype; '
            "try .float()"
        )
    return dtype


def _fill(name, target, distribution, generator, *parameters):
    """Overwrite a tensor with random numbers, in place."""
    if batches.used and (state.levels or target.spec.hidden):
        spec = target.spec
        drawn = _draw(distribution, spec.shape, spec.dtype, spec.device, generator, *parameters)
        return _overwrite_parts(name, target, drawn)
    versions = begin_write(name, target, ())
    if target.spec.contiguous and not (target.spec.dtype.is_complex or target.spec.dtype.short):
        n, dtype = target.spec.numel, target.spec.dtype
        if n:
            words = _state(generator, distribution, dtype, n, parameters)
            launch = target.spec.device.kernels.random.fill(distribution, dtype.name, n)
            launch(in_memory(words), target)
    else:
        spec = target.spec
        drawn = _draw(distribution, spec.shape, spec.dtype, spec.device, generator, *parameters)
        write_copy(drawn, target)
    finish_write(None, (), target, versions)
    return target


def _overwrite(name, target, source):
    """Copy random numbers into a tensor, in place and outside of the graph."""
    if batches.used and (target.spec.hidden or source.spec.hidden):
        return _overwrite_parts(name, target, source)
    versions = begin_write(name, target, ())
    write_copy(source, target)
    finish_write(None, (), target, versions)
    return target


def _overwrite_parts(name, target, source):
    """The same within `vmap`: numbers of each call need a place of each call."""
    have = {number for number, _, _ in target.spec.hidden}
    if any(number not in have for number, _ in drawn_levels(name)):
        raise RuntimeError(
            f"{name}: vmap: cannot ask for different inplace randomness on an unbatched tensor; "
            "expected one that is mapped over; got one that all calls share; try "
            "randomness='same', or a function that gives a new tensor"
        )
    return target.copy_(source)


def _put(name, out, made):
    """`out`, once random numbers are known to fit into it and stand there."""
    check_delivery(name, made, out)
    if out.spec.shape != made.spec.shape:
        supplied["resize_output"](out, made.spec.shape)
    return _overwrite(name, out, made)


# ------------------------------------------------------------------ new tensors


def _factory(name, distribution, parameters, doc):
    """`rand(*size)` and `rand_like(x)` at once."""
    function = _of_size(name, distribution, parameters)
    like = _like(name, distribution, parameters)
    function.__name__, function.__doc__ = name, f"A tensor of the given size, {doc}."
    like.__name__, like.__doc__ = f"{name}_like", f"A tensor of input's shape and dtype, {doc}."
    return public(function, method=False), public(like, method=False)


def _of_size(name, distribution, parameters):
    """`rand(*size)`."""

    def function(
        *size: Dims,
        generator: Generator | None = None,
        out: Tensor | None = None,
        dtype: dtypes.dtype | None = None,
        layout: formats.layout | None = None,
        device: DeviceLike | None = None,
        requires_grad: bool = False,
        pin_memory: bool = False,
    ) -> Tensor:
        where = place(device)
        is_shape = len(size) == 1 and isinstance(size[0], Tensor) and size[0].ndim
        given = size[0] if is_shape else size
        shape = shapes.new_shape(given, name)
        if out is not None:
            if isinstance(out, Tensor) and out.spec.shape != shape:
                kind, where = _inexact(name, out.spec.dtype), out.spec.device
                made = _draw(distribution, shape, kind, where, generator, *parameters)
                return _put(name, out, made)
            return _fill(name, out, distribution, generator, *parameters)
        kind = _inexact(name, _kind(dtype))
        made = _draw(distribution, shape, kind, where, generator, *parameters)
        return _finish(made, requires_grad, pin_memory=pin_memory)

    return function


def _like(name, distribution, parameters):
    """`rand_like(x)`."""

    def like(
        input: Tensor,
        *,
        dtype: dtypes.dtype | None = None,
        layout: formats.layout | None = None,
        device: DeviceLike | None = None,
        requires_grad: bool = False,
        pin_memory: bool = False,
        memory_format: formats.memory_format | None = None,
        generator: Generator | None = None,
    ) -> Tensor:
        dtype, where = _inexact(name, _kind(dtype, input.dtype)), place_like(input, device)
        spec = formatted_like(f"{name}_like", input.spec, dtype, where, memory_format)
        made = _draw(distribution, input.spec.shape, dtype, where, generator, *parameters)
        return _finish(_laid(made, spec), requires_grad, pin_memory=pin_memory)

    return like


def _laid(made, spec):
    """Fresh numbers with the strides of a Spec: an element is the same wherever it lies."""
    if made.spec.strides == spec.strides or made.spec.hidden:
        return made
    return laid(made, spec.strides)


rand, rand_like = _factory("rand", "uniform", (0.0, 1.0), "uniform in [0, 1)")
randn, randn_like = _factory("randn", "normal", (0.0, 1.0), "standard normal")


def _integers(op, low, high, shape, dtype, device, generator):
    low, high = (int(x.item() if isinstance(x, Tensor) else x) for x in (low, high))
    if dtype.is_complex:
        raise RuntimeError(expected(op, "a real dtype", repr(dtype), "uniform_()"))
    if low >= high:
        raise RuntimeError(
            f"{op} expects 'from' to be less than 'to', but got from={low} >= to={high}; expected "
            "low < high; try other bounds"
        )
    least, most = dtypes.limits(dtype) if dtype.category else (0, 1)
    if low < least or high - 1 > most:
        raise RuntimeError(
            f"{op}: from and to are out of bounds for {dtype.name}; expected {least} to {most}; "
            f"got {low} to {high - 1}"
        )
    if dtype.category == 1:
        return _draw("integers", shape, dtype, device, generator, low, high - low)
    drawn = _draw("integers", shape, dtypes.int64, device, generator, low, high - low)
    return drawn != 0 if dtype.category == 0 else drawn.to(dtype)


def _bounds(op, low, high):
    """The bounds of integers: one that is given alone is the upper one."""
    if high is None:
        low, high = 0, low
    if high is None:
        raise TypeError(expected(op, "high", "none", f"{op}(..., high=2)"))
    return 0 if low is None else low, high


@public(method=False)
def randint(
    low: Operand | None = None,
    high: int | Sequence[int] | None = None,
    size: Dims | None = None,
    *,
    generator: Generator | None = None,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """
    Integers in [low, high), uniform; randint(high, size) starts at 0.

    Raises
    ------
    RuntimeError
        If low >= high, or the dtype does not hold them.
    """
    where = place_of(device, out)
    if size is None:
        low, high, size = None, low, high
    if size is None:
        raise TypeError(expected("randint", "a size", "none", "randint(high, (n,))"))
    low, high = _bounds("randint", low, high)
    shape = shapes.new_shape((size,) if isinstance(size, int) else (tuple(size),), "randint")
    made = _integers("random_", low, high, shape, _kind(dtype, dtypes.int64), where, generator)
    if out is not None:
        return _put("randint", out, made)
    return _finish(made, requires_grad, pin_memory=pin_memory)


@public(method=False)
def randint_like(
    input: Tensor,
    low: Operand | None = None,
    high: Operand | None = None,
    *,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
    memory_format: formats.memory_format | None = None,
    generator: Generator | None = None,
) -> Tensor:
    """Integers in [low, high) of input's shape and dtype."""
    low, high = _bounds("randint_like", low, high)
    dtype, where = _kind(dtype, input.dtype), place_like(input, device)
    spec = formatted_like("randint_like", input.spec, dtype, where, memory_format)
    made = _integers("random_", low, high, input.spec.shape, dtype, where, generator)
    return _finish(_laid(made, spec), requires_grad, pin_memory=pin_memory)


@public(method=False)
def randperm(
    n: int,
    *,
    generator: Generator | None = None,
    out: Tensor | None = None,
    dtype: dtypes.dtype = dtypes.int64,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """
    The numbers 0 to n - 1 in random order.

    Each number is the low part of a 64-bit key whose high part is random; sorting the keys, which
    all differ, gives one result whatever the method.
    """
    n, where = shapes.integer(n, "randperm", "n"), place_of(device, out)
    if n < 0:
        raise RuntimeError(expected("randperm", "n of at least 0", str(n), "randperm(0)"))
    held = _kind(dtype) if out is None else out.spec.dtype
    most = _whole_numbers(held)
    if n > most:
        got = f"n={n} for {held!r}, which holds {most}"
        raise RuntimeError(expected("randperm", "a dtype that holds all numbers", got, "int64"))
    width = max(n - 1, 1).bit_length()
    keys = _draw("integers", (n,), dtypes.int64, CPU, generator, 0, 1 << (63 - width))
    recorder = interpreters.current()
    if keys.spec.hidden:
        return registry["argsort"](keys).to(where, _kind(dtype))
    if recorder is not None and recorder.active:
        made = registry["argsort"](keys, stable=True).to(where, _kind(dtype))
    else:
        keys = keys.numpy()
        keys <<= width
        keys |= np.arange(n)
        keys.sort()
        keys &= (1 << width) - 1
        made = on_device(from_array(keys).to(_kind(dtype)), where)
    if out is not None:
        return _put("randperm", out, made)
    return _finish(made, requires_grad, pin_memory=pin_memory)


def _whole_numbers(dtype):
    """How many whole numbers from 0 on a dtype holds, each of them."""
    if dtype.is_floating_point or dtype.is_complex:
        return round(2 / dtypes.finfo(dtype).eps) + 1
    return 2 if dtype is dtypes.bool_ else dtypes.iinfo(dtype).max + 1


def _check_deviations(std):
    """Refuse a number that is not at least 0, or a tensor that has one."""
    if not isinstance(std, Tensor):
        if not std >= 0:
            raise _bad_deviation(std)
    elif std.spec.dtype.is_complex:
        raise _bad_deviation(repr(std.spec.dtype))
    elif std.spec.dtype is not dtypes.bool_:
        std = std.detach()
        require(std >= 0, _bad_deviation, lambda: (std.min(),))


def _bad_deviation(std):
    return RuntimeError(expected("normal", "all elements of std >= 0.0", str(std), "abs()"))


@public(method=False)
def normal(
    mean: Operand = 0.0,
    std: Operand = 1.0,
    size: Dims | None = None,
    *,
    generator: Generator | None = None,
    out: Tensor | None = None,
    dtype: dtypes.dtype | None = None,
    layout: formats.layout | None = None,
    device: DeviceLike | None = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> Tensor:
    """Normal numbers; mean and std may be tensors, which then give the shape."""
    where = place_of(device, out)
    tensors = [x for x in (mean, std) if isinstance(x, Tensor)]
    _check_deviations(std)
    if not tensors:
        shape = shapes.new_shape(
            (size,) if isinstance(size, tuple | list) else size or (), "normal"
        )
        dtype = _inexact("normal", _kind(dtype))
        made = _draw("normal", shape, dtype, where, generator, float(mean), float(std))
    else:
        given = [x.spec.shape for x in tensors]
        if size is not None:
            size = size if isinstance(size, tuple | list) else (size,)
            given.append(shapes.new_shape(size, "normal"))
        shape = shapes.broadcast(*given, op="normal")
        dtype = _floating("normal", dtypes.result_of([x.spec.dtype for x in tensors], [], []))
        where = device_of([x.spec for x in tensors])
        unit = _draw("normal", shape, dtype, where, generator, 0.0, 1.0)
        mean, std = (x.detach() if isinstance(x, Tensor) else x for x in (mean, std))
        made = unmoved_by(unit * std + mean, *tensors if out is None else ())
    if out is not None:
        return _put("normal", out, made)
    return _finish(made, requires_grad, pin_memory=pin_memory)


def _probability(op, p):
    if not 0 <= p <= 1:
        raise RuntimeError(f"{op} expects p to be in [0, 1], but got p={p}; expected 0 <= p <= 1")
    return float(p)


def _coins(op, p, shape, dtype, generator):
    """Coin flips of the probabilities in a tensor."""
    p = p.detach()
    fits = unary(_is_share, p)

    def error(bad):
        return RuntimeError(f"{op}: Expected p_in >= 0 && p_in <= 1; got {bad}; try clamp(0, 1)")

    def first_bad():
        place = reshape(~fits, -1).to(dtypes.uint8).argmax()
        return (apply(INDEX, reshape(p, -1), place, dims=(0,)),)

    require(fits, error, first_bad)
    kind = p.spec.dtype if p.dtype.is_floating_point else dtypes.float32
    return (_draw("uniform", shape, kind, p.spec.device, generator, 0.0, 1.0) < p).to(dtype)


@entry("bool", name="_is_share", method=False, inplace=False,
       reference=lambda x: (x >= 0) & (x <= 1))  # fmt: skip
def _is_share(x):
    """Whether x lies in [0, 1]."""
    return x >= 0 and x <= 1


@public
def bernoulli(
    input: Tensor,
    p: float | None = None,
    *,
    generator: Generator | None = None,
    out: Tensor | None = None,
) -> Tensor:
    """1 with the probabilities in `input`, or with probability p, else 0."""
    if p is None:
        _floating("bernoulli", input.dtype)
        made = _coins("bernoulli", input, input.spec.shape, input.dtype, generator)
        made = unmoved_by(made, input) if out is None else made
    else:
        p = _probability("bernoulli", p)
        made = _draw("bernoulli", input.spec.shape, input.dtype, input.device, generator, p, 0.0)
    return made if out is None else _put("bernoulli", out, made.to(out.dtype))
