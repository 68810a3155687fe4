"""Random numbers of a distribution: drawn into memory of their own, or into a tensor."""

import functools
import math

import numpy as np

from .. import dtypes
from ..batches import batches, carry, drawn_levels, outside, state
from ..kernels import interpreters
from ..kernels.work import draws
from ..op import supplied
from ..storage import in_memory
from ..tensor import empty_shape, make
from ..writing import begin_write, check_delivery, finish_write
from .complexes import as_complex
from .copying import write_copy
from .generators import MASK64, default_generator


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


def stream_words(generator, distribution, dtype, n, parameters):
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
        words[2], words[3] = first & MASK64, second & MASK64
    elif recorder is None:  # so no number varies
        words.view(np.float64)[2:] = parameters
    else:
        numbers = words.view(np.float64)
        _put_number(numbers[2:3], first)
        _put_number(numbers[3:4], second)
    return words


def _put_number(word, number):
    """Write a word; a number that differs from call to call of a plan writes it at each call."""
    if hasattr(type(number), "into"):
        number.into(word)
    else:
        word[0] = number


def draw(distribution, shape, dtype, device, generator, *parameters):
    """A new dense tensor of random numbers; of complex ones, both parts are drawn."""
    if batches.used and state.levels:
        levels = drawn_levels(distribution)
        shape = (*[size for _, size in levels], *shape)
        with outside():
            return carry(draw(distribution, shape, dtype, device, generator, *parameters), levels)
    if dtype.is_complex:
        parts = draw(distribution, (*shape, 2), dtype.to_real(), device, generator,
                      *_of_parts(distribution, parameters))  # fmt: skip
        whole = as_complex(parts)
        return make(whole.memory, whole.spec, whole.address)  # which is no view of the parts
    if dtype.short:
        return _draw_short(distribution, shape, dtype, device, generator, *parameters)
    out = empty_shape(shape, dtype, device)
    n = out.spec.numel
    if n:
        words = stream_words(generator, distribution, dtype, n, parameters)
        launch = device.kernels.random.fill(distribution, dtype.name, n)
        launch(in_memory(words), out)
    return out


def _draw_short(distribution, shape, dtype, device, generator, *parameters):
    """The same by way of float32; uniform ones from a grid, so that none is rounded to the end."""
    in_float32 = functools.partial(draw, distribution, shape, dtypes.float32, device, generator)
    if distribution != "uniform":
        return in_float32(*parameters).to(dtype)
    (low, high), steps = parameters, 2 / dtypes.finfo(dtype).eps
    share = (in_float32(0.0, 1.0) * steps).floor() / steps
    made = (share * (high - low) + low).to(dtype)
    return made.masked_fill_(made >= high, low)


def _of_parts(distribution, parameters):
    """The parameters of each part: both together have the variance that is asked for."""
    if distribution != "normal":
        return parameters
    mean, std = parameters
    return mean, std * math.sqrt(0.5)


def inexact(op, dtype):
    return dtype if dtype.is_complex else floating(op, dtype)


def floating(op, dtype):
    if not dtype.is_floating_point:
        raise NotImplementedError(
            f'{op}: "{op}" not implemented for {dtype.name!r}; expected a floating point dtype; '
            "try .float()"
        )
    return dtype


def fill_with(name, target, distribution, generator, *parameters):
    """Overwrite a tensor with random numbers, in place."""
    if batches.used and (state.levels or target.spec.hidden):
        spec = target.spec
        drawn = draw(distribution, spec.shape, spec.dtype, spec.device, generator, *parameters)
        return _overwrite_parts(name, target, drawn)
    versions = begin_write(name, target, ())
    if target.spec.contiguous and not (target.spec.dtype.is_complex or target.spec.dtype.short):
        n, dtype = target.spec.numel, target.spec.dtype
        if n:
            words = stream_words(generator, distribution, dtype, n, parameters)
            launch = target.spec.device.kernels.random.fill(distribution, dtype.name, n)
            launch(in_memory(words), target)
    else:
        spec = target.spec
        drawn = draw(distribution, spec.shape, spec.dtype, spec.device, generator, *parameters)
        write_copy(drawn, target)
    finish_write(None, (), target, versions)
    return target


def overwrite(name, target, source):
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


def deliver_drawn(name, out, made):
    """`out`, once random numbers are known to fit into it and stand there."""
    check_delivery(name, made, out)
    if out.spec.shape != made.spec.shape:
        supplied["resize_output"](out, made.spec.shape)
    return overwrite(name, out, made)
