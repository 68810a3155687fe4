"""How ops take tensors with hidden dims: by rules, and part by part where there is none.

A rule gets the op, its tensors and static arguments, and computes all parts at once, outside of
any graph: it sees the hidden dims in front of the others, and hides them in the result. Gradients
need no rules: they are written with ops. See `batches`; the rules are in `batching_rules.py`.
"""

import itertools
from contextlib import contextmanager
from typing import NamedTuple

from ..batches import carrying, grounded, levels_of, state
from ..declare import primitive
from ..dispatch import apply
from ..errors import Unbatched, expected
from ..graph import viewed, warn
from ..op import supplies
from ..shapes import dim_index
from ..tensor import Nowhere, Tensor, spec_of, with_hidden
from .generators import Generator, default_generator
from .joining import stack
from .pieces import unbind
from .rowwise import Rowwise
from .views import expand, reshape

# ------------------------------------------------------------------ hidden and shown


@primitive(takes_short=True)
def _conceal(x, *, dim, level):
    """x with one of its dims hidden under a level."""
    spec = x.spec
    shape, strides = list(spec.shape), list(spec.strides)
    shape.pop(dim)
    step = strides.pop(dim)
    hidden = tuple(sorted((*spec.hidden, (level.number, level.size, step))))
    plain = spec_of(tuple(shape), spec.dtype, spec.device, tuple(strides))
    out = viewed(None, x, with_hidden(plain, hidden), 0)
    if type(out.address) is not Nowhere:
        out.address = Nowhere(out.address)
    return out


@_conceal.grad("x")
def _conceal_grad_x(g, *, dim, level):
    return revealed(g, level, dim)


@primitive(takes_short=True)
def _reveal(x, *, dim, level):
    """x with the dim that a level hides among its dims."""
    spec = x.spec
    place = next(k for k, each in enumerate(spec.hidden) if each[0] == level.number)
    shape, strides = list(spec.shape), list(spec.strides)
    shape.insert(dim, level.size)
    strides.insert(dim, spec.hidden[place][2])
    hidden = spec.hidden[:place] + spec.hidden[place + 1 :]
    seen = spec_of(tuple(shape), spec.dtype, spec.device, tuple(strides))
    out = viewed(None, x, with_hidden(seen, hidden) if hidden else seen, 0)
    if not hidden:
        out.address = out.address.place
    return out


@_reveal.grad("x")
def _reveal_grad_x(g, *, dim, level):
    return apply(_conceal, g, dim=dim, level=level)


def concealed(x, level, dim):
    """x with a dim, counted from the front, hidden under a level."""
    return apply(_conceal, x, dim=dim, level=level)


def revealed(x, level, dim):
    """x with the dim that a level hides at `dim`; repeated there if the level hides none."""
    if any(number == level.number for number, _, _ in x.spec.hidden):
        return apply(_reveal, x, dim=dim, level=level)
    shape = (*x.spec.shape[:dim], level.size, *x.spec.shape[dim:])
    return expand(x.unsqueeze(dim), shape)


def in_parts(x):
    """x with every dim that running calls of `vmap` hide: its gradient is one for each part."""
    have = {number for number, _, _ in x.spec.hidden}
    for level in state.levels:
        if level.number not in have:
            x = concealed(x.unsqueeze(0).expand(level.size, *x.spec.shape), level, 0)
    return x


# ------------------------------------------------------------------ part by part


class _Numbered:
    """A hidden dim by what its tensors tell of it, where its Level is not at hand."""

    def __init__(self, number, size):
        self.number, self.size = number, size


def _nested(function, value):
    """A value with every tensor replaced, in lists, tuples and dicts, too."""
    if isinstance(value, Tensor):
        return function(value)
    if isinstance(value, tuple | list):
        made = [_nested(function, x) for x in value]
        return type(value)(*made) if hasattr(value, "_fields") else type(value)(made)
    if isinstance(value, dict):
        return type(value)((key, _nested(function, x)) for key, x in value.items())
    return value


def _outermost(values):
    """The hidden dim with the lowest number among tensors, also those in lists."""
    found = []
    _nested(lambda x: found.extend(levels_of((x.spec,))), list(values))
    return _Numbered(*min(found))


@contextmanager
def _without(level):
    """Let random numbers of parts be drawn part by part."""
    before = state.levels
    state.levels = tuple(each for each in before if each.number != level.number)
    try:
        yield next((each.randomness for each in before if each.number == level.number), "")
    finally:
        state.levels = before


@supplies
def part_by_part(function, args, named):
    """The result of a function of tensors with hidden dims, from calls for each part of one."""
    level = _outermost((*args, *named.values()))
    _tell(getattr(function, "__name__", type(function).__name__))

    def apart(x):
        if all(number != level.number for number, _, _ in x.spec.hidden):
            return [x] * level.size
        return unbind(revealed(x, level, 0), 0)

    values = [*args, *named.values()]
    generators = [default_generator, *[x for x in values if isinstance(x, Generator)]]
    tensors: list = []
    _nested(tensors.append, values)
    parts = zip(*map(apart, tensors), strict=True)
    with _without(level) as randomness:
        kept = [x.get_state() for x in generators] if randomness == "same" else []
        results = []
        for part in parts:
            for generator, before in zip(generators, kept, strict=False):
                generator.set_state(before)
            each = iter(part)
            given = _nested(lambda x, each=each: next(each), values)
            known = dict(zip(named, given[len(args) :], strict=True))
            results.append(function(*given[: len(args)], **known))
    return _joined(function, results, level)


def _joined(function, results, level):
    """The results of all parts as one, whose first dim is hidden."""
    first = results[0]
    if isinstance(first, Tensor):
        if len({x.spec.shape for x in results}) > 1:
            raise _data_dependent(function)
        return concealed(stack(results), level, 0)
    if isinstance(first, tuple | list):
        made = [_joined(function, each, level) for each in zip(*results, strict=True)]
        return type(first)(*made) if hasattr(first, "_fields") else type(first)(made)
    if isinstance(first, dict):
        return type(first)(
            (key, _joined(function, [each[key] for each in results], level)) for key in first
        )
    if all(each == first for each in results):
        return first
    raise _data_dependent(function)


# ------------------------------------------------------------------ by a rule of the user's


class VmapInfo(NamedTuple):
    """What the `vmap` of a Function is told of the map: how many parts, and what draws differ."""

    batch_size: int
    randomness: str


def by_rule(name, rule, args):
    """The result of a user's rule for whole batches, of which it is told where they lie.

    What the innermost map hides is shown as first dim of the tensors that have it, and hidden in
    the results; the rule runs outside of that map, and may be mapped by the outer ones.
    """
    level = _innermost(args)

    def has(x):
        return any(number == level.number for number, _, _ in x.spec.hidden)

    whole = _nested(lambda x: revealed(x, level, 0) if has(x) else x, list(args))
    in_dims = tuple(_places(x, lambda x: 0 if has(x) else None) for x in args)
    with _without(level) as randomness:
        made = rule(VmapInfo(level.size, randomness or "error"), in_dims, *whole)
    if not isinstance(made, tuple) or len(made) != 2:
        raise RuntimeError(
            f"{name}: Expected the vmap staticmethod to have two returns, an output and out_dims "
            f"with pytree structure compatible with the output; got {type(made).__name__}; try "
            "return output, 0"
        )
    return _hidden(name, *made, level)


def _innermost(values):
    """The hidden dim of the map that was entered last, of those that tensors have."""
    found = []
    _nested(lambda x: found.extend(levels_of((x.spec,))), list(values))
    numbers = {number for number, _ in found}
    running = [each for each in state.levels if each.number in numbers]
    return running[-1] if running else _Numbered(*max(found))


def _places(value, place):
    """A value with every tensor replaced by its place, and all else by None."""
    if isinstance(value, Tensor):
        return place(value)
    if isinstance(value, tuple | list):
        return type(value)([_places(x, place) for x in value])
    if isinstance(value, dict):
        return {key: _places(x, place) for key, x in value.items()}
    return None


def _hidden(name, output, dims, level):
    """Results of a rule, with the dims hidden in which they have their parts."""
    if isinstance(output, Tensor) and dims is not None:
        return concealed(output, level, dim_index(dims, output.ndim, f"{name}.vmap"))
    if not isinstance(output, tuple | list):
        return output
    each = dims if isinstance(dims, tuple | list) else [dims] * len(output)
    if len(each) != len(output):
        raise RuntimeError(
            expected(f"{name}.vmap", f"out_dims of {len(output)} outputs", f"{dims}", "one int")
        )
    pairs = zip(output, each, strict=True)
    return type(output)([_hidden(name, x, dim, level) for x, dim in pairs])


def _data_dependent(function):
    name = getattr(function, "__name__", "an op")
    return RuntimeError(
        f"vmap: It looks like you're attempting to use a Tensor in some data-dependent control "
        f"flow, or to call .item() on one: {name} gives another kind of result for each part; "
        "expected one that does not depend on the data; try torch.where or a mask in its place"
    ).with_traceback(None)


_told: set = set()


def _tell(name):
    """Warn, once for each op, that it is called for each part."""
    if name not in _told:
        _told.add(name)
        warn(
            f"vmap: there is a performance drop because {name} has no batching rule: it is called "
            "for each part of the batch"
        )


# ------------------------------------------------------------------ rules


@supplies
def forward_of_batch(op, tensors, static):
    """What a primitive computes of tensors of which some have hidden dims."""
    kind = "rowwise" if isinstance(op, Rowwise) else op.name
    rule = _rules.get(kind, _unknown)
    result = rule(op, tensors, static)
    return _in_turn(op, tensors, static) if result is NotImplemented else result


def _unknown(op, tensors, static):
    """Let the function of which the op is a part be called for each part of the batch."""
    raise Unbatched(
        f"vmap: expected an op that takes hidden dims; got {op.name}; try it outside of vmap"
    )


def _in_turn(op, tensors, static):
    """Part by part: for any op whose result depends on its tensors alone."""
    _tell(op.name.strip("_"))
    levels = levels_of([x.spec for x in tensors])
    whole = [grounded(x, levels) for x in tensors]
    places = itertools.product(*[range(size) for _, size in levels])
    results = [op.forward(*[x[place] for x in whole], **static) for place in places]
    sizes = [size for _, size in levels]

    def joined(each):
        made = stack(list(each))
        return carrying(reshape(made, (*sizes, *made.spec.shape[1:])), levels)

    if isinstance(results[0], Tensor):
        if len({x.spec.shape for x in results}) > 1:
            raise _data_dependent(op)
        return joined(results)
    return tuple(joined(each) for each in zip(*results, strict=True))


_rules: dict = {}


def rule(*names):
    """Declare how the ops with these names take hidden dims; "rowwise" are all of that kind."""

    def declare(function):
        for name in names:
            _rules[name] = function
        return function

    return declare


def settle_gradient(g, node, index):
    """The gradient of an operand that all parts of a node's result shared: the sum over them."""
    if node.op is _conceal:
        return g
    have = {number for number, _, _ in node.specs[index].hidden}
    made = {number: size for each in node.outputs for number, size, _ in each.hidden}
    for number, size in made.items():
        if number in have:
            continue
        level = _Numbered(number, size)
        if any(each == number for each, _, _ in g.spec.hidden):
            g = revealed(g, level, 0).sum(0)
        else:
            g = g * size
    return g
